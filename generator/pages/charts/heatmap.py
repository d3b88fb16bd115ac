"""Years down, months across: how full each month is, as a table that is its own picture."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from html import escape

STEPS = 4
"""How many shades there are beside "nothing", each a class of ``charts.css`` but the first."""
_GAP = 3
"""Years in a row with nothing at all that share one row of the table."""


def shade(count: int, highest: int) -> int:
    """The shade of a count, 0 to :data:`STEPS`; anything above nothing has at least 1."""
    if count <= 0:
        return 0
    return min(STEPS, max(1, -(-count * STEPS // max(highest, STEPS))))


def draw(
    counts: Mapping[tuple[int, int], int],
    years: Sequence[int],
    months: Sequence[tuple[str, str]],
    caption: str,
    href: Callable[[int, int], str],
) -> str:
    """Draw the map as HTML.

    ``counts`` are by (year, month 1 to 12), ``months`` twelve names, each short and whole;
    ``caption`` says what is counted, as the cells have numbers only; ``href`` gives where
    the entries of a year's month stand.
    """
    highest = max(counts.values(), default=0)
    # Most filled cells of most maps have the lightest shade: it is the one without a class.
    starts = ["", *(f' class="l{shade}"' if shade > 1 else "" for shade in range(1, STEPS + 1))]
    filled = {year for year, _ in counts}
    rows, empty = [], []
    for year in years:
        if year not in filled:
            empty.append(year)
            continue
        rows += _gap(empty)
        empty = []
        cells = [f'<tr><th scope="row">{year}']
        for month in range(1, 13):
            count = counts.get((year, month), 0)
            if count:
                start = starts[shade(count, highest)]
                cells.append(f'<td><a{start} href="{escape(href(year, month))}">{count}</a>')
            else:
                cells.append("<td>")
        rows.append("".join(cells))
    rows += _gap(empty)
    # HTML lets a cell and a row end where the next one begins.
    head = "".join(
        f'<th scope="col" aria-label="{escape(whole)}">{escape(short)}' for short, whole in months
    )
    return (
        f'<table class="dc-heat" id="per-month"><caption>{escape(caption)}</caption>'
        f"<thead><tr><td>{head}<tbody>{''.join(rows)}</table>"
    )


def _gap(years: Sequence[int]) -> list[str]:
    """Rows of years with nothing: each its own, or a single one for a long stretch."""
    if len(years) < _GAP:
        return [f'<tr><th scope="row">{year}{"<td>" * 12}' for year in years]
    return [f'<tr><th scope="row">{years[0]}–{years[-1]}<td colspan="12">']
