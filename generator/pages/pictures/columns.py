"""Documents per year, with milestones above and heads of state below."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterable, Mapping, Sequence
from datetime import date

from markupsafe import Markup

from generator.model import Event, Milestone
from generator.pages.charts import years
from generator.pages.charts.figure import Cell, Key, Table, figure
from generator.pages.dress import View
from generator.pages.facts.anniversaries import Occasion, round_ones
from generator.pages.facts.fullest import fullest
from generator.pages.facts.kinds import FAMILIES, by_family
from generator.pages.pictures.terms import offices as heads
from generator.pages.shelf import Shelf

MILESTONE = "milestone"
"""The family of milestones, beside those of documents."""
REACH = 40
"""Years before the first document that a chart still shows for the sake of a milestone."""


def span(
    events: Sequence[Event], milestones: Iterable[Milestone], today: date
) -> tuple[int, int] | None:
    """The first and the last year to draw, or None where no document is dated."""
    dated = [event.date.year for event in events if event.date]
    if not dated:
        return None
    first, last = min(dated), max(dated)
    near = [m.date.year for m in milestones if first - REACH <= m.date.year <= today.year]
    first, last = min([first, *near]), max([last, *near])
    return first, today.year if today.year - last <= 5 else last


def by_families(
    events: Iterable[Event], milestones: Iterable[Milestone]
) -> Mapping[int, Mapping[str, int]]:
    """How many entries of each family every year has, milestones last."""
    years: dict[int, list[Event]] = defaultdict(list)
    for event in events:
        if event.date:
            years[event.date.year].append(event)
    counts = {year: dict(by_family(group)) for year, group in years.items()}
    for milestone in milestones:
        parts = counts.setdefault(milestone.date.year, {})
        parts[MILESTONE] = parts.get(MILESTONE, 0) + 1
    return counts


def per_year(
    view: View,
    shelf: Shelf,
    events: Sequence[Event],
    milestones: Sequence[Milestone] = (),
    *,
    born: Occasion | None = None,
    offices: Sequence[str] = (),
) -> Markup:
    """Columns of documents and milestones per year, weighty milestones marked above.

    ``born`` is the occasion whose round anniversaries are marked too; ``offices`` are
    countries whose heads of state are drawn below.  Nothing where fewer than two years have
    anything: a single column says less than the list below it.
    """
    drawn = span(events, milestones, view.site.today)
    if drawn is None:
        return Markup("")
    first, last = drawn
    groups = by_families(events, milestones)
    marks = _marks(view, shelf, milestones, born, first, last)
    names = {name: view.t(f"family.{name}") for name in (*FAMILIES, MILESTONE)}
    columns = [
        _column(view, shelf, year, groups.get(year, {}), names, marks.get(year))
        for year in range(first, last + 1)
    ]
    counted = [column for column in columns if column.total]
    if len(counted) < 2:
        return Markup("")
    title = view.t("chart.per_year")
    plots = [years.draw(columns, title)]
    if offices:
        plots.append(heads(view, offices, first, last))
    drawn_ones = {family for column in counted for family in column.parts}
    present = {family: name for family, name in names.items() if family in drawn_ones}
    summary = _summary(view, counted, sum(sum(parts.values()) for parts in groups.values()))
    return Markup(
        figure(
            id="per-year",
            title=title,
            summary=summary,
            plots=plots,
            legend=[Key(swatch=family, text=name) for family, name in present.items()],
            table=_year_table(view, counted, present, title),
            table_label=view.t("chart.table"),
        )
    )


def _summary(view: View, counted: Sequence[years.Column], entries: int) -> str:
    """How many entries are drawn, of how many; the fullest year where one is fuller than all."""
    drawn = sum(column.total for column in counted)
    said = [
        view.t("chart.per_year_summary", count=drawn, first=counted[0].year, last=counted[-1].year)
    ]
    if most := fullest({column.year: column.total for column in counted}):
        year, number = most
        said.append(view.t("chart.fullest_year", year=year, number=view.said.number(number)))
    if entries > drawn:
        said.append(view.t("chart.not_drawn", count=entries - drawn))
    return " ".join(said)


def _column(
    view: View,
    shelf: Shelf,
    year: int,
    parts: Mapping[str, int],
    names: Mapping[str, str],
    mark: years.Milestones | None,
) -> years.Column:
    said = ", ".join([f"{names[name]} — {number}" for name, number in parts.items()])
    count = view.t("count.entries", count=sum(parts.values()))
    return years.Column(
        year=year,
        parts=parts,
        title=f"{year}: {count} ({said})" if parts else str(year),
        href=shelf.href(year) if parts else None,
        milestones=mark,
    )


def _marks(
    view: View,
    shelf: Shelf,
    milestones: Sequence[Milestone],
    born: Occasion | None,
    first: int,
    last: int,
) -> Mapping[int, years.Milestones]:
    """What is marked above each year: titles together, the weightiest label."""
    found: dict[int, list[tuple[int, str, str]]] = defaultdict(list)
    for milestone in milestones:
        title = view.name("milestone", milestone.id)
        if milestone.kind == "establishment":
            found[milestone.date.year].append((0, view.t("chart.established"), title))
        elif milestone.kind in ("treaty", "declaration"):
            found[milestone.date.year].append((3, title, title))
    listed = set(found)
    if born:
        for anniversary in round_ones(born, view.site.today):
            words = view.t("count.years", count=anniversary.years)
            rank = 1 if anniversary.years % 10 == 0 else 2
            found[anniversary.day.year].append(
                (rank, words, view.t("chart.anniversary", years=words))
            )
    marks = {}
    for year, group in found.items():
        if first <= year <= last:
            rank, label, _ = min(group)
            words = label if len(label) <= 34 else ""
            counted = Counter(title for _, _, title in group)
            titles = [f"{title} ({n})" if n > 1 else title for title, n in counted.items()]
            title = f"{year}: {'; '.join(titles)}"
            href = shelf.href(year) if year in listed else "#anniversaries"
            marks[year] = years.Milestones(title=title, href=href, label=words, rank=rank)
    return marks


def _year_table(
    view: View, columns: Sequence[years.Column], families: Mapping[str, str], title: str
) -> Table:
    number, nothing = view.said.number, Cell(text="–")
    rows = [
        [
            Cell(text=str(column.year), href=column.href),
            Cell(text=number(column.total)),
            *[
                Cell(text=number(column.parts[name])) if name in column.parts else nothing
                for name in families
            ],
        ]
        for column in columns
    ]
    head = [view.t("chart.year"), view.t("chart.total"), *families.values()]
    return Table(caption=title, head=head, rows=rows)
