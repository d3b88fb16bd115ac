"""What pages compute from the archive."""

from __future__ import annotations

from datetime import date

from generator.model import Edtf, Speaker
from generator.pages.facts import meetings
from generator.pages.facts.anniversaries import (
    in_year,
    next_ones,
    occasions,
    round_ones,
    season,
)
from generator.pages.facts.entries import by_year, in_order, month_of
from generator.pages.facts.kinds import FAMILIES, by_family, family
from generator.pages.facts.offices import bands
from generator.pages.facts.seasons import nearest, season_of, standing
from generator.pages.facts.works import works
from tests.pages.hub_site import (
    make_chronicle,
    make_event,
    make_milestone,
    make_person,
    make_sites,
    make_term,
)

ESTABLISHED = make_milestone("est", "2002-10-22", "establishment")


def test_occasion_named_once() -> None:
    """A relationship and the milestone of the same day are one occasion with all sources."""
    (occasion,) = occasions(make_chronicle(milestones=[ESTABLISHED]).registry)

    assert ("https://example.org/est", "https://example.org/relations") == occasion.sources


def test_other_establishment_kept() -> None:
    """A milestone that names another day stays an occasion of its own."""
    other = make_milestone("est", "2002-10-23", "establishment")

    assert 2 == len(occasions(make_chronicle(milestones=[other]).registry))


def test_vague_milestone_has_no_anniversary() -> None:
    """A treaty known by its year only has no day to return to."""
    vague = make_milestone("t", "2003")

    assert 1 == len(occasions(make_chronicle(milestones=[vague]).registry))


def test_visit_has_no_anniversary() -> None:
    """Visits are not remembered every year."""
    visit = make_milestone("v", "2003-01-02", "visit")

    assert 1 == len(occasions(make_chronicle(milestones=[visit]).registry))


def test_anniversaries_of_a_year_in_order() -> None:
    """Anniversaries of a year come in order of date, from the second year on."""
    known = occasions(make_chronicle(milestones=[make_milestone("t", "2003-01-05")]).registry)

    assert [(29, 1), (30, 10)] == [(a.years, a.day.month) for a in in_year(known, 2032)]


def test_next_ones_cross_the_year() -> None:
    """After the last anniversary of a year come those of the next."""
    known = occasions(make_chronicle().registry)

    assert [31] == [a.years for a in next_ones(known, date(2032, 11, 24), 4)]


def test_round_ones_until_today() -> None:
    """Round anniversaries end with the last one that has come."""
    (occasion,) = occasions(make_chronicle().registry)

    assert [5, 10, 15, 20, 25] == [a.years for a in round_ones(occasion, date(2032, 10, 21))]


def test_before_the_day() -> None:
    """A meeting 64 days before the 30th anniversary stands in the 30th year, 29 full."""
    (occasion,) = occasions(make_chronicle().registry)
    (thirtieth,) = (a for a in round_ones(occasion, date(2032, 12, 31)) if a.years == 30)
    found = standing(make_event(day="2032-08-19"), thirtieth)

    assert (-64, 29) == (found.days, found.years)


def test_vague_day_has_no_distance() -> None:
    """A document known by its month only is not counted in days."""
    (occasion,) = occasions(make_chronicle().registry)
    found = standing(make_event(day="2032-08"), round_ones(occasion, date(2032, 12, 31))[-1])

    assert None is found.days


def test_season_reaches_three_months() -> None:
    """Documents 92 days away belong to the season, those of 93 days do not."""
    events = (make_event("a", "2032-07-21"), make_event("b", "2032-07-22"))

    assert ["b"] == [event.id for event in season(events, date(2032, 10, 22))]


def test_season_split_at_the_day() -> None:
    """What happens on the day itself stands after it."""
    (occasion,) = occasions(make_chronicle().registry)
    entries = (make_event("a", "2032-10-21"), make_event("b", "2032-10-22"))
    split = season_of(entries, round_ones(occasion, date(2032, 12, 31))[-1])

    assert (["a"], ["b"]) == ([s.entry.id for s in split.before], [s.entry.id for s in split.after])


def test_nearest_keep_their_order() -> None:
    """The nearest to a day stand in order of date; a month that holds the day is near."""
    days = ("2032-01-01", "2032-10-20", "2032-10", "2032-10-25", "2032-10-26")
    events = [make_event(day, day) for day in days]

    assert ["2032-10-20", "2032-10", "2032-10-25"] == [
        event.id for event in nearest(events, date(2032, 10, 23), 3)
    ]


def test_month_of_an_interval() -> None:
    """An interval inside a month lies in it; one across months in none."""
    found = [month_of(Edtf.parse(text)) for text in ("2024-07-02/2024-07-04", "2024-07/2024-08")]

    assert [7, None] == found


def test_order_milestones_before_documents() -> None:
    """On one day the milestone stands before the document."""
    entries = in_order([make_event("e", "2031-01-02")], [make_milestone("m", "2031-01-02")])

    assert ["m", "e"] == [entry.id for entry in entries]


def test_year_without_month_comes_first() -> None:
    """Entries known by their year only stand first in it, under no month."""
    entries = in_order([make_event("e", "2031-03-01")], [make_milestone("m", "2031")])
    (year,) = by_year(entries)

    assert [None, 3] == [month.month for month in year.months]


def test_families_cover_every_kind() -> None:
    """An unknown kind is counted as other, never lost."""
    assert {"other": 1} == by_family([make_event(kind="ball")])


def test_every_kind_has_one_family() -> None:
    """No kind stands in two families."""
    kinds = [kind for group in FAMILIES.values() for kind in group]

    assert sorted(kinds) == sorted(set(kinds))
    assert "meeting" == family("talks")


def test_open_term_is_known_until_seen() -> None:
    """A term without an end is drawn as unconfirmed after the day it was last seen."""
    person = make_person("elena-vark", "XA", make_term("2000-01-01", None, "2030-01-01"))
    (band,) = bands([person], "XA", "head_of_state", date(2020, 1, 1), date(2032, 1, 1))

    assert (date(2030, 1, 1), date(2032, 1, 1)) == (band.known_until, band.end)


def test_term_without_start_is_not_drawn() -> None:
    """A term whose beginning nobody states has no honest band."""
    person = make_person("elena-vark", "XA", make_term(None, "2030-01-01"))

    assert () == bands([person], "XA", "head_of_state", date(2020, 1, 1), date(2032, 1, 1))


def test_translations_count_once() -> None:
    """A document in two languages is one work, shown in the reader's language."""
    pair = [make_event("a"), make_event("a", language="en", title="Meeting")]
    russian, english = make_sites(make_chronicle(pair))

    assert (["ru"], ["en"]) == (
        [event.language for event in works(russian).events],
        [event.language for event in works(english).events],
    )


def test_words_by_year() -> None:
    """Words are summed by year and person."""
    speaker = Speaker(label="Э.Варк", person="elena-vark", turns=1, words=7)
    events = [make_event(str(n), "2031", speakers=(speaker,)) for n in range(2)]

    assert {2031: 14} == meetings.words_by_year(events, "elena-vark")
