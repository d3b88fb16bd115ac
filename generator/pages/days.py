"""The calendar: every day of the year that has something."""

from __future__ import annotations

from collections.abc import Iterable

from generator.pages.day import by_day
from generator.pages.hub import at, hub
from generator.pages.page import Page, Site

KIND = "days"


def build(site: Site) -> Iterable[Page]:
    """One page with a leap year's days, each linked where it has something."""
    view = at(site, KIND)
    days = by_day(site)
    lengths = (31, 29, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31)
    months = [
        (
            view.said.month(month),
            [
                (
                    day,
                    key if (key := f"{month:02}-{day:02}") in days else "",
                    len(days.get(key, ())),
                )
                for day in range(1, length + 1)
            ],
        )
        for month, length in enumerate(lengths, 1)
    ]
    yield hub(
        view,
        kind=KIND,
        title=view.t("day.all"),
        template="days",
        description=view.t("day.all_description"),
        months=months,
        today=f"{site.today:%m-%d}",
        highest=max((len(group) for group in days.values()), default=0),
    )
