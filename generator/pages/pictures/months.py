"""Documents per month: years across, months down."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence

from markupsafe import Markup

from generator.pages.charts import heatmap
from generator.pages.charts.figure import Cell, Table, figure
from generator.pages.dress import View
from generator.pages.facts.entries import Entry, month_of
from generator.pages.hub import Shelf


def per_month(
    view: View, shelf: Shelf, entries: Sequence[Entry], reach: tuple[int, int] | None
) -> Markup:
    """Years across, months down; nothing where no entry has a month in ``reach``."""
    counts = Counter(
        (entry.date.year, month)
        for entry in entries
        if reach
        and entry.date
        and reach[0] <= entry.date.year <= reach[1]
        and (month := month_of(entry.date))
    )
    if not counts or reach is None:
        return Markup("")
    said = view.said
    links = {
        (year, month): (
            shelf.href(year, month),
            f"{said.month(month)} {year}: {view.t('count.documents', count=number)}",
        )
        for (year, month), number in counts.items()
    }
    title = view.t("chart.per_month")
    names = [said.month(month, short=True) for month in range(1, 13)]
    (year, month), number = max(counts.items(), key=lambda item: (item[1], item[0]))
    filled = sorted({year for year, _ in counts})
    rows = [
        [
            Cell(text=str(year), href=shelf.href(year)),
            *(
                Cell(text=said.number(counts[year, month]), href=shelf.href(year, month))
                if counts[year, month]
                else Cell(text="–")
                for month in range(1, 13)
            ),
        ]
        for year in filled
    ]
    return Markup(
        figure(
            id="per-month",
            title=title,
            summary=view.t(
                "chart.per_month_summary", month=f"{said.month(month)} {year}", count=number
            ),
            plots=[heatmap.draw(counts, range(reach[0], reach[1] + 1), names, title, links)],
            table=Table(caption=title, head=[view.t("chart.year"), *names], rows=rows),
            table_label=view.t("chart.table"),
        )
    )
