"""The index from which the browser filters says what the pages of years list."""

from __future__ import annotations

import json
import re
from datetime import date, timedelta
from typing import Any

import pytest

from generator.model import Place
from generator.pages import timeline, year
from tests.pages.hub_site import make_chronicle, make_event, make_milestone, make_sites


@pytest.fixture(scope="module")
def index() -> Any:
    """The index of three documents and a milestone."""
    events = [
        make_event("a", "2030-01-02", host="XA"),
        make_event("b", "2031-08", kind="phone-call"),
        make_event("c", "2031-09-01/2031-09-03", people=("elena-vark",)),
    ]
    site = make_sites(make_chronicle(events, [make_milestone("m", "2030-05-01")]))[0]
    (page,) = timeline.build(site)
    return json.loads(page.beside["index.json"])


def test_days_count_from_one_to_the_next(index: Any) -> None:
    """Days are steps; summed they are the first days of the entries in order."""
    days, day = [], 0
    for step in index["rows"]["day"]:
        day += step
        days.append(date.min + timedelta(days=day - 1))

    assert [
        date(2030, 1, 2),
        date(2030, 5, 1),
        date(2031, 8, 1),
        date(2031, 9, 1),
    ] == days


def test_longer_entries_say_how_long(index: Any) -> None:
    """A month and a visit of three days say how many days more than one they may be."""
    assert {"2": 30, "3": 2} == index["spans"]


def test_pages_follow_the_years(index: Any) -> None:
    """The pages are those of the years, with as many entries as they list."""
    assert [["2030/", 2], ["2031/", 2]] == index["pages"]


def test_kinds_have_families(index: Any) -> None:
    """Each kind is named and has the family that lanes are made of."""
    assert [
        ["meeting", "встреча", "meeting"],
        ["milestone", "вехи", "milestone"],
        ["phone-call", "телефонный разговор", "call"],
    ] == index["kinds"]


def test_sets_are_written_once(index: Any) -> None:
    """Two documents with the same parties share one set."""
    assert 1 == len(index["sets"]["countries"])


def test_who_was_there(index: Any) -> None:
    """Of a document the people who were there in person, of a call nobody; a treaty is none."""
    sets = index["sets"]["people"]

    assert [[0, 1], [], [], [0]] == [sets[there] for there in index["rows"]["met"]]


def test_visit_without_a_document_is_a_meeting() -> None:
    """A milestone that tells of a visit is found among the meetings of its host."""
    talv = Place(id="talv", kind="city", names={}, country="XB", sources=("https://example.org",))
    visit = make_milestone("v", "2030-05-01", "visit", place="talv")
    site = make_sites(make_chronicle([], [visit], places=[talv]))[0]
    (page,) = timeline.build(site)
    data = json.loads(page.beside["index.json"])
    host = data["rows"]["host"][0]

    assert ([-1], "XB") == (data["rows"]["met"], data["countries"][host][0])


def test_people_have_their_country(index: Any) -> None:
    """The browser knows of which country somebody is, to tell whose people met."""
    assert ["XA", "XB"] == [index["countries"][of][0] for _, _, of in index["people"]]


def test_rows_are_as_long_as_entries(index: Any) -> None:
    """Every field has a number for every entry."""
    assert {4} == {len(row) for row in index["rows"].values()}


def test_entries_stand_in_the_order_of_the_pages() -> None:
    """The browser finds an entry on its page by its number: the orders must agree."""
    events = [make_event(f"e{n}", f"2031-0{n % 9 + 1}-1{n % 7}") for n in range(40)]
    site = make_sites(make_chronicle(events, [make_milestone("m", "2031")]))[0]
    (page,) = timeline.build(site)
    (listed,) = (p for p in year.build(site) if p.path == "timeline/2031.md")
    data = json.loads(page.beside["index.json"])
    kinds = [data["kinds"][kind] for kind in data["rows"]["kind"]]
    marks = [id if id == "milestone" else family[0] for id, _, family in kinds]

    assert marks == re.findall(r"<li data-k=(\w+)", listed.body)
