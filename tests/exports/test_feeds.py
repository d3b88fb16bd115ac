"""Feeds and calendars: valid, the same in every build, true to the sources."""

from __future__ import annotations

import re
from datetime import UTC, date, datetime, timedelta

import icalendar
from hypothesis import given
from hypothesis import strategies as st

from generator.exports import atom, ics, moments
from generator.model import Event, SourceRef
from generator.pages import anniversaries, home, relationship
from generator.pages.page import Page
from tests.exports.atom_rules import problems
from tests.pages.hub_site import make_chronicle, make_event, make_milestone, make_sites

BUILT = datetime(2032, 11, 24, tzinfo=UTC)
STONES = (make_milestone("m1", "2030-05-01"), make_milestone("m2", "2024-02-29"))


def pair_page(*events: Event, number: int = 0) -> Page:
    """The page of Oruna and Talvia in the first or another language."""
    site = make_sites(make_chronicle(events, STONES))[number]
    return next(page for page in relationship.build(site) if page.path.endswith("xa-xb.md"))


def feed(*events: Event, root: str = "") -> str:
    """A feed of these documents."""
    entries = [
        atom.Entry(event=event, address=event.url, publisher="oruna", kind="встреча")
        for event in atom.newest(events)
    ]
    return atom.feed(
        entries,
        title="Оруна — Тальвия",
        subtitle="",
        language="ru",
        page="./",
        root=root,
        path="relationships/xa-xb/feed.xml",
        built=BUILT,
    )


def read_first(day: str) -> SourceRef:
    """A source first read on a day."""
    return SourceRef(publisher="oruna", sha256="0" * 64, format="made_up", first_seen=day)


words = st.text(min_size=1, max_size=20)


@given(st.lists(st.tuples(words, st.none() | words, st.sampled_from(["2031-08-19", "2031", None]))))
def test_any_feed_is_valid_atom(said: list[tuple[str, str | None, str | None]]) -> None:
    """Whatever titles and leads say, the feed obeys RFC 4287."""
    events = [
        make_event(f"oruna-{number}", day, title=title, lead=lead)
        for number, (title, lead, day) in enumerate(said)
    ]

    assert [] == problems(feed(*events))


def test_rules_find_a_broken_feed() -> None:
    """The check itself is awake: an entry without a title is found."""
    broken = feed(make_event()).replace("<title>Встреча oruna-1</title>", "")

    assert ["entry: 0 × title"] == problems(broken)


def test_pages_have_valid_feeds() -> None:
    """The whole chronicle's feed and a relationship's are valid, in each language."""
    chronicle = make_chronicle((make_event(),), STONES)
    found = [
        problem
        for site in make_sites(chronicle)
        for kind in (home, relationship)
        for page in kind.build(site)
        if atom.FILE in page.beside
        for problem in problems(page.beside[atom.FILE])
    ]

    assert [] == found


def test_entry_is_dated_by_what_is_known() -> None:
    """An entry changed when its source changed it or when it was first read here."""
    event = make_event(updated="2031-08-20T10:00:00+03:00", source=read_first("2032-01-02"))

    assert "2032-01-02T00:00:00Z" == moments.stamp(moments.updated(event) or BUILT)


def test_a_printed_time_is_the_publishers_own() -> None:
    """What a Moscow publisher prints as 21:25 is 21:25 in Moscow, whatever else is known."""
    source = SourceRef(
        publisher="kremlin", url="https://example.org/1", sha256="0" * 64, format="made_up"
    )
    event = make_event(published="2031-08-19T21:25", source=source)

    assert "2031-08-19T21:25:00+03:00" == moments.stamp(moments.published(event) or BUILT)


def test_published_has_the_zone_of_the_source() -> None:
    """The time of a document is its zone's, not UTC."""
    event = make_event(time="18:35", zone="Europe/Moscow")

    assert "2031-08-19T18:35:00+03:00" == moments.stamp(moments.published(event) or BUILT)


def test_feed_begins_with_the_latest() -> None:
    """A document that was read today stands before one of a later day that was read before."""
    old = make_event("oruna-1", "1999-01-01", source=read_first("2032-05-05"))
    new = make_event("oruna-2", "2031-01-01", source=read_first("2032-05-01"))

    assert (old, new) == atom.newest((new, old))


def test_feed_of_a_busy_pair_is_short() -> None:
    """A feed holds the latest documents alone, however many the relationship has."""
    days = [date(2030, 1, 1) + timedelta(number) for number in range(atom.LATEST + 5)]
    events = [make_event(f"oruna-{n}", day.isoformat()) for n, day in enumerate(days)]
    text = pair_page(*events).beside[atom.FILE]
    found = re.findall(r"<entry.*?events/2030/(.*?)/", text, re.DOTALL)

    assert [event.id for event in reversed(events[5:])] == found


def test_ids_do_not_depend_on_the_host() -> None:
    """A site that moves gives its readers no old entry as new."""
    here = feed(make_event(), root="https://a.example")
    there = feed(make_event(), root="https://b.example")

    assert here.split("<entry>")[1] == there.split("<entry>")[1]


def test_calendar_can_be_read() -> None:
    """A calendar program finds each anniversary on its day, in the page's language."""
    found = icalendar.Calendar.from_ical(pair_page(make_event()).beside[ics.FILE])
    days = {(event.decoded("DTSTART"), str(event["SUMMARY"])) for event in found.walk("VEVENT")}

    assert (date(2035, 5, 1), "5 лет: Договор m1 (Тальвия — Оруна)") in days


def test_calendar_speaks_the_pages_language() -> None:
    """The English page's calendar is English."""
    assert "8 years: Treaty m1 (Talvia – Oruna)" in pair_page(number=1).beside[ics.FILE]


@given(st.text(st.characters(codec="utf-8", exclude_categories=("Cc", "Cs")), max_size=200))
def test_any_title_survives_the_calendar(title: str) -> None:
    """Commas, backslashes and long lines come back as they were."""
    day = ics.Day(id="1", day=date(2032, 1, 1), title=title)
    made = ics.calendar([day], name="x", language="ru", made=date(2032, 1, 1))
    found = icalendar.Calendar.from_ical(made).walk("VEVENT")[0]

    assert title.strip() == str(found["SUMMARY"]).strip()
    assert all(len(line) <= 75 for line in made.encode().split(b"\r\n"))


def test_calendar_of_all_is_there() -> None:
    """The page of anniversaries offers all of them."""
    site = make_sites(make_chronicle((make_event(),), STONES))[0]
    page = next(iter(anniversaries.build(site)))

    assert page.beside[ics.FILE].count("BEGIN:VEVENT") > 1
