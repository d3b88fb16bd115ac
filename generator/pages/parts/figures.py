"""Figures that somebody stated, each linked to the words that state it.

A series is what is measured, in the documents of the two countries alone: where more take
part, a figure may be about others of them, and stands apart.  Drawn are levels of whole
years, a drawing for each unit; an increase, a goal, a share, a figure of some months or
without its time stands in the table only.  The words are the speaker's own: no figure is
converted.
"""

from __future__ import annotations

import re
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

_NEVER_LEVELS = frozenset(("percent", "times", "year"))
"""Units of growth, of shares, of "30 years ago": two of them make no line."""
# In a figure's own words, from where its clause begins to its unit: the verb of a level, and
# behind it nothing that makes a rise, a goal or a sum of many years of it.
_LEVEL = re.compile(
    r"(?:\b(?:amounted|reached|stood|stands?|totall?ed|exceeded|equall?ed|came to|was|were)\b"
    r"|\b(?:составил|составля|достиг|превысил|равн[яы]л)\w*)"
    r"(?!.*(?:increas|grow|grew|rise|rose|\bup\b|\bby\b|fell|fall|drop|declin|decreas|reduc|more|"
    r"less|lower|higher|goal|target|plan|рост|прирост|прибав|увелич|вырос|выше|ниже|больше|меньше|"
    r"сниж|сниз|сократ|сокращ|упал|падени|цел[ьи]|план|\bна\b))"
)
_OF_MANY_YEARS = re.compile(
    r"\b(?:since|cumulative|accumulated|накоплен\w*|from \d|(?:over|in) the (?:last|past)"
    r"|с(?: начала)? \d|за (?:последн|прошедш|эти|\d{1,2}\b|вс[её]))"
)


@dataclass(frozen=True, kw_only=True, slots=True)
class Stated:
    """One figure as a row: what it measures, its value and its period in words."""

    event: Event
    figure: Figure
    measure: str
    value: str
    period: str


@dataclass(frozen=True, kw_only=True, slots=True)
class Series:
    """Figures of one measure, newest first; ``charts`` where years can be compared."""

    id: str
    title: str
    rows: tuple[Stated, ...]
    charts: tuple[Markup, ...]


@dataclass(frozen=True, kw_only=True, slots=True)
class Figures:
    """What was stated between the two alone, and newest first what among more of them."""

    series: tuple[Series, ...]
    among_more: tuple[Stated, ...]

    def __bool__(self) -> bool:
        return bool(self.series or self.among_more)

    @property
    def drawn(self) -> bool:
        """Whether any figure is drawn."""
        return any(one.charts for one in self.series)


def figures(view: View, events: Sequence[Event], pair: str) -> Figures:
    """Group the figures of a pair's documents; those of more parties are no pair's own."""
    own: list[Stated] = []
    among_more: list[Stated] = []
    for event in events:
        rows = own if event.pairs == (pair,) and not event.multilateral else among_more
        rows += [_stated(view, event, figure) for figure in event.figures]
    return Figures(series=_by_measure(view, own), among_more=tuple(reversed(among_more)))


def _stated(view: View, event: Event, figure: Figure) -> Stated:
    when = _edtf(figure.period)
    return Stated(
        event=event,
        figure=figure,
        measure=_measure(view, figure.measure or ""),
        value=amount(view, figure),
        period=view.said.date(when) if when else "",
    )


def _measure(view: View, measure: str) -> str:
    return measures.name_of(measure, view.language) or measure or view.t("figure.other")


def _by_measure(view: View, stated: Sequence[Stated]) -> tuple[Series, ...]:
    """By what they measure, the most stated first, the unnamed last."""
    groups: dict[str, list[Stated]] = defaultdict(list)
    for row in stated:
        groups[row.figure.measure or ""].append(row)
    ordered = sorted(groups.items(), key=lambda item: (not item[0], -len(item[1]), item[0]))
    return tuple(
        _series(view, f"series-{number}", measure, rows)
        for number, (measure, rows) in enumerate(ordered, 1)
    )


def _series(view: View, id: str, measure: str, rows: Sequence[Stated]) -> Series:
    name = _measure(view, measure)
    units: dict[str, list[Stated]] = defaultdict(list)
    for row in rows:
        if is_level(row):
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


def is_level(row: Stated) -> bool:
    """Whether a figure is surely a quantity of one whole year, over when it was stated."""
    figure, said = row.figure, row.event.date
    when = _edtf(figure.period)
    if figure.unit in _NEVER_LEVELS or when is None or said is None:
        return False
    words = figure.words.lower()
    return (
        when.precision == "year"
        and not when.uncertain
        and when.upper < said.lower
        and _LEVEL.search(words) is not None
        and _OF_MANY_YEARS.search(words) is None
    )


def _chart(view: View, id: str, title: str, rows: Sequence[Stated]) -> Markup:
    found = []
    for row in rows:
        when, value = _edtf(row.figure.period), number(row.figure.value)
        if when is None or value is None or value < 0:
            continue
        found.append(
            points.Point(
                at=when.year + 0.5,
                value=value,
                title=f"{row.value}, {row.period}",
                href=view.event_url(row.event, row.figure.anchor),
            )
        )
    years = [int(point.at) for point in found]
    if len(set(years)) < 2:
        return Markup("")
    marks = points.scale(max(point.value for point in found))
    large = marks[-1] >= 1_000_000
    ticks = [(mark, view.said.number(mark, compact=large)) for mark in marks]
    # Of one year two said different things: no line goes through both.
    joined = len({(point.at, point.value) for point in found}) == len(set(years))
    plot = points.draw(found, min(years), max(years), ticks, title, joined=joined)
    summary = view.t("figure.summary", count=len(found), first=min(years), last=max(years))
    return Markup(
        drawing(
            id=id,
            title=title,
            summary=f"{title[:1].upper()}{title[1:]}: {summary}",
            plots=[plot],
        )
    )
