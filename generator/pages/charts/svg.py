"""SVG elements as strings."""

from __future__ import annotations

from collections.abc import Iterable
from functools import cache
from html import escape


def tag(name: str, *children: str, **attributes: object) -> str:
    """An element; ``class_`` and ``tab_index`` lose their underscores, None is left out."""
    written = "".join(
        [
            f' {_name(key)}="{escape(value) if isinstance(value, str) else value}"'
            for key, value in attributes.items()
            if value is not None
        ]
    )
    return f"<{name}{written}>{''.join(children)}</{name}>" if children else f"<{name}{written}/>"


@cache
def _name(key: str) -> str:
    return key.rstrip("_").replace("_", "-")


def per_cent(value: float) -> str:
    """A share of the width, short: 0.12345 is "12.35%"."""
    return f"{value * 100:.2f}".rstrip("0").rstrip(".") + "%"


def short(value: float) -> str:
    """Pixels with one digit, and none where it is 0: "39.6", "110"."""
    return f"{value:.1f}".removesuffix(".0")


def linked(href: str | None, title: str, marks: str) -> str:
    """A link around marks, or a group where there is nowhere to go; hovering names it."""
    # SVG's own rules take a link's name from its title before its text.
    named = f"<title>{escape(title)}</title>{marks}"
    return f"<g>{named}</g>" if href is None else f'<a href="{escape(href)}">{named}</a>'


def grid(heights: Iterable[float]) -> str:
    """Lines across a drawing, each at its height."""
    lines = "".join([f'<line x2="100%" y1="{short(y)}" y2="{short(y)}"/>' for y in heights])
    return f'<g class="dc-grid">{lines}</g>'


def ticks_below(marks: Iterable[tuple[float, int]], y: float) -> str:
    """The years below a drawing: each the middle of its column as a share, and the year."""
    texts = "".join([f'<text x="{per_cent(x)}" y="{short(y)}">{year}</text>' for x, year in marks])
    return f'<g class="dc-tick">{texts}</g>'


def scale_beside(marks: Iterable[tuple[float, str]], height: float) -> str:
    """The axis beside a drawing: words, each at its height; the drawing says them itself."""
    texts = "".join(
        [f'<text x="100%" y="{short(at + 4)}">{escape(words)}</text>' for at, words in marks]
    )
    return (
        f'<svg width="100%" height="{short(height)}" class="dc-svg dc-axis" aria-hidden="true">'
        f"{texts}</svg>"
    )
