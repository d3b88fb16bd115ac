"""The loaded whole: registry, events and milestones, asked many times, never changed."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass
from datetime import date
from functools import cached_property

from generator.model import Event, Milestone
from generator.registry import Registry


def _order(event: Event) -> tuple[date, str, str]:
    day = event.date.lower if event.date else date.max
    return day, event.time or "", event.key


def _group(
    events: Iterable[Event], keys: Callable[[Event], Iterable[str]]
) -> Mapping[str, tuple[Event, ...]]:
    groups: dict[str, list[Event]] = defaultdict(list)
    for event in events:
        for key in keys(event):
            group = groups[key]
            if not group or group[-1] is not event:  # a key may be given twice
                group.append(event)
    return {key: tuple(group) for key, group in groups.items()}


@dataclass(frozen=True, eq=False)
class Chronicle:
    """Events and milestones with the registry; every index is made once, when asked for.

    Equal only to itself, so a key of caches.

    Indexes map a key to events in order of date; a key without events is absent.
    """

    registry: Registry
    documents: tuple[Event, ...]

    @cached_property
    def events(self) -> tuple[Event, ...]:
        """Every event, oldest first; undated ones last."""
        return tuple(sorted(self.documents, key=_order))

    @cached_property
    def dated(self) -> tuple[Event, ...]:
        """Every event with a date, oldest first."""
        return tuple(event for event in self.events if event.date)

    @cached_property
    def undated(self) -> tuple[Event, ...]:
        """Events without a date."""
        return tuple(event for event in self.events if not event.date)

    @cached_property
    def milestones(self) -> tuple[Milestone, ...]:
        """Every milestone, oldest first."""
        return tuple(sorted(self.registry.milestones.values(), key=lambda m: (m.date, m.id)))

    @cached_property
    def by_key(self) -> Mapping[str, Event]:
        """Event by key ("kremlin-69182", "kremlin-69182.en")."""
        return {event.key: event for event in self.events}

    @cached_property
    def versions(self) -> Mapping[str, tuple[Event, ...]]:
        """Language versions of each document id."""
        return _group(self.events, lambda event: [event.id])

    @cached_property
    def by_year(self) -> Mapping[int, tuple[Event, ...]]:
        """Events of each year."""
        groups: dict[int, list[Event]] = defaultdict(list)
        for event in self.dated:
            assert event.date is not None
            groups[event.date.year].append(event)
        return {year: tuple(group) for year, group in groups.items()}

    @cached_property
    def of_relationship(self) -> Mapping[str, tuple[Event, ...]]:
        """Events of each pair ("KZ-RU"), multilateral ones included."""
        return _group(self.events, lambda event: event.pairs)

    @cached_property
    def of_country(self) -> Mapping[str, tuple[Event, ...]]:
        """Events in which each country took part."""
        return _group(self.events, lambda event: event.countries)

    @cached_property
    def of_person(self) -> Mapping[str, tuple[Event, ...]]:
        """Events in which each person took part."""
        return _group(self.events, lambda event: event.people)

    @cached_property
    def of_place(self) -> Mapping[str, tuple[Event, ...]]:
        """Events at each place; a venue's events are its city's too."""
        places = self.registry.places

        def keys(event: Event) -> Iterable[str]:
            place = event.place
            while place is not None:
                yield place
                entry = places.get(place)
                place = entry.parent if entry else None

        return _group(self.events, keys)

    @cached_property
    def of_organisation(self) -> Mapping[str, tuple[Event, ...]]:
        """Events of each organisation."""
        return _group(self.events, lambda event: event.organisations)

    @cached_property
    def of_topic(self) -> Mapping[str, tuple[Event, ...]]:
        """Events of each topic."""
        return _group(self.events, lambda event: event.topics)

    @cached_property
    def milestones_of_pair(self) -> Mapping[str, tuple[Milestone, ...]]:
        """Milestones of each pair, oldest first."""
        groups: dict[str, list[Milestone]] = defaultdict(list)
        for milestone in self.milestones:
            for pair in milestone.pairs:
                groups[pair].append(milestone)
        return {pair: tuple(group) for pair, group in groups.items()}
