"""Events and milestones in one order, grouped by year and month, with their precision."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date
from typing import TypeAlias

from generator.model import Edtf, Event, Milestone

Entry: TypeAlias = Event | Milestone
"""What stands in a timeline; both have ``id``, ``kind`` and ``date``."""


SIZES = (1, 2, 3, 5, 8, 13, 21, 34, 55, 89, 144, 400)
"""Numbers of entries for which the style sheet knows about how high a year is."""


def month_of(when: Edtf) -> int | None:
    """The month that a date lies in, or None where it may lie in several."""
    if (when.lower.year, when.lower.month) == (when.upper.year, when.upper.month):
        return when.lower.month
    return None


def year_of(when: Edtf) -> int:
    """The year below which a date stands: its first, or its last where it has no first."""
    return when.upper.year if when.lower == date.min else when.lower.year


def _lower(entry: Entry) -> date:
    return entry.date.lower if entry.date else date.max


def in_order(events: Iterable[Event], milestones: Iterable[Milestone]) -> tuple[Entry, ...]:
    """Dated events and milestones together, oldest first; within a day milestones first.

    ``events`` are in order of date, as every index of a chronicle has them.
    """
    entries: list[Entry] = [event for event in events if event.date]
    # The last first, so that what stands before it is still in order.
    for stone in sorted(milestones, key=lambda m: (m.date.lower, m.id), reverse=True):
        entries.insert(bisect_left(entries, stone.date.lower, key=_lower), stone)
    return tuple(entries)


@dataclass(frozen=True, kw_only=True, slots=True)
class Month:
    """The entries of one month; ``month`` is None for those known by their year only."""

    month: int | None
    entries: tuple[Entry, ...]


@dataclass(frozen=True, kw_only=True, slots=True)
class Year:
    """The entries of one year, month by month; those without a month come first."""

    year: int
    months: tuple[Month, ...]

    @property
    def count(self) -> int:
        """How many entries the year has."""
        return sum(len(month.entries) for month in self.months)

    @property
    def size(self) -> int:
        """The first of :data:`SIZES` that holds the year's entries."""
        return next((size for size in SIZES if size >= self.count), SIZES[-1])

    @property
    def entries(self) -> tuple[Entry, ...]:
        """Every entry of the year."""
        return tuple(entry for month in self.months for entry in month.entries)


def by_year(entries: Sequence[Entry]) -> tuple[Year, ...]:
    """Group dated entries by year and month, oldest first."""
    years: dict[int, dict[int, list[Entry]]] = {}
    groups: dict[tuple[int, int], list[Entry]] = {}
    for entry in entries:
        when = entry.date
        if when is None:
            continue
        if when.precision == "day":
            key = when.lower.year, when.lower.month
        else:
            key = year_of(when), month_of(when) or 0
        group = groups.get(key)
        if group is None:
            group = groups[key] = years.setdefault(key[0], {}).setdefault(key[1], [])
        group.append(entry)
    return tuple(
        Year(
            year=year,
            months=tuple(
                Month(month=month or None, entries=tuple(group))
                for month, group in sorted(months.items())
            ),
        )
        for year, months in sorted(years.items())
    )
