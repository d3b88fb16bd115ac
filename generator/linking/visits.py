"""Which documents belong to one visit: talks, statements and press conference together.

A pure function over many events, to be asked again when events are added.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from datetime import date, timedelta

from generator.model import Event
from generator.model.publishers import home_of

# What people do on a visit; a call, a telegram or a decree is no part of one.
_ON_A_VISIT = frozenset(
    {"meeting", "talks", "summit", "visit", "press-conference", "statement", "speech"}
)
_NEXT_DAY = timedelta(days=1)


@dataclass
class _Group:
    """Documents of one pair in one country on days without a gap."""

    last: date
    host: str | None = None
    events: list[Event] = field(default_factory=list)

    def takes(self, event: Event, day: date) -> bool:
        """Whether ``event`` continues this visit; an unknown host contradicts nothing."""
        near = day - self.last <= _NEXT_DAY
        return near and (self.host is None or event.host in (None, self.host))


def group_visits(events: Iterable[Event]) -> Mapping[str, str]:
    """Event key → visit id, for every document of a visit of two documents or more.

    Documents belong together that have the same single counterpart, the same host country
    where both name one, and days without a gap between them: one visit may see two cities.
    The id is the pair and the first day, "kz-ru-2022-08-19", with the host behind it where
    two visits of one pair begin that day.  Two language versions are one document.
    """
    runs: dict[str, list[_Group]] = defaultdict(list)
    dated = [(day, event) for event in events if (day := _day_of_visit(event))]
    for day, event in sorted(dated, key=lambda one: (one[0], one[1].time or "", one[1].key)):
        groups = runs[event.pairs[0]]
        group = next((g for g in reversed(groups[-2:]) if g.takes(event, day)), None)
        if group is None:
            group = _Group(last=day)
            groups.append(group)
        group.last = day
        group.host = group.host or event.host
        group.events.append(event)
    return _named(runs)


def _named(runs: Mapping[str, list[_Group]]) -> dict[str, str]:
    visits: dict[str, str] = {}
    taken: set[str] = set()
    for pair, groups in runs.items():
        for group in groups:
            if len({event.id for event in group.events}) < 2:
                continue
            name = f"{pair}-{group.events[0].date}".lower()
            name = f"{name}-{(group.host or 'xx').lower()}" if name in taken else name
            taken.add(name)
            visits.update((event.key, name) for event in group.events)
    return visits


def _day_of_visit(event: Event) -> date | None:
    """The day of a document that may belong to a visit: two parties met, on a known day."""
    home = home_of(event.source.publisher)
    met = event.kind in _ON_A_VISIT and event.format in (None, "in-person")
    bilateral = len(event.pairs) == 1 and not event.multilateral
    at_home = home is None or home in event.countries
    return event.date.day if event.date and met and bilateral and at_home else None
