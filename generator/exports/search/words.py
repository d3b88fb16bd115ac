"""Words as the search index and a reader's query both cut and fold them.

``overrides/theme/search-words.js`` does the same in the browser; the cases in
``tests/search/words.json`` are run through both, so change them together.
"""

from __future__ import annotations

import re
import unicodedata

_JOINED = "\u00ad\u0300-\u036f\u200b-\u200d\u2060\ufeff"
_WORD = re.compile(r"[^\W_]+")
_MARKED_WORD = re.compile(rf"[^\W_](?:[^\W_]|[{_JOINED}])*")
# Soft hyphens, stress marks and characters without a width are no part of a word.
_INVISIBLE = re.compile("[\u00ad\u0300\u0301\u200b-\u200d\u2060\ufeff]")
# Text with any of these takes longer to fold: joined characters, letters of other scripts.
_RARE = re.compile(rf"[{_JOINED}\u00b2-\u00ba\u00bc-\u03ff\u0530-\u1fff\u2c00-\uffff]")
_PLAIN = str.maketrans({"ё": "е", "ı": "i", "ł": "l", "ø": "o", "ə": "a", "đ": "d", "ß": "ss"})
_MARKS = re.compile("[\u0300-\u036f]")

CODE = "cp1251"
"""The code of words in bytes: nearly every Russian text and most English ones fit in it."""

STOP = frozenset(
    """
    а без бы был была были было быть в вам вас во вот вы где да для до его ее если есть еще же
    за и из или им их к как ко когда ли мы на над нам нас не него нее нет ни них но о об он она
    они оно от по под при с со так также там то тоже того той том тот ты у уже чем что чтобы
    эта эти это этого этой этом этот эту я
    a an and are as at be been but by can did do for from had has have he her his i if in into
    is it its me my no not of on or our she so than that the their them then there these they
    this those to was we were what when which who will with would you your s t
    """.split()  # noqa: SIM905 - a hundred words in quotes would hide the words
)
"""Words that every document has: not indexed; inside a quoted phrase any word fits there."""


def fold(word: str) -> str:
    """One spelling for many: lower case, "е" for "ё", Latin letters without their marks."""
    lowered = word.lower().replace("ё", "е")
    return _bare(lowered) if _RARE.search(lowered) else lowered


def tokens(text: str) -> list[str]:
    """The folded words of ``text`` in order; joined by hyphens or apostrophes, each alone."""
    if _RARE.search(text):
        return [_bare(match[0].lower()) for match in _MARKED_WORD.finditer(text)]
    return _WORD.findall(text.lower().replace("ё", "е"))


def raw_tokens(text: str) -> list[bytes] | None:
    """:func:`tokens` of a plain text in a sixth of the time, each in :data:`CODE`.

    None where the text has characters that need more than a table to be folded.
    """
    try:
        said = text.encode(CODE).translate(_TABLE)
    except UnicodeEncodeError:
        return None
    return None if _RARE_BYTE in said else said.split()


_RARE_BYTE = b"\0"


def _table() -> bytes:
    """What each byte of :data:`CODE` becomes: a folded letter, a space, a sign of rare text."""
    table = bytearray(256)
    for byte in range(256):
        try:
            letter = bytes((byte,)).decode(CODE)
        except UnicodeDecodeError:
            continue  # no character of Unicode is encoded so
        if not _RARE.search(letter):
            table[byte] = ("".join(tokens(letter)) or " ").encode(CODE)[0]
    return bytes(table)


_TABLE = _table()


def _bare(lowered: str) -> str:
    whole = unicodedata.normalize("NFC", _INVISIBLE.sub("", lowered)).translate(_PLAIN)
    if not _RARE.search(whole):
        return whole
    return _MARKS.sub("", unicodedata.normalize("NFD", whole).replace("\u0438\u0306", "й"))
