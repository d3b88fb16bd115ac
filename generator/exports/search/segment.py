"""The words of one period: which documents have them, how often, and where.

A segment is text, one line a key, sorted, in slices by the key's hash::

    key TAB forms TAB number of documents TAB postings TAB positions

``forms`` are the printed words that have this key.  ``postings`` hold, for each document,
how many it stands after the one before and what the word weighs there (:func:`_weight`);
``positions`` the word's places in each document, the last of each marked.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field
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
    """One key of a period while its segment is made; numbers already as text."""

    forms: set[str] = field(default_factory=set)
    count: int = 0
    postings: list[str] = field(default_factory=list)
    positions: list[str] = field(default_factory=list)
    last: int = -1


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
    lengths = [
        _add(entries, number, texts(document, content), keys)
        for number, document in enumerate(documents)
    ]
    slices: list[list[str]] = [[] for _ in range(SLICES)]
    for key in sorted(entries):
        entry = entries[key]
        forms = " ".join(sorted(entry.forms))
        line = f"{key}\t{forms}\t{entry.count}\t{''.join(entry.postings)}"
        slices[hash_of(key) % SLICES].append(f"{line}\t{''.join(entry.positions)}")
    return ["\n".join(lines) for lines in slices], lengths


def _add(
    entries: dict[str, Entry], number: int, parts: Iterable[tuple[str, bool]], keys: Keys
) -> int:
    """Add one document; how many words it has."""
    of_word: dict[str, list[int]] = defaultdict(list)
    titled: set[str] = set()
    at = length = 0
    for text, is_title in parts:
        words = tokens(text)
        for place, word in enumerate(words, at):
            of_word[word].append(place)
        if is_title:
            titled.update(map(keys.__getitem__, words))
        at += len(words) + GAP
        length += len(words)
    places: dict[str, list[int]] = {}
    for word, found in of_word.items():
        key = keys[word]
        if not key:
            continue
        entries[key].forms.add(word)
        others = places.get(key)
        places[key] = sorted(others + found) if others else found
    for key, found in places.items():
        entry = entries[key]
        entry.count += 1
        distance = number - entry.last - 1
        entry.postings.append(digits(distance << 2 | _weight(len(found), key in titled)))
        entry.last = number
        entry.positions.append(_positions(found))
    return length


def _positions(places: list[int]) -> str:
    """Places in a document, each as how far it is from the one before; the last is odd."""
    if len(places) == 1:
        return digits(places[0] << 1 | 1)
    steps = [(place - before) << 1 for before, place in zip((0, *places), places, strict=False)]
    steps[-1] |= 1
    return "".join(map(digits, steps))


def _weight(count: int, in_title: bool) -> int:
    """3 in title or lead, 2 five times and more, 1 twice and more, else 0."""
    if in_title:
        return 3
    return 2 if count > 4 else 1 if count > 1 else 0


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
