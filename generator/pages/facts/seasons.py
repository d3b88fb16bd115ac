"""What stands around an anniversary, and how it stands to the day."""

from __future__ import annotations

from dataclasses import dataclass

from generator.pages.facts.anniversaries import Anniversary
from generator.pages.facts.entries import Entry
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
    """A round anniversary with what stands around it, in order of date."""

    anniversary: Anniversary
    before: tuple[Standing, ...]
    after: tuple[Standing, ...]

    @property
    def count(self) -> int:
        """How many entries stand around the day."""
        return len(self.before) + len(self.after)


def season_of(entries: tuple[Entry, ...], anniversary: Anniversary) -> Season:
    """Split the entries around an anniversary at its day; the day's own come after it."""
    around = [standing(entry, anniversary) for entry in entries]

    def early(one: Standing) -> bool:
        when = one.entry.date
        return when is not None and when.lower < anniversary.day

    return Season(
        anniversary=anniversary,
        before=tuple(one for one in around if early(one)),
        after=tuple(one for one in around if not early(one)),
    )
