"""The one door of this room: a transcript in, an event with its links out.

Each step below is one module with pure functions; to teach a new kind of fact, add a
module and one step in :meth:`Linker.link`.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

from generator.linking import gazetteer as gazetteers
from generator.linking.dates import dates_in
from generator.linking.figures import figures_in
from generator.linking.fold import key
from generator.linking.forms import UNTIL
from generator.linking.kinds import kind_of
from generator.linking.labels import Cast, cast_of
from generator.linking.mentions import Mention, Passage, Reader, first_of_each, passages
from generator.linking.milestones import Milestones
from generator.linking.notices import Notice, unknown_place
from generator.linking.parties import Parties, find_parties, met_in_subject
from generator.linking.people import PersonIndex
from generator.linking.places import Located, PlaceIndex
from generator.linking.present import present
from generator.linking.speakers import Speakers
from generator.linking.topics import topics_of
from generator.machine import user_cache
from generator.model import Edtf, Event, Figure, Link, Transcript
from generator.model.publishers import home_of
from generator.registry import Registry

__all__ = ["Linked", "Linker", "Notice"]


@dataclass(frozen=True, kw_only=True, slots=True)
class Linked:
    """An event with every mention found in it and what an editor should settle.

    ``mentions`` tell, each with its rule, of everything that the event says: besides the
    kinds of :class:`generator.model.Link` there are "party" (why a country took part),
    "kind" (why the event is of its kind), "date" (a date said in speech, ``id`` its EDTF),
    and "city" and "office" (a town or region, an office of a state; ``id`` the country's
    code).  ``direct`` are the parties with evidence of their own, without the countries
    that took part as members of an organisation only.
    """

    event: Event
    mentions: tuple[Link, ...] = ()
    notices: tuple[Notice, ...] = ()
    direct: tuple[str, ...] = ()


class Linker:
    """Links transcripts to one registry; make one and use it for many documents.

    ``cache_dir`` keeps the generated name forms between runs (None: keep nothing); unless
    given, they are kept in the user's cache folder.
    """

    def __init__(self, registry: Registry, *, cache_dir: Path | str | None = "user's own") -> None:
        self.registry = registry
        where = user_cache() if isinstance(cache_dir, str) else cache_dir
        self._gazetteer = gazetteers.load(registry, where)
        self._speakers = Speakers(registry, PersonIndex(registry))
        self._places = PlaceIndex(registry, self._country_of)

    def link(self, transcript: Transcript, *, said: bool = True) -> Linked:
        """Link one transcript; every turn must have its anchor.

        Without ``said`` the dates, figures and milestones in its words are not looked for:
        all else is the same, for half the time.
        """
        day = Edtf.parse(transcript.date) if transcript.date else None
        title = key(transcript.title)
        home = home_of(transcript.source.publisher)
        cast = cast_of(transcript, day, self._speakers, self._gazetteer)
        reader = Reader(self.registry, self._gazetteer, day, set(cast.people))
        texts = list(passages(transcript, cast.person_of))
        mentions = reader.read(texts)
        # The lead of a memorandum is its subject: what was spoken of, rarely who met.
        subject = bool(transcript.participants) or transcript.source.format == "frus_tei"
        front = [m for m in mentions if m.passage.part in ("title", "lead", "participant")]
        if subject:
            front = [m for m in front if m.passage.part != "lead" or met_in_subject(m)]
        parties = find_parties(
            self.registry,
            day,
            home,
            cast.speaks_for(self.registry, day),
            mentions,
            title,
            subject=subject,
        )
        heard = self._said(texts if said else (), day, transcript.language, cast, parties, reader)
        mentions.extend(heard.milestones)
        there = present(transcript, mentions, self.registry, day, parties.reasons)
        located, notices = self._place(transcript, home if parties.only(home) else None)
        abroad = bool({*parties.countries, located.host} - {home, None})
        kind = kind_of(transcript, title, key(transcript.lead or ""), abroad=abroad)
        links = first_of_each(mentions)
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
            countries=parties.countries,
            mentioned=_mentioned(mentions, parties),
            people=_people(cast, front, there),
            organisations=parties.organisations,
            topics=topics_of(mentions, transcript.tags),
            milestones=tuple(dict.fromkeys(m.link.id for m in heard.milestones)),
            links=links,
            multilateral=parties.multilateral,
            speakers=cast.speakers,
            figures=heard.figures,
            captions=transcript.captions,
            participants=transcript.participants,
            tags=transcript.tags,
            published=transcript.published,
            updated=transcript.updated,
            normalisations=transcript.normalisations,
            source=transcript.source,
        )
        reasons = [
            *cast.mentions,
            *located.mention(transcript.place),
            *parties.mentions(),
            Link(kind="kind", id=kind.kind, anchor=kind.where, text=kind.words, rule=kind.rule),
        ]
        return Linked(
            event=event,
            mentions=(*reasons, *(m.link for m in mentions), *heard.dates),
            notices=(*cast.notices, *notices),
            direct=tuple(sorted(parties.reasons)),
        )

    def _country_of(self, text: str) -> str | None:
        """The country that ``text`` as a whole names, or whose city it names, if any."""
        hits = self._gazetteer.find(text)
        if len(hits) != 1 or hits[0].start or hits[0].end != len(text.rstrip()):
            return None
        codes = {m[1] for m in hits[0].meanings if m[0] == "city" or m[::2] == ("country", "name")}
        return codes.pop() if len(codes) == 1 else None

    def _place(self, transcript: Transcript, alone: str | None) -> tuple[Located, list[Notice]]:
        """The place; ``alone`` is the publisher's country where no other takes part."""
        located = self._places.locate(transcript.place)
        if located.place or not transcript.place or not transcript.place.strip():
            return located, []
        if located.host is None and alone and self._in_a_region(transcript, transcript.place):
            located = Located(host=alone, rule="a region, and no other country takes part")
        parts = self._places.unknown_parts(transcript.place) or [transcript.place]
        notice = unknown_place(
            transcript.place,
            parts[-1],
            transcript.language,
            host=located.host,
            url=transcript.source.url,
        )
        return located, [notice]

    def _in_a_region(self, transcript: Transcript, line: str) -> bool:
        """Whether the page tells of a region of its own country, and of no other country."""
        kinds = {tag.kind for tag in transcript.tags}
        return "country" not in kinds and ("region" in kinds or self._places.names_region(line))

    def _said(
        self,
        texts: Sequence[Passage],
        day: Edtf | None,
        language: str,
        cast: Cast,
        parties: Parties,
        reader: Reader,
    ) -> _Said:
        """Dates, figures and milestones in the words."""
        said = _Said([], [], ())
        if day is None or parties.multilateral:
            near = Milestones((), ())
        else:
            near = Milestones(tuple(self.registry.milestones.values()), parties.countries)
        figures: list[Figure] = []
        for passage in texts:
            if passage.part not in ("turn", "narration") or day is None:
                continue
            dates = dates_in(passage.text, day.lower, language)
            said.dates.extend(
                Link(
                    kind="date",
                    id=found.date.text,
                    anchor=passage.anchor,
                    text=passage.text[found.start : found.end],
                    rule=found.rule,
                    speaker=passage.speaker,
                )
                for found in dates
            )
            said.milestones.extend(near.find(passage, reader.hits_in(passage), dates))
            figures.extend(
                figures_in(
                    passage.text,
                    dates,
                    language,
                    label=passage.label,
                    person=passage.speaker,
                    anchor=passage.anchor,
                )
            )
        said.figures = tuple(figures)
        return said


@dataclass(slots=True)
class _Said:
    """What was found in the words beside names."""

    dates: list[Link]
    milestones: list[Mention]
    figures: tuple[Figure, ...]


def _mentioned(mentions: Sequence[Mention], parties: Parties) -> tuple[str, ...]:
    """Countries only spoken of, alphabetically; states of the past can be parties only."""
    # An "Ambassador to Oruna" in the list of participants does not speak of it.
    words = (m for m in mentions if m.passage.part != "participant")
    lands = (m.link for m in words if m.link.kind == "country")
    named = {land.id for land in lands if UNTIL not in land.rule}
    return tuple(sorted(named - set(parties.countries)))


def _people(cast: Cast, front: Sequence[Mention], there: Sequence[str]) -> tuple[str, ...]:
    """Who took part: all who speak, those named in title, lead or list, others present."""
    named = [m.link.id for m in front if m.link.kind == "person"]
    return tuple(dict.fromkeys([*cast.people, *named, *there]))
