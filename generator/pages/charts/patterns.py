"""Patterns that tell families of documents apart without colour, also in print.

To give a family another pattern, change its strokes in :data:`STROKES`; the colour is the
class ``dc-f--<family>`` in ``overrides/assets/chronicle/charts.css``, whose legend swatches
repeat these patterns.
"""

from __future__ import annotations

from collections.abc import Iterable

from generator.pages.charts.svg import tag

STROKES = {
    "call": "M-2 2 2-2M0 8 8 0M6 10 10 6",
    "written": "M1.5 2h2M5.5 6h2",
    "visit": "M0 2h8M0 6h8",
    "summit": "M2 0v8M6 0v8",
    "public": "M-2 6 2 10M0 0 8 8M6-2 10 2",
}
"""Per family, what is drawn in the paper's colour over a tile of 8 by 8 pixels."""


def definitions(families: Iterable[str]) -> str:
    """``<defs>`` with the patterns of these families."""
    tiles = [
        tag(
            "pattern",
            tag("rect", width=8, height=8, class_=f"dc-f--{family}"),
            tag("path", d=STROKES[family], class_="dc-hatch"),
            id=f"dc-p-{family}",
            width=8,
            height=8,
            patternUnits="userSpaceOnUse",
        )
        for family in families
        if family in STROKES
    ]
    return tag("defs", *tiles) if tiles else ""


def fill(family: str) -> str | None:
    """The fill of a family's marks, or None where its class alone colours them."""
    return f"url(#dc-p-{family})" if family in STROKES else None
