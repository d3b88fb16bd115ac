"""How much a piece of text looks like a speaker label, by its own words alone.

The judgement that needs the whole document is in
:mod:`generator.sources.parts.speakers`.  The words stand in
:mod:`generator.sources.parts.words`.
"""

from __future__ import annotations

import re
from enum import IntEnum
from functools import lru_cache

from generator.sources.parts import words


class Shape(IntEnum):
    """How sure the shape alone makes one."""

    NONE = 0
    """A sentence or a known false friend."""
    WEAK = 1
    """A few words; a label only where it keeps coming back."""
    FAIR = 2
    """Shaped like a name; a label in a document that has speakers."""
    STRONG = 3
    """A label wherever it stands."""


UPPER = "A-ZÀ-ÖØ-ÞА-ЯЁӘҒҚҢӨҰҮҺІЇЄҐЎ"
LOWER = "a-zß-öø-ÿа-яёәғқңөұүһіїєґў"
INITIALS = rf"[{UPPER}][{LOWER}]?\.(?:[\s\u00a0]?-?[\s\u00a0]?[{UPPER}][{LOWER}]?\.){{0,2}}"
_WORD = rf"[{UPPER}][\w’'ʼ‘`\u2011-]*"
_PARTICLE = rf"(?:{words.PARTICLES})"
_GAP = r"[\s\u00a0]+"
SURNAME = (
    rf"(?:{_PARTICLE}{_GAP}){{0,3}}{_WORD}(?:{_GAP}(?:{_PARTICLE}{_GAP}){{0,2}}{_WORD}){{0,4}}"
)
INITIALLED = rf"{INITIALS}[\s\u00a0]?{SURNAME}"
_AND = rf"(?:,{_GAP}|{_GAP}и{_GAP})"
_TAIL = rf"(?:,{_GAP}[«“\"{UPPER}{LOWER}][^:.!?]{{1,90}})?"

_INITIALLED = re.compile(rf"{INITIALLED}(?:{_AND}{INITIALLED}){{0,3}}{_TAIL}")
_PLAIN = re.compile(
    rf"{_WORD}(?:{_GAP}(?:{_PARTICLE}{_GAP}){{0,2}}{_WORD}){{1,4}}(?:{_GAP}[IVX]+)?"
)
_SINGLE = re.compile(_WORD)
_LAST_NAMES = re.compile(
    rf"(?:^|[\s\u00a0,)\]])(?:{_WORD}|[{UPPER}]\.)(?:{_GAP}(?:{_PARTICLE}{_GAP}){{0,2}}{_WORD})+{_TAIL}$"
)
# A full stop behind a short word may be an abbreviation's ("Mr. ", "Prof. ").
_SENTENCE_MARK = re.compile(rf"[!?;…]|(?<=[{LOWER}]{{4}})\.(?=\s)")
_BRACKETED = re.compile(r"[(\[][^()\[\]]*[)\]]")
_TOKEN = re.compile(r"[\w’'ʼ\u2011-]+")
_QUOTED = re.compile(r"«[^«»]*»|“[^“”]*”|\"[^\"]*\"")
LONGEST = 260
"""Characters that a label may have."""


@lru_cache(maxsize=16384)
def shape(label: str) -> Shape:
    """The shape of ``label``, which has neither a colon nor a note at its end."""
    if not label or len(label) > LONGEST or _SENTENCE_MARK.search(label):
        return Shape.NONE
    tokens = _TOKEN.findall(_QUOTED.sub("", label).lower())
    if not tokens:
        return Shape.WEAK if _QUOTED.fullmatch(label) else Shape.NONE
    first = tokens[0]
    if first in words.ROLES:
        return _role(label, tokens)
    if _INITIALLED.fullmatch(label):
        return Shape.STRONG
    if (first in words.NEVER and first not in words.POSTS) or len(tokens) > 30:
        return Shape.NONE
    if _PLAIN.fullmatch(label):
        return _plain(tokens)
    if _SINGLE.fullmatch(label):
        return Shape.WEAK
    return _titled(label, tokens)


def _role(label: str, tokens: list[str]) -> Shape:
    if len(tokens) == 1:
        return Shape.STRONG if label[0].isupper() else Shape.NONE
    if tokens[1] in words.ROLE_TAILS or label.lstrip()[len(tokens[0]) :].lstrip()[:1] in '«“"-–,№':
        return Shape.FAIR if len(label) <= 120 else Shape.NONE
    # "Ведущий Иван Петров", "Moderator John Smith".
    if len(tokens) <= 5 and _PLAIN.fullmatch(label):
        return Shape.FAIR
    return _titled(label, tokens) if tokens[0] in words.POSTS else Shape.NONE


def _plain(tokens: list[str]) -> Shape:
    if tokens[-1] in words.NO_NAMES:
        return Shape.NONE
    if tokens[0] in words.ASIAN_SURNAMES and len(tokens) <= 4:
        return Shape.STRONG
    if any(token in words.POSTS for token in tokens[:-1]):
        # "Moscow Mayor Boris Lind" ends in a name, "Mayor Office" in none.
        return Shape.STRONG
    return Shape.NONE if tokens[0] in words.NO_NAMES else Shape.FAIR


def _titled(label: str, tokens: list[str]) -> Shape:
    """A post, then a name: "Head of the Agency Anna Lind"; or a name, then an outlet."""
    bare = " ".join(_BRACKETED.sub(" ", label).split())
    if not _LAST_NAMES.search(bare):
        few = len(tokens) <= 4 and len(label) <= 50
        return Shape.WEAK if few and (label[0].isupper() or label[0] in '«“"') else Shape.NONE
    sentence = words.ENGLISH_SENTENCE | words.RUSSIAN_SENTENCE
    if any(token in sentence for token in tokens):
        return Shape.NONE
    last = _TOKEN.findall(bare.lower())[-1]
    if tokens[0] in words.POSTS and last not in words.NO_NAMES:
        return Shape.STRONG
    if "," in bare and _PLAIN.fullmatch(bare.split(",")[0].strip()):
        return Shape.FAIR
    has_post = any(token in words.POSTS for token in tokens)
    return Shape.FAIR if has_post and last not in words.NO_NAMES else Shape.WEAK
