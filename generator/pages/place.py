"""A place: the names it has had and when, what happened there, where it lies."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping

from generator.model import Place
from generator.pages import pictures
from generator.pages.dress import View
from generator.pages.facts.meetings import days_at
from generator.pages.facts.presence import present
from generator.pages.facts.works import works
from generator.pages.hub import at, hub
from generator.pages.listing import listing
from generator.pages.page import Page, Site
from generator.pages.parts.shelves import counted, shelf_for
from generator.pages.shelf import year_pages

KIND = "place"
PEOPLE = 20
"""People shown at most."""
PAIRS = 40
"""Relationships shown at most."""


def build(site: Site) -> Iterable[Page]:
    """A page for each place of the registry, and one for each year of a long list."""
    places = works(site).registry.places
    inside: dict[str, list[Place]] = defaultdict(list)
    for place in places.values():
        if place.parent:
            inside[place.parent].append(place)
    for place in places.values():
        if site.wants(KIND, place.id):
            yield from _page(site, place, inside)


def _page(site: Site, place: Place, inside: Mapping[str, list[Place]]) -> Iterator[Page]:
    view = at(site, KIND, place.id)
    archive = works(site)
    events = archive.of_place.get(place.id, ())
    milestones = [m for m in archive.milestones if m.place == place.id]
    title = view.name("place", place.id)
    shelved = shelf_for(view, KIND, place.id, events, milestones)
    yield hub(
        view,
        kind=KIND,
        id=place.id,
        title=title,
        template="place",
        description=view.t("place.description", title=title, count=len(events)),
        place=place,
        inside=sorted(inside.get(place.id, ()), key=lambda p: view.name("place", p.id)),
        counts={id: len(archive.of_place.get(id, ())) for id in archive.of_place},
        events=events,
        shelf=shelved,
        pairs=days_at(site, events, milestones)[:PAIRS],
        people=counted(person for event in events for person in present(event))[:PEOPLE],
        per_year=pictures.per_year(view, shelved, events),
        where=_where(view, place),
        dots=pictures.dots(view, archive.registry.places.values(), place.id),
        list=listing(view),
    )
    yield from year_pages(site, KIND, place.id, title, shelved)


def _where(view: View, place: Place) -> str:
    """Latitude and longitude in hundredths of a degree: "38,90° с. ш., 77,04° з. д."."""
    if place.latitude is None or place.longitude is None:
        return ""
    ways = (place.latitude, "north", "south"), (place.longitude, "east", "west")
    said = [
        f"{view.said.hundredths(abs(degrees))}°\N{NO-BREAK SPACE}"
        + view.t(f"place.{ahead if degrees >= 0 else behind}")
        for degrees, ahead, behind in ways
    ]
    return ", ".join(said)
