"""Words that a person spoke, per year."""

from __future__ import annotations

from collections.abc import Mapping

from markupsafe import Markup

from generator.pages.charts import years
from generator.pages.charts.figure import Cell, Table, figure
from generator.pages.dress import View
from generator.pages.shelf import Shelf


def words_per_year(view: View, words: Mapping[int, int], shelf: Shelf) -> Markup:
    """Columns of words; nothing where fewer than two years have any."""
    if len(words) < 2:
        return Markup("")
    said, title = view.said, view.t("chart.words")
    columns = [
        years.Column(
            year=year,
            parts={"words": words[year]} if year in words else {},
            title=f"{year}: {view.t('count.words', count=words.get(year, 0))}",
            href=shelf.href(year) if year in words else None,
        )
        for year in range(min(words), max(words) + 1)
    ]
    most = max(words, key=lambda year: words[year])
    rows = [
        [Cell(text=str(year), href=shelf.href(year)), Cell(text=said.number(count))]
        for year, count in words.items()
    ]
    return Markup(
        figure(
            id="words-per-year",
            title=title,
            summary=view.t("chart.words_summary", year=most, count=words[most]),
            plots=[years.draw(columns, title, lambda mark: said.number(mark, compact=True))],
            table=Table(caption=title, head=[view.t("chart.year"), title], rows=rows),
            table_label=view.t("chart.table"),
        )
    )
