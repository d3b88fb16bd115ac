"""Text files → paragraphs, whether lines are wrapped or each is a paragraph.

Some programs part paragraphs by blank lines and wrap them, some write one a line; both
occur in one file too, so every run of lines is judged by itself.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import groupby, pairwise

from generator.sources.parts import head_lines, speakers, unnamed
from generator.sources.parts.blocks import is_ellipsis, is_rule, strip
from generator.sources.parts.names import Shape, shape

_STOP = (".", "!", "?", "…", ":", ";", "»", "”", '"', ")", ">")
_WIDEST = 200
"""Characters of a line that a program still wraps to."""
_HEAD = 8
"""Lines that may stand above a document's words."""
_BLANKS = re.compile(r"[ \t]+")
_ITEM = re.compile(r"(?:[-–—•*]|\d{1,2}[.)])\s")

_Lines = Sequence[tuple[int, str]]
"""Lines with their numbers."""


@dataclass(frozen=True, slots=True)
class Line:
    """A paragraph and where it begins: ``number`` counts lines from 1."""

    number: int
    text: str


def paragraphs(text: str) -> list[Line]:
    """Paragraphs in order, wrapped lines joined by a space."""
    numbered = [(number, strip(line)) for number, line in enumerate(text.split("\n"), 1)]
    head = [number for number, line in numbered if line][:_HEAD]
    last = max(head, default=0)
    parts = [
        part
        for words, run in groupby(numbered, key=lambda pair: bool(pair[1]))
        if words
        for part in _parts(list(run), last)
    ]
    throughout = _wrapped_throughout([[line for _, line in part] for part in parts if part[1:]])
    return [line for part in parts for line in _paragraphs(part, throughout)]


def _parts(run: _Lines, last: int) -> Iterator[_Lines]:
    """A run of lines cut where one stands alone; the head ends with line ``last``."""
    alone = [_stands_alone(run, index, last) for index in range(len(run))]
    start = 0
    for index in range(1, len(run)):
        if alone[index - 1] or alone[index]:
            yield run[start:index]
            start = index
    yield run[start:]


def _stands_alone(run: _Lines, index: int, last: int) -> bool:
    """Whether no sentence runs through a line; one may run through an address."""
    number, line = run[index]
    before = run[index - 1][1] if index else ""
    after = run[index + 1][1] if index + 1 < len(run) else ""
    if number <= last:
        alone = head_lines.stands_alone(line)
    else:
        alone = head_lines.is_address(line) and (not before or before.endswith(_STOP))
    return alone and (not after[:1].islower() or head_lines.stands_alone(after))


def _paragraphs(part: _Lines, throughout: bool) -> Iterator[Line]:
    texts = [text for _, text in part]
    joined = len(part) > 1 and (_wrapped(texts) or (throughout and max(map(len, texts)) <= _WIDEST))
    start = 0
    for index in range(1, len(part) + 1):
        if index == len(part) or not joined or _begins(texts[index]):
            yield Line(part[start][0], _BLANKS.sub(" ", " ".join(texts[start:index])))
            start = index


def _wrapped_throughout(runs: Sequence[Sequence[str]]) -> bool:
    """Whether a file with blank lines between its paragraphs wraps them all."""
    breaks = [pair for run in runs for pair in pairwise(run)]
    return len(runs) > 3 and 10 * sum(map(_is_broken, breaks)) >= 3 * len(breaks)


def _is_broken(pair: tuple[str, str]) -> bool:
    """Whether a sentence goes on behind the line's end."""
    line, following = pair
    lower = following[0].islower() and not head_lines.is_address(following)
    return lower and not line.endswith(_STOP)


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
    return label is not None and (
        shape(label.label) == Shape.STRONG or unnamed.is_unnamed(label.label)
    )
