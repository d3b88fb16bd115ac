"""Who spoke for each side of a relationship and when; who met whom first and last."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import TypeAlias

from generator.model import Event
from generator.pages.facts.meetings import Acquaintance, Meeting, acquaintances

Sides: TypeAlias = Mapping[str, tuple[str, ...]]
"""Ids of the people of each country."""
PAIRS = 40
"""Pairs of people shown at most; the rarest are left to the filtered timeline."""


@dataclass(frozen=True, kw_only=True, slots=True)
class Participant:
    """One person of a side: in how many documents, how many words, from when to when."""

    person: str
    events: tuple[Event, ...]
    words: int

    @property
    def first(self) -> Event:
        """The first document."""
        return self.events[0]

    @property
    def last(self) -> Event:
        """The last one."""
        return self.events[-1]


@dataclass(frozen=True, kw_only=True, slots=True)
class People:
    """The people of a relationship, by side, and the pairs of them who met."""

    sides: tuple[tuple[str, tuple[Participant, ...]], ...]
    pairs: tuple[Acquaintance, ...]

    def __bool__(self) -> bool:
        return any(people for _, people in self.sides)


def people(
    events: Sequence[Event], met: Sequence[Meeting], codes: Sequence[str], sides: Sides
) -> People:
    """Gather both sides' people, those with most documents first."""
    took_part: dict[str, list[Event]] = defaultdict(list)
    words: Counter[str] = Counter()
    for event in events:
        for person in event.people:
            took_part[person].append(event)
        for speaker in event.speakers:
            if speaker.person:
                words[speaker.person] += speaker.words
    gathered = []
    for code in codes:
        here = [
            Participant(person=person, events=tuple(took_part[person]), words=words[person])
            for person in sides.get(code, ())
            if person in took_part
        ]
        gathered.append((code, tuple(sorted(here, key=lambda p: (-len(p.events), p.person)))))
    ours, theirs = (sides.get(code, ()) for code in codes)
    return People(sides=tuple(gathered), pairs=acquaintances(met, ours, theirs)[:PAIRS])
