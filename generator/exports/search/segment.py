"""The words of one period: which documents have them, how often, and where.

A segment is text, one line a key, in slices by the key's hash::

    key TAB forms TAB postings TAB positions

``forms`` are the printed words that have this key.  ``postings`` hold how many documents
follow and, for each, how many it stands after the one before and what the word weighs
there (0 to 3);
``positions`` the word's places in each document, the last of each marked.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from itertools import chain, pairwise
from pathlib import Path
from typing import NamedTuple
from zlib import crc32

from generator.exports.search.codec import digits
from generator.exports.search.keys import Keys
from generator.exports.search.words import CODE, raw_tokens, tokens
from generator.model import Event, Narration, Subhead, Turn
from generator.store import body, front_matter
from generator.store.page import read_text

SLICES = 16
GAP = 16
"""Places left empty between two paragraphs, so that no phrase is found across them."""
_PLACE_BITS = 32
_PLACE = (1 << _PLACE_BITS) - 1


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


def make(
    documents: Sequence[Document], content: Path, keys: Keys
) -> tuple[list[list[bytes]], list[int]]:
    """The lines of each slice of a period's segment; how many words each document has.

    Raises:
        ContentError: a page cannot be read.
    """
    period = _Period()
    for number, document in enumerate(documents):
        period.add(number, texts(document, content))
    words = period.words()
    forms: dict[str, list[str]] = defaultdict(list)
    for word in words:
        forms[keys[word]].append(word)
    forms.pop("", None)
    slices: list[list[bytes]] = [[] for _ in range(SLICES)]
    for key, printed in forms.items():
        found = words[printed[0]]
        if len(printed) > 1:
            printed.sort()
            found = sorted(chain.from_iterable(words[word] for word in printed))
        line = f"{key}\t{' '.join(printed)}\t".encode() + _encoded(found, period.heads).encode()
        slices[hash_of(key.encode()) % SLICES].append(line)
    return slices, period.lengths


class _Period:
    """Where each word of a period stands: the document's number above the place in it.

    ``heads`` are the places at which each document's title and lead have ended, ``lengths``
    how many words it has.
    """

    def __init__(self) -> None:
        self.heads: list[int] = []
        self.lengths: list[int] = []
        # Plain words by their bytes, so that each is spelled out once a period.
        self._plain: dict[bytes, list[int]] = defaultdict(list)
        self._rare: dict[str, list[int]] = defaultdict(list)

    def add(self, number: int, parts: Iterable[tuple[str, bool]]) -> None:
        """Add the words of a document; documents come in order."""
        plain, rare = self._plain, self._rare
        first = at = number << _PLACE_BITS
        head = length = 0
        for text, is_head in parts:
            if (said := raw_tokens(text)) is not None:
                count = len(said)
                for place, token in enumerate(said, at):
                    plain[token].append(place)
            else:
                words = tokens(text)
                count = len(words)
                for place, word in enumerate(words, at):
                    rare[word].append(place)
            at += count + GAP
            length += count
            if is_head:
                head = at - first
        self.heads.append(head)
        self.lengths.append(length)

    def words(self) -> dict[str, list[int]]:
        """The places of each word, in order."""
        plain = b" ".join(self._plain).decode(CODE).split()
        words = dict(zip(plain, self._plain.values(), strict=True))
        for word, found in self._rare.items():
            words[word] = sorted(words[word] + found) if word in words else found
        return words


def _encoded(found: Sequence[int], heads: Sequence[int]) -> str:
    """How many documents, their postings, a tab, and the positions of a key with these places."""
    postings: list[str] = []
    positions: list[str] = []
    document, at, total = -1, 0, len(found)
    while at < total:
        number, place = found[at] >> _PLACE_BITS, found[at] & _PLACE
        end = at + 1
        while end < total and found[end] >> _PLACE_BITS == number:
            end += 1
        count = end - at
        # Title and lead weigh most, then what is said five times, then twice.
        weight = 3 if place < heads[number] else 0 if count == 1 else 2 if count > 4 else 1
        postings.append(digits((number - document - 1) << 2 | weight))
        if count == 1:
            positions.append(digits(place << 1 | 1))
        else:
            positions.append(_positions([one & _PLACE for one in found[at:end]]))
        document, at = number, end
    return f"{digits(len(postings))}{''.join(postings)}\t{''.join(positions)}"


def _positions(places: list[int]) -> str:
    """Places in a document, each as how far it is from the one before; the last is odd."""
    steps = [(place - before) << 1 for before, place in pairwise((0, *places))]
    steps[-1] |= 1
    return "".join(map(digits, steps))


def hash_of(key: bytes) -> int:
    """The hash that sends a key, in UTF-8, to its slice and its shard: CRC-32."""
    return crc32(key)


def write(path: Path, slices: Iterable[Iterable[bytes]]) -> None:
    """Keep a segment: the byte lengths of its slices in the first line, then the slices."""
    parts = [b"\n".join(lines) for lines in slices]
    head = " ".join(str(len(part)) for part in parts)
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_bytes(b"".join((f"{head}\n".encode(), *parts)))


def read(path: Path, slice: int) -> bytes:
    """The lines of one slice of a kept segment."""
    with path.open("rb") as file:
        lengths = list(map(int, file.readline().split()))
        file.seek(sum(lengths[:slice]), 1)
        return file.read(lengths[slice])


def rows(path: Path, slice: int) -> Iterator[tuple[bytes, bytes, bytes, bytes]]:
    """(key, forms, postings, positions) of each line of a slice."""
    fields = read(path, slice).replace(b"\n", b"\t").split(b"\t")
    # An empty slice has one field, which is no line.
    return zip(fields[::4], fields[1::4], fields[2::4], fields[3::4], strict=False)


def keys(path: Path) -> Iterator[tuple[str, str]]:
    """(form, key) of every form in a kept segment."""
    for slice in range(SLICES):
        for key, forms, *_ in rows(path, slice):
            spelled = key.decode()
            for form in forms.decode().split(" "):
                yield form, spelled


def vocabulary(path: Path) -> set[str]:
    """Every key and every form of a kept segment."""
    return set(chain.from_iterable(keys(path)))
