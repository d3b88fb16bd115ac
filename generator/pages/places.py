"""All places: dots on a grid of coordinates, without borders, and a list by country."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable

from generator.model import Place
from generator.pages import pictures
from generator.pages.facts.works import works
from generator.pages.hub import at, hub
from generator.pages.page import Page, Site
from generator.pages.parts.directory import directory

KIND = "places"


def build(site: Site) -> Iterable[Page]:
    """The page of all places, and pages of countries where they are too many for it."""
    view = at(site, KIND)
    archive = works(site)
    places = archive.registry.places
    counts = {id: len(events) for id, events in archive.of_place.items()}
    by_country: dict[str, list[Place]] = defaultdict(list)
    for place in places.values():
        if place.parent is None:
            by_country[place.country or ""].append(place)
    rows = {
        code: sorted(
            ((p.id, view.name("place", p.id), counts.get(p.id, 0)) for p in group),
            key=lambda row: (-row[2], row[1]),
        )
        for code, group in by_country.items()
    }
    said = view.t("index.places", count=len(places))
    title = view.t("nav.places")
    groups, pages = directory(
        view,
        kind=KIND,
        subject="place",
        title=title,
        rows=rows,
    )
    yield hub(
        view,
        kind=KIND,
        title=title,
        template="places",
        description=said,
        subject="place",
        kicker=said,
        groups=groups,
        dots=pictures.dots(view, places.values(), counts=counts),
    )
    yield from pages
