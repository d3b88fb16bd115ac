"""Terms of office as bands over the same years as the columns above them."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from html import escape

from generator.pages.charts.figure import Plot
from generator.pages.charts.svg import linked, per_cent, scale_beside, tag

ROW = 28
"""Pixels of a row."""
_COLUMN = 24
_LETTER = 7.4


@dataclass(frozen=True, kw_only=True, slots=True)
class Bar:
    """One term: ``label`` is written where it fits, ``title`` says all of it.

    What lies between ``known_until`` and ``end`` is drawn as unconfirmed.
    """

    label: str
    title: str
    start: date
    end: date
    known_until: date
    href: str | None = None


@dataclass(frozen=True, kw_only=True, slots=True)
class Row:
    """One office: ``name`` stands at the left ("KZ")."""

    name: str
    bars: Sequence[Bar]


def at(day: date, first: int, count: int) -> float:
    """Where a day lies in ``count`` years from ``first``, 0 to 1."""
    in_year = (day - date(day.year, 1, 1)).days / 366
    return min(max((day.year - first + in_year) / count, 0), 1)


def draw(rows: Sequence[Row], first: int, last: int, title: str) -> Plot:
    """Draw a row for each office over the years ``first`` to ``last``."""
    count = last - first + 1
    height = ROW * len(rows) + 4
    drawn = "".join(
        f'<svg y="{i * ROW + 2}" height="{ROW - 4}">'
        + "".join(_bar(bar, number, first, count) for number, bar in enumerate(row.bars))
        + "</svg>"
        for i, row in enumerate(rows)
    )
    body = tag(
        "svg",
        tag("title", escape(title)),
        drawn,
        role="group",
        width="100%",
        height=height,
        class_="dc-svg dc-bands",
    )
    axis = scale_beside(((i * ROW + ROW / 2 + 2, row.name) for i, row in enumerate(rows)), height)
    return Plot(axis=axis, body=body, columns=count)


def _bar(bar: Bar, number: int, first: int, count: int) -> str:
    left, right = at(bar.start, first, count), at(bar.end, first, count)
    known = min(max(at(bar.known_until, first, count), left), right)
    parts = []
    for begin, end, style in ((left, known, ""), (known, right, " dc-band--open")):
        if end > begin:
            parts.append(
                f'<rect x="{per_cent(begin)}" width="{per_cent(end - begin)}"'
                f' class="dc-band--{number % 2}{style}"/>'
            )
    pixels = (right - left) * count * _COLUMN
    if len(bar.label) * _LETTER + 8 <= pixels:
        middle = per_cent((left + right) / 2)
        parts.append(f'<text x="{middle}" y="{ROW // 2 + 3}">{escape(bar.label)}</text>')
    return linked(bar.href, bar.title, "".join(parts))
