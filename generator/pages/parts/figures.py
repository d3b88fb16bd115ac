"""Figures that somebody stated, each linked to the turn that states it.

A series is what is measured in one unit; points are drawn at the period they speak of, or
at the day they were said.  The words are the speaker's own: no figure is converted.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Sequence
from dataclasses import dataclass
from decimal import Decimal, InvalidOperation

from markupsafe import Markup

from generator.model import Edtf, Event, Figure
from generator.pages.charts import points
from generator.pages.charts.figure import figure as drawing
from generator.pages.dress import View


@dataclass(frozen=True, kw_only=True, slots=True)
class Stated:
    """One figure as a row: its value and period in words."""

    event: Event
    figure: Figure
    value: str
    period: str


@dataclass(frozen=True, kw_only=True, slots=True)
class Series:
    """Figures of one measure and unit, oldest first; ``chart`` where two or more differ."""

    id: str
    title: str
    rows: tuple[Stated, ...]
    chart: Markup


def series(view: View, events: Sequence[Event]) -> tuple[Series, ...]:
    """Group the figures of documents; those of an unnamed measure come last."""
    groups: dict[tuple[str, str], list[tuple[Event, Figure]]] = defaultdict(list)
    for event in events:
        for figure in event.figures:
            groups[figure.measure or "", figure.unit].append((event, figure))
    ordered = sorted(groups.items(), key=lambda item: (not item[0][0], -len(item[1]), item[0]))
    return tuple(
        _series(view, number, measure, unit, stated)
        for number, ((measure, unit), stated) in enumerate(ordered, 1)
    )


def _series(
    view: View, number: int, measure: str, unit: str, stated: list[tuple[Event, Figure]]
) -> Series:
    name = _named(view, "measure", measure) if measure else view.t("figure.other")
    title = f"{name}, {_named(view, 'unit', unit)}" if unit else name
    rows = tuple(
        Stated(
            event=event,
            figure=figure,
            value=amount(view, figure),
            period=view.said.date(when) if (when := _edtf(figure.period)) else "",
        )
        for event, figure in stated
    )
    return Series(
        id=f"series-{number}",
        title=title,
        rows=rows,
        chart=_chart(view, f"series-{number}", title, rows) if measure else Markup(""),
    )


def _named(view: View, section: str, word: str) -> str:
    key = f"{section}.{word}"
    return view.t(key) if key in view.said else word


def number(text: str) -> float | None:
    """The value as a number, or None where it is none."""
    try:
        return float(Decimal(text))
    except InvalidOperation:
        return None


def amount(view: View, figure: Figure) -> str:
    """A figure's value as the language writes it: "24,5 млрд"; as it stands if no number."""
    value = number(figure.value)
    if value is None:
        return figure.value
    written = view.said.number(value, compact=abs(value) >= 1_000_000)
    return f"{written}\N{NARROW NO-BREAK SPACE}%" if figure.unit == "percent" else written


def _edtf(text: str | None) -> Edtf | None:
    try:
        return Edtf.parse(text) if text else None
    except ValueError:
        return None


def _when(row: Stated) -> float | None:
    when = _edtf(row.figure.period) or row.event.date
    if when is None or when.lower.year < 2 or when.upper.year > 9000:
        return None
    middle = when.lower + (when.upper - when.lower) / 2
    return middle.year + middle.timetuple().tm_yday / 366


def _chart(view: View, id: str, title: str, rows: Sequence[Stated]) -> Markup:
    found = []
    for row in rows:
        at, value = _when(row), number(row.figure.value)
        if at is None or value is None or value < 0:
            continue
        said = f"{row.value}, {row.period}" if row.period else row.value
        found.append(
            points.Point(
                at=at, value=value, title=said, href=view.event_url(row.event, row.figure.anchor)
            )
        )
    if len({int(point.at) for point in found}) < 2:
        return Markup("")
    years = [int(point.at) for point in found]
    marks = points.scale(max(point.value for point in found))
    large = marks[-1] >= 1_000_000
    ticks = [(mark, view.said.number(mark, compact=large)) for mark in marks]
    return Markup(
        drawing(
            id=id,
            title=title,
            summary=view.t("figure.summary", count=len(found), first=min(years), last=max(years)),
            plots=[points.draw(found, min(years), max(years), ticks, title)],
        )
    )
