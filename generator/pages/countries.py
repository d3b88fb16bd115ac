"""All countries of the archive, with how many documents each has."""

from __future__ import annotations

from collections.abc import Iterable

from generator.pages.facts.works import works
from generator.pages.hub import at, hub
from generator.pages.page import Page, Site
from generator.pages.parts.directory import letters

KIND = "countries"


def build(site: Site) -> Iterable[Page]:
    """The page of all countries, by name."""
    view = at(site, KIND)
    events = works(site).of_country
    codes = sorted(view.subjects.ids["country"], key=lambda code: view.name("country", code))
    yield hub(
        view,
        kind=KIND,
        title=view.t("nav.countries"),
        template="index_list",
        description=view.t("index.countries", count=len(codes)),
        subject="country",
        kicker=view.t("index.countries", count=len(codes)),
        groups=letters(
            [(code, view.name("country", code), len(events.get(code, ()))) for code in codes]
        ),
    )
