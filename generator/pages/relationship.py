"""A relationship: two countries, since when, what happened, who met whom, what was said.

Each section is a function of :class:`Pair`; a section with nothing to show gives nothing
and its template part is left out.  To add one, add a field to the context in
:func:`_page` and its part to ``overrides/chronicle/relationship.html``.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import replace

from generator.model import Event, Link, Milestone, Relationship
from generator.pages import pictures
from generator.pages.addresses import address
from generator.pages.dress import View
from generator.pages.facts import meetings
from generator.pages.facts.anniversaries import (
    Anniversary,
    Occasion,
    next_ones,
    occasions,
    of_pair,
    round_ones,
    season,
)
from generator.pages.facts.breaks import breaks
from generator.pages.facts.entries import Entry, in_order
from generator.pages.facts.seasons import Season, season_of
from generator.pages.facts.works import works
from generator.pages.facts.years import full_years
from generator.pages.hub import at, compressed, filtered, hub
from generator.pages.listing import listing
from generator.pages.page import Page, Site
from generator.pages.parts import downloads, figures, pair_people, pair_places, pair_words
from generator.pages.parts.shelves import family_numbers, only, shelf_for
from generator.pages.parts.this_day import MOST, group, this_day
from generator.pages.shelf import Shelf, year_pages

KIND = "relationship"
HELD = ("meeting", "visit", "summit")
"""Families of documents that may be about meetings."""
WHOLE = 100
"""Entries around round anniversaries up to which the page shows them all."""
NEAREST = 12
"""Entries shown around each where there are more: those nearest to the day."""


def build(site: Site) -> Iterable[Page]:
    """A page for each relationship, and one for each year of a long one."""
    known = occasions(site.chronicle.registry)
    sides = meetings.sides(site.chronicle.registry.people)
    first = at(site, "relationships")
    for pair in sorted(first.subjects.ids["relationship"]):
        if site.wants(KIND, pair):
            yield from _page(site, pair, of_pair(known, pair), sides)


def _page(
    site: Site,
    pair: str,
    known: tuple[Occasion, ...],
    sides: pair_people.Sides,
) -> Iterator[Page]:
    view = at(site, "relationship", pair)
    archive = works(site)
    events = archive.of_relationship.get(pair, ())
    met = meetings.meetings_of(site).get(pair, ())
    gap = meetings.last_meeting(met, site.today)
    dated = tuple(event for event in events if event.date)
    milestones = archive.milestones_of_pair.get(pair, ())
    entries = in_order(dated, milestones)
    relationship = archive.registry.relationships.get(pair)
    born = next((o for o in known if o.relationship), None)
    codes = view.subjects.ordered(pair)
    title = view.name("relationship", pair)
    seasons = _seasons(born, entries, site) if born else ()
    coming = next_ones(known, site.today, 4)
    named = _named(born, events)
    beside_list = sum(season.shown for season in seasons) + len(named) + len(coming) + MOST
    shelved = shelf_for(view, KIND, pair, events, milestones, beside=beside_list)
    reach = pictures.span(dated, milestones, site.today)
    beside, taken = downloads.of_pair(view, pair, title, events, known, relationship, milestones)
    page = hub(
        view,
        kind=KIND,
        id=pair,
        title=title,
        template="relationship",
        description=_description(view, title, relationship, len(events)),
        pair=pair,
        codes=codes,
        relationship=relationship,
        born=born,
        age=_age(born, site),
        breaks=breaks(archive.registry).get(pair, ()),
        coming=coming,
        seasons=seasons,
        named=named,
        numbers_row=_numbers(view, shelved, events, met, milestones, pair),
        events=events,
        dated=dated,
        milestones=milestones,
        entries=entries,
        shelf=shelved,
        list=listing(view, pair),
        met=met,
        gap=gap,
        later=_later(gap, milestones, site),
        per_year=pictures.per_year(
            view,
            shelved,
            events,
            milestones,
            born=born if seasons else None,
            offices=codes,
        ),
        per_month=pictures.per_month(view, shelved, reach),
        kinds=pair_words.kinds(view, events, pair),
        people=pair_people.people(events, met, codes, sides),
        places=pair_places.places(view, met, codes, pair),
        topics=pair_words.topics(events),
        figures=figures.figures(view, events, pair),
        phrases=pair_words.phrases(view, events),
        missing=compressed(_missing(dated)),
        page_address=address(view.path),
        today=site.today,
        downloads=taken,
        this_day=this_day(view, group(entries), codes),
    )
    yield replace(page, beside=beside)
    yield from year_pages(site, KIND, pair, title, shelved)


def _description(view: View, title: str, relationship: Relationship | None, count: int) -> str:
    documents = view.t("count.documents", count=count)
    if relationship and relationship.established:
        date = view.said.date(relationship.established)
        return view.t("relationship.description", title=title, date=date, documents=documents)
    return view.t("relationship.description_undated", title=title, documents=documents)


def _age(born: Occasion | None, site: Site) -> tuple[int, Anniversary] | None:
    """Full years today and the next anniversary, while relations last."""
    if born is None or born.day > site.today or not born.kept(site.today):
        return None
    coming = next_ones((born,), site.today, 1)
    return (full_years(born.day, site.today), coming[0]) if coming else None


def _seasons(born: Occasion, entries: tuple[Entry, ...], site: Site) -> tuple[Season, ...]:
    """Round anniversaries that have something around them, newest first."""
    around = [
        (found, anniversary)
        for anniversary in round_ones(born, site.today)
        if (found := season(entries, anniversary.day))
    ]
    most = NEAREST if sum(len(found) for found, _ in around) > WHOLE else None
    return tuple(season_of(found, anniversary, most) for found, anniversary in reversed(around))


def _named(
    born: Occasion | None, events: tuple[Event, ...]
) -> tuple[tuple[Event, tuple[Link, ...]], ...]:
    """What was said of the day on which relations were established."""
    return pair_words.said(events, born.milestone.id) if born and born.milestone else ()


def _numbers(
    view: View,
    shelved: Shelf,
    events: tuple[Event, ...],
    met: tuple[meetings.Meeting, ...],
    milestones: tuple[Milestone, ...],
    pair: str,
) -> list[tuple[int, str, str]]:
    """The head's numbers: (number, what it counts, where those stand)."""
    # A document's kind does not say that both sides were there: what they held is counted.
    found = family_numbers(view, shelved, events, HELD, pair=pair)
    if met:
        words = view.t("number.met", count=len(met))
        found.insert(1 if events else 0, (len(met), words, filtered(view, pair=pair, met=1)))
    if milestones:
        words = view.t("number.milestones", count=len(milestones))
        found.append((len(milestones), words, only(view, shelved, "milestone", pair=pair)))
    return found


def _later(
    gap: meetings.Gap | None, milestones: tuple[Milestone, ...], site: Site
) -> Milestone | None:
    """The latest milestone, if it is later than the last meeting: the two may have met then."""
    if gap is None:
        return None
    after = [m for m in milestones if gap.before.date.upper < m.date.lower <= site.today]
    return after[-1] if after else None


def _missing(events: tuple[Event, ...]) -> tuple[int, ...]:
    """Years without a document between the first and the last one."""
    years = {event.date.year for event in events if event.date}
    if not years:
        return ()
    return tuple(year for year in range(min(years), max(years)) if year not in years)
