"""What must be built again after documents changed: exactly the pages that show them.

A page kind with a page for each id shows the documents of that id; :func:`footprint` says
which ids a document has.  A kind that is not in :data:`DIVIDED` is built again whenever
any document changed.  To divide a new kind, let it ask ``site.wants``, add it here, and
say its ids in :func:`footprint`; the test of random edits proves it.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping
from functools import cache
from typing import TypeAlias

from generator.model import Event
from generator.pages.addresses import path_of_event
from generator.pages.day import by_day
from generator.pages.document.desk import desk
from generator.pages.facts.entries import year_of
from generator.pages.page import Site
from generator.pages.subjects import subjects

Unit: TypeAlias = tuple[str, str]
"""A kind of page and an id; for a year of a long list the id, a slash and the year."""
Known: TypeAlias = Mapping[str, frozenset[str]]
DIVIDED = frozenset(
    {"year", "relationship", "country", "person", "place", "organisation", "topic", "day"}
)
_LINKING = frozenset({"relationship", "country", "topic"})
"""Kinds whose pages come and go with documents, and that document pages link to."""


def footprint(event: Event, site: Site) -> Iterator[Unit]:
    """Every page of a divided kind that shows the event, or counts it."""
    if event.date:
        yield "year", str(year_of(event.date))
        if event.date.day:
            yield "day", event.date.text[5:10]
    for code in event.countries:
        yield "country", code
    for link in event.links:
        if link.kind == "address":
            yield "person", link.id
    for unit in _listing(event, site):
        yield unit
        if event.date:
            yield unit[0], f"{unit[1]}/{year_of(event.date)}"


def _listing(event: Event, site: Site) -> Iterator[Unit]:
    """Every page that lists the event, and has a page for each year when its list is long."""
    for pair in event.pairs:
        yield "relationship", pair
    for person in event.people:
        yield "person", person
    for organisation in event.organisations:
        yield "organisation", organisation
    for topic in event.topics:
        yield "topic", topic
    places = site.chronicle.registry.places
    place = event.place
    while place is not None:
        yield "place", place
        entry = places.get(place)
        place = entry.parent if entry else None


@cache
def pages_known(site: Site) -> Known:
    """Per kind, the ids that have a page: links and neighbours depend on them."""
    return {**subjects(site).ids, "day": frozenset(by_day(site))}


class Touched:
    """What a change of documents touches.

    ``before`` and ``after`` are the sites by language; ``changed`` paths of documents that
    were added, removed or changed; ``known`` is what :func:`pages_known` said ``before``.
    """

    def __init__(
        self,
        before: Mapping[str, Site],
        after: Mapping[str, Site],
        changed: Iterable[str],
        known: Known,
    ) -> None:
        self.before, self.after, self.known = before, after, known
        old = {event.path: event for event in _any(before).chronicle.documents}
        new = {event.path: event for event in _any(after).chronicle.documents}
        self.reasons: dict[str, str] = {}
        """Path of each document page to build, and why."""
        self.units: set[Unit] = set()
        self.all_units = False
        paths = set(changed)
        for path in sorted(paths & new.keys()):
            self.reasons[path] = "changed" if path in old else "new"
        ids = {table[path].id for path in paths for table in (old, new) if path in table}
        for site in (_any(before), _any(after)):
            for id in ids:
                for version in site.chronicle.versions.get(id, ()):
                    self.units.update(footprint(version, site))
        self._versions(ids)
        self._neighbours(ids)
        self._visits(ids)
        self._appearances(new.values())

    def _add(self, event: Event, why: str) -> None:
        self.reasons.setdefault(event.path, why)

    def _versions(self, ids: Iterable[str]) -> None:
        chronicle = _any(self.after).chronicle
        for id in ids:
            for version in chronicle.versions.get(id, ()):
                self._add(version, "another language version changed")

    def _neighbours(self, ids: set[str]) -> None:
        """Documents whose neighbour in a relationship is another one, or says else."""
        pairs = {id for kind, id in self.units if kind == "relationship"}
        for pair in sorted(pairs):
            was, now = (self._steps(sites, pair) for sites in (self.before, self.after))
            for path, steps in now.items():
                if was.get(path) != steps:
                    self._add(steps[0], f"its neighbour in {pair} changed")

    def _steps(self, sites: Mapping[str, Site], pair: str) -> dict[str, tuple[Event, object]]:
        found: dict[str, tuple[Event, object]] = {}
        for event in _any(sites).chronicle.of_relationship.get(pair, ()):
            site = sites.get(event.language) or _any(sites)
            before, after = desk(site, event).neighbours(event, pair)
            found[event.path] = (event, (_shown(before), _shown(after)))
        return {path: (event, steps) for path, (event, steps) in found.items()}

    def _visits(self, ids: set[str]) -> None:
        """Documents whose visit has other documents than it had, or changed ones.

        Visits are told from all documents together, so that one document may join two
        visits or part one: it is not enough to look at those of the changed documents.
        """
        was, now = (_companions(_any(sites)) for sites in (self.before, self.after))
        for event in _any(self.after).chronicle.documents:
            group = now.get(event.path, ())
            if was.get(event.path, ()) != group or not ids.isdisjoint(id for id, _ in group):
                self._add(event, "its visit changed")

    def _appearances(self, events: Iterable[Event]) -> None:
        """A page that came or went: links to it do too, wherever its name stands."""
        known = (self.known, pages_known(_any(self.after)))
        moved = {
            (kind, id)
            for kind in known[0].keys() | known[1].keys()
            for id in known[0].get(kind, frozenset()) ^ known[1].get(kind, frozenset())
        }
        if not moved:
            return
        self.all_units = True
        years = any(kind == "year" for kind, _ in moved)
        linked = {unit for unit in moved if unit[0] in _LINKING}
        for event in events:
            named = {(link.kind, link.id) for link in event.links}
            named.update(("relationship", pair) for pair in event.pairs)
            named.update(("country", code) for code in (*event.countries, event.host or ""))
            named.update(("topic", topic) for topic in event.topics)
            milestones = any(kind == "milestone" for kind, _ in named)
            if named & linked or ((years or linked) and milestones):
                self._add(event, "a page that it names came or went")


def _any(sites: Mapping[str, Site]) -> Site:
    return next(iter(sites.values()))


def _companions(site: Site) -> dict[str, tuple[tuple[str, str], ...]]:
    """Id and path of each document of a visit, by the path of each."""
    groups: dict[str, list[tuple[str, str]]] = defaultdict(list)
    for event in site.chronicle.events:
        if event.visit:
            groups[event.visit].append((event.id, event.path))
    return {path: tuple(group) for group in groups.values() for _, path in group}


def _shown(event: Event | None) -> object:
    """What a neighbour's link says."""
    return event and (event.title, event.date, event.language, path_of_event(event))
