"""Anniversaries: what has them, when they fall, which documents stand around them.

To give anniversaries to another kind of milestone, add it to :data:`KEPT`.
"""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from datetime import date, timedelta

from generator.model import Milestone, Relationship
from generator.pages.facts.breaks import Break, breaks, broken_off
from generator.pages.facts.entries import Entry
from generator.pages.facts.years import anniversary, is_round
from generator.registry import Registry

KEPT = (
    "establishment",
    "recognition",
    "treaty",
    "agreement",
    "declaration",
    "ratification",
    "entry_into_force",
    "accession",
    "resumption",
)
AROUND = timedelta(days=92)
"""How far from an anniversary a document still belongs to its season: three months."""


@dataclass(frozen=True, kw_only=True, slots=True)
class Occasion:
    """Something that happened on a known day and is remembered every year.

    Exactly one of ``milestone`` and ``relationship`` is set, or both where a milestone
    tells of the very day on which the relationship's relations were established.
    ``breaks`` are those of the relationship.
    """

    day: date
    kind: str
    parties: tuple[str, ...]
    milestone: Milestone | None = None
    relationship: Relationship | None = None
    breaks: tuple[Break, ...] = ()

    def kept(self, day: date) -> bool:
        """Whether an anniversary is kept on this day: not while relations are broken off."""
        return broken_off(self.breaks, day) is None

    @property
    def sources(self) -> tuple[str, ...]:
        """Addresses of the pages that state the day."""
        stated = (self.milestone.source,) if self.milestone else ()
        more = self.relationship.sources if self.relationship else ()
        return tuple(dict.fromkeys(stated + more))

    @property
    def medium(self) -> bool:
        """Whether the day is known with medium confidence only."""
        entries = [entry for entry in (self.milestone, self.relationship) if entry]
        return all(entry.confidence != "high" for entry in entries)


@dataclass(frozen=True, kw_only=True, slots=True)
class Anniversary:
    """One return of an occasion's day: ``years`` full years on ``day``."""

    occasion: Occasion
    years: int
    day: date

    @property
    def round(self) -> bool:
        """Whether it is a round one."""
        return is_round(self.years)


def occasions(registry: Registry) -> tuple[Occasion, ...]:
    """Everything that has anniversaries, oldest first; the same fact never twice."""
    found: list[Occasion] = []
    merged: set[str] = set()
    establishments = {
        ("-".join(sorted(milestone.parties)), milestone.date.day): milestone
        for milestone in registry.milestones.values()
        if milestone.kind == "establishment"
    }
    broken = breaks(registry)
    for relationship in registry.relationships.values():
        day = relationship.established.day if relationship.established else None
        if day is None:
            continue
        milestone = establishments.get((relationship.pair, day))
        if milestone:
            merged.add(milestone.id)
        found.append(
            Occasion(
                day=day,
                kind="establishment",
                parties=relationship.countries,
                milestone=milestone,
                relationship=relationship,
                breaks=broken.get(relationship.pair, ()),
            )
        )
    for milestone in registry.milestones.values():
        day = milestone.date.day
        if day is None or milestone.kind not in KEPT or milestone.id in merged:
            continue
        found.append(
            Occasion(day=day, kind=milestone.kind, parties=milestone.parties, milestone=milestone)
        )
    return tuple(sorted(found, key=lambda o: (o.day, o.kind != "establishment", o.parties)))


def of_pair(known: Iterable[Occasion], pair: str) -> tuple[Occasion, ...]:
    """The occasions of two countries, multilateral ones included."""
    first, second = pair.split("-")
    return tuple(o for o in known if first in o.parties and second in o.parties)


def in_year(known: Iterable[Occasion], year: int) -> tuple[Anniversary, ...]:
    """Every anniversary that falls in a calendar year, in order of date."""
    falling = [
        Anniversary(occasion=o, years=year - o.day.year, day=anniversary(o.day, year - o.day.year))
        for o in known
        if year > o.day.year
    ]
    return tuple(sorted((a for a in falling if a.occasion.kept(a.day)), key=lambda a: a.day))


def next_ones(known: Sequence[Occasion], today: date, count: int) -> tuple[Anniversary, ...]:
    """The next anniversaries from ``today`` on, today's included."""

    def coming() -> Iterator[Anniversary]:
        for year in (today.year, today.year + 1):
            yield from (a for a in in_year(known, year) if a.day >= today)

    return tuple(a for a, _ in zip(coming(), range(count), strict=False))


def round_ones(occasion: Occasion, last: date) -> tuple[Anniversary, ...]:
    """Every round anniversary of an occasion until ``last``."""
    years = range(5, last.year - occasion.day.year + 1, 5)
    falling = (
        Anniversary(occasion=occasion, years=n, day=anniversary(occasion.day, n)) for n in years
    )
    return tuple(a for a in falling if a.day <= last and occasion.kept(a.day))


def season(entries: Sequence[Entry], day: date, around: timedelta = AROUND) -> tuple[Entry, ...]:
    """The entries within ``around`` of a day, of ``entries`` that are dated and in order."""

    def lower(entry: Entry) -> date:
        return entry.date.lower if entry.date else date.max

    first = bisect_left(entries, day - around, key=lower)
    last = bisect_right(entries, day + around, key=lower)
    return tuple(entry for entry in entries[first:last] if entry.date)
