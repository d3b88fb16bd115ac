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
    return f"<{name}{written}>{''.join(children)}</{name}>"


@cache
def _name(key: str) -> str:
    return key.rstrip("_").replace("_", "-")


def per_cent(value: float) -> str:
    """A share of the width, short: 0.12345 is "12.35%"."""
    return f"{value * 100:.2f}".rstrip("0").rstrip(".") + "%"


def linked(href: str | None, title: str, *children: str, class_: str = "dc-mark") -> str:
    """A link around marks, or a group where there is nowhere to go; hovering names it."""
    name = tag("title", escape(title))
    if href is None:
        return tag("g", name, *children, class_=class_)
    # SVG's own rules take a link's name from its title before its text.
    return tag("a", name, *children, href=href, class_=class_)


def scale_beside(marks: Iterable[tuple[float, str]], height: float) -> str:
    """The axis beside a drawing: words, each at its height; the drawing says them itself."""
    return tag(
        "svg",
        *(
            tag("text", escape(words), x="100%", y=at + 4, text_anchor="end", class_="dc-tick")
            for at, words in marks
        ),
        width="100%",
        height=height,
        class_="dc-svg",
        aria_hidden="true",
    )
