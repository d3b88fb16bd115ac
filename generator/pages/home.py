"""The first page: what this is, the latest, this day in other years, what comes next."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace

from generator.exports import atom, ics
from generator.pages.day import by_day
from generator.pages.facts.anniversaries import next_ones, occasions
from generator.pages.facts.works import works
from generator.pages.hub import at, hub
from generator.pages.listing import listing
from generator.pages.page import Page, Site
from generator.pages.parts import downloads
from generator.pages.parts.this_day import this_day
from generator.pages.relationships import highest, matrix, periods

KIND = "home"
LATEST = 6
NEXT = 5
PAIRS = 12


def build(site: Site) -> Iterable[Page]:
    """One page, counted for the site's today."""
    view = at(site, KIND)
    archive = works(site)
    rows = matrix(view, PAIRS)
    counts = [
        (len(archive.events), "documents", "timeline"),
        (len(archive.milestones), "milestones", "timeline"),
        (len(view.subjects.ids["relationship"]), "relationships", "relationships"),
        (len(view.subjects.ids["person"]), "people", "people"),
        (len(view.subjects.ids["organisation"]), "organisations", "organisations"),
    ]
    page = hub(
        view,
        kind=KIND,
        title=view.t("site.name"),
        template="home",
        description=view.t("site.description"),
        numbers_row=[
            (count, view.t(f"number.{counted}", count=count), view.url(kind))
            for count, counted, kind in counts
            if count
        ],
        latest=tuple(reversed(archive.dated[-LATEST:])),
        this_day=this_day(view, by_day(site), (site.home_country,)),
        today=site.today,
        coming=next_ones(occasions(archive.registry), site.today, NEXT),
        rows=rows,
        periods=periods(rows),
        highest=highest(rows),
        list=listing(view),
        feed=atom.FILE,
        calendar=view.url("anniversaries") + ics.FILE,
    )
    feed = downloads.feed(view, archive.events, view.t("site.name"), view.t("site.description"))
    yield replace(page, beside={atom.FILE: feed})
