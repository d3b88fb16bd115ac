"""The receipt of a document: which words a page holds, from which source, by which digest."""

from __future__ import annotations

import hashlib
from collections.abc import Iterable, Iterator, Sequence

from generator.model import Block, Event, Mark, Narration, Rule, Subhead, Transcript, Turn
from generator.store.page import Handwritten
from generator.text.words import tokens


def line_of(document: Event | Transcript, blocks: Iterable[Block | Handwritten]) -> str:
    """Every word of the source in the order in which a page shows them, by single spaces.

    Title, lead, the printed list of those present, blocks (a label with its note and
    colon before the words), captions.  An editor's own notes are no words of the source.
    """
    parts = [document.title, document.lead, "; ".join(document.participants)]
    parts.extend(_said(blocks))
    parts.extend(document.captions)
    text = " ".join(filter(None, parts))
    line = text.replace("\xa0", " ")
    # White space that is not a space is not printable: most texts need not be taken apart.
    if line.isprintable() and "  " not in line:
        return line.strip(" ")
    return " ".join(tokens(text))


def _said(blocks: Iterable[Block | Handwritten]) -> Iterator[str]:
    for block in blocks:
        match block:
            case Turn(label=label, note=note, paragraphs=paragraphs):
                yield f"{label}{f' {note}' if note else ''}:"
                yield from paragraphs
            case Narration(text=text) | Subhead(text=text) | Mark(text=text):
                yield text
            case Rule() | Handwritten():
                continue


def receipt(event: Event, line: str, differences: Sequence[str] = ()) -> dict[str, object]:
    """What proves a page: how its source was read, what was done to it, the words' digest.

    ``line`` has the page's words by single spaces; their digest is its SHA-256 as UTF-8.
    ``differences`` are what ``chronicle verify`` found, if anything.
    """
    digest = hashlib.sha256(line.encode("utf-8", "surrogatepass")).hexdigest()
    data: dict[str, object] = {
        "format": event.source.format,
        "normalisations": list(event.normalisations),
        "words": line.count(" ") + 1 if line else 0,
        "digest": f"sha256:{digest}",
    }
    if differences:
        data["differences"] = list(differences)
    return data
