"""The timeline: every event and milestone by year and month, on one page or one a year."""

from __future__ import annotations

from collections.abc import Iterable

from generator.pages import pictures
from generator.pages.day import by_day
from generator.pages.facts.anniversaries import next_ones, occasions
from generator.pages.facts.entries import in_order
from generator.pages.facts.works import works
from generator.pages.hub import at, hub, shelf
from generator.pages.listing import listing
from generator.pages.page import Page, Site

KIND = "timeline"


def build(site: Site) -> Iterable[Page]:
    """The timeline's first page; :mod:`generator.pages.year` has the pages of years."""
    view = at(site, KIND)
    archive = works(site)
    entries = in_order(archive.dated, archive.milestones)
    past = tuple(e for e in entries if e.date is None or e.date.lower <= site.today)
    shelved = shelf(past, lambda year: view.url("year", str(year)), undated=archive.undated)
    yield hub(
        view,
        kind=KIND,
        title=view.t("nav.timeline"),
        template="timeline",
        description=view.t("timeline.description", count=len(archive.events)),
        shelf=shelved,
        planned=entries[len(past) :],
        coming=next_ones(occasions(archive.registry), site.today, 8),
        today=site.today,
        list=listing(view),
        counts=(len(archive.events), len(archive.milestones)),
        per_year=pictures.per_year(view, shelved, archive.events, archive.milestones),
        today_entries=len(by_day(site).get(f"{site.today:%m-%d}", ())),
    )
