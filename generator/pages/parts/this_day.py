"""What happened on this day of other years, and which day it is in the capitals concerned.

The page is built on one day and read on another: it says for which day it was built, and
``today.js`` asks the reader's browser which day it is in each capital and brings that day's
entries.  ``days`` tells it which days of the year have any, so that it asks for no page that
is not there.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from datetime import date
from itertools import accumulate
from typing import NamedTuple

from generator.pages.dress import View
from generator.pages.facts.entries import Entry
from generator.text.json_text import compact

MOST = 8
"""Entries that the section shows; the day's own page has them all."""
_LENGTHS = (31, 29, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31)
_BEFORE = (0, *accumulate(_LENGTHS))


class ThisDay(NamedTuple):
    """The section: entries of the day of the build, and what the script needs for another."""

    day: date
    entries: tuple[Entry, ...]
    key: str
    days: str
    zones: str


def group(entries: Iterable[Entry]) -> Mapping[str, tuple[Entry, ...]]:
    """Entries known to the day, by "08-19"."""
    groups: dict[str, list[Entry]] = defaultdict(list)
    for entry in entries:
        if entry.date and entry.date.day:
            groups[entry.date.text[5:10]].append(entry)
    return {day: tuple(found) for day, found in groups.items()}


def this_day(
    view: View, by_day: Mapping[str, Sequence[Entry]], codes: Iterable[str | None]
) -> ThisDay | None:
    """The section for countries' capitals; None where no day can have anything to show.

    ``by_day`` are the entries of each day of the year, oldest first.
    """
    day = view.site.today
    key = f"{day:%m-%d}"
    known = [e for e in by_day.get(key, ()) if e.date and e.date.lower < day]
    zones = _zones(view, codes) if by_day else []
    if not (known or zones):
        return None
    return ThisDay(
        day=day,
        entries=tuple(known[-MOST:]),
        key=key,
        days=_bits(by_day),
        zones=compact(zones),
    )


def _zones(view: View, codes: Iterable[str | None]) -> list[tuple[str, str]]:
    """Name and time zone of each country's capital, as far as the registry has them."""
    registry = view.site.chronicle.registry
    found = []
    for code in codes:
        country = registry.countries.get(code or "")
        capital = registry.places.get((country.capital or "") if country else "")
        if capital and capital.time_zone:
            found.append((view.name("place", capital.id), capital.time_zone))
    return found


def _bits(days: Iterable[str]) -> str:
    """A leap year's days as hexadecimal digits, four days each, the first day highest."""
    bits = 0
    for key in days:
        month, day = map(int, key.split("-"))
        bits |= 1 << (367 - (_BEFORE[month - 1] + day - 1))
    return f"{bits:092x}"
