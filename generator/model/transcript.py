"""What a source printed, as strings, before anything is linked to the registry."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, kw_only=True, slots=True)
class Narration:
    """A paragraph that nobody speaks: the publisher's own report."""

    text: str


@dataclass(frozen=True, kw_only=True, slots=True)
class Subhead:
    """A heading inside the document ("Начало российско-казахстанских переговоров")."""

    text: str


@dataclass(frozen=True, kw_only=True, slots=True)
class Rule:
    """The line that parts report and transcript, as printed ("* * *"); it has no words."""

    text: str = "* * *"


@dataclass(frozen=True, kw_only=True, slots=True)
class Mark:
    """An editor's mark that fills a paragraph of its own, as printed ("<…>")."""

    text: str


@dataclass(frozen=True, kw_only=True, slots=True)
class Turn:
    """The words of one speaker until the next one.

    ``label`` is the speaker label as printed, without its colon; ``note`` the note beside
    it with its brackets ("(как переведено)") or None; ``paragraphs`` hold the words,
    editor's marks inside them included (:func:`generator.text.marks.split` finds those).
    ``anchor`` is the turn's permalink ("t3"), "" until the store gives it one.
    """

    label: str
    note: str | None = None
    paragraphs: tuple[str, ...]
    anchor: str = ""


Block = Narration | Subhead | Rule | Mark | Turn


@dataclass(frozen=True, kw_only=True, slots=True)
class Tag:
    """A tag of the source's own: ``kind`` country, region, topic, person or section.

    A region is a part of a country; its key says nothing about countries (kremlin.ru's
    "SE" is North Ossetia).  ``key`` is the source's own identifier ("KZ", "82"), or ""
    where it printed none.
    """

    kind: str
    text: str
    key: str = ""


@dataclass(frozen=True, kw_only=True, slots=True)
class SourceRef:
    """Where the words come from and on what terms they may be used.

    ``publisher`` is a key of :data:`generator.model.publishers.PUBLISHERS` or any other
    short lower-case name; ``licence`` an SPDX identifier ("CC-BY-4.0") or None where the
    source names none; ``sha256`` the hexadecimal digest of the source's bytes; ``file``
    the original's path below ``content/`` once it is kept, else ""; ``first_seen`` the day
    of its first ingest (ISO 8601), "" before.
    """

    publisher: str
    url: str | None = None
    licence: str | None = None
    attribution: str | None = None
    sha256: str
    format: str
    file: str = ""
    first_seen: str = ""


@dataclass(frozen=True, kw_only=True, slots=True)
class Transcript:
    """One document as its source printed it; absent values are None or empty.

    ``id`` is publisher + the publisher's own number ("kremlin-69182"), or date + slug
    where there is none; the same id names every language version.  ``date`` is EDTF
    ("2022-08-19", "1970-09", "1955-10-02/1955-10-14"), ``time`` "HH:MM" in ``zone`` (an
    IANA name), ``place`` the place line as printed.  ``participants`` are as printed.
    ``published`` and ``updated`` are ISO 8601 or as printed where they cannot be read.
    ``normalisations`` name what was done to the source's characters, in order ("html
    entities", "no-break spaces kept", "windows-1251").  ``member`` ("row 2") and ``line``
    say where it stands in a file of many documents.
    """

    id: str
    language: str
    title: str
    date: str | None = None
    time: str | None = None
    zone: str | None = None
    place: str | None = None
    lead: str | None = None
    blocks: tuple[Block, ...] = ()
    captions: tuple[str, ...] = ()
    participants: tuple[str, ...] = ()
    tags: tuple[Tag, ...] = ()
    published: str | None = None
    updated: str | None = None
    normalisations: tuple[str, ...] = ()
    source: SourceRef
    member: str = ""
    line: int | None = None

    @property
    def turns(self) -> tuple[Turn, ...]:
        """The turns alone, in order."""
        return tuple(block for block in self.blocks if isinstance(block, Turn))

    @property
    def narration(self) -> tuple[str, ...]:
        """Report paragraphs and subheads, in order: all words that are nobody's speech."""
        return tuple(b.text for b in self.blocks if isinstance(b, Narration | Subhead))
