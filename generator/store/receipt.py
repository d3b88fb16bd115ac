"""The receipt of a document: which words a page holds, from which source, by which digest."""

from __future__ import annotations

import hashlib
from collections.abc import Iterable, Iterator, Sequence

from generator.model import Block, Event, Mark, Narration, Rule, Subhead, Transcript, Turn
from generator.store.page import Handwritten
from generator.text.words import tokens


def words_of(
    document: Event | Transcript, blocks: Iterable[Block | Handwritten]
) -> tuple[str, ...]:
    """Every word of the source in the order in which a page shows them.

    Title, lead, the printed list of those present, blocks (a label with its note and
    colon before the words), captions.  An editor's own notes are no words of the source.
    """
    parts = [document.title, document.lead or "", "; ".join(document.participants)]
    parts.extend(_said(blocks))
    parts.extend(document.captions)
    return tuple(tokens("\n".join(parts)))


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


def digest_of(words: Sequence[str]) -> str:
    """The SHA-256 (hexadecimal) of the words, joined by single spaces, as UTF-8."""
    return hashlib.sha256(" ".join(words).encode("utf-8", "surrogatepass")).hexdigest()


def receipt(
    event: Event, words: Sequence[str], differences: Sequence[str] = ()
) -> dict[str, object]:
    """What proves a page: how its source was read, what was done to it, the words' digest.

    ``differences`` are what ``chronicle verify`` found, if anything.
    """
    data: dict[str, object] = {
        "format": event.source.format,
        "normalisations": list(event.normalisations),
        "words": len(words),
        "digest": f"sha256:{digest_of(words)}",
    }
    if differences:
        data["differences"] = list(differences)
    return data
