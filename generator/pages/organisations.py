"""All organisations, with founding year, members today and documents."""

from __future__ import annotations

from collections.abc import Iterable

from generator.model import Edtf
from generator.pages.facts.works import works
from generator.pages.hub import at, hub
from generator.pages.page import Page, Site

KIND = "organisations"


def build(site: Site) -> Iterable[Page]:
    """The page of all organisations, by name."""
    view = at(site, KIND)
    archive = works(site)
    today = Edtf.of(site.today)
    rows = [
        (one, len(one.members_on(today)), len(archive.of_organisation.get(one.id, ())))
        for one in archive.registry.organisations.values()
    ]
    said = view.t("index.organisations", count=len(rows))
    yield hub(
        view,
        kind=KIND,
        title=view.t("nav.organisations"),
        template="organisations",
        description=said,
        kicker=said,
        rows=sorted(rows, key=lambda row: view.name("organisation", row[0].id)),
    )
