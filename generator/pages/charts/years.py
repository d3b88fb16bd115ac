"""Columns of events per year, stacked by family, with milestones marked above."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field
from html import escape

from generator.pages.charts.figure import Plot, margin
from generator.pages.charts.patterns import STROKES, definitions, fill
from generator.pages.charts.svg import linked, per_cent, scale_beside, tag

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

    def y(value: float) -> float:
        return round(bottom - value / top * HEIGHT, 1)

    grid = "".join(
        tag("line", x1="0", x2="100%", y1=y(mark), y2=y(mark), class_="dc-grid") for mark in marks
    )
    drawn = "".join(_column(column, i, len(columns), roof, y) for i, column in enumerate(columns))
    body = tag(
        "svg",
        tag("title", escape(title)),
        definitions({family: None for column in columns for family in column.parts}),
        grid,
        drawn,
        _roof(columns),
        _floor([column.year for column in columns], bottom + 18),
        role="group",
        width="100%",
        height=bottom + FLOOR,
        class_="dc-svg",
    )
    axis = scale_beside([(y(mark), written(mark)) for mark in marks], bottom + FLOOR)
    room = margin(map(written, marks))
    return Plot(axis=axis, body=body, columns=len(columns), margin=room)


def _column(column: Column, index: int, count: int, roof: int, y: Callable[[float], float]) -> str:
    if not column.total:
        return ""
    left, width = (index + 0.13) / count, 0.74 / count
    stacked, below = [], 0
    for family, number in column.parts.items():
        foot, head = y(below), y(below + number)
        below += number
        stacked.append(
            tag(
                "rect",
                x=per_cent(left),
                width=per_cent(width),
                y=head,
                height=max(round(foot - head - 1, 1), 0.5),
                class_="dc-f" if family in STROKES else f"dc-f dc-f--{family}",
                fill=fill(family),
            )
        )
    hit = tag(
        "rect",
        x=per_cent(index / count),
        width=per_cent(1 / count),
        y=roof,
        height=HEIGHT,
        class_="dc-hit",
    )
    return linked(column.href, column.title, hit, *stacked)


def _roof(columns: Sequence[Column]) -> str:
    """Diamonds for years with milestones, labels where they do not touch each other."""
    labels = _labels(columns)
    drawn = []
    for index, column in enumerate(columns):
        milestones = column.milestones
        if milestones is None:
            continue
        x = per_cent((index + 0.5) / len(columns))
        parts = [
            tag(
                "rect",
                x=per_cent(index / len(columns)),
                width=per_cent(1 / len(columns)),
                y=ROOF - 24,
                height=24,
                class_="dc-hit",
            ),
            tag("line", x1=x, x2=x, y1=ROOF, y2=ROOF + HEIGHT, class_="dc-plumb"),
            # A nested drawing is the only way to put a path at a per cent of the width.
            tag(
                "svg",
                tag("path", d="M0-6 6 0 0 6-6 0Z", class_="dc-diamond"),
                x=x,
                y=ROOF - 9,
                overflow="visible",
            ),
        ]
        if index in labels:
            anchor, at = labels[index]
            parts.append(
                tag(
                    "text",
                    escape(milestones.label),
                    x=per_cent(at),
                    y=ROOF - 26,
                    text_anchor=anchor,
                    class_="dc-label",
                )
            )
        drawn.append(linked(milestones.href, milestones.title, *parts))
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


def _floor(years: Sequence[int], y: int) -> str:
    every = label_every(len(years))
    return "".join(
        tag(
            "text",
            str(year),
            x=per_cent((i + 0.5) / len(years)),
            y=y,
            text_anchor="middle",
            class_="dc-tick",
        )
        for i, year in enumerate(years)
        if year % every == 0 or len(years) <= 6
    )
