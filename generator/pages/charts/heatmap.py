"""Years across, months down: how full each month is."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from html import escape

from generator.pages.charts.figure import Plot
from generator.pages.charts.svg import linked, per_cent, tag
from generator.pages.charts.years import label_every

ROW = 26
"""Pixels of a row."""
HEAD = 24
"""Pixels above the rows, for the years."""
STEPS = 4
"""How many shades there are beside "nothing"."""


def shade(count: int, highest: int) -> int:
    """The shade of a count, 0 to :data:`STEPS`; anything above nothing has at least 1."""
    if count <= 0:
        return 0
    return min(STEPS, max(1, -(-count * STEPS // max(highest, STEPS))))


def draw(
    counts: Mapping[tuple[int, int], int],
    years: Sequence[int],
    months: Sequence[str],
    title: str,
    links: Mapping[tuple[int, int], tuple[str, str]],
) -> Plot:
    """Draw the map.

    ``counts`` are by (year, month 1 to 12), ``months`` twelve short names; ``links`` give
    for each counted month its address and its words ("2022, август: 1 событие").
    """
    highest = max(counts.values(), default=0)
    width = 1 / len(years)
    cells = []
    for column, year in enumerate(years):
        for month in range(1, 13):
            count = counts.get((year, month), 0)
            level = shade(count, highest)
            x, y = column * width, HEAD + (month - 1) * ROW
            cell = tag(
                "rect",
                x=per_cent(x + width * 0.04),
                width=per_cent(width * 0.92),
                y=y + 1,
                height=ROW - 2,
                rx=2,
                class_=f"dc-heat dc-heat--{level}",
            )
            if not count:
                cells.append(cell)
                continue
            number = tag(
                "text",
                str(count),
                x=per_cent(x + width / 2),
                y=y + ROW / 2 + 4,
                text_anchor="middle",
                class_=f"dc-count dc-count--{level}",
            )
            href, words = links[year, month]
            cells.append(linked(href, words, cell, number))
    every = label_every(len(years))
    heads = "".join(
        tag(
            "text",
            str(year),
            x=per_cent((i + 0.5) * width),
            y=HEAD - 8,
            text_anchor="middle",
            class_="dc-tick",
        )
        for i, year in enumerate(years)
        if year % every == 0 or len(years) <= 6
    )
    height = HEAD + 12 * ROW
    body = tag(
        "svg",
        tag("title", escape(title)),
        heads,
        *cells,
        role="group",
        width="100%",
        height=height,
        class_="dc-svg",
    )
    axis = tag(
        "svg",
        *(
            tag(
                "text",
                escape(name),
                x="100%",
                y=HEAD + i * ROW + ROW / 2 + 4,
                text_anchor="end",
                class_="dc-tick",
            )
            for i, name in enumerate(months)
        ),
        width="100%",
        height=height,
        class_="dc-svg",
        aria_hidden="true",
    )
    return Plot(axis=axis, body=body, columns=len(years))
