"""The words of one period: which documents have them, how often, and where.

A segment is text, one line a key, sorted, in slices by the key's hash::

    key TAB forms TAB number of documents TAB postings TAB positions

``forms`` are the printed words that have this key.  ``postings`` hold, for each document,
how many it stands after the one before and what the word weighs there (0 to 3);
``positions`` the word's places in each document, the last of each marked.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field
from itertools import pairwise
from pathlib import Path
from typing import NamedTuple
from zlib import crc32

from generator.exports.search.codec import digits
from generator.exports.search.keys import Keys
from generator.exports.search.words import tokens
from generator.model import Event, Narration, Subhead, Turn
from generator.store import body, front_matter
from generator.store.page import read_text

SLICES = 16
GAP = 16
"""Places left empty between two paragraphs, so that no phrase is found across them."""


@dataclass(slots=True)
class Entry:
    """One key of a period while its segment is made: a text for each document that has it."""

    last: int = -1
    postings: list[str] = field(default_factory=list)
    positions: list[str] = field(default_factory=list)


class Document(NamedTuple):
    """What a segment needs of an event: its page's path below the content, its head."""

    path: str
    title: str
    lead: str
    more: tuple[str, ...]

    @classmethod
    def of(cls, event: Event) -> Document:
        """The document of an event."""
        more = (*event.participants, *event.captions)
        return cls(event.path, event.title, event.lead or "", more)


def texts(document: Document, content: Path) -> Iterator[tuple[str, bool]]:
    """(text, is it title or lead) of all that a reader may search in a document.

    Raises:
        ContentError: the page cannot be read.
    """
    yield document.title, True
    yield document.lead, True
    path = content / document.path
    _, markdown = front_matter.split(read_text(path, path.as_posix()), path.as_posix())
    for block in body.from_markdown(markdown):
        match block:
            case Turn(label=label, note=note, paragraphs=paragraphs):
                yield f"{label} {note or ''}", False
                yield from ((text, False) for text in paragraphs)
            case Narration(text=text) | Subhead(text=text):
                yield text, False
    yield from ((text, False) for text in document.more)


def make(documents: Sequence[Document], content: Path, keys: Keys) -> tuple[list[str], list[int]]:
    """The segment of a period, a text for each slice; how many words each document has.

    Raises:
        ContentError: a page cannot be read.
    """
    entries: dict[str, Entry] = defaultdict(Entry)
    words: set[str] = set()
    lengths = [
        _add(entries, words, number, texts(document, content), keys)
        for number, document in enumerate(documents)
    ]
    forms: dict[str, list[str]] = defaultdict(list)
    for word in sorted(words):
        forms[keys[word]].append(word)
    slices: list[list[str]] = [[] for _ in range(SLICES)]
    for key in sorted(entries):
        entry = entries[key]
        line = f"{key}\t{' '.join(forms[key])}\t{len(entry.postings)}\t{''.join(entry.postings)}"
        slices[hash_of(key) % SLICES].append(f"{line}\t{''.join(entry.positions)}")
    return ["\n".join(lines) for lines in slices], lengths


def _add(
    entries: dict[str, Entry],
    words: set[str],
    number: int,
    parts: Iterable[tuple[str, bool]],
    keys: Keys,
) -> int:
    """Add one document, and its words to those of the period; how many words it has."""
    of_word: dict[str, list[int]] = defaultdict(list)
    titled: set[str] = set()
    at = length = 0
    for text, is_title in parts:
        said = tokens(text)
        for place, word in enumerate(said, at):
            of_word[word].append(place)
        if is_title:
            titled.update(map(keys.__getitem__, said))
        at += len(said) + GAP
        length += len(said)
    words.update(of_word)
    places: dict[str, list[int]] = {}
    for word, found in of_word.items():
        key = keys[word]
        if key in places:
            places[key] = sorted(places[key] + found)
        elif key:
            places[key] = found
    for key, found in places.items():
        entry = entries[key]
        count = len(found)
        # Title and lead weigh most, then what is said five times, then twice.
        weight = 3 if key in titled else 0 if count == 1 else 2 if count > 4 else 1
        entry.postings.append(digits((number - entry.last - 1) << 2 | weight))
        entry.last = number
        entry.positions.append(digits(found[0] << 1 | 1) if count == 1 else _positions(found))
    return length


def _positions(places: list[int]) -> str:
    """Places in a document, each as how far it is from the one before; the last is odd."""
    steps = [(place - before) << 1 for before, place in pairwise((0, *places))]
    steps[-1] |= 1
    return "".join(map(digits, steps))


def hash_of(key: str) -> int:
    """The hash that sends a key to its slice and its shard: CRC-32 of its UTF-8."""
    return crc32(key.encode())


def write(path: Path, slices: Sequence[str]) -> None:
    """Keep a segment: the byte lengths of its slices in the first line, then the slices."""
    parts = [text.encode() for text in slices]
    head = " ".join(str(len(part)) for part in parts)
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_bytes(b"".join((f"{head}\n".encode(), *parts)))


def read(path: Path, slice: int) -> list[str]:
    """The lines of one slice of a kept segment."""
    with path.open("rb") as file:
        lengths = list(map(int, file.readline().split()))
        file.seek(sum(lengths[:slice]), 1)
        text = file.read(lengths[slice]).decode()
    return text.split("\n") if text else []


def vocabulary(path: Path) -> set[str]:
    """Every key and every form of a kept segment."""
    words: set[str] = set()
    for slice in range(SLICES):
        for line in read(path, slice):
            key, forms, _ = line.split("\t", 2)
            words.add(key)
            words.update(forms.split(" "))
    return words
