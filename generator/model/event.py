"""Events and milestones: what stands in the timeline, linked to the registry by ids."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from functools import lru_cache

from generator.model.edtf import Edtf
from generator.model.publishers import document_key
from generator.model.transcript import SourceRef, Tag

KINDS = (
    "meeting",
    "talks",
    "summit",
    "visit",
    "phone-call",
    "press-conference",
    "statement",
    "speech",
    "message",
    "document",
    "interview",
    "trip",
    "other",
)
FORMATS = ("in-person", "phone", "video", "written")
MILESTONE_KINDS = (
    "establishment",
    "recognition",
    "treaty",
    "agreement",
    "declaration",
    "ratification",
    "entry_into_force",
    "accession",
    "visit",
    "summit",
    "anniversary",
    "severance",
    "resumption",
    "incident",
)


@dataclass(frozen=True, kw_only=True, slots=True)
class Speaker:
    """One speaker label of a document.

    ``person`` is a registry id, or None while the label is unknown or a role; ``turns``
    and ``words`` count what stands under the label; ``anchor`` is the first such turn's.
    """

    label: str
    person: str | None = None
    turns: int = 0
    words: int = 0
    anchor: str = ""


@dataclass(frozen=True, kw_only=True, slots=True)
class Link:
    """A mention in the words: a registry entry, where, and by which rule it was found.

    ``kind`` is person, country, place, organisation, milestone or topic, "phrase" for words
    by which a relationship names itself (``id`` the phrase's), or "address" for words that
    address a person (``id`` the addressee's); ``anchor`` the turn or paragraph; ``text`` the
    exact words; ``speaker`` the id of the person whose turn it is, None outside known turns.
    """

    kind: str
    id: str
    anchor: str
    text: str
    rule: str
    speaker: str | None = None


@dataclass(frozen=True, kw_only=True, slots=True)
class Figure:
    """A number that somebody stated.

    ``value`` is a decimal number as text ("24.5"), ``unit`` "percent", "USD", "year" …
    with ``scale`` already applied ("24500000000"); ``measure`` says what is measured
    ("trade", in the words of the curated list), ``period`` is EDTF; ``person`` or
    ``label`` said it at ``anchor`` in ``words``.  ``confirmed`` is set by an editor only.
    """

    value: str
    unit: str
    measure: str | None = None
    period: str | None = None
    label: str = ""
    person: str | None = None
    anchor: str = ""
    words: str = ""
    confirmed: bool = False


@dataclass(frozen=True, kw_only=True, slots=True)
class Event:
    """One document of the chronicle as its front matter tells it.

    ``countries`` are the parties' ISO codes, alphabetical; ``host`` the country of the
    place; ``mentioned`` countries only spoken of; ``place`` a registry id and
    ``place_printed`` the line as printed; ``multilateral`` is true where the event
    belongs to an organisation; ``visit`` is the id shared by the documents of one visit;
    ``milestones`` are ids of milestones that the words mention; ``links`` the first mention
    of each registry entry in the words; ``path`` is the page's
    path below ``content/``, "" before there is a page.
    """

    id: str
    language: str
    title: str
    date: Edtf | None = None
    time: str | None = None
    zone: str | None = None
    lead: str | None = None
    kind: str = "other"
    format: str | None = None
    place: str | None = None
    place_printed: str | None = None
    host: str | None = None
    countries: tuple[str, ...] = ()
    mentioned: tuple[str, ...] = ()
    people: tuple[str, ...] = ()
    organisations: tuple[str, ...] = ()
    topics: tuple[str, ...] = ()
    milestones: tuple[str, ...] = ()
    links: tuple[Link, ...] = ()
    multilateral: bool = False
    visit: str | None = None
    speakers: tuple[Speaker, ...] = ()
    figures: tuple[Figure, ...] = ()
    captions: tuple[str, ...] = ()
    participants: tuple[str, ...] = ()
    tags: tuple[Tag, ...] = ()
    published: str | None = None
    updated: str | None = None
    normalisations: tuple[str, ...] = ()
    source: SourceRef
    path: str = ""

    @property
    def key(self) -> str:
        """The id with the language where that is not the publisher's main one."""
        return document_key(self.id, self.language, self.source.publisher)

    @property
    def url(self) -> str:
        """The page's address below the site's root: "events/2022/kremlin-69182/".

        It follows the page's path, so that no correction of a date or an id moves it.
        """
        if self.path:
            return f"{self.path.removesuffix('.md')}/"
        year = str(self.date.year) if self.date else "undated"
        return f"events/{year}/{self.key}/"

    @property
    def words(self) -> int:
        """Words spoken, all speakers together."""
        return sum(speaker.words for speaker in self.speakers)

    @property
    def pairs(self) -> tuple[str, ...]:
        """Every relationship that the parties make: "KZ-RU" …, alphabetical."""
        return _pairs(self.countries)


@dataclass(frozen=True, kw_only=True, slots=True)
class Milestone:
    """A dated fact without a transcript: a treaty signed, relations established …

    ``parties`` are ISO codes, alphabetical; ``titles`` map a language to a title in our
    own words; ``aliases`` are other names of the same document; ``notes`` map a language
    to a remark for readers (``note`` is the English one, or any); ``sources`` are the pages
    that state the fact, ``source`` the first.
    """

    id: str
    date: Edtf
    kind: str
    parties: tuple[str, ...] = ()
    organisation: str | None = None
    place: str | None = None
    titles: Mapping[str, str] = field(default_factory=dict)
    aliases: tuple[str, ...] = ()
    note: str = ""
    notes: Mapping[str, str] = field(default_factory=dict)
    confidence: str = "high"
    source: str
    sources: tuple[str, ...] = ()

    @property
    def pairs(self) -> tuple[str, ...]:
        """Every relationship that the parties make, alphabetical."""
        return _pairs(self.parties)


@lru_cache(maxsize=65536)
def _pairs(countries: tuple[str, ...]) -> tuple[str, ...]:
    """An archive has few different sets of parties, and asks for their pairs all the time."""
    parties = sorted(set(countries))
    return tuple(f"{a}-{b}" for i, a in enumerate(parties) for b in parties[i + 1 :])
