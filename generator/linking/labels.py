"""The cast of one document: its labels in order, each with what became of it."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field

from generator.linking.gazetteer import Gazetteer
from generator.linking.notices import Notice, ambiguous, outside_term, unknown_speaker
from generator.linking.parties import country_on
from generator.linking.posts import Posts, read_posts
from generator.linking.speakers import Resolution, Speakers
from generator.model import Edtf, Link, Speaker, Transcript
from generator.model.publishers import home_of
from generator.registry import Registry
from generator.text.words import count

# Posts whose holder speaks for the country; a professor or a director does not.
_FOR_A_COUNTRY = frozenset({"head_of_state", "head_of_government", "foreign_minister", "deputy"})


@dataclass
class Cast:
    """Speakers with the links and notices that their labels gave."""

    speakers: tuple[Speaker, ...] = ()
    mentions: list[Link] = field(default_factory=list)
    notices: list[Notice] = field(default_factory=list)
    posts: dict[str, Posts] = field(default_factory=dict)

    @property
    def people(self) -> tuple[str, ...]:
        """People who speak, in order of their first turn."""
        return tuple(dict.fromkeys(s.person for s in self.speakers if s.person))

    @property
    def person_of(self) -> dict[str, str | None]:
        """Label → person."""
        return {speaker.label: speaker.person for speaker in self.speakers}

    def speaks_for(self, registry: Registry, day: Edtf | None) -> Mapping[str, list[str]]:
        """Label → codes of the countries that it speaks for."""
        found: dict[str, list[str]] = {}
        for speaker in self.speakers:
            posts = self.posts[speaker.label]
            codes = [posts.of] if posts.of and _FOR_A_COUNTRY & set(posts.roles) else []
            if speaker.person:
                code = country_on(registry.people[speaker.person], day)
                codes = [code] if code else codes
            if codes:
                found[speaker.label] = codes
        return found


def cast_of(
    transcript: Transcript, day: Edtf | None, speakers: Speakers, gazetteer: Gazetteer
) -> Cast:
    """Resolve every label of a document, in order of appearance, and count its words."""
    turns: dict[str, int] = {}
    words: dict[str, int] = {}
    anchors: dict[str, str] = {}
    for turn in transcript.turns:
        turns[turn.label] = turns.get(turn.label, 0) + 1
        words[turn.label] = words.get(turn.label, 0) + sum(map(count, turn.paragraphs))
        anchors.setdefault(turn.label, turn.anchor)
    cast = Cast()
    named: list[str] = []
    # A namesake introduced with a post of his own stays a namesake when named alone later.
    strangers: list[str] = []
    made: list[Speaker] = []
    for label, anchor in anchors.items():
        posts = cast.posts[label] = read_posts(label, gazetteer)
        found = speakers.resolve(label, day, posts, named, strangers)
        if found.person:
            named.append(found.person)
            cast.mentions.append(
                Link(kind="person", id=found.person, anchor=anchor, text=label, rule=found.rule)
            )
        elif not found.role:
            strangers.append(label)
        cast.notices.extend(_notices(label, anchor, found, posts, transcript, day))
        made.append(
            Speaker(
                label=label,
                person=found.person,
                turns=turns[label],
                words=words[label],
                anchor=anchor,
            )
        )
    cast.speakers = tuple(made)
    return cast


def _notices(
    label: str,
    anchor: str,
    found: Resolution,
    posts: Posts,
    transcript: Transcript,
    day: Edtf | None,
) -> list[Notice]:
    if found.late:
        person = found.person or found.candidates[0]
        linked = found.person is not None
        return [outside_term(label, person, str(day), anchor, linked=linked)]
    if found.candidates:
        return [ambiguous(label, found.candidates, anchor)]
    if found.person is None and not found.role:
        source = transcript.source
        return [
            unknown_speaker(
                label,
                transcript.language,
                anchor,
                url=source.url,
                country=posts.of or next(iter(posts.countries), None),
                home=home_of(source.publisher),
            )
        ]
    return []
