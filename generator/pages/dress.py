"""From facts to HTML: templates, links, dates and sources as every page shows them.

A page kind makes a :class:`View` of its page and renders its template with it::

    view = View(site, path_of("person", id, site.prefix))
    body = view.render("chronicle/person.html", person=person)

In a template ``v`` is the view and ``t`` its strings; ``chronicle/hubs.html`` has the
larger pieces.  To add a piece that every page may need, add a method here where it is one
link or one mark, or a macro there where it has markup of its own.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable
from datetime import date
from functools import cache, lru_cache
from html import escape
from typing import Any
from urllib.parse import urlsplit

from jinja2 import Environment, FileSystemLoader, StrictUndefined
from markupsafe import Markup

from generator.model import Edtf, Event, Milestone
from generator.pages.addresses import path_of, path_of_event, url
from generator.pages.interface import interface
from generator.pages.page import Site
from generator.pages.subjects import subjects

_BLANK_LINES = re.compile(r"\n\s*\n")


@cache
def environment(template_dirs: tuple[str, ...]) -> Environment:
    """The templates of these folders; a name that a template does not get is an error."""
    return Environment(
        loader=FileSystemLoader(list(template_dirs)),
        autoescape=True,
        trim_blocks=True,
        lstrip_blocks=True,
        undefined=StrictUndefined,
        auto_reload=False,
    )


class View:
    """One page's way of saying things: its language, and links that begin at its place.

    ``path`` is the page's, relative to the docs folder; ``language`` is the site's unless
    the page speaks another one (an event page speaks its document's).
    """

    def __init__(self, site: Site, path: str, language: str | None = None) -> None:
        self.site = site
        self.path = path
        self.language = language or site.language
        self.said = interface(self.language)
        self.subjects = subjects(site, self.language)
        self.prefix = prefix_of(site, self.language)
        self.t = self.said.t
        self.th = self.said.html

    def render(self, template: str, **context: Any) -> str:
        """The body of the page as HTML without blank lines.

        The template sees ``v`` (this view), ``t`` and ``th`` (strings as text and as
        HTML) and ``context``.

        Raises:
            jinja2.TemplateNotFound: no template folder has the template.
        """
        loaded = environment(self.site.template_dirs).get_template(template)
        html = loaded.render(v=self, t=self.t, th=self.th, **context)
        return _BLANK_LINES.sub("\n", html).strip()

    # Links --------------------------------------------------------------------------------

    def url(self, kind: str, id: str = "", anchor: str = "") -> str:
        """The relative address of a page of the same language."""
        return url(self.path, path_of(kind, id, self.prefix), anchor)

    def file(self, path: str) -> str:
        """The relative address of a file below the site's root ("feeds/kz-ru.xml")."""
        return url(self.path, path)

    def event_url(self, event: Event, anchor: str = "") -> str:
        """The relative address of an event's page."""
        return url(self.path, path_of_event(event), anchor)

    def name(self, kind: str, id: str) -> str:
        """The name of a registry entry in the page's language."""
        return self.subjects.name(kind, id)

    def link(self, kind: str, id: str, text: str | None = None) -> Markup:
        """A registry entry's name (or ``text``) as a link; plain where it has no page."""
        words = escape(self.name(kind, id) if text is None else text)
        if not self.subjects.has_page(kind, id):
            return Markup(words)
        return Markup(f'<a href="{escape(self.url(kind, id))}">{words}</a>')

    def links(self, kind: str, ids: Iterable[str]) -> Markup:
        """Links to several entries, with commas."""
        return Markup(", ").join(self.link(kind, id) for id in ids)

    def event_link(self, event: Event, anchor: str = "", text: str | None = None) -> Markup:
        """A document's title (or ``text``) as a link, in the document's own language."""
        language = "" if event.language == self.language else f' lang="{escape(event.language)}"'
        title = escape(event.title if text is None else text)
        return Markup(f'<a href="{escape(self.event_url(event, anchor))}"{language}>{title}</a>')

    # Dates --------------------------------------------------------------------------------

    def date(self, when: Edtf | date, *, weekday: bool = False, short: bool = False) -> Markup:
        """A date in words inside ``<time>``, which carries it for machines where it can."""
        return _dated(self.language, when, weekday, short)

    # Sources ------------------------------------------------------------------------------

    def source(self, sources: str | Iterable[str]) -> Markup:
        """The link behind a fact, to one source or several.

        Raises:
            ValueError: there is none; such a fact must not be shown.
        """
        pages = [sources] if isinstance(sources, str) else list(sources)
        pages = [page for page in pages if page]
        if not pages:
            raise ValueError(f"{self.path}: a fact without a source must not be shown")
        seen: Counter[str] = Counter()
        marks = Markup(", ").join(self._source(page, seen) for page in pages)
        return Markup(f'<cite class="dc-source">{marks}</cite>')

    def _source(self, page: str, seen: Counter[str]) -> Markup:
        host = source_name(page)
        seen[host] += 1
        # Two pages of one host are told apart by number.
        words = host if seen[host] == 1 else f"{host} ({seen[host]})"
        if not is_web(page):
            return Markup(escape(words))
        return Markup(f'<a href="{escape(page)}">{escape(words)}</a>')

    def title(self, milestone: Milestone) -> Markup:
        """A milestone's title, marked with its language where that is not the page's."""
        tongue = self.said.tongue(milestone.titles)
        mark = "" if tongue == self.language else f" lang={escape(tongue)}"
        return Markup(
            f"<span{mark}>{escape(self.said.name(milestone.titles) or milestone.id)}</span>"
        )

    def medium(self, confidence: str) -> Markup:
        """The mark of a fact of medium confidence; nothing for a sure one."""
        if confidence == "high":
            return Markup("")
        words, why = escape(self.t("fact.medium")), escape(self.t("fact.medium_why"))
        return Markup(f' <span class="dc-medium" title="{why}">{words}</span>')


def prefix_of(site: Site, language: str) -> str:
    """The folder of a language's hub pages: "" for the site's first, "en/" … for others."""
    first = site.languages[0] if site.languages else site.language
    return "" if language == first or language not in site.languages else f"{language}/"


def is_web(page: str) -> bool:
    """Whether an address may stand in a link: http or https, nothing that runs."""
    return page.lower().startswith(("https://", "http://"))


def source_name(page: str) -> str:
    """How a source is called beside a fact: its host without "www."."""
    host = urlsplit(page).hostname if is_web(page) else None
    return host.removeprefix("www.") if host else page


@lru_cache(maxsize=4096)
def _dated(language: str, when: Edtf | date, weekday: bool, short: bool) -> Markup:
    """Relations were established on one day, which stands on each of their pages."""
    said = interface(language)
    words = escape(said.short_date(when) if short else said.date(when, weekday=weekday))
    machine = _machine(when)
    return Markup(f'<time datetime="{machine}">{words}</time>' if machine else words)


def _machine(when: Edtf | date) -> str:
    if isinstance(when, date):
        return when.isoformat()
    return "" if when.precision == "interval" else when.text.rstrip("?~%")
