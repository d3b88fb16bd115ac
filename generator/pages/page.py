"""What a page is, and what a page kind is given to build it."""

from __future__ import annotations

from collections.abc import Callable, Collection, Iterable
from dataclasses import dataclass, field
from datetime import date
from typing import Protocol

from generator.chronicle import Chronicle


@dataclass(frozen=True, kw_only=True, slots=True)
class Heading:
    """An entry of a page's contents: ``id`` is the heading's anchor, ``level`` 2 or 3."""

    level: int
    id: str
    title: str


@dataclass(frozen=True, kw_only=True, slots=True)
class Page:
    """A page before the theme's frame is put around it.

    ``path`` is relative to the docs folder and ends in ".md" ("relationships/kz-ru.md");
    ``body`` is HTML without blank lines, so that any Markdown renderer passes it through;
    ``description`` is plain text for search engines; ``kind`` names the page kind.
    ``alternates`` map a language to the path of the same page in that language;
    ``beside`` maps the names of small files in the page's folder to their text.
    """

    path: str
    kind: str
    title: str
    language: str
    body: str
    description: str = ""
    contents: tuple[Heading, ...] = ()
    alternates: dict[str, str] = field(default_factory=dict)
    beside: dict[str, str] = field(default_factory=dict)


class Choice:
    """Which pages of a kind with a page for each id are to be built now.

    All of them, unless a builder sets ``wanted`` and, for the pages of years that belong
    to an id, ``years_wanted``; ``last`` is the one being built.
    """

    def __init__(self) -> None:
        self.wanted: Callable[[str, str], bool] | None = None
        self.years_wanted: Callable[[str, str, Collection[int]], Collection[int]] | None = None
        self.last: tuple[str, str] | None = None


@dataclass(frozen=True, kw_only=True, eq=False)
class Site:
    """Everything that a page kind may look at; equal only to itself, so a key of caches.

    ``language`` is the interface language of the pages to build; ``today`` the day for
    which "days until" is counted; ``template_dirs`` are searched for page templates, the
    first wins; ``prefix`` is "" for the site's first language and "en/" … for others;
    ``home_country`` is named first in a relationship's title.
    """

    chronicle: Chronicle
    language: str
    languages: tuple[str, ...]
    today: date
    template_dirs: tuple[str, ...]
    prefix: str = ""
    site_url: str = ""
    home_country: str | None = None
    choice: Choice = field(default_factory=Choice)

    @property
    def root(self) -> str:
        """What stands before a path below the site to make an address of it; "" if unknown."""
        return f"{self.site_url.rstrip('/')}/" if self.site_url else ""

    def wants(self, kind: str, id: str) -> bool:
        """Whether the pages of ``id`` are to be built: a kind asks just before it does."""
        if self.choice.wanted is not None and not self.choice.wanted(kind, id):
            return False
        self.choice.last = (kind, id)
        return True

    def wanted_years(self, kind: str, id: str, years: Collection[int]) -> Collection[int]:
        """Of the pages of years that belong to ``id`` those to be built.

        Asked once for each ``id``, with no years if it has no such pages.
        """
        choose = self.choice.years_wanted
        return years if choose is None else choose(kind, id, years)

    def begins_year(self, kind: str, id: str, year: int) -> None:
        """Tell that the pages that follow are those of this year of ``id``."""
        self.choice.last = (kind, f"{id}/{year}")


def sites_of(
    chronicle: Chronicle,
    *,
    languages: tuple[str, ...],
    today: date,
    template_dirs: tuple[str, ...],
    site_url: str = "",
    home_country: str | None = None,
) -> tuple[Site, ...]:
    """The site in each of its languages; the first language stands at the root."""
    return tuple(
        Site(
            chronicle=chronicle,
            language=language,
            languages=languages,
            today=today,
            template_dirs=template_dirs,
            prefix="" if language == languages[0] else f"{language}/",
            site_url=site_url,
            home_country=home_country,
        )
        for language in languages
    )


class PageKind(Protocol):
    """A module in this package."""

    KIND: str
    """The kind's name: "relationship"."""

    def build(self, site: Site) -> Iterable[Page]:
        """Every page of this kind in the site's language."""
