"""Pages of kremlin.ru that a scraper flattened to one line of text.

Title, lead, date, place and words stand one behind the other without marks between
them; "See also" boxes and persons' cards leak into them and are left out where they can be
nothing else.
"""

from __future__ import annotations

import hashlib
import re
from collections.abc import Iterable, Iterator

from generator.model import SourceRef, Transcript
from generator.model.publishers import PUBLISHERS
from generator.sources.parts import (
    addresses,
    blocks,
    boxes,
    cards,
    decode,
    flat_head,
    footer,
    running,
)
from generator.sources.parts.bare import bare
from generator.sources.parts.problems import source_error
from generator.sources.parts.speakers import Label
from generator.sources.reader import RawDocument

NAME = "kremlin_flat"
RECOGNISES = "a kremlin.ru page flattened to one line, with its foot (“Ссылка на материал: …”)"

_FOOT = re.compile(
    r"(?:Ссылка\sна\sматериал|Direct\slink)\s*:\s*\S*kremlin\.ru/|"
    r"(?:Опубликован[оа]?\sв\sраздел(?:е|ах)|Published\sin\ssections?)\s*:"
)
_HEAD = re.compile(r"\s*(?:События|Events)\s+\S")
_PART = re.compile(r"(?:^|\s)(<(?:…|\.\.\.)>|\*\s?\*\s?\*)(?=\s|$)|\n+")
_CYRILLIC = re.compile(r"[А-яЁё]")
_LONG_LINE = 400


def sniff(raw: RawDocument) -> int:
    """Sure of a long line that has the foot of a page; less sure of a head alone."""
    if raw.data[:200].lstrip(b"\xef\xbb\xbf \r\n\t").startswith((b"<", b"{", b"[")):
        return 0
    text = decode.glimpse(raw.data)
    lines = [line for line in text.splitlines() if line.strip()]
    flat = bool(lines) and len(lines) <= 3 and max(map(len, lines)) >= _LONG_LINE
    if _FOOT.search(text) and (flat or _HEAD.match(text)) and len(lines) <= 3:
        return 93
    return 80 if flat and _HEAD.match(text) else 0


def parse(raw: RawDocument) -> Iterable[Transcript]:
    """Read one page.

    Raises:
        SourceError: empty, binary, or without a title.
    """
    decoded = decode.decode(raw)
    text, done = decode.unescape(decoded.text)
    yield read(raw, text.strip(), (*decoded.normalisations, *done))


def read(raw: RawDocument, text: str, done: tuple[str, ...] = ()) -> Transcript:
    """Read flattened ``text``; a table's row comes here with its own text."""
    foot = footer.find(text)
    content = text[: foot.start].rstrip() if foot else text
    published = foot.published if foot else None
    content, dropped = boxes.drop(content, published)
    content, hidden = cards.drop(content)
    notes = (*done, *["boxes left out"][:dropped], *hidden)
    # The head ends where the first label begins, and the first label where the head ends.
    head = flat_head.read(content, first_label=None, published=published)
    places = running.find(content, content[:600], head.end)
    first = places[0].start if places else None
    head = flat_head.read(content, first_label=first, published=published)
    if not head.title:
        raise source_error(raw, "the page has no title", "give the whole text of the page", 1)
    places = [place for place in places if place.start >= head.end]
    paragraphs, labels = _paragraphs(content, head.end, places)
    if head.announced:
        paragraphs.insert(0, head.announced)
        labels.insert(0, None)
    link = footer.permalink(foot) or addresses.kremlin(raw.url or "")
    publisher = PUBLISHERS["kremlin"]
    return Transcript(
        id=f"kremlin-{link[0]}" if link else addresses.fallback_id(head.date, head.title),
        language="ru" if _CYRILLIC.search(head.title) else "en",
        title=head.title,
        date=head.date,
        time=head.time,
        zone=publisher.zone if head.time else None,
        place=head.place,
        lead=head.lead,
        blocks=blocks.assemble(paragraphs, labels),
        captions=(head.caption,) if head.caption else (),
        tags=foot.tags if foot else (),
        published=published,
        updated=foot.updated if foot else None,
        normalisations=(*notes, "lines flattened by the source"),
        source=SourceRef(
            publisher="kremlin",
            url=link[1] if link else raw.url,
            licence=publisher.licence,
            attribution=publisher.attribution,
            sha256=hashlib.sha256(raw.data).hexdigest(),
            format=NAME,
        ),
    )


def read_body(raw: RawDocument, title: str, text: str, done: tuple[str, ...] = ()) -> Transcript:
    """Read flattened words whose title is known from elsewhere, as tables have them."""
    places = running.find(text, title)
    paragraphs, labels = _paragraphs(text, 0, places)
    words = blocks.assemble(paragraphs, labels)
    return bare(raw, title, words, (*done, "lines flattened by the source"), NAME)


def _paragraphs(
    text: str, begin: int, places: list[running.Place]
) -> tuple[list[str], list[Label | None]]:
    """The words from ``begin`` on, cut at labels, marks and rules."""
    paragraphs: list[str] = []
    labels: list[Label | None] = []
    ends = [*(place.start for place in places), len(text)][1:]
    for part in _parts(text[begin : places[0].start if places else len(text)]):
        paragraphs.append(part)
        labels.append(None)
    for place, end in zip(places, ends, strict=True):
        parts = list(_parts(text[place.end : end]))
        spoken = bool(parts) and not (blocks.is_ellipsis(parts[0]) or blocks.is_rule(parts[0]))
        first = parts.pop(0) if spoken else ""
        paragraphs.append(text[place.start : place.end] + first)
        labels.append(Label(place.label.label, place.label.note, first))
        paragraphs += parts
        labels += [None] * len(parts)
    return paragraphs, labels


def _parts(text: str) -> Iterator[str]:
    end = 0
    for match in _PART.finditer(text):
        before = blocks.strip(text[end : match.start()])
        if before:
            yield before
        if match[1]:
            yield match[1]
        end = match.end()
    rest = blocks.strip(text[end:])
    if rest:
        yield rest
