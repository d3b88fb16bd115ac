"""Anniversaries: this year's, those of the next ten years, and round ones gone by.

Where the page would list more than one should, each month of this year and each other year
has a page of its own.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace
from typing import NamedTuple

from generator.exports import ics
from generator.pages.dress import View
from generator.pages.facts.anniversaries import Anniversary, Occasion, in_year, occasions
from generator.pages.facts.works import works
from generator.pages.hub import at, hub
from generator.pages.page import Page, Site
from generator.pages.parts import downloads
from generator.pages.shelf import LATEST, MOST

KIND = "anniversaries"
AHEAD = 10
"""Years after this one for which round anniversaries are listed."""
BEHIND = 5
"""Years before this one for which round anniversaries are listed."""


class Group(NamedTuple):
    """Anniversaries below a heading; ``id`` names their place here or, crowded, their page."""

    id: str
    name: str
    rows: Sequence[Anniversary]


def build(site: Site) -> Iterable[Page]:
    """The page of anniversaries, counted for the site's today, and pages of years if need be."""
    view = at(site, KIND)
    known = occasions(works(site).registry)
    year = site.today.year
    this_year = in_year(known, year)
    todays = [a for a in this_year if a.day == site.today]
    coming = [a for a in this_year if a.day > site.today]
    passed = [a for a in this_year if a.day < site.today]
    ahead = list(_round(known, range(year + 1, year + AHEAD + 1)))
    behind = list(_round(known, range(year - 1, year - BEHIND - 1, -1)))
    listed = len(this_year) + sum(len(group.rows) for group in (*ahead, *behind))
    crowded = listed > MOST
    months = list(_months(view, this_year)) if crowded else []
    if crowded:
        coming = coming[:LATEST]
    elif passed:
        name = view.t("anniversary.passed", year=year)
        behind.insert(0, Group("passed", name, list(reversed(passed))))
    title = view.t("nav.anniversaries")
    page = hub(
        view,
        kind=KIND,
        title=title,
        template="anniversaries",
        description=view.t("anniversary.description"),
        today=site.today,
        todays=todays,
        coming=coming,
        months=months,
        ahead=ahead,
        behind=behind,
        crowded=crowded,
        calendar=ics.FILE if known else "",
    )
    name = f"{view.t('site.name')}: {title.lower()}"
    calendar = downloads.calendar(view, known, name, every_year=False)
    yield replace(page, beside={ics.FILE: calendar} if known else {})
    for group in (*months, *ahead, *behind) if crowded else ():
        yield _group_page(site, title, group)


def _round(known: Sequence[Occasion], years: Iterable[int]) -> Iterator[Group]:
    """Round anniversaries of each year that has one."""
    for year in years:
        rows = [anniversary for anniversary in in_year(known, year) if anniversary.round]
        if rows:
            yield Group(str(year), str(year), rows)


def _months(view: View, this_year: Sequence[Anniversary]) -> Iterator[Group]:
    """Anniversaries of one year by month."""
    for month in range(1, 13):
        rows = [anniversary for anniversary in this_year if anniversary.day.month == month]
        if rows:
            day = rows[0].day
            yield Group(f"{day:%Y-%m}", f"{view.said.month(month)} {day.year}", rows)


def _group_page(site: Site, title: str, group: Group) -> Page:
    view = at(site, "anniversary", group.id)
    heading = view.t("shelf.year_title", title=title, year=group.name)
    return hub(
        view,
        kind="anniversary",
        id=group.id,
        title=heading,
        template="anniversaries_part",
        description=f"{heading}: {view.t('count.entries', count=len(group.rows))}",
        up=view.url(KIND),
        up_title=title,
        today=site.today,
        rows=group.rows,
    )
