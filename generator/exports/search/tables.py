"""What the search page shows of documents, and what it counts them by.

``d/<period>.json``    a period's columns: day, kind, language, countries, people, length
``t/<period>-<n>.json``  rows for the result list, :data:`BLOCK` documents each
``names.<language>.json``  names of the countries and people that the columns number
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from datetime import date
from typing import Any

from generator.exports.search.codec import encode
from generator.exports.search.periods import Period
from generator.model import Event
from generator.model.event import KINDS
from generator.registry import Registry
from generator.text.json_text import compact

BLOCK = 16


class Numbering:
    """Numbers for countries, people and languages; the most frequent have the least."""

    def __init__(self, events: Sequence[Event]) -> None:
        self.countries = _by_count(events, lambda event: event.countries)
        self.people = _by_count(events, lambda event: event.people)
        self.languages = _by_count(events, lambda event: (event.language,))


def _by_count(events: Iterable[Event], ids: Callable[[Event], Iterable[str]]) -> dict[str, int]:
    counted = Counter(id for event in events for id in dict.fromkeys(ids(event)))
    ordered = sorted(counted, key=lambda id: (-counted[id], id))
    return {id: number for number, id in enumerate(ordered)}


def files(
    periods: Sequence[Period],
    numbering: Numbering,
    lengths: Mapping[str, Sequence[int]],
    registry: Registry,
    languages: Sequence[str],
) -> dict[str, str]:
    """The text of every file of this module, by name; ``lengths`` are documents' words."""
    found = {
        f"names.{language}.json": _names(numbering, registry, language) for language in languages
    }
    for period in periods:
        found[f"d/{period.name}.json"] = columns(period, lengths[period.name], numbering)
        found.update(rows(period))
    return found


def _names(numbering: Numbering, registry: Registry, language: str) -> str:
    def name(entries: Mapping[str, Any], id: str) -> str:
        names = entries[id].names if id in entries else {}
        return str(names.get(language) or names.get("en") or next(iter(names.values()), id))

    return compact(
        {
            "countries": [name(registry.countries, id) for id in numbering.countries],
            "people": [name(registry.people, id) for id in numbering.people],
        }
    )


def columns(period: Period, lengths: Sequence[int], numbering: Numbering) -> str:
    """A period's columns; days are counted from the first of its year, lengths are log₂."""
    events = period.events
    return compact(
        {
            "day": encode(_day(event) for event in events),
            "kind": encode(KINDS.index(event.kind) for event in events),
            "language": encode(numbering.languages[event.language] for event in events),
            "length": encode(length.bit_length() for length in lengths),
            "country": encode(_lists(numbering.countries, (e.countries for e in events))),
            "person": encode(_lists(numbering.people, (e.people for e in events))),
        }
    )


def _day(event: Event) -> int:
    if event.date is None:
        return 0
    return (event.date.lower - date(event.date.year, 1, 1)).days


def _lists(numbers: Mapping[str, int], columns: Iterable[Sequence[str]]) -> Iterator[int]:
    """Each list as its length and its numbers."""
    for ids in columns:
        listed = sorted({numbers[id] for id in ids})
        yield len(listed)
        yield from listed


def rows(period: Period) -> Iterator[tuple[str, str]]:
    """(file name, text) of a period's blocks of rows: address, title, date, kind, place."""
    for block, start in enumerate(range(0, len(period.events), BLOCK)):
        yield (
            f"t/{period.name}-{block}.json",
            compact([_row(event) for event in period.events[start : start + BLOCK]]),
        )


def _row(event: Event) -> list[str]:
    return [
        event.url,
        event.title,
        event.date.text if event.date else "",
        event.kind,
        event.language,
        event.place_printed or "",
    ]
