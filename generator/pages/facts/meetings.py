"""Who met whom, where, how often, and how long ago: counted in one way on every page.

Two countries met on a day for which a document knows people of both in one place
(:mod:`generator.pages.facts.presence`), or a milestone a visit or a summit of the two.
Several documents of one day, the milestone among them, tell of one meeting, unless they
name different hosts.
"""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from functools import cache

from generator.model import Edtf, Event, Milestone, Person, Place
from generator.pages.facts.entries import Entry, in_order
from generator.pages.facts.presence import TOGETHER, pairs_met, present, tells_of_meeting
from generator.pages.facts.works import works
from generator.pages.page import Site


@dataclass(frozen=True, kw_only=True, slots=True)
class Meeting:
    """A day on which people of two countries were together, and every entry that tells it.

    ``host`` is the country of the place, None where no entry names it.
    """

    date: Edtf
    host: str | None
    entries: tuple[Entry, ...]

    @property
    def document(self) -> Event | None:
        """The document to name the meeting by: None where its milestone names it better."""
        best = min(self.entries, key=_rank)
        return best if isinstance(best, Event) else None

    @property
    def milestone(self) -> Milestone | None:
        """The milestone of the day, if there is one."""
        return next((entry for entry in self.entries if isinstance(entry, Milestone)), None)

    @property
    def places(self) -> tuple[str, ...]:
        """Ids of the places that its entries name."""
        return tuple(dict.fromkeys(entry.place for entry in self.entries if entry.place))


def _rank(entry: Entry) -> int:
    """Talks, then the milestone, then what was said beside them: a statement to the press."""
    if isinstance(entry, Event):
        return 0 if entry.kind in TOGETHER else 2
    return 1


@cache
def meetings_of(site: Site) -> Mapping[str, tuple[Meeting, ...]]:
    """The meetings of each pair ("KZ-RU"), oldest first; a pair without one is absent."""
    archive = works(site)
    registry = archive.registry
    documents: dict[str, list[Event]] = defaultdict(list)
    for event in archive.dated:
        for pair in pairs_met(event, registry.people):
            documents[pair].append(event)
    visits: dict[str, list[Milestone]] = defaultdict(list)
    for milestone in archive.milestones:
        if tells_of_meeting(milestone, site.today):
            visits[milestone.pairs[0]].append(milestone)
    return {
        pair: by_day(
            in_order(documents.get(pair, ()), visits.get(pair, ())), registry.places, site.today
        )
        for pair in documents.keys() | visits.keys()
    }


def by_day(
    entries: Iterable[Entry], places: Mapping[str, Place], today: date = date.max
) -> tuple[Meeting, ...]:
    """The meetings until ``today`` that entries in order of date tell of."""
    days: dict[tuple[date, date], list[_Day]] = {}
    for entry in entries:
        when = entry.date
        if when is None or when.lower > today:
            continue
        host = entry.host if isinstance(entry, Event) else host_of(entry, places)
        found = days.setdefault((when.lower, when.upper), [])
        # An unknown host contradicts nothing.
        day = next((d for d in found if host is None or d.host in (None, host)), None)
        if day is None:
            day = _Day(date=when, entries=[])
            found.append(day)
        day.host = day.host or host
        day.entries.append(entry)
    return tuple(
        Meeting(date=day.date, host=day.host, entries=tuple(day.entries))
        for _, found in sorted(days.items())
        for day in found
    )


def days_at(
    site: Site, events: Iterable[Event], milestones: Iterable[Milestone]
) -> list[tuple[str, int]]:
    """On how many days each pair met, of what happened at one place, most often first."""
    people = works(site).registry.people
    days: dict[str, set[Edtf]] = defaultdict(set)
    for event in events:
        if event.date and event.date.lower <= site.today:
            for pair in pairs_met(event, people):
                days[pair].add(event.date)
    for milestone in milestones:
        if tells_of_meeting(milestone, site.today):
            days[milestone.pairs[0]].add(milestone.date)
    counted = ((pair, len(found)) for pair, found in days.items())
    return sorted(counted, key=lambda item: (-item[1], item[0]))


@dataclass(kw_only=True, slots=True)
class _Day:
    """A meeting while its entries are gathered."""

    date: Edtf
    entries: list[Entry]
    host: str | None = None


def host_of(milestone: Milestone, places: Mapping[str, Place]) -> str | None:
    """The country of a milestone's place."""
    place = places.get(milestone.place or "")
    return place.country if place else None


@dataclass(frozen=True, kw_only=True, slots=True)
class Acquaintance:
    """Two people and, for every meeting at which both were, a document of it, oldest first."""

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
    met: Iterable[Meeting], ours: Iterable[str], theirs: Iterable[str]
) -> tuple[Acquaintance, ...]:
    """Each pair of people of two sides who met, most often first.

    ``ours`` and ``theirs`` are ids.  A meeting known by its milestone alone names nobody.
    """
    left, right = frozenset(ours), frozenset(theirs)
    together: dict[tuple[str, str], list[Event]] = defaultdict(list)
    for meeting in met:
        seen: dict[tuple[str, str], Event] = {}
        for event in sorted(meeting.entries, key=_rank):
            if isinstance(event, Event):
                there = present(event)
                for one in there:
                    if one in left:
                        for other in there:
                            if other in right:
                                seen.setdefault((one, other), event)
        for pair, event in seen.items():
            together[pair].append(event)
    found = [Acquaintance(people=pair, meetings=tuple(group)) for pair, group in together.items()]
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
    """Whose guest whom: meetings by the country where they took place."""

    by_country: Mapping[str, tuple[Meeting, ...]]
    unknown: tuple[Meeting, ...]

    def of(self, country: str) -> tuple[Meeting, ...]:
        """Meetings that a country hosted."""
        return self.by_country.get(country, ())

    def elsewhere(self, *countries: str) -> tuple[tuple[str, tuple[Meeting, ...]], ...]:
        """Third countries with their meetings, most often first."""
        others = [(c, group) for c, group in self.by_country.items() if c not in countries]
        return tuple(sorted(others, key=lambda pair: (-len(pair[1]), pair[0])))


def hosting(met: Iterable[Meeting]) -> Hosting:
    """Meetings grouped by host; order of date is kept."""
    groups: dict[str, list[Meeting]] = defaultdict(list)
    unknown: list[Meeting] = []
    for meeting in met:
        (groups[meeting.host] if meeting.host else unknown).append(meeting)
    return Hosting(
        by_country={country: tuple(group) for country, group in groups.items()},
        unknown=tuple(unknown),
    )


@dataclass(frozen=True, kw_only=True, slots=True)
class Gap:
    """The days since a meeting.

    How long two countries did not meet between two meetings no archive can know: one that
    it lacks may lie between them.
    """

    days: int
    before: Meeting


def last_meeting(met: Sequence[Meeting], today: date) -> Gap | None:
    """The latest meeting with the days since then, or None without one."""
    for meeting in reversed(met):
        if meeting.date.upper <= today:
            return Gap(days=(today - meeting.date.upper).days, before=meeting)
    return None


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
