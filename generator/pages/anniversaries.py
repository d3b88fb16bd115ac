"""Anniversaries: this year's, those of the next ten years, and round ones gone by."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import replace

from generator.exports import ics
from generator.pages.facts.anniversaries import Anniversary, Occasion, in_year, occasions
from generator.pages.facts.works import works
from generator.pages.hub import at, hub
from generator.pages.page import Page, Site
from generator.pages.parts import downloads

KIND = "anniversaries"
AHEAD = 10
"""Years after this one for which round anniversaries are listed."""
BEHIND = 5
"""Years before this one for which round anniversaries are listed."""


def build(site: Site) -> Iterable[Page]:
    """The page of anniversaries, counted for the site's today."""
    view = at(site, KIND)
    known = occasions(works(site).registry)
    this_year = in_year(known, site.today.year)
    coming = [a for a in this_year if a.day >= site.today]
    passed = [a for a in this_year if a.day < site.today]
    title = view.t("nav.anniversaries")
    page = hub(
        view,
        kind=KIND,
        title=title,
        template="anniversaries",
        description=view.t("anniversary.description"),
        today=site.today,
        todays=[a for a in this_year if a.day == site.today],
        coming=coming,
        passed=list(reversed(passed)),
        ahead=round_in(known, range(site.today.year + 1, site.today.year + AHEAD + 1)),
        behind=round_in(known, range(site.today.year - 1, site.today.year - BEHIND - 1, -1)),
        calendar=ics.FILE if known else "",
    )
    name = f"{view.t('site.name')}: {title.lower()}"
    calendar = downloads.calendar(view, known, name, every_year=False)
    yield replace(page, beside={ics.FILE: calendar} if known else {})


def round_in(
    known: Sequence[Occasion], years: Iterable[int]
) -> list[tuple[int, list[Anniversary]]]:
    """Round anniversaries of each year that has one."""
    found = [(year, [a for a in in_year(known, year) if a.round]) for year in years]
    return [(year, group) for year, group in found if group]
