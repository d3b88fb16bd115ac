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
_WIDEST = 200
"""Characters of a line that a program still wraps to."""
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
    runs = [
        list(run) for filled, run in groupby(numbered, key=lambda pair: bool(pair[1])) if filled
    ]
    throughout = _wrapped_throughout([[line for _, line in run] for run in runs if len(run) > 1])
    found: list[Line] = []
    for run in runs:
        found += _run(run, throughout)
    return found


def _run(lines: Sequence[tuple[int, str]], throughout: bool) -> Iterator[Line]:
    texts = [text for _, text in lines]
    joined = len(lines) > 1 and (
        _wrapped(texts) or (throughout and max(map(len, texts)) <= _WIDEST)
    )
    if not joined:
        for index, (number, text) in enumerate(lines):
            yield Line(number, _BLANKS.sub(" ", text), index == 0)
        return
    start = 0
    for index in range(1, len(lines) + 1):
        if index == len(lines) or _begins(lines[index][1]):
            words = " ".join(text for _, text in lines[start:index])
            yield Line(lines[start][0], _BLANKS.sub(" ", words), start == 0)
            start = index


def _wrapped_throughout(runs: Sequence[Sequence[str]]) -> bool:
    """Whether a file with blank lines between its paragraphs wraps them all."""
    breaks = [pair for run in runs for pair in pairwise(run)]
    return len(runs) > 3 and 10 * sum(map(_is_broken, breaks)) >= 3 * len(breaks)


def _is_broken(pair: tuple[str, str]) -> bool:
    """Whether a sentence goes on behind the line's end."""
    line, following = pair
    return not line.endswith(_STOP) and following[0].islower()


def _wrapped(lines: Sequence[str]) -> bool:
    """Whether lines break off in mid-sentence, at about the same width."""
    longest = max(map(len, lines))
    broken = sum(map(_is_broken, pairwise(lines)))
    full = sum(len(line) > longest * 0.6 for line in lines[:-1])
    return 40 <= longest <= _WIDEST and broken * 4 >= len(lines) - 1 and full * 2 >= len(lines) - 1


def _begins(line: str) -> bool:
    """Whether a wrapped line opens a paragraph of its own."""
    if is_rule(line) or is_ellipsis(line) or _ITEM.match(line):
        return True
    label = speakers.cut(line)
    return label is not None and shape(label.label) == Shape.STRONG
