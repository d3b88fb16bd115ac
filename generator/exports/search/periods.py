"""Periods: the parts of the index that are made anew when one of their documents changes.

A period is a year, or a month of a year with more than :data:`FULL` documents.  Documents
are numbered within their period by publisher and number, so that a new document of a
publisher mostly comes last and moves no other.
"""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterable
from dataclasses import dataclass

from generator.model import Event

FULL = 1000
UNDATED = "0"
_NUMBERS = re.compile(r"(\d+)")


@dataclass(frozen=True, slots=True)
class Period:
    """``name`` is "2022", "2022-08" or "0" for undated documents; events in order."""

    name: str
    events: tuple[Event, ...]


def periods(events: Iterable[Event]) -> list[Period]:
    """The documents by period, oldest first, undated ones before all."""
    years: dict[str, list[Event]] = defaultdict(list)
    for event in events:
        years[str(event.date.year) if event.date else UNDATED].append(event)
    found: list[Period] = []
    for year in sorted(years, key=int):
        if len(years[year]) <= FULL or year == UNDATED:
            found.append(_period(year, years[year]))
            continue
        months: dict[str, list[Event]] = defaultdict(list)
        for event in years[year]:
            assert event.date is not None
            months[f"{year}-{event.date.lower.month:02}"].append(event)
        found.extend(_period(month, months[month]) for month in sorted(months))
    return found


def _period(name: str, events: list[Event]) -> Period:
    return Period(name, tuple(sorted(events, key=_order)))


def _order(event: Event) -> tuple[str | int, ...]:
    # Text and numbers alternate, text first, so that keys compare part by part.
    parts = _NUMBERS.split(event.key)
    return tuple(int(part) if i % 2 else part for i, part in enumerate(parts))
