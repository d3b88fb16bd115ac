"""Entries of lists as HTML, made once and used many times.

A document stands in the lists of its year, its relationship, its people, its place …: its
entry differs only in the way back to the root and in whether its date names the year.
"""

from __future__ import annotations

from collections.abc import Iterable
from functools import cache
from html import escape

from markupsafe import Markup

from generator.model import Edtf, Event, Milestone
from generator.pages.addresses import address
from generator.pages.dress import View
from generator.pages.facts.entries import Entry, Year
from generator.pages.page import Site

_ROOT = "\x00"
"""Stands in a made entry for the way back to the root, which depends on the page's depth."""


class Listing:
    """Makes entries for pages of one depth in one language; get it by :func:`listing`."""

    def __init__(self, made: _Made, way: str) -> None:
        self._made = made
        self._way = way

    def items(self, entries: Iterable[Entry], *, full: bool = False) -> Markup:
        """The entries as ``<li>``, one after another.

        ``full`` writes the year in their dates; without it they stand in their own place,
        below the heading of their month, and a milestone has its anchor there.
        """
        item = self._made.item
        return Markup("\n".join([item(e, full) for e in entries]).replace(_ROOT, self._way))

    def months(self, year: Year, level: int = 4) -> Markup:
        """A year's entries below headings of its months; ``level`` is the headings'."""
        view = self._made.view
        parts = []
        for month in year.months:
            if month.month is None:
                anchor, name = "", view.t("shelf.no_month")
            else:
                anchor = f' id="y{year.year}-{month.month:02}"'
                name = escape(view.said.month(month.month))
            parts.append(
                f'<section class="dc-month"{anchor}>'
                f'<h{level} class="dc-month__name">{name}</h{level}>'
                f'<ol class="dc-list">{self.items(month.entries)}</ol></section>'
            )
        return Markup("\n".join(parts))

    def inner(self, entry: Entry) -> Markup:
        """What stands inside the full entry, for lists with more to say beside it."""
        item = self._made.item(entry, True).replace(_ROOT, self._way)
        return Markup(item[item.index(">") + 1 : -len("</li>")])


class _Made:
    """The entries of one site in one language, with :data:`_ROOT` in their links."""

    def __init__(self, view: View) -> None:
        self.view = view
        # By identity: the site holds every entry for as long as this cache lives.
        self._items: dict[tuple[int, bool], str] = {}
        self._rests: dict[int, str] = {}
        self._places: dict[str, str] = {}

    def item(self, entry: Entry, full: bool) -> str:
        """The whole entry."""
        key = id(entry), full
        made = self._items.get(key)
        if made is None:
            rest = self._rests.get(key[0])
            if rest is None:
                rest = self._event(entry) if isinstance(entry, Event) else self._stone(entry)
                self._rests[key[0]] = rest
            if isinstance(entry, Event):
                head = f'<li class="dc-item" data-kind="{escape(entry.kind)}">'
            else:
                anchor = "" if full else f' id="m-{escape(entry.id)}"'
                head = f'<li class="dc-item dc-item--milestone" data-kind="milestone"{anchor}>'
            date = f'<span class="dc-item__date">{self._date(entry.date, full)}</span>'
            made = self._items[key] = f"{head}{date}{rest}</li>"
        return made

    def _event(self, event: Event) -> str:
        view = self.view
        language = "" if event.language == view.language else f' lang="{escape(event.language)}"'
        facts = f'<span class="dc-kind">{escape(view.said.kind(event.kind))}</span>'
        if event.place:
            facts += f", {self._place(event.place)}"
        elif event.place_printed:
            facts += f", {escape(event.place_printed)}"
        if event.multilateral and event.organisations:
            facts += f", {view.links('organisation', event.organisations)}"
        return (
            f'<span class="dc-item__title"><a href="{_ROOT}{escape(event.url)}"{language}>'
            f"{escape(event.title)}</a></span>"
            f'<span class="dc-item__facts">{facts}</span>'
        )

    def _stone(self, milestone: Milestone) -> str:
        view = self.view
        place = f", {self._place(milestone.place)}" if milestone.place else ""
        source = view.source(milestone.sources or milestone.source)
        return (
            f'<span class="dc-item__title">{escape(view.name("milestone", milestone.id))}</span>'
            f'<span class="dc-item__facts"><span class="dc-kind">'
            f"{escape(view.said.milestone_kind(milestone.kind))}</span>{place}"
            f"{view.medium(milestone.confidence)} {source}</span>"
        )

    def _place(self, place: str) -> str:
        made = self._places.get(place)
        if made is None:
            made = self._places[place] = self.view.link("place", place)
        return made

    def _date(self, when: Edtf | None, full: bool) -> str:
        if when is None:
            return escape(self.view.t("date.undated"))
        if full or when.precision != "day" or when.uncertain:
            return self.view.date(when, short=True)
        # Below the heading of its month, a day is its number.
        return f'<time datetime="{when.text}">{when.lower.day}</time>'


class _RootView(View):
    """Says things as from the root, with :data:`_ROOT` where the way back to it belongs."""

    def url(self, kind: str, id: str = "", anchor: str = "") -> str:
        return _ROOT + super().url(kind, id, anchor)


@cache
def _made(site: Site, language: str) -> _Made:
    return _Made(_RootView(site, "index.md", language))


def listing(view: View) -> Listing:
    """The listing for pages as deep as this view's."""
    way = "../" * address(view.path).count("/")
    return Listing(_made(view.site, view.language), way)
