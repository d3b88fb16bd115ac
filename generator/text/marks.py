"""Editor's marks inside a paragraph, told apart from speech.

Marks are ``<…>`` (words left out), ``[…]`` (an editor's insert) and remarks in round
brackets from a closed list of beginnings ("(applause)", "(Смех.)").  Brackets that a
speaker's sentence needs are speech.  To teach a remark, add its beginning to
:data:`REMARKS`.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

OMISSIONS = ("<…>", "<...>")
"""What stands for words left out."""

REMARKS = (
    "applause",
    "laughter",
    "laughs",
    "laughing",
    "retranslated",
    "as retranslated",
    "in english",
    "in russian",
    "in german",
    "in french",
    "in chinese",
    "speaking in",
    "speaks in",
    "addressing",
    "addresses",
    "turns to",
    "showing",
    "shows",
    "pause",
    "smiles",
    "off mike",
    "inaudible",
    "no interpretation",
    "аплодисменты",
    "смех",
    "смеётся",
    "смеется",
    "смеются",
    "оживление",
    "как переведено",
    "по-английски",
    "по-русски",
    "по-немецки",
    "по-казахски",
    "по-китайски",
    "говорит по-",
    "обращаясь",
    "обращается",
    "показывает",
    "пауза",
    "улыбается",
    "неразборчиво",
    "без перевода",
    "не слышно",
)

_CANDIDATE = re.compile(r"<(?:…|\.\.\.)>|\[[^\[\]]*\]|\([^()]*\)")


def split(text: str) -> Iterator[tuple[bool, str]]:
    """Cut ``text`` into (is it a mark, words) pieces; joined, they are ``text`` again."""
    end = 0
    for match in _CANDIDATE.finditer(text):
        piece = match[0]
        if piece[0] == "(" and not piece[1:].strip().casefold().startswith(REMARKS):
            continue
        if match.start() > end:
            yield False, text[end : match.start()]
        yield True, piece
        end = match.end()
    if end < len(text):
        yield False, text[end:]


def is_mark(text: str) -> bool:
    """Whether a paragraph is nothing but editor's marks and space."""
    bare = text.strip()
    if bare[:1] not in ("<", "[", "("):  # what no mark begins with
        return False
    pieces = list(split(bare))
    return bool(pieces) and all(mark or not words.strip() for mark, words in pieces)
