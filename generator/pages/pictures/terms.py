"""Heads of state as bands, below the columns of the same years."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date

from generator.model import Edtf
from generator.pages.charts import bands
from generator.pages.charts.figure import Plot
from generator.pages.dress import View
from generator.pages.facts.offices import bands as terms


def offices(view: View, countries: Sequence[str], first: int, last: int) -> Plot:
    """A row of bands for each country."""
    people = view.site.chronicle.registry.people.values()
    begin, end = date(first, 1, 1), min(date(last, 12, 31), view.site.today)
    rows = []
    for country in countries:
        bars = [
            bands.Bar(
                label=band.person.surname
                if view.language == "ru" and band.person.surname
                else view.name("person", band.person.id).rpartition(" ")[2],
                title=_term_words(view, band.person.id, band.term.start, band.term.end),
                start=band.start,
                end=band.end,
                known_until=band.known_until,
                href=view.url("person", band.person.id),
            )
            for band in terms(people, country, "head_of_state", begin, end)
        ]
        rows.append(bands.Row(name=country, bars=bars))
    return bands.draw(rows, first, last, view.t("chart.offices"))


def _term_words(view: View, person: str, start: Edtf | None, end: Edtf | None) -> str:
    return f"{view.name('person', person)}: {view.said.span(start, end)}"
