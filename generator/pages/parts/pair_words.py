"""What the documents of a relationship speak of: kinds, topics, phrases."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from generator.linking.vocabulary import name_of
from generator.model import Event, Link
from generator.pages.dress import View
from generator.pages.hub import filtered


@dataclass(frozen=True, kw_only=True, slots=True)
class KindRow:
    """One kind of document: how many, how many of them multilateral, first and last."""

    kind: str
    events: tuple[Event, ...]
    multilateral: int
    href: str


def kinds(view: View, events: Sequence[Event], pair: str) -> tuple[KindRow, ...]:
    """Documents by kind, the most frequent first."""
    groups: dict[str, list[Event]] = defaultdict(list)
    for event in events:
        groups[event.kind].append(event)
    return tuple(
        KindRow(
            kind=kind,
            events=tuple(group),
            multilateral=sum(event.multilateral for event in group),
            href=filtered(view, pair=pair, kind=kind),
        )
        for kind, group in sorted(groups.items(), key=lambda item: (-len(item[1]), item[0]))
    )


@dataclass(frozen=True, kw_only=True, slots=True)
class Subjects:
    """Topics and organisations with how many documents each has, most first."""

    topics: tuple[tuple[str, int], ...]
    organisations: tuple[tuple[str, int], ...]

    def __bool__(self) -> bool:
        return bool(self.topics or self.organisations)


def topics(events: Sequence[Event]) -> Subjects:
    """Count topics and organisations."""

    def ranked(counted: Mapping[str, int]) -> tuple[tuple[str, int], ...]:
        return tuple(sorted(counted.items(), key=lambda item: (-item[1], item[0])))

    return Subjects(
        topics=ranked(Counter(topic for event in events for topic in event.topics)),
        organisations=ranked(Counter(o for event in events for o in event.organisations)),
    )


@dataclass(frozen=True, kw_only=True, slots=True)
class Phrase:
    """Words by which a relationship names itself: every use of them, oldest first."""

    name: str
    uses: tuple[tuple[Event, Link], ...]

    @property
    def documents(self) -> int:
        """In how many documents the words stand, whoever says them."""
        return len({event.id for event, _ in self.uses})


def phrases(view: View, events: Sequence[Event]) -> tuple[Phrase, ...]:
    """Phrases found when documents were linked, the most used first."""
    groups: dict[str, list[tuple[Event, Link]]] = defaultdict(list)
    for event in events:
        for link in event.links:
            if link.kind == "phrase":
                groups[link.id].append((event, link))
    made = [
        Phrase(name=name_of("phrase", id, view.language) or id, uses=tuple(uses))
        for id, uses in groups.items()
    ]
    return tuple(sorted(made, key=lambda phrase: (-phrase.documents, phrase.name)))


def said(events: Sequence[Event], milestone: str) -> tuple[tuple[Event, tuple[Link, ...]], ...]:
    """Documents that mention a milestone, each with the mentions, in order of date."""
    found = []
    for event in events:
        links = tuple(
            link for link in event.links if link.kind == "milestone" and link.id == milestone
        )
        if links:
            found.append((event, links))
    return tuple(found)
