"""What every hub page shares: its address in each language, its contents, its lists.

A hub page is made by :func:`hub` from its template; lists of entries by :func:`shelf`,
which shards them by year where they grow beyond what one page should carry.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from html import unescape
from urllib.parse import urlencode

from generator.model import Milestone
from generator.pages.addresses import path_of
from generator.pages.dress import View
from generator.pages.facts.entries import Entry, Year, by_year
from generator.pages.page import Heading, Page, Site

_HEADING = re.compile(r'<h([23]) id="([^"]+)"[^>]*>(.*?)</h\1>', re.S)
_TAG = re.compile(r"<[^>]+>")
LIMIT = 400
"""Entries that one page lists at most; a longer list gets a page for each year."""


def hub(
    view: View,
    *,
    kind: str,
    title: str,
    template: str,
    description: str = "",
    id: str = "",
    **context: object,
) -> Page:
    """Render a hub page; its contents are the headings with an id that its body has."""
    body = view.render(f"chronicle/{template}.html", title=title, **context)
    site = view.site
    alternates = {
        language: path_of(kind, id, "" if language == site.languages[0] else f"{language}/")
        for language in site.languages
        if language != view.language
    }
    return Page(
        path=view.path,
        kind=template,
        title=title,
        language=view.language,
        body=body,
        description=description,
        contents=contents(body),
        alternates=alternates,
    )


def contents(body: str) -> tuple[Heading, ...]:
    """The headings of a body that can be linked to."""
    return tuple(
        Heading(level=int(level), id=anchor, title=" ".join(unescape(_TAG.sub("", text)).split()))
        for level, anchor, text in _HEADING.findall(body)
        if level == "2"
    )


def at(site: Site, kind: str, id: str = "") -> View:
    """The view of a hub page in the site's language."""
    return View(site, path_of(kind, id, site.prefix))


def filtered(view: View, **filters: object) -> str:
    """The timeline with filters set: ``filtered(view, pair="KZ-RU", kind="visit")``."""
    pairs = [(key, value) for key, value in filters.items() if value not in (None, "")]
    return f"{view.url('timeline')}?{urlencode(pairs, doseq=True)}"


@dataclass(frozen=True, kw_only=True, slots=True)
class Shelf:
    """A list of entries as one page shows it.

    ``years`` are grouped and newest or oldest first as given; ``shown`` is how many
    entries stand on the page itself; ``pages`` map a year to the page with its entries
    where the list was too long for one page, and ``latest`` are then the newest ones.
    """

    years: tuple[Year, ...]
    count: int
    undated: tuple[Entry, ...] = ()
    pages: dict[int, str] | None = None
    latest: tuple[Entry, ...] = ()

    def href(self, year: int, month: int | None = None) -> str:
        """Where the entries of a year, or of one of its months, stand."""
        anchor = f"y{year}" if month is None else f"y{year}-{month:02}"
        page = self.pages.get(year) if self.pages else None
        return f"{page}#{anchor}" if page else f"#{anchor}"


def shelf(
    view: View,
    kind: str,
    id: str,
    entries: Sequence[Entry],
    undated: Iterable[Entry] = (),
    limit: int = LIMIT,
) -> Shelf:
    """Group entries by year, on this page or, where they are too many, on one a year."""
    years = by_year(entries)
    lost = tuple(undated)
    if len(entries) <= limit:
        return Shelf(years=years, count=len(entries) + len(lost), undated=lost)
    return Shelf(
        years=years,
        count=len(entries) + len(lost),
        undated=lost,
        pages={year.year: view.url(kind, f"{id}/{year.year}") for year in years},
        latest=tuple(reversed(entries[-20:])),
    )


def future(entries: Iterable[Entry], view: View) -> tuple[Entry, ...]:
    """Entries that begin after today."""
    today = view.site.today
    return tuple(entry for entry in entries if entry.date and entry.date.lower > today)


def is_milestone(entry: Entry) -> bool:
    """Whether an entry is a milestone and no document."""
    return isinstance(entry, Milestone)
