"""The one door of this room: a transcript in, an event with its links out.

Each step below is one module with pure functions; to teach a new kind of fact, add a
module and one step in :meth:`Linker.link`.
"""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path

from generator.linking.fold import key
from generator.linking.kinds import kind_of
from generator.linking.notices import (
    Notice,
    ambiguous,
    outside_term,
    unknown_place,
    unknown_speaker,
)
from generator.linking.people import PersonIndex, covers
from generator.linking.places import Located, PlaceIndex
from generator.linking.speakers import Resolution, Speakers
from generator.model import Edtf, Event, Link, Speaker, Transcript
from generator.registry import Registry
from generator.text.words import count

__all__ = ["Linked", "Linker", "Notice"]

# The country whose officials a publisher records: it takes part in all that it publishes.
HOME = {"kremlin": "RU", "frus": "US"}


@dataclass(frozen=True, kw_only=True, slots=True)
class Linked:
    """An event with every mention found in it and what an editor should settle."""

    event: Event
    mentions: tuple[Link, ...] = ()
    notices: tuple[Notice, ...] = ()


class Linker:
    """Links transcripts to one registry; make one and use it for many documents.

    ``cache_dir`` keeps the generated name forms between runs, or None to keep nothing.
    """

    def __init__(self, registry: Registry, *, cache_dir: Path | None = None) -> None:
        self.registry = registry
        self._cache_dir = cache_dir
        self._index = PersonIndex(registry)
        self._speakers = Speakers(registry, self._index)
        self._country_names = {
            key(name): code
            for code, country in registry.countries.items()
            for name in (
                *country.names.values(),
                *(alias for aliases in country.aliases.values() for alias in aliases),
            )
        }
        self._places = PlaceIndex(registry, lambda part: self._country_names.get(key(part)))

    def link(self, transcript: Transcript) -> Linked:
        """Link one transcript; every turn must have its anchor."""
        day = _day(transcript.date)
        notices: list[Notice] = []
        mentions: list[Link] = []
        speakers = self._link_speakers(transcript, day, mentions, notices)
        located = self._link_place(transcript, mentions, notices)
        people = tuple(dict.fromkeys(s.person for s in speakers if s.person))
        kind = kind_of(transcript, key(transcript.title), key(transcript.lead or ""))
        event = Event(
            id=transcript.id,
            language=transcript.language,
            title=transcript.title,
            date=day,
            time=transcript.time,
            zone=transcript.zone,
            lead=transcript.lead,
            kind=kind.kind,
            format=kind.format,
            place=located.place,
            place_printed=transcript.place,
            host=located.host,
            countries=self._parties(transcript, people, day),
            people=people,
            speakers=speakers,
            captions=transcript.captions,
            participants=transcript.participants,
            tags=transcript.tags,
            published=transcript.published,
            updated=transcript.updated,
            normalisations=transcript.normalisations,
            source=transcript.source,
        )
        return Linked(event=event, mentions=tuple(mentions), notices=tuple(notices))

    def _link_speakers(
        self,
        transcript: Transcript,
        day: Edtf | None,
        mentions: list[Link],
        notices: list[Notice],
    ) -> tuple[Speaker, ...]:
        """One speaker a label, in order of appearance, with turns and words counted."""
        turns: dict[str, int] = {}
        words: dict[str, int] = {}
        anchors: dict[str, str] = {}
        for turn in transcript.turns:
            turns[turn.label] = turns.get(turn.label, 0) + 1
            words[turn.label] = words.get(turn.label, 0) + sum(map(count, turn.paragraphs))
            anchors.setdefault(turn.label, turn.anchor)
        named: list[str] = []
        speakers: list[Speaker] = []
        for label, anchor in anchors.items():
            found = self._speakers.resolve(label, day, (), named)
            if found.person:
                named.append(found.person)
                mentions.append(
                    Link(kind="person", id=found.person, anchor=anchor, text=label, rule=found.rule)
                )
            notices.extend(_about_speaker(label, anchor, found, transcript, day))
            speakers.append(
                Speaker(
                    label=label,
                    person=found.person,
                    turns=turns[label],
                    words=words[label],
                    anchor=anchor,
                )
            )
        return tuple(speakers)

    def _link_place(
        self, transcript: Transcript, mentions: list[Link], notices: list[Notice]
    ) -> Located:
        located = self._places.locate(transcript.place)
        if located.place and transcript.place:
            mentions.append(
                Link(
                    kind="place",
                    id=located.place,
                    anchor="place",
                    text=transcript.place,
                    rule=located.rule,
                )
            )
        elif transcript.place and transcript.place.strip():
            parts = self._places.unknown_parts(transcript.place) or [transcript.place]
            notices.append(
                unknown_place(transcript.place, parts[-1], transcript.language, located.host)
            )
        return located

    def _parties(
        self, transcript: Transcript, people: tuple[str, ...], day: Edtf | None
    ) -> tuple[str, ...]:
        home = HOME.get(transcript.source.publisher)
        codes = {home} if home else set()
        for identifier in people:
            person = self.registry.people[identifier]
            serving = [t.country for t in person.terms if t.country and covers(t, day)]
            codes.update(serving[:1] or ([person.country] if person.country else []))
        return tuple(sorted(codes))


def _day(text: str | None) -> Edtf | None:
    return Edtf.parse(text) if text else None


def _about_speaker(
    label: str, anchor: str, found: Resolution, transcript: Transcript, day: Edtf | None
) -> list[Notice]:
    if found.late:
        person = found.person or found.candidates[0]
        linked = found.person is not None
        return [outside_term(label, person, str(day), anchor, linked=linked)]
    if found.candidates:
        return [ambiguous(label, found.candidates, anchor)]
    if found.person is None and not found.role:
        return [unknown_speaker(label, transcript.language, anchor, transcript.source.url)]
    return []
