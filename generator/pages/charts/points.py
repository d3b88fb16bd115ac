"""Numbers over time as points, joined where all measure the same."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from html import escape
from itertools import pairwise

from generator.pages.charts.figure import Plot, margin
from generator.pages.charts.svg import (
    grid,
    linked,
    per_cent,
    scale_beside,
    short,
    tag,
    ticks_below,
)

HEIGHT = 160
HEAD = 14
FLOOR = 26


@dataclass(frozen=True, kw_only=True, slots=True)
class Point:
    """One number: ``at`` is its year with a fraction, ``title`` says it in words."""

    at: float
    value: float
    title: str
    href: str


def scale(highest: float) -> tuple[float, ...]:
    """Two to five round numbers from 0 to at least ``highest``."""
    if highest <= 0:
        return (0.0, 1.0)
    step = 1.0
    while step * 4 < highest:
        step *= 10
    while step * 0.4 >= highest:
        step /= 10
    for part in (0.1, 0.2, 0.25, 0.5):
        if step * part * 4 >= highest:
            step *= part
            break
    count = int(-(-highest // step))
    return tuple(step * i for i in range(count + 1))


def draw(
    points: Sequence[Point],
    first: int,
    last: int,
    ticks: Sequence[tuple[float, str]],
    title: str,
    *,
    joined: bool = True,
) -> Plot:
    """Draw points over the years ``first`` to ``last``; ``ticks`` are (value, words).

    ``joined`` draws a line from each to the next: only where all measure the same.
    """
    count = last - first + 1
    top = ticks[-1][0]
    bottom = HEAD + HEIGHT

    def x(point: Point) -> str:
        return per_cent((point.at - first) / count)

    def y(value: float) -> str:
        return short(bottom - value / top * HEIGHT)

    lines = [bottom - value / top * HEIGHT for value, _ in ticks]
    placed = [(x(point), y(point.value), point) for point in sorted(points, key=_at)]
    line = "".join(
        f'<line x1="{a}" y1="{b}" x2="{c}" y2="{d}"/>'
        for (a, b, _), (c, d, _) in pairwise(placed)
        if joined
    )
    # The first circle is for the finger, the second for the eye: see charts.css.
    dots = "".join(
        linked(point.href, point.title, f'<circle cx="{left}" cy="{top}"/>' * 2)
        for left, top, point in placed
    )
    every = 1 if count <= 12 else 5
    numbered = [
        ((year - first + 0.5) / count, year)
        for year in range(first, last + 1)
        if year % every == 0 or count <= 6
    ]
    body = tag(
        "svg",
        tag("title", escape(title)),
        grid(lines),
        f'<g class="dc-line">{line}</g>' if line else "",
        dots,
        ticks_below(numbered, bottom + 18),
        role="group",
        width="100%",
        height=bottom + FLOOR,
        class_="dc-svg dc-points",
    )
    words = [words for _, words in ticks]
    axis = scale_beside(zip(lines, words, strict=True), bottom + FLOOR)
    return Plot(axis=axis, body=body, columns=count, margin=margin(words))


def _at(point: Point) -> float:
    return point.at
