"""Who met whom, where, how often, and how long ago: counted from the events alone."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from itertools import pairwise

from generator.model import Event, Person

IN_PERSON = ("meeting", "talks", "summit", "visit", "trip", "press-conference")
"""Kinds that mean one room where the event does not say its format."""


def in_person(event: Event) -> bool:
    """Whether the parties met face to face."""
    if event.format is not None:
        return event.format == "in-person"
    return event.kind in IN_PERSON


@dataclass(frozen=True, kw_only=True, slots=True)
class Acquaintance:
    """Two people and every meeting at which both took part, oldest first."""

    people: tuple[str, str]
    meetings: tuple[Event, ...]

    @property
    def first(self) -> Event:
        """The earliest meeting in the archive."""
        return self.meetings[0]

    @property
    def last(self) -> Event:
        """The latest meeting in the archive."""
        return self.meetings[-1]


def acquaintances(
    events: Iterable[Event], ours: Iterable[str], theirs: Iterable[str]
) -> tuple[Acquaintance, ...]:
    """Each pair of people of two sides who met, most often first.

    ``ours`` and ``theirs`` are ids; ``events`` are in order of date.
    """
    left, right = frozenset(ours), frozenset(theirs)
    met: dict[tuple[str, str], list[Event]] = defaultdict(list)
    for event in events:
        if not event.date or not in_person(event):
            continue
        here = [person for person in event.people if person in left]
        there = [person for person in event.people if person in right]
        for one in here:
            for other in there:
                met[one, other].append(event)
    found = [Acquaintance(people=pair, meetings=tuple(group)) for pair, group in met.items()]
    return tuple(sorted(found, key=lambda a: (-len(a.meetings), a.people)))


def company(events: Iterable[Event], person: str) -> tuple[tuple[str, tuple[Event, ...]], ...]:
    """With whom a person took part in events: (id, events), most often first."""
    shared: dict[str, list[Event]] = defaultdict(list)
    for event in events:
        for other in event.people:
            if other != person:
                shared[other].append(event)
    groups = ((other, tuple(group)) for other, group in shared.items())
    return tuple(sorted(groups, key=lambda pair: (-len(pair[1]), pair[0])))


@dataclass(frozen=True, kw_only=True, slots=True)
class Hosting:
    """Whose guest whom: meetings in person by the country where they took place."""

    by_country: Mapping[str, tuple[Event, ...]]
    unknown: tuple[Event, ...]

    def of(self, country: str) -> tuple[Event, ...]:
        """Meetings that a country hosted."""
        return self.by_country.get(country, ())

    def elsewhere(self, *countries: str) -> tuple[tuple[str, tuple[Event, ...]], ...]:
        """Third countries with their meetings, most often first."""
        others = [(c, group) for c, group in self.by_country.items() if c not in countries]
        return tuple(sorted(others, key=lambda pair: (-len(pair[1]), pair[0])))


def hosting(events: Iterable[Event]) -> Hosting:
    """Meetings in person, grouped by host; order of date is kept."""
    groups: dict[str, list[Event]] = defaultdict(list)
    unknown: list[Event] = []
    for event in events:
        if in_person(event):
            (groups[event.host] if event.host else unknown).append(event)
    return Hosting(
        by_country={country: tuple(group) for country, group in groups.items()},
        unknown=tuple(unknown),
    )


@dataclass(frozen=True, kw_only=True, slots=True)
class Gap:
    """A silence between two meetings: ``days`` from ``before`` to ``after``.

    ``after`` is None for the silence that lasts until today.
    """

    days: int
    before: Event
    after: Event | None


def last_meeting(events: Sequence[Event], today: date) -> Gap | None:
    """The latest meeting in person with the days since then, or None without one."""
    for event in reversed(events):
        if event.date and event.date.upper <= today and in_person(event):
            return Gap(days=(today - event.date.upper).days, before=event, after=None)
    return None


def first_meeting(events: Iterable[Event]) -> Event | None:
    """The earliest meeting in person, of dated events in order."""
    return next((event for event in events if event.date and in_person(event)), None)


def longest_gap(events: Iterable[Event]) -> Gap | None:
    """The longest silence between two meetings in person, or None with fewer than two."""
    met = [(event, event.date) for event in events if event.date and in_person(event)]
    longest: Gap | None = None
    for (before, ended), (after, began) in pairwise(met):
        days = (began.lower - ended.upper).days
        if longest is None or days > longest.days:
            longest = Gap(days=days, before=before, after=after)
    return longest


def words_by_year(events: Iterable[Event], person: str) -> Mapping[int, int]:
    """Words that a person spoke in each year."""
    counted: Counter[int] = Counter()
    for event in events:
        if event.date:
            words = sum(s.words for s in event.speakers if s.person == person)
            if words:
                counted[event.date.year] += words
    return dict(sorted(counted.items()))


def sides(people: Mapping[str, Person]) -> Mapping[str, tuple[str, ...]]:
    """Ids of the people of each country."""
    groups: dict[str, list[str]] = defaultdict(list)
    for person in people.values():
        if person.country:
            groups[person.country].append(person.id)
    return {country: tuple(group) for country, group in groups.items()}
