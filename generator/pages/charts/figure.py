"""A chart with what makes it readable for everybody: summary, legend, table view."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from html import escape

_ROOM = 838
"""Pixels that a wide page leaves a drawing beside the widest axis."""


@dataclass(frozen=True, kw_only=True, slots=True)
class Plot:
    """One drawing: ``axis`` is the SVG that stays at the left, ``body`` the SVG that scrolls.

    ``columns`` is the number of equal columns; each gets room for a fingertip.  ``margin``
    is the axis's width in pixels.
    """

    axis: str
    body: str
    columns: int
    margin: int = 44


@dataclass(frozen=True, kw_only=True, slots=True)
class Cell:
    """A table cell, linked to what it counts where ``href`` is set."""

    text: str
    href: str | None = None


@dataclass(frozen=True, kw_only=True, slots=True)
class Table:
    """The numbers of a chart; the first cell of a row is its heading."""

    caption: str
    head: Sequence[str]
    rows: Sequence[Sequence[Cell]]

    def html(self) -> str:
        """The table as HTML."""
        # HTML lets a cell and a row end where the next one begins.
        head = "".join([f'<th scope="col">{escape(text)}' for text in self.head])
        rows = "".join(
            [
                f'<tr><th scope="row">{_cell(first)}'
                + "".join([f"<td>{_cell(cell)}" for cell in others])
                for first, *others in self.rows
            ]
        )
        return (
            f'<table class="dc-table"><caption>{escape(self.caption)}</caption>'
            f"<thead><tr>{head}<tbody>{rows}</table>"
        )


@dataclass(frozen=True, kw_only=True, slots=True)
class Key:
    """An entry of the legend: ``swatch`` is the class suffix of its colour and pattern."""

    swatch: str
    text: str


def margin(words: Iterable[str]) -> int:
    """Pixels that an axis needs for its longest words."""
    return max(26, 9 * max(map(len, words), default=0) + 4)


def _cell(cell: Cell) -> str:
    text = escape(cell.text)
    return f'<a href="{escape(cell.href)}">{text}</a>' if cell.href else text


def figure(
    *,
    id: str,
    title: str,
    summary: str,
    plots: Sequence[Plot],
    legend: Sequence[Key] = (),
    table: Table | None = None,
    table_label: str = "",
    minimum: int = 24,
) -> str:
    """The whole figure as HTML.

    ``title`` names the region for a screen reader, ``summary`` says in words what the
    picture shows; ``minimum`` is the least width of a column in pixels, below which the
    drawing scrolls inside its own frame.
    """
    keys = "".join(
        f'<li><span class="dc-swatch dc-swatch--{escape(key.swatch)}"></span>'
        f"{escape(key.text)}</li>"
        for key in legend
    )
    left = max(plot.margin for plot in plots)
    drawings = "".join(
        f'<div class="dc-plot__axis">{_strut(left)}{plot.axis}</div>'
        f'<div class="dc-plot__body">{_strut(_least(plot.columns * minimum))}{plot.body}</div>'
        for plot in plots
    )
    return (
        f'<figure class="dc-figure" id="{escape(id)}">'
        f'<figcaption class="dc-figure__summary">{escape(summary)}</figcaption>'
        f'<section class="dc-plot" tabindex="0" aria-label="{escape(title)}">'
        f'<div class="dc-plot__grid">{drawings}</div></section>'
        + (f'<ul class="dc-legend">{keys}</ul>' if keys else "")
        + (_details(table, table_label) if table else "")
        + "</figure>"
    )


def _least(width: int) -> int:
    """The least width of a drawing: one that is hardly wider than a page gives way to it.

    A drawing that scrolls for a few pixels only would begin with half a column.
    """
    return min(width, _ROOM) if width <= _ROOM * 1.1 else width


def _strut(width: int) -> str:
    """What keeps its column at least so many pixels wide, without inline style."""
    return f'<svg class="dc-strut" width="{width}" height="0" aria-hidden="true"></svg>'


def _details(table: Table, label: str) -> str:
    return (
        f'<details class="dc-figure__table"><summary>{escape(label)}</summary>'
        f'<section class="dc-scroll" tabindex="0" aria-label="{escape(table.caption)}'
        f' ({escape(label)})">{table.html()}</section></details>'
    )
