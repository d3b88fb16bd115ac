"""Figures that somebody stated, each linked to the words that state it.

A series is what is measured; points are drawn at the period they speak of, or at the day
they were said, a drawing for each unit.  The words are the speaker's own: no figure is
converted.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Sequence
from dataclasses import dataclass
from decimal import Decimal, InvalidOperation

from markupsafe import Markup

from generator.linking import measures
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
    """Figures of one measure, newest first; ``charts`` where years can be compared."""

    id: str
    title: str
    rows: tuple[Stated, ...]
    charts: tuple[Markup, ...]


def series(view: View, events: Sequence[Event]) -> tuple[Series, ...]:
    """Group the figures of documents by measure, the most stated first, the unnamed last."""
    groups: dict[str, list[Stated]] = defaultdict(list)
    for event in events:
        for figure in event.figures:
            when = _edtf(figure.period)
            groups[figure.measure or ""].append(
                Stated(
                    event=event,
                    figure=figure,
                    value=amount(view, figure),
                    period=view.said.date(when) if when else "",
                )
            )
    ordered = sorted(groups.items(), key=lambda item: (not item[0], -len(item[1]), item[0]))
    return tuple(
        _series(view, f"series-{number}", measure, rows)
        for number, (measure, rows) in enumerate(ordered, 1)
    )


def _series(view: View, id: str, measure: str, rows: Sequence[Stated]) -> Series:
    name = measures.name_of(measure, view.language) or measure or view.t("figure.other")
    units: dict[str, list[Stated]] = defaultdict(list)
    for row in rows:
        if row.figure.unit != "year":  # "30 years ago" is no quantity that changes
            units[row.figure.unit].append(row)
    charts = (
        _chart(view, f"{id}-{unit.lower()}", f"{name}, {unit_name(view, unit)}", group)
        for unit, group in units.items()
        if measure
    )
    return Series(
        id=id,
        title=name,
        rows=tuple(reversed(rows)),
        charts=tuple(chart for chart in charts if chart),
    )


def unit_name(view: View, unit: str) -> str:
    """The name of a unit ("долл. США"); of an unknown one its own word."""
    key = f"unit.{unit}"
    return view.t(key) if key in view.said else unit


def number(text: str) -> float | None:
    """The value as a number, or None where it is none."""
    try:
        return float(Decimal(text))
    except InvalidOperation:
        return None


def amount(view: View, figure: Figure) -> str:
    """A figure as the language writes it: "24,5 млрд долл. США"; as it stands if no number."""
    value = number(figure.value)
    if value is None:
        return figure.value
    if figure.unit == "year" and value.is_integer():
        return view.t("count.years", count=int(value))
    written = view.said.number(value, compact=abs(value) >= 1_000_000)
    return f"{written}\N{NO-BREAK SPACE}{unit_name(view, figure.unit)}" if figure.unit else written


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
    years = [int(point.at) for point in found]
    if len(set(years)) < 2:
        return Markup("")
    marks = points.scale(max(point.value for point in found))
    large = marks[-1] >= 1_000_000
    ticks = [(mark, view.said.number(mark, compact=large)) for mark in marks]
    # A per cent may be growth or a share: two of them make no line.
    plot = points.draw(
        found,
        min(years),
        max(years),
        ticks,
        title,
        joined=rows[0].figure.unit != "percent",
    )
    summary = view.t("figure.summary", count=len(found), first=min(years), last=max(years))
    return Markup(
        drawing(
            id=id,
            title=title,
            summary=f"{title[:1].upper()}{title[1:]}: {summary}",
            plots=[plot],
        )
    )
