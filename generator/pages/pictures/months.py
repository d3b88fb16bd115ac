"""Documents and milestones per month: years down, months across."""

from __future__ import annotations

from markupsafe import Markup

from generator.pages.charts import heatmap
from generator.pages.dress import View
from generator.pages.facts.fullest import fullest
from generator.pages.shelf import Shelf


def per_month(view: View, shelf: Shelf, reach: tuple[int, int] | None) -> Markup:
    """A table of how many entries of the shelf each month has; nothing where none has a month."""
    if reach is None:
        return Markup("")
    first, last = reach
    counts = {
        (year.year, month.month): len(month.entries)
        for year in shelf.years
        if first <= year.year <= last
        for month in year.months
        if month.month
    }
    if not counts:
        return Markup("")
    said = view.said
    summary = view.t("chart.per_month_summary")
    if most := fullest(counts):
        (year, month), number = most
        when = f"{said.month(month)} {year}"
        summary += f" {view.t('chart.fullest_month', month=when, count=number)}"
    return Markup(
        heatmap.draw(
            counts,
            range(first, last + 1),
            [(said.month(each, short=True), said.month(each)) for each in range(1, 13)],
            summary,
            shelf.href,
        )
    )
