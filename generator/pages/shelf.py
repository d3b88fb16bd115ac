"""Lists of entries by year and month, on as many pages as they need.

:func:`shelf` groups entries and says where they stand: on the page itself or, where they
grow beyond what one page should carry, on a page for each year; a very full year has one
for each month.  What has no year to be divided by (a day of the year, a single month,
documents without a date) is cut into parts of :data:`LIMIT`.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from typing import NamedTuple

from generator.model import Milestone
from generator.pages.addresses import url
from generator.pages.dress import View
from generator.pages.facts.entries import Entry, Month, Year, by_year
from generator.pages.hub import at, hub
from generator.pages.listing import Listing, listing
from generator.pages.page import Page, Site

LIMIT = 400
"""Entries that one page lists at most; a longer list gets a page for each year."""
MOST = 500
"""Entries in all the lists of a page at most."""
LATEST = 20
"""The newest entries that the first page of a longer list shows all the same."""
_UNDATED = "undated-"
"""What stands before the number of a page of entries without a date."""


class Part(NamedTuple):
    """A part of a list that is too long for a page, with the address of its own page."""

    first: int
    entries: tuple[Entry, ...]
    href: str

    @property
    def last(self) -> int:
        """The number of its last entry, as ``first`` is of its first."""
        return self.first + len(self.entries) - 1


def parts(entries: Sequence[Entry], stem: str = "", beside: int = 0) -> tuple[Part, ...]:
    """The parts of a list, or none where it fits on its page, which lists ``beside`` others.

    ``stem`` is what stands before a part's number in its address below the list's page.
    """
    if len(entries) + beside <= MOST:
        return ()
    return tuple(
        Part(begin + 1, tuple(entries[begin : begin + LIMIT]), f"{stem}{begin // LIMIT + 1}/")
        for begin in range(0, len(entries), LIMIT)
    )


@dataclass(frozen=True, kw_only=True, slots=True)
class Shelf:
    """A list of entries as one page shows it, grouped by year and month.

    ``pages`` map a year to the page with its entries where the list is too long for one
    page; ``split`` are the years that are too long for a page themselves, with a page
    for each month; ``latest`` are then the newest entries, newest first.
    ``undated_parts`` are those of the entries without a date, where they are too many.
    """

    years: tuple[Year, ...]
    count: int
    undated: tuple[Entry, ...] = ()
    pages: Mapping[int, str] = field(default_factory=dict)
    split: frozenset[int] = frozenset()
    latest: tuple[Entry, ...] = ()
    undated_parts: tuple[Part, ...] = ()

    def href(self, year: int, month: int | None = None) -> str:
        """Where the entries of a year, or of one of its months, stand."""
        page = self.pages.get(year, "")
        if month is None:
            return page or f"#y{year}"
        if year in self.split:
            return f"{page.rstrip('/')}-{month:02}/"
        return f"{page}#y{year}-{month:02}"


def shelf(
    entries: Sequence[Entry],
    page_of: Callable[[int], str],
    undated: Iterable[Entry] = (),
    beside: int = 0,
) -> Shelf:
    """Group entries by year, on this page or, where they are too many, on one a year.

    ``page_of`` gives the relative address of a year's page; ``beside`` are the entries
    that the page lists elsewhere.
    """
    years = by_year(entries)
    lost = tuple(undated)
    count = len(entries) + len(lost)
    if len(entries) <= LIMIT and count + beside <= MOST:
        return Shelf(years=years, count=count, undated=lost)
    return Shelf(
        years=years,
        count=count,
        undated=lost,
        pages={year.year: page_of(year.year) for year in years},
        split=frozenset(year.year for year in years if year.count > LIMIT),
        latest=tuple(reversed(entries[-LATEST:])),
        undated_parts=parts(lost, _UNDATED, LATEST + beside),
    )


def year_pages(site: Site, kind: str, id: str, title: str, shelved: Shelf) -> Iterator[Page]:
    """The pages of a sharded list: its years, and its entries without a date."""
    yield from undated_pages(site, kind, f"{id}/", title, shelved)
    years = list(shelved.years) if shelved.pages else []
    wanted = site.wanted_years(kind, id, [year.year for year in years])
    for number, year in enumerate(years):
        if year.year not in wanted:
            continue
        site.begins_year(kind, id, year.year)
        before = years[number - 1].year if number else None
        after = years[number + 1].year if number + 1 < len(years) else None
        yield from whole_year(site, kind, f"{id}/", title, year, before, after)


def whole_year(
    site: Site,
    kind: str,
    stem: str,
    title: str,
    year: Year,
    before: int | None,
    after: int | None,
) -> Iterator[Page]:
    """One year of a list, with a page for each month where it is too full for one.

    ``stem`` is what stands before the year in the page's id.
    """
    id = f"{stem}{year.year}"
    view = at(site, kind, id)
    heading = view.t("shelf.year_title", title=title, year=year.year)
    split = year.count > LIMIT
    in_months = [entry for month in year.months if month.month for entry in month.entries]
    unplaced = [entry for month in year.months if not month.month for entry in month.entries]
    cut = parts(unplaced) if split else ()
    yield hub(
        view,
        kind=kind,
        id=id,
        title=heading,
        template="year",
        description=f"{heading}: {view.t('count.entries', count=year.count)}",
        up=view.url(kind, stem.rstrip("/")) if stem else view.url("timeline"),
        up_title=title,
        year=year,
        split=split,
        # Links to a milestone lead here, also where its month has a page of its own.
        stones=[entry for entry in in_months if split and isinstance(entry, Milestone)],
        before=(before, view.url(kind, f"{stem}{before}")) if before else None,
        after=(after, view.url(kind, f"{stem}{after}")) if after else None,
        month_href=lambda month: view.url(kind, f"{stem}{year.year}-{month:02}"),
        unplaced=unplaced,
        parts=cut,
        list=_listing(view, kind, stem),
    )
    yield from part_pages(site, kind, f"{id}/", heading, view.path, cut)
    for month in year.months if split else ():
        if month.month is not None:
            yield from _month_pages(site, kind, stem, title, year, month)


def _month_pages(
    site: Site, kind: str, stem: str, title: str, year: Year, month: Month
) -> Iterator[Page]:
    """A month of a year too full for one page."""
    assert month.month
    id = f"{stem}{year.year}-{month.month:02}"
    view = at(site, kind, id)
    when = f"{view.said.month(month.month)} {year.year}"
    heading = view.t("shelf.year_title", title=title, year=when)
    cut = parts(month.entries)
    yield hub(
        view,
        kind=kind,
        id=id,
        title=heading,
        template="month",
        description=f"{heading}: {view.t('count.entries', count=len(month.entries))}",
        up=view.url(kind, f"{stem}{year.year}"),
        up_title=str(year.year),
        month=month,
        parts=cut,
        list=_listing(view, kind, stem),
    )
    yield from part_pages(site, kind, f"{id}/", heading, view.path, cut)


def undated_pages(site: Site, kind: str, stem: str, title: str, shelved: Shelf) -> Iterator[Page]:
    """The entries of a list that have no date, where they are too many for its page."""
    up = at(site, kind, stem.rstrip("/")) if stem else at(site, "timeline")
    heading = up.t("shelf.year_title", title=title, year=up.t("date.undated"))
    cut = shelved.undated_parts
    yield from part_pages(site, kind, stem + _UNDATED, heading, up.path, cut, "undated")


def part_pages(
    site: Site,
    kind: str,
    stem: str,
    title: str,
    up: str,
    cut: Sequence[Part],
    anchor: str = "",
) -> Iterator[Page]:
    """The pages of a list's parts, in their order.

    ``stem`` is what stands before a part's number in its page's id, ``title`` the list's,
    ``up`` and ``anchor`` the path of the list's page and its place there.
    """
    for number, part in enumerate(cut, 1):
        id = f"{stem}{number}"
        view = at(site, kind, id)
        around = {
            near: (_numbers(view, cut[near - 1]), view.url(kind, f"{stem}{near}"))
            for near in (number - 1, number + 1)
            if 0 < near <= len(cut)
        }
        heading = view.t("shelf.year_title", title=title, year=_numbers(view, part))
        yield hub(
            view,
            kind=kind,
            id=id,
            title=heading,
            template="part",
            description=f"{heading}: {view.t('count.entries', count=len(part.entries))}",
            up=url(view.path, up, anchor),
            up_title=title,
            part=part,
            before=around.get(number - 1),
            after=around.get(number + 1),
            list=_listing(view, kind, stem),
        )


def _listing(view: View, kind: str, stem: str) -> Listing:
    """The listing of a page below that of an entry, whose id ``stem`` begins with."""
    return listing(view, stem.partition("/")[0] if kind == "relationship" else "")


def _numbers(view: View, part: Part) -> str:
    return f"{view.said.number(part.first)}–{view.said.number(part.last)}"
