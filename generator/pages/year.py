"""A year of the timeline, or a month of it where the year is too full for one page."""

from __future__ import annotations

from collections.abc import Iterable

from generator.pages.facts.entries import by_year, in_order
from generator.pages.facts.works import works
from generator.pages.hub import at
from generator.pages.page import Page, Site
from generator.pages.shelf import whole_year

KIND = "year"


def build(site: Site) -> Iterable[Page]:
    """A page for each year that has an event or a milestone."""
    archive = works(site)
    years = by_year(in_order(archive.dated, archive.milestones))
    title = at(site, "timeline").t("nav.timeline")
    for number, year in enumerate(years):
        if not site.wants(KIND, str(year.year)):
            continue
        before = years[number - 1].year if number else None
        after = years[number + 1].year if number + 1 < len(years) else None
        yield from whole_year(site, KIND, "", title, year, before, after)
