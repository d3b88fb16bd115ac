"""Text files → paragraphs, whether lines are wrapped or each is a paragraph.

Some programs part paragraphs by blank lines and wrap them, some write one a line; both
occur in one file too, so every run of lines is judged by itself.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import groupby, pairwise

from generator.sources.parts import speakers
from generator.sources.parts.blocks import is_ellipsis, is_rule, strip
from generator.sources.parts.names import Shape, shape

_STOP = (".", "!", "?", "…", ":", ";", "»", "”", '"', ")", ">")
_BLANKS = re.compile(r"[ \t]+")
_ITEM = re.compile(r"(?:[-–—•*]|\d{1,2}[.)])\s")


@dataclass(frozen=True, slots=True)
class Line:
    """A paragraph and where it begins: ``number`` counts lines from 1."""

    number: int
    text: str
    apart: bool
    """Whether a blank line stands before it."""


def paragraphs(text: str) -> list[Line]:
    """Paragraphs in order, wrapped lines joined by a space."""
    numbered = [(number, strip(line)) for number, line in enumerate(text.split("\n"), 1)]
    found: list[Line] = []
    for filled, run in groupby(numbered, key=lambda pair: bool(pair[1])):
        if filled:
            found += _run(list(run))
    return found


def _run(lines: Sequence[tuple[int, str]]) -> Iterator[Line]:
    if len(lines) == 1 or not _wrapped([text for _, text in lines]):
        for index, (number, text) in enumerate(lines):
            yield Line(number, _BLANKS.sub(" ", text), index == 0)
        return
    start = 0
    for index in range(1, len(lines) + 1):
        if index == len(lines) or _begins(lines[index][1]):
            joined = " ".join(text for _, text in lines[start:index])
            yield Line(lines[start][0], _BLANKS.sub(" ", joined), start == 0)
            start = index


def _wrapped(lines: Sequence[str]) -> bool:
    """Whether lines break off in mid-sentence, at about the same width."""
    longest = max(map(len, lines))
    if longest > 200:
        return False
    broken = sum(
        not line.endswith(_STOP) and following[0].islower() for line, following in pairwise(lines)
    )
    full = sum(len(line) > longest * 0.6 for line in lines[:-1])
    return longest >= 40 and broken * 4 >= len(lines) - 1 and full * 2 >= len(lines) - 1


def _begins(line: str) -> bool:
    """Whether a wrapped line opens a paragraph of its own."""
    if is_rule(line) or is_ellipsis(line) or _ITEM.match(line):
        return True
    label = speakers.cut(line)
    return label is not None and shape(label.label) == Shape.STRONG
