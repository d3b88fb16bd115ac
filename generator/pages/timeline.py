"""The timeline: every event and milestone by year and month, on one page or one a year."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace

from markupsafe import Markup

from generator.pages import pictures
from generator.pages.day import by_day
from generator.pages.dress import View
from generator.pages.facts.anniversaries import next_ones, occasions
from generator.pages.facts.entries import by_year, in_order
from generator.pages.facts.works import works
from generator.pages.hub import at, hub
from generator.pages.interface import catalogue
from generator.pages.listing import listing
from generator.pages.page import Page, Site
from generator.pages.parts import timeline_data
from generator.pages.parts.this_day import this_day
from generator.pages.shelf import shelf, undated_pages
from generator.text.json_text import compact

KIND = "timeline"
INDEX = "index.json"
"""The file beside the page from which the browser filters; see ``parts/timeline_data.py``."""


def build(site: Site) -> Iterable[Page]:
    """The timeline's first page; :mod:`generator.pages.year` has the pages of years."""
    view = at(site, KIND)
    archive = works(site)
    entries = in_order(archive.dated, archive.milestones)
    past = tuple(e for e in entries if e.date is None or e.date.lower <= site.today)
    shelved = shelf(past, lambda year: view.url("year", str(year)), undated=archive.undated)
    page = hub(
        view,
        kind=KIND,
        title=view.t("nav.timeline"),
        template="timeline",
        description=view.t("timeline.description", count=len(archive.events)),
        shelf=shelved,
        planned=entries[len(past) :],
        coming=next_ones(occasions(archive.registry), site.today, 8),
        today=site.today,
        this_day=this_day(view, by_day(site), (site.home_country,)),
        list=listing(view),
        counts=(len(archive.events), len(archive.milestones)),
        per_year=pictures.per_year(view, shelved, archive.events, archive.milestones),
        words=_words(view),
    )
    yield replace(page, beside={INDEX: timeline_data.index(view, by_year(entries))})
    yield from undated_pages(site, "year", "", page.title, shelved)


def _words(view: View) -> Markup:
    """What the browser's part of the page says, as JSON for a script element."""
    strings = catalogue(view.language)
    said = {
        key.removeprefix("timeline.js."): text
        for key, text in strings.items()
        if key.startswith("timeline.js.")
    }
    given = {**said, "index": INDEX, "count": strings["count.entries"]}
    # A "<" in a string could end the script element.
    return Markup(compact(given).replace("<", "\\u003c"))
