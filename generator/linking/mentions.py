"""What each found form means in its document: one link with its rule, or none.

A full name speaks for itself; a surname only where the document has named its bearer or a
post stands before it; a name that several entries bear is left alone.  To teach a context
rule, add it to :meth:`Reader._one`.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field
from functools import cached_property

from generator.linking.forms import UNTIL
from generator.linking.gazetteer import Gazetteer, Hit
from generator.linking.people import eminent, serves, years_off
from generator.linking.vocabulary import words
from generator.model import Edtf, Link, Narration, Subhead, Transcript, Turn
from generator.registry import Registry

_TITLE_BEFORE = re.compile(
    r"(?:\b(?:mr|mrs|ms|dr)\.?|president|premier|minister|chancellor|secretary|king|"
    r"президент\w*|премьер\w*|министр\w*|канцлер\w*|секретар\w*|господин\w*|госпож\w+|г-н\w*|г-ж\w+)"
    r"\s+$",
    re.IGNORECASE,
)
_SENTENCE = re.compile(r"(?<=[.!?…])(?<!\b\w\.)\s+(?=[A-ZА-ЯЁ«\"“])")
# Kinds that a page shows as links; topics and cities known by their country are no entries.
_LINKED = ("person", "country", "place", "organisation", "milestone", "phrase", "address")
_COUNTRY_RULES = ("name", "adjective", "compound")


@dataclass(frozen=True, slots=True)
class Passage:
    """A stretch of words with one anchor; ``speaker`` is the person whose turn it is."""

    anchor: str
    text: str
    part: str
    speaker: str | None = None
    label: str = ""


@dataclass(frozen=True, slots=True)
class Mention:
    """A link and where it stands in its passage."""

    link: Link
    start: int
    end: int
    passage: Passage


def passages(transcript: Transcript, people: dict[str, str | None]) -> Iterator[Passage]:
    """Everything in a transcript that has words, in reading order.

    ``part`` is title, lead, participant, narration, subhead or turn.  A turn's first
    paragraph has the turn's anchor ("t3"), the next ones their own ("t3p2"), as the page
    sets them.  ``people`` maps a label to the person found for it.
    """
    yield Passage("title", transcript.title, "title")
    if transcript.lead:
        yield Passage("lead", transcript.lead, "lead")
    for line in transcript.participants:
        yield Passage("participants", line, "participant")
    narrated = headed = 0
    for block in transcript.blocks:
        if isinstance(block, Turn):
            speaker = people.get(block.label)
            for number, paragraph in enumerate(block.paragraphs, 1):
                anchor = block.anchor if number == 1 else f"{block.anchor}p{number}"
                yield Passage(anchor, paragraph, "turn", speaker, block.label)
        elif isinstance(block, Narration):
            narrated += 1
            yield Passage(f"n{narrated}", block.text, "narration")
        elif isinstance(block, Subhead):
            headed += 1
            yield Passage(f"s{headed}", block.text, "subhead")


@dataclass
class Reader:
    """Reads one document; ``present`` grows with everybody whom it names in full."""

    registry: Registry
    gazetteer: Gazetteer
    day: Edtf | None
    present: set[str] = field(default_factory=set)
    _hits: dict[tuple[str, str], list[Hit]] = field(default_factory=dict)

    def hits_in(self, passage: Passage) -> list[Hit]:
        """The known forms in a passage that was read."""
        return self._hits[passage.anchor, passage.text]

    def read(self, texts: Iterable[Passage]) -> list[Mention]:
        """Every mention in the passages, in order."""
        found: list[Mention] = []
        for passage in texts:
            hits = self._hits[passage.anchor, passage.text] = self.gazetteer.find(passage.text)
            for hit in hits:
                found.extend(self._mentions(hit, passage))
        return found

    def _mentions(self, hit: Hit, passage: Passage) -> Iterator[Mention]:
        kinds = dict.fromkeys(meaning[0] for meaning in hit.meanings)
        if "city" in kinds and len(kinds) > 1:
            del kinds["city"]  # a place of the registry, or a city state
        if "country" in kinds:
            kinds.pop("place", None)  # Luxembourg is the country, whose capital is meant with it
        for kind in kinds:
            rules = [(m[1], m[2]) for m in hit.meanings if m[0] == kind]
            chosen = self._one(kind, rules, hit, passage)
            if chosen is None:
                continue
            identifier, rule = chosen
            if kind == "person" and rule == "address":
                yield self._mention(
                    "address", identifier, "given name and patronymic", hit, passage
                )
            yield self._mention(kind, identifier, rule, hit, passage)

    def _mention(
        self, kind: str, identifier: str, rule: str, hit: Hit, passage: Passage
    ) -> Mention:
        link = Link(
            kind=kind,
            id=identifier,
            anchor=passage.anchor,
            text=passage.text[hit.start : hit.end],
            rule=rule,
            speaker=passage.speaker,
        )
        return Mention(link, hit.start, hit.end, passage)

    def _one(
        self, kind: str, rules: Sequence[tuple[str, str]], hit: Hit, passage: Passage
    ) -> tuple[str, str] | None:
        """The one entry of a kind that a hit names here, with the rule."""
        if kind in ("none", "milestone") or (kind == "office" and passage.part != "participant"):
            return None
        if kind == "person":
            return self._person(rules, hit, passage)
        if kind == "country":
            rules = [found for found in rules if self._stands(found[1], passage)]
        if not rules or len({identifier for identifier, _ in rules}) > 1:
            return None
        if kind == "country":
            best = min(rules, key=lambda found: _COUNTRY_RULES.index(found[1].split()[0]))
            if best == ("GE", "name") and self._georgia_the_state(hit, passage):
                return None
            return best
        return rules[0]

    def _stands(self, rule: str, passage: Passage) -> bool:
        """Whether a state of the past was one on that day, where it may say who took part.

        What is told of it in the words is no word of the country that came after it.
        """
        _, former, last = rule.partition(UNTIL)
        if not former:
            return True
        front = passage.part in ("title", "lead", "participant") or passage.anchor == "n1"
        return front and self.day is not None and self.day.lower.isoformat() <= last

    def _person(
        self, rules: Sequence[tuple[str, str]], hit: Hit, passage: Passage
    ) -> tuple[str, str] | None:
        full = {person: rule for person, rule in rules if rule in ("name", "initials")}
        if full:
            person = self._settle(full)
            if person is not None:
                self.present.add(person)
                return person, full[person]
            return None
        here = {person: rule for person, rule in rules if person in self.present}
        titled = _TITLE_BEFORE.search(passage.text, max(0, hit.start - 24), hit.start)
        if len(here) == 1:
            ((person, rule),) = here.items()
            if rule == "surname that is a word" and not titled:
                return None
            return person, rule
        if titled and not here:
            office = [
                person
                for person in dict.fromkeys(person for person, _ in rules)
                if self.day and serves(self.registry.people[person], self.day)
            ]
            if len(office) == 1:
                self.present.add(office[0])
                return office[0], "post + surname"
        return None

    def _settle(self, people: dict[str, str]) -> str | None:
        """The one bearer of a full name whom the document or the day points to."""
        for narrower in (self.present, None):
            left = [p for p in people if narrower is None or p in narrower]
            if len(left) > 1 and self.day:
                left = [p for p in left if serves(self.registry.people[p], self.day)]
            if len(left) == 1:
                person = self.registry.people[left[0]]
                # A name of somebody who never led a state may be a namesake's.
                near = person.id in self.present or years_off(person, self.day) <= 2
                return person.id if eminent(person) or near or not person.terms else None
        return None

    def _georgia_the_state(self, hit: Hit, passage: Passage) -> bool:
        """Whether "Georgia" is the state of the United States: nearby words decide."""
        if passage.text[hit.start : hit.end] != "Georgia":
            return False
        near = passage.text[max(0, hit.start - 120) : hit.end + 120]
        return bool(self._state.search(near)) and not self._country.search(near)

    @cached_property
    def _state(self) -> re.Pattern[str]:
        return _any_of(words("lexicon")["georgia_the_state"]["state"])

    @cached_property
    def _country(self) -> re.Pattern[str]:
        return _any_of(words("lexicon")["georgia_the_state"]["country"])


def sentence_of(text: str, at: int) -> tuple[int, int]:
    """Where the sentence around a position begins and ends."""
    begin = 0
    for boundary in _SENTENCE.finditer(text):
        if boundary.start() >= at:
            return begin, boundary.start()
        begin = boundary.end()
    return begin, len(text)


def _any_of(phrases: Iterable[str]) -> re.Pattern[str]:
    return re.compile(rf"\b(?:{'|'.join(map(re.escape, phrases))})\b")


def first_of_each(mentions: Iterable[Mention]) -> tuple[Link, ...]:
    """The first mention of each entry in the words, as a page links it.

    A country counts where it is named, not where an adjective hints at it; a phrase
    counts once a speaker, words of address once a speaker and wording.
    """
    seen: dict[tuple[str | None, ...], Link] = {}
    for mention in mentions:
        link = mention.link
        if mention.passage.part not in ("turn", "narration") or link.kind not in _LINKED:
            continue
        if link.kind == "country" and link.rule != "name":
            continue
        key: tuple[str | None, ...] = (link.kind, link.id)
        if link.kind == "phrase":
            key = (link.kind, link.id, link.speaker)
        elif link.kind == "address":
            key = (link.kind, link.id, link.speaker, link.text)
            if link.speaker in (None, link.id):
                continue
        seen.setdefault(key, link)
    return tuple(seen.values())
