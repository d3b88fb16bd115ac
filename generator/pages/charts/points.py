"""Numbers over time as points, joined where all measure the same."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from html import escape
from itertools import pairwise

from generator.pages.charts.figure import Plot, margin
from generator.pages.charts.svg import linked, per_cent, scale_beside, tag

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

    def y(value: float) -> float:
        return round(bottom - value / top * HEIGHT, 1)

    grid = "".join(
        tag("line", x1="0", x2="100%", y1=y(value), y2=y(value), class_="dc-grid")
        for value, _ in ticks
    )
    ordered = sorted(points, key=lambda point: point.at)
    line = "".join(
        tag("line", x1=x(a), y1=y(a.value), x2=x(b), y2=y(b.value), class_="dc-line")
        for a, b in pairwise(ordered)
        if joined
    )
    dots = "".join(
        linked(
            point.href,
            point.title,
            tag("circle", cx=x(point), cy=y(point.value), r=12, class_="dc-hit"),
            tag("circle", cx=x(point), cy=y(point.value), r=5, class_="dc-point"),
        )
        for point in ordered
    )
    every = 1 if count <= 12 else 5
    years = "".join(
        tag(
            "text",
            str(year),
            x=per_cent((year - first + 0.5) / count),
            y=bottom + 18,
            text_anchor="middle",
            class_="dc-tick",
        )
        for year in range(first, last + 1)
        if year % every == 0 or count <= 6
    )
    body = tag(
        "svg",
        tag("title", escape(title)),
        grid,
        line,
        dots,
        years,
        role="group",
        width="100%",
        height=bottom + FLOOR,
        class_="dc-svg",
    )
    axis = scale_beside([(y(value), words) for value, words in ticks], bottom + FLOOR)
    return Plot(axis=axis, body=body, columns=count, margin=margin(w for _, w in ticks))
