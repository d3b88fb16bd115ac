"""A place's page: its names over time, what happened there, where it is."""

from __future__ import annotations

import re
from dataclasses import replace

from generator.model import Edtf, Place
from generator.model.world import DatedName
from generator.pages import place
from tests.pages.hub_site import (
    make_chronicle,
    make_event,
    make_milestone,
    make_sites,
    page_of,
    text,
)

TALV = Place(
    id="talv",
    kind="city",
    names={"ru": "Тальв", "en": "Talv"},
    country="XB",
    dated_names=(
        DatedName(
            names={"ru": "Старый Тальв"},
            end=Edtf.parse("1998-05"),
            source="https://example.org/old",
        ),
        DatedName(
            names={"ru": "Тальв"}, start=Edtf.parse("1998-05"), source="https://example.org/new"
        ),
    ),
    latitude=50.5,
    longitude=40.25,
    sources=("https://example.org/talv",),
)
HALL = Place(
    id="hall",
    kind="venue",
    names={"ru": "Дворец"},
    parent="talv",
    country="XB",
    sources=("https://example.org/hall",),
)


def body(path: str = "places/talv.md", **archive: object) -> str:
    """The page of a place, Talv unless told otherwise."""
    given = make_chronicle(places=[TALV, HALL], **archive)  # type: ignore[arg-type]  # checked at run time
    return page_of(place, make_sites(given)[0], path).body


def test_names_with_their_time_and_source() -> None:
    """Every name a place has had stands with its time and its source."""
    found = body()

    assert "Старый Тальв до мая 1998" in text(found)
    assert "Тальв с мая 1998" in text(found)
    assert 'href="https://example.org/old"' in found


def test_events_of_a_venue_are_its_city_s() -> None:
    """What happened in the palace happened in the city."""
    assert "Встреча a" in body(events=[make_event("a", place="hall")])


def test_venue_names_its_city() -> None:
    """A venue leads to its city."""
    assert re.search(r'href="../talv/"', body("places/hall.md"))


def test_coordinates_without_borders() -> None:
    """A place is a dot on a grid, its coordinates in words."""
    found = body()

    assert "50,50°\N{NO-BREAK SPACE}с. ш." in found
    assert "dc-dot--chosen" in found


def test_place_without_coordinates_has_no_map() -> None:
    """Nothing is drawn of a place that nobody has located."""
    assert "dc-dots" not in body("places/hall.md")


def test_caller_was_not_there() -> None:
    """A call from the city brings nobody there, and no meeting."""
    found = body(events=[make_event("a", place="hall", kind="phone-call")])

    assert (False, False) == ('id="people"' in found, 'id="relationships"' in found)


def test_visit_counts_as_the_pair_s_meeting() -> None:
    """A milestone of a visit and the talks of that day are one day of meetings."""
    found = body(
        events=[make_event("a", "2031-08-19", place="hall")],
        milestones=[make_milestone("v", "2031-08-19", "visit", place="talv")],
    )

    assert 'aria-label="Тальвия — Оруна: 1 день встречи"' in found


def test_coordinates_name_their_hemispheres() -> None:
    """Numbers as the language writes them, never with a minus."""
    far = replace(TALV, latitude=-33.456, longitude=-70.6)
    given = make_chronicle(places=[far])
    pages = [page_of(place, site, f"{site.prefix}places/talv.md") for site in make_sites(given)]

    assert "33,46° ю. ш., 70,60° з. д.; границы" in text(pages[0].body)
    assert "33.46° S, 70.60° W; no borders" in text(pages[1].body)
