"""A day of the year: everything that happened on it, and its anniversaries."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping
from datetime import date
from functools import cache

from generator.pages.facts.anniversaries import Anniversary, in_year, occasions
from generator.pages.facts.entries import Entry, in_order
from generator.pages.facts.works import works
from generator.pages.hub import at, hub
from generator.pages.listing import listing
from generator.pages.page import Page, Site
from generator.pages.parts.this_day import group
from generator.pages.shelf import part_pages, parts

KIND = "day"


@cache
def by_day(site: Site) -> Mapping[str, tuple[Entry, ...]]:
    """Entries known to the day, by "08-19", oldest first."""
    archive = works(site)
    return dict(sorted(group(in_order(archive.dated, archive.milestones)).items()))


def build(site: Site) -> Iterable[Page]:
    """A page for each day that has something, in a leap year's calendar."""
    days = by_day(site)
    remembered: dict[str, list[Anniversary]] = defaultdict(list)
    for anniversary in in_year(occasions(works(site).registry), site.today.year):
        remembered[f"{anniversary.occasion.day:%m-%d}"].append(anniversary)
    keys = list(days)
    for number, key in enumerate(keys):
        if not site.wants(KIND, key):
            continue
        view = at(site, KIND, key)
        month, day = map(int, key.split("-"))
        title = view.said.day_month(date(2000, month, day))
        happened = days[key]
        cut = parts(happened, beside=len(remembered[key]))
        around = (keys[number - 1], keys[(number + 1) % len(keys)])
        yield hub(
            view,
            kind=KIND,
            id=key,
            title=title,
            template="day",
            description=view.t("day.description", title=title, count=len(happened)),
            happened=happened,
            parts=cut,
            anniversaries=remembered[key],
            today=site.today,
            around=[(view.url(KIND, other), view.said.day_month(_day(other))) for other in around],
            list=listing(view),
        )
        yield from part_pages(site, KIND, f"{key}/", title, view.path, cut, "happened")


def _day(key: str) -> date:
    month, day = map(int, key.split("-"))
    return date(2000, month, day)
