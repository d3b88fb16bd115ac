"""What stands around an anniversary, and how it stands to the day."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, timedelta
from heapq import nsmallest

from generator.pages.facts.anniversaries import AROUND, Anniversary
from generator.pages.facts.entries import Entry, month_of, year_of
from generator.pages.facts.years import full_years


@dataclass(frozen=True, kw_only=True, slots=True)
class Standing:
    """An entry beside an anniversary.

    ``days`` are counted from the anniversary: negative before it, 0 on the day, None
    where the entry's own date is less precise than a day.  ``years`` are the full years
    since the occasion on the entry's day; the year then running is the next one.
    """

    entry: Entry
    days: int | None
    years: int | None


def standing(entry: Entry, anniversary: Anniversary) -> Standing:
    """How an entry stands to an anniversary."""
    day = entry.date.day if entry.date and not entry.date.uncertain else None
    if day is None:
        return Standing(entry=entry, days=None, years=None)
    since = anniversary.occasion.day
    return Standing(entry=entry, days=(day - anniversary.day).days, years=full_years(since, day))


@dataclass(frozen=True, kw_only=True, slots=True)
class Season:
    """A round anniversary with what stands around it, in order of date.

    ``entries`` are all that stand there; ``before`` and ``after`` those that are shown,
    all of them or the nearest to the day.
    """

    anniversary: Anniversary
    entries: tuple[Entry, ...]
    before: tuple[Standing, ...]
    after: tuple[Standing, ...]

    @property
    def count(self) -> int:
        """How many entries stand around the day."""
        return len(self.entries)

    @property
    def shown(self) -> int:
        """How many of them are shown."""
        return len(self.before) + len(self.after)

    @property
    def first(self) -> date:
        """The first day of the season."""
        return self.anniversary.day - AROUND

    @property
    def last(self) -> date:
        """The last day of the season."""
        return self.anniversary.day + AROUND

    @property
    def months(self) -> tuple[tuple[int, int | None], ...]:
        """Year and month of each part of a list in which its entries stand."""
        days = [entry.date for entry in self.entries if entry.date]
        return tuple(dict.fromkeys((year_of(day), month_of(day)) for day in days))


def nearest(entries: Iterable[Entry], day: date, most: int) -> tuple[Entry, ...]:
    """The entries nearest to a day, in their own order; of two as near the first."""

    def away(numbered: tuple[int, Entry]) -> tuple[timedelta, int]:
        number, entry = numbered
        assert entry.date is not None
        return max(entry.date.lower - day, day - entry.date.upper, timedelta()), number

    near = nsmallest(most, enumerate(entries), key=away)
    return tuple(entry for _, entry in sorted(near, key=lambda one: one[0]))


def season_of(
    entries: tuple[Entry, ...], anniversary: Anniversary, most: int | None = None
) -> Season:
    """Split the entries around an anniversary at its day; the day's own come after it.

    At most ``most`` are shown: the nearest to the day.
    """
    shown = entries if most is None else nearest(entries, anniversary.day, most)
    around = [standing(entry, anniversary) for entry in shown]

    def early(one: Standing) -> bool:
        when = one.entry.date
        return when is not None and when.lower < anniversary.day

    return Season(
        anniversary=anniversary,
        entries=entries,
        before=tuple(one for one in around if early(one)),
        after=tuple(one for one in around if not early(one)),
    )
