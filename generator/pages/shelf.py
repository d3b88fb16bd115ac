"""Lists of entries by year and month, on as many pages as they need.

:func:`shelf` groups entries and says where they stand: on the page itself or, where they
grow beyond what one page should carry, on a page for each year; a very full year has one
for each month.  What has no year to be divided by (a day of the year, a single month,
documents without a date) is cut into parts of :data:`LIMIT`.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field

from generator.model import Milestone
from generator.pages.facts.entries import Entry, Year, by_year
from generator.pages.hub import at, hub
from generator.pages.listing import listing
from generator.pages.page import Page, Site

LIMIT = 400
"""Entries that one page lists at most; a longer list gets a page for each year."""
MOST = 500
"""Entries in all the lists of a page at most."""
LATEST = 20
"""The newest entries that the first page of a longer list shows all the same."""


@dataclass(frozen=True, kw_only=True, slots=True)
class Shelf:
    """A list of entries as one page shows it, grouped by year and month.

    ``pages`` map a year to the page with its entries where the list is too long for one
    page; ``split`` are the years that are too long for a page themselves, with a page
    for each month; ``latest`` are then the newest entries, newest first.
    ``undated_pages`` are (first, last, address) of pages of entries without a date, where
    those are too many.
    """

    years: tuple[Year, ...]
    count: int
    undated: tuple[Entry, ...] = ()
    pages: Mapping[int, str] = field(default_factory=dict)
    split: frozenset[int] = frozenset()
    latest: tuple[Entry, ...] = ()
    undated_pages: tuple[tuple[int, int, str], ...] = ()

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
    page_of: Callable[[int | str], str],
    undated: Iterable[Entry] = (),
    beside: int = 0,
) -> Shelf:
    """Group entries by year, on this page or, where they are too many, on one a year.

    ``page_of`` gives the relative address of a year's page, or of one of entries without
    a date; ``beside`` are the entries that the page lists elsewhere.
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
        undated_pages=tuple(
            (begin + 1, min(begin + LIMIT, len(lost)), page_of(_undated(begin)))
            for begin in range(0, len(lost), LIMIT)
            if len(lost) + LATEST + beside > MOST
        ),
    )


def _undated(begin: int) -> str:
    return f"undated-{begin // LIMIT + 1}"


def year_pages(site: Site, kind: str, id: str, title: str, shelved: Shelf) -> Iterator[Page]:
    """The pages of a sharded list: one a year, or one a month of a very full year.

    Entries without a date have pages too, where they are too many.
    """
    yield from undated_pages(site, kind, f"{id}/", title, shelved)
    years = list(shelved.years) if shelved.pages else []
    wanted = site.wanted_years(kind, id, [year.year for year in years])
    for number, year in enumerate(years):
        if year.year not in wanted:
            continue
        site.begins_year(kind, id, year.year)
        before = years[number - 1].year if number else None
        after = years[number + 1].year if number + 1 < len(years) else None
        yield year_page(site, kind, f"{id}/", title, year, before, after)
        if year.year in shelved.split:
            yield from month_pages(site, kind, f"{id}/", title, year)


def year_page(
    site: Site,
    kind: str,
    stem: str,
    title: str,
    year: Year,
    before: int | None,
    after: int | None,
    **context: object,
) -> Page:
    """One year of a list; ``stem`` is what stands before the year in the page's id."""
    id = f"{stem}{year.year}"
    view = at(site, kind, id)
    heading = view.t("shelf.year_title", title=title, year=year.year)
    split = year.count > LIMIT
    in_months = [entry for month in year.months if month.month for entry in month.entries]
    return hub(
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
        list=listing(view),
        **context,
    )


def month_pages(site: Site, kind: str, stem: str, title: str, year: Year) -> Iterator[Page]:
    """Each month of a year too full for one page; entries without a month stay with it."""
    for month in year.months:
        if month.month is None:
            continue
        id = f"{stem}{year.year}-{month.month:02}"
        view = at(site, kind, id)
        when = f"{view.said.month(month.month)} {year.year}"
        heading = view.t("shelf.year_title", title=title, year=when)
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
            list=listing(view),
        )


def undated_pages(site: Site, kind: str, stem: str, title: str, shelved: Shelf) -> Iterator[Page]:
    """The entries of a list that have no date, on as many pages as they need."""
    for first, last, _ in shelved.undated_pages:
        id = f"{stem}{_undated(first - 1)}"
        view = at(site, kind, id)
        said = f"{view.t('date.undated')}, {view.said.number(first)}–{view.said.number(last)}"
        heading = view.t("shelf.year_title", title=title, year=said)
        entries = shelved.undated[first - 1 : last]
        yield hub(
            view,
            kind=kind,
            id=id,
            title=heading,
            template="undated",
            description=f"{heading}: {view.t('count.entries', count=len(entries))}",
            up=view.url(kind, stem.rstrip("/"), "undated")
            if stem
            else view.url("timeline", "", "undated"),
            up_title=title,
            entries=entries,
            list=listing(view),
        )
