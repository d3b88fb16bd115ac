"""Patterns that tell families of documents apart without colour, also in print.

To give a family another pattern, change its strokes in :data:`STROKES`; the colour is the
class ``dc-f--<family>`` in ``overrides/theme/charts.css``, whose legend swatches
repeat these patterns.
"""

from __future__ import annotations

from collections.abc import Iterable

STROKES = {
    "call": "M-2 2 2-2M0 8 8 0M6 10 10 6",
    "written": "M1.5 2h2M5.5 6h2",
    "visit": "M0 2h8M0 6h8",
    "summit": "M2 0v8M6 0v8",
    "public": "M-2 6 2 10M0 0 8 8M6-2 10 2",
}
"""Per family, what is drawn in the paper's colour over a tile of 8 by 8 pixels."""
MILESTONE = "milestone"
"""The mark above a year: a diamond with room for a fingertip, and a plumb line below it."""
_MARKS = {
    MILESTONE: '<rect x="-12" y="-15" width="24" height="24" class="dc-hit"/>'
    '<path d="M0 9v220" class="dc-plumb"/><path d="M0-6 6 0 0 6-6 0Z" class="dc-diamond"/>',
}
_PLAIN = "meeting", "words"
"""Families in the colour that every column has unless something else is said."""


def definitions(families: Iterable[str], marks: Iterable[str] = ()) -> str:
    """``<defs>`` with the patterns of these families, and these marks to be used."""
    tiles = [
        f'<pattern id="dc-{family}" width="8" height="8" patternUnits="userSpaceOnUse">'
        f'<rect width="8" height="8" class="dc-f--{family}"/>'
        f'<path d="{STROKES[family]}" class="dc-hatch"/></pattern>'
        for family in families
        if family in STROKES
    ]
    tiles += [f'<g id="dc-{mark}">{_MARKS[mark]}</g>' for mark in marks]
    return f"<defs>{''.join(tiles)}</defs>" if tiles else ""


def paint(family: str) -> str:
    """The attribute that colours a family's marks, after a space; "" for the plain ones."""
    if family in STROKES:
        return f' fill="url(#dc-{family})"'
    return "" if family in _PLAIN else f' class="dc-f--{family}"'
