"""Dots by latitude and longitude on a plain grid."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from html import escape
from math import cos, radians, sqrt

from generator.pages.charts.svg import per_cent, short, tag

_LETTER, _LINE = 0.009, 0.03
"""About how wide a letter and how high a line is, as a share of a drawing 800 px wide."""
LABELS = 14
SHAPES = (1.2, 1.6, 2.0, 2.4)
"""Widths in heights that a drawing may have, each a class of ``charts.css``."""


@dataclass(frozen=True, kw_only=True, slots=True)
class Spot:
    """One place; ``weight`` makes the dot larger, ``chosen`` marks it."""

    latitude: float
    longitude: float
    name: str
    weight: int = 0
    chosen: bool = False


def draw(spots: Sequence[Spot], title: str) -> str:
    """Draw the spots with their names, the weightiest ones' first, where there is room."""
    south, north = _bounds([spot.latitude for spot in spots], -90, 90)
    west, east = _bounds([spot.longitude for spot in spots], -180, 180)
    # Equirectangular, true in scale at the middle latitude, never a mere ribbon.
    shape = (east - west) * cos(radians((south + north) / 2)) / (north - south)
    shape = min(SHAPES, key=lambda known: abs(known - shape))

    def x(longitude: float) -> float:
        return (longitude - west) / (east - west)

    def y(latitude: float) -> float:
        return (north - latitude) / (north - south)

    step = next((s for s in (5, 10, 20, 30, 45) if (east - west) / s <= 10), 60)
    lines = [
        f'<line x1="{per_cent(x(at))}" x2="{per_cent(x(at))}" y2="100%"/>'
        for at in range(-180, 181, step)
        if west < at < east
    ]
    lines += [
        f'<line x2="100%" y1="{per_cent(y(at))}" y2="{per_cent(y(at))}"/>'
        for at in range(-90, 91, step)
        if south < at < north
    ]
    # A small archive's busiest place is not a great one.
    highest = max(20, *(spot.weight for spot in spots))
    ranked = sorted(spots, key=lambda spot: (spot.chosen, spot.weight), reverse=True)
    marks = [
        f'<circle cx="{per_cent(x(spot.longitude))}" cy="{per_cent(y(spot.latitude))}"'
        + (
            ' r="7" class="dc-dot--chosen">'
            if spot.chosen
            else f' r="{short(3 + 9 * sqrt(spot.weight / highest))}">'
        )
        + f"<title>{escape(spot.name)}</title></circle>"
        for spot in reversed(ranked)
    ]
    return tag(
        "svg",
        tag("title", escape(title)),
        f'<g class="dc-grid">{"".join(lines)}</g>',
        *marks,
        *_names(ranked, x, y, shape),
        role="img",
        class_=f"dc-svg dc-dots dc-dots--{round(shape * 10)}",
    )


def _bounds(values: Sequence[float], least: int, most: int) -> tuple[float, float]:
    """The stretch to draw: the values with a margin, at least 20 degrees."""
    low, high = min(values), max(values)
    margin = max((high - low) * 0.08, (20 - (high - low)) / 2, 2)
    return max(low - margin, least), min(high + margin, most)


def _names(
    ranked: Sequence[Spot],
    x: Callable[[float], float],
    y: Callable[[float], float],
    shape: float,
) -> list[str]:
    found: list[str] = []
    taken: list[tuple[float, float, float, float]] = []
    for spot in ranked:
        if len(found) == LABELS:
            continue
        left, top = x(spot.longitude), y(spot.latitude)
        width, height = len(spot.name) * _LETTER, _LINE * shape
        flipped = left + width + 0.03 > 1
        begin = left - width - 0.02 if flipped else left + 0.015
        box = (begin, top - height / 2, begin + width, top + height / 2)
        if any(box[0] < b[2] and b[0] < box[2] and box[1] < b[3] and b[1] < box[3] for b in taken):
            continue
        taken.append(box)
        found.append(
            tag(
                "text",
                escape(spot.name),
                x=per_cent(left),
                y=per_cent(top),
                dx=-11 if flipped else 11,
                dy=4,
                text_anchor="end" if flipped else None,
            )
        )
    return found
