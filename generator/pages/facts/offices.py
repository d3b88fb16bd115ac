"""Who held an office when: the bands behind a timeline."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date

from generator.model import Person, Term


@dataclass(frozen=True, kw_only=True, slots=True)
class Band:
    """One term as it is drawn.

    ``start`` and ``end`` are days; ``known_until`` is the day on which an open term was
    last seen to run, or ``end`` where the term is known to its end: what lies between
    ``known_until`` and ``end`` is drawn as unconfirmed.
    """

    person: Person
    term: Term
    start: date
    end: date
    known_until: date


def bands(
    people: Iterable[Person], country: str, role: str, first: date, last: date
) -> tuple[Band, ...]:
    """The terms of a role in a country that touch a stretch of time, oldest first.

    Terms whose beginning is unknown are left out: they cannot be drawn honestly.
    """
    found: list[Band] = []
    for person in people:
        for term in person.terms:
            belongs = (term.country or person.country) == country and term.role == role
            if not belongs or term.start is None:
                continue
            start = term.start.lower
            end = term.end.upper if term.end else last
            if start > last or end < first:
                continue
            seen = term.as_of.upper if term.as_of and not term.end else end
            found.append(
                Band(
                    person=person,
                    term=term,
                    start=max(start, first),
                    end=min(end, last),
                    known_until=max(min(seen, end, last), first),
                )
            )
    return tuple(sorted(found, key=lambda band: (band.start, band.end, band.person.id)))
