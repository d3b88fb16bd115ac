"""All places: dots on a grid of coordinates, without borders, and a list by country."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable

from generator.model import Place
from generator.pages import pictures
from generator.pages.facts.works import works
from generator.pages.hub import at, hub
from generator.pages.page import Page, Site

KIND = "places"


def build(site: Site) -> Iterable[Page]:
    """The page of all places."""
    view = at(site, KIND)
    archive = works(site)
    places = archive.registry.places
    counts = {id: len(events) for id, events in archive.of_place.items()}
    countries: dict[str, list[Place]] = defaultdict(list)
    for place in places.values():
        if place.parent is None:
            countries[place.country or ""].append(place)
    groups = [
        (
            view.name("country", code) if code else view.t("places.no_country"),
            sorted(
                ((p.id, view.name("place", p.id), counts.get(p.id, 0)) for p in group),
                key=lambda row: (-row[2], row[1]),
            ),
        )
        for code, group in countries.items()
    ]
    home = view.name("country", site.home_country or "")
    groups.sort(key=lambda group: (group[0] != home, group[0]))
    said = view.t("index.places", count=len(places))
    yield hub(
        view,
        kind=KIND,
        title=view.t("nav.places"),
        template="places",
        description=said,
        subject="place",
        kicker=said,
        groups=groups,
        dots=pictures.dots(view, places.values(), counts=counts),
    )
