"""All relationships: since when, how long, how many documents, the last meeting."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from generator.model import Event, Relationship
from generator.pages.dress import View
from generator.pages.facts.breaks import Break, breaks, broken_off
from generator.pages.facts.meetings import Gap, last_meeting, meetings_of
from generator.pages.facts.works import works
from generator.pages.facts.years import years_on
from generator.pages.hub import at, hub
from generator.pages.page import Page, Site

KIND = "relationships"


@dataclass(frozen=True, kw_only=True, slots=True)
class Row:
    """One relationship in a table; ``years`` are full years today, None while ``broken`` off."""

    pair: str
    relationship: Relationship | None
    years: int | None
    broken: Break | None
    events: tuple[Event, ...]
    gap: Gap | None
    periods: tuple[tuple[int, int, int], ...]
    """(first year, last year, documents) for each stretch of the matrix."""


def build(site: Site) -> Iterable[Page]:
    """The page of all relationships."""
    view = at(site, KIND)
    rows = matrix(view)
    title = view.t("nav.relationships")
    yield hub(
        view,
        kind=KIND,
        title=title,
        template="relationships",
        description=view.t("relationships.description", count=len(rows)),
        rows=rows,
        groups=_groups(view, rows),
        periods=periods(rows),
        highest=highest(rows),
    )


def matrix(view: View, limit: int | None = None) -> tuple[Row, ...]:
    """Relationships with the most documents first, then by the day they were established.

    ``limit`` keeps only the first ones: the home page's small matrix.
    """
    site, archive = view.site, works(view.site)
    pairs = view.subjects.ids["relationship"]
    home = site.home_country or ""

    def rank(pair: str) -> tuple[int, bool, str]:
        documents = archive.of_relationship.get(pair, ())
        return -len(documents), home not in pair.split("-"), view.name("relationship", pair)

    busy = sorted(pairs, key=rank)
    chosen = busy[:limit]
    events = {pair: archive.of_relationship.get(pair, ()) for pair in chosen}
    years = [e.date.year for group in events.values() for e in group if e.date]
    stretches = _stretches(min(years), max(years)) if years else ()
    known, met = archive.registry.relationships, meetings_of(site)
    off = breaks(archive.registry)
    broken = {pair: broken_off(off.get(pair, ()), site.today) for pair in chosen}
    rows = []
    for pair in chosen:
        relationship = known.get(pair)
        dated = tuple(event for event in events[pair] if event.date)
        per_year = Counter([event.date.year for event in dated if event.date])
        rows.append(
            Row(
                pair=pair,
                relationship=relationship,
                years=years_on(relationship.established, site.today)
                if relationship and not broken[pair]
                else None,
                broken=broken[pair],
                events=events[pair],
                gap=last_meeting(met.get(pair, ()), site.today),
                periods=tuple(
                    (a, b, sum(per_year[year] for year in range(a, b + 1))) for a, b in stretches
                ),
            )
        )
    return tuple(rows)


def periods(rows: Sequence[Row]) -> list[tuple[int, int]]:
    """The stretches of the matrix's columns: (first year, last year)."""
    return [(first, last) for first, last, _ in rows[0].periods] if rows else []


def highest(rows: Sequence[Row]) -> int:
    """The highest count in the matrix, for its shades."""
    return max((count for row in rows for _, _, count in row.periods), default=0)


def _stretches(first: int, last: int) -> tuple[tuple[int, int], ...]:
    """At most seven equal stretches of one, two, five, ten … years."""
    for length in (1, 2, 5, 10, 20, 50):
        start = first - first % length
        if (last - start) // length < 7:
            break
    return tuple((year, year + length - 1) for year in range(start, last + 1, length))


def _groups(view: View, rows: Iterable[Row]) -> list[tuple[str, list[Row]]]:
    """Rows by the country that stands first, the home country's first."""
    groups: dict[str, list[Row]] = {}
    for row in rows:
        groups.setdefault(view.subjects.ordered(row.pair)[0], []).append(row)
    home = view.site.home_country
    return sorted(groups.items(), key=lambda item: (item[0] != home, -len(item[1]), item[0]))
