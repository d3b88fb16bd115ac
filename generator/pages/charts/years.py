"""Columns of events per year, stacked by family, with milestones marked above."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field
from html import escape

from generator.pages.charts.figure import Plot, margin
from generator.pages.charts.patterns import MILESTONE, definitions, paint
from generator.pages.charts.svg import grid, linked, per_cent, scale_beside, tag, ticks_below

HEIGHT = 220
"""Pixels of the columns' field."""
ROOF = 46
"""Pixels above it, for milestones and their labels; a third where there are none."""
FLOOR = 26
"""Pixels below it, for the years."""
_COLUMN = 24
"""Pixels that a column has at least: labels are placed for the narrowest drawing."""
_LETTER = 8.8
"""Pixels of an average letter of a label."""


@dataclass(frozen=True, kw_only=True, slots=True)
class Milestones:
    """What is marked above a year.

    ``label`` is drawn where there is room, those of the lowest ``rank`` first; "" never.
    """

    title: str
    href: str
    label: str = ""
    rank: int = 0


@dataclass(frozen=True, kw_only=True, slots=True)
class Column:
    """One year: ``parts`` count its events by family; ``title`` says it in words."""

    year: int
    parts: Mapping[str, int] = field(default_factory=dict)
    title: str = ""
    href: str | None = None
    milestones: Milestones | None = None

    @property
    def total(self) -> int:
        """Events of the year."""
        return sum(self.parts.values())


def ticks(highest: int) -> tuple[int, ...]:
    """Round numbers from 0 up to at least ``highest``, four steps or fewer."""
    step, base = 1, 1
    while step * 4 < highest:
        step, base = (step * 2, base) if step == base else (base * 5, base)
        if step == base * 5 and step * 4 < highest:
            base *= 10
            step = base
    count = max(-(-highest // step), 1)
    return tuple(step * i for i in range(count + 1))


def label_every(columns: int) -> int:
    """How many years stand between two written ones."""
    return 1 if columns <= 6 else 2 if columns <= 14 else 5 if columns <= 60 else 10


def draw(columns: Sequence[Column], title: str, written: Callable[[int], str] = str) -> Plot:
    """Draw consecutive years; ``title`` names the drawing, ``written`` the axis's numbers."""
    marks = ticks(max((column.total for column in columns), default=1) or 1)
    top = marks[-1]
    roof = ROOF if any(column.milestones for column in columns) else ROOF // 3
    bottom = roof + HEIGHT

    def x(index: float) -> str:
        return per_cent(index / len(columns))

    wide = x(1)
    # One drawing for each column makes every number below it the same for all: see charts.css.
    fields = "".join(
        linked(
            column.href,
            column.title,
            f'<svg x="{x(i)}" width="{wide}"><rect/>{_stack(column.parts, top)}</svg>',
        )
        for i, column in enumerate(columns)
        if column.total
    )
    families = {family: None for column in columns for family in column.parts}
    marked = [MILESTONE] if any(column.milestones for column in columns) else []
    lines = [bottom - mark / top * HEIGHT for mark in marks]
    every = label_every(len(columns))
    numbered = [
        ((i + 0.5) / len(columns), column.year)
        for i, column in enumerate(columns)
        if column.year % every == 0 or len(columns) <= 6
    ]
    body = tag(
        "svg",
        tag("title", escape(title)),
        definitions(families, marked),
        grid(lines),
        f'<svg y="{roof}" height="{HEIGHT}" class="dc-years">{fields}</svg>',
        _roof(columns),
        ticks_below(numbered, bottom + 18),
        role="group",
        width="100%",
        height=bottom + FLOOR,
        class_="dc-svg",
    )
    words = [written(mark) for mark in marks]
    axis = scale_beside(zip(lines, words, strict=True), bottom + FLOOR)
    return Plot(axis=axis, body=body, columns=len(columns), margin=margin(words))


def _stack(parts: Mapping[str, int], top: int) -> str:
    """A column's families on each other, a pixel apart; its sides are said by charts.css."""
    stacked, below = [], 0
    foot = HEIGHT
    for family, number in parts.items():
        below += number
        head = round(HEIGHT - below / top * HEIGHT)
        height = max(foot - head - 1, 0.5)
        stacked.append(f'<rect y="{head}" height="{height}"{paint(family)}/>')
        foot = head
    return "".join(stacked)


def _roof(columns: Sequence[Column]) -> str:
    """Diamonds for years with milestones, labels where they do not touch each other."""
    labels = _labels(columns)
    drawn = []
    for index, column in enumerate(columns):
        milestones = column.milestones
        if milestones is None:
            continue
        middle = per_cent((index + 0.5) / len(columns))
        mark = f'<use href="#dc-{MILESTONE}" x="{middle}" y="{ROOF - 9}"/>'
        if index in labels:
            anchor, at = labels[index]
            words = escape(milestones.label)
            mark += (
                f'<text x="{per_cent(at)}" y="{ROOF - 26}" text-anchor="{anchor}"'
                f' class="dc-label">{words}</text>'
            )
        drawn.append(linked(milestones.href, milestones.title, mark))
    return "".join(drawn)


def _labels(columns: Sequence[Column]) -> Mapping[int, tuple[str, float]]:
    """Which columns get their label, with its anchor and place: the weightier ones first."""
    room = len(columns) * _COLUMN
    ranked = sorted(
        (column.milestones.rank, index, column.milestones.label)
        for index, column in enumerate(columns)
        if column.milestones and column.milestones.label
    )
    taken: list[tuple[float, float]] = []
    placed: dict[int, tuple[str, float]] = {}
    for _, index, label in ranked:
        width = len(label) * _LETTER
        middle = (index + 0.5) * _COLUMN
        anchor, at, left = "middle", (index + 0.5) / len(columns), middle - width / 2
        if left < 0:
            anchor, at, left = "start", index / len(columns), index * _COLUMN
        elif left + width > room:
            anchor, at = "end", (index + 1) / len(columns)
            left = (index + 1) * _COLUMN - width
        if all(left + width + 8 < begin or left > end + 8 for begin, end in taken):
            taken.append((left, left + width))
            placed[index] = (anchor, at)
    return placed
