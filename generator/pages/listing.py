"""Entries of lists as HTML, made once and used many times.

A document stands in the lists of its year, its relationship, its people, its place …: its
entry differs only in the way to its page and in whether its date names the year.

An entry is ``<li data-k=m>`` with its date, its title, and what else is known of it (a
milestone's, which has links, in ``<small>``).  A document stands in some twenty lists, so
its entry links the document alone, whose page links the rest, and says nothing twice:
``data-k`` is its family's first letter (:mod:`generator.pages.facts.kinds`) or "milestone",
no child has a class (``hubs.css`` knows them by their place), the date is ``<b>`` with a
day's number below the heading of its month (machines find it whole on the document's page),
and ``</li>`` is left to HTML's own rules.
"""

from __future__ import annotations

from collections.abc import Iterable
from functools import cache
from html import escape

from markupsafe import Markup

from generator.model import Edtf, Event, Milestone
from generator.pages.addresses import url
from generator.pages.attributes import value
from generator.pages.dress import View
from generator.pages.facts.entries import Entry, Year
from generator.pages.facts.kinds import family
from generator.pages.page import Site

_TITLED = frozenset({"establishment", "recognition", "severance", "resumption"})
"""Kinds of milestones that their titles name: "Diplomatic relations established"."""
_EVENTS = "\x00"
"""Stands in a made entry for the way to the folder "events/", which depends on the page."""


class Listing:
    """Makes entries for one page; get it by :func:`listing`."""

    def __init__(self, view: View, pair: str) -> None:
        self._made = _made(view.site, view.language)
        self._pair = pair
        self._way = url(view.path, "events/").removeprefix("./")

    def items(
        self, entries: Iterable[Entry], *, full: bool = False, anchored: bool | None = None
    ) -> Markup:
        """The entries as ``<li>``, one after another.

        ``full`` writes the year in their dates; without it they stand in their own place,
        below the heading of their month.  ``anchored`` gives milestones their anchors, as
        they have them in their own place.
        """
        item, anchors = self._made.item, not full if anchored is None else anchored
        pair = self._pair
        return Markup(self._placed("\n".join([item(e, full, anchors, pair) for e in entries])))

    def months(self, year: Year, level: int = 4) -> Markup:
        """A year's entries below headings of its months; ``level`` is the headings'."""
        made = self._made
        parts = []
        for month in year.months:
            anchor = "" if month.month is None else f' id="y{year.year}-{month.month:02}"'
            items = "\n".join(
                [made.item(entry, False, True, self._pair) for entry in month.entries]
            )
            parts.append(
                f"<section{anchor}><h{level}>{made.month(month.month)}</h{level}>"
                f"<ol>{items}</ol></section>"
            )
        return Markup(self._placed("\n".join(parts)))

    def date(self, when: Edtf | None) -> Markup:
        """The date of an entry as its first child, with the year; empty where it has none."""
        return Markup(_dated(self._made.view, when) if when else "<span></span>")

    def inner(self, entry: Entry) -> Markup:
        """What stands inside the full entry, for lists with more to say beside it."""
        item = self._made.item(entry, True, False, self._pair)
        return Markup(self._placed(item[item.index(">") + 1 :]))

    def _placed(self, made: str) -> str:
        return made.replace(_EVENTS, self._way)


class _Made:
    """The entries of one site in one language, with marks in their links."""

    def __init__(self, view: View) -> None:
        self.view = view
        # By identity: the site holds every entry for as long as this cache lives.
        self._items: dict[tuple[int, bool, bool], str] = {}
        self._stones: dict[tuple[int, bool], str] = {}
        self._rests: dict[int, str] = {}
        self._places: dict[str, str] = {}
        self._kinds: dict[str, str] = {}
        self._months: dict[int | None, str] = {}

    def item(self, entry: Entry, full: bool, anchored: bool, pair: str) -> str:
        """The whole entry, on the page of a relationship if ``pair`` is given."""
        key = id(entry), full, anchored
        made = self._items.get(key)
        if made is None:
            if not isinstance(entry, Event):
                return self._milestone(entry, full, anchored, pair)
            rest = self._rests.get(key[0])
            if rest is None:
                rest = self._rests[key[0]] = self._event(entry)
            date = self._date(entry.date, full)
            made = self._items[key] = f"<li data-k={family(entry.kind)[0]}>{date} {rest}"
        return made

    def month(self, month: int | None) -> str:
        """The heading of a month, or of the entries that are known by their year only."""
        made = self._months.get(month)
        if made is None:
            view = self.view
            name = view.t("shelf.no_month") if month is None else view.said.month(month)
            made = self._months[month] = escape(name)
        return made

    def _event(self, event: Event) -> str:
        language = "" if event.language == self.view.language else f" lang={value(event.language)}"
        facts = self._kinds.get(event.kind)
        if facts is None:
            facts = self._kinds[event.kind] = escape(self.view.said.kind(event.kind))
        if event.place:
            facts += f", {self._place(event.place)}"
        elif event.place_printed:
            facts += f", {escape(event.place_printed, quote=False)}"
        if event.multilateral and event.organisations:
            names = (self.view.name("organisation", id) for id in event.organisations)
            facts += f", {escape(', '.join(names), quote=False)}"
        address = value(_EVENTS + event.url.removeprefix("events/"))
        title = escape(event.title, quote=False)
        return f"<a href={address}{language}>{title}</a> {facts}"

    def _milestone(self, milestone: Milestone, full: bool, anchored: bool, pair: str) -> str:
        own = bool(pair) and pair == "-".join(sorted(milestone.parties))
        rest = self._stones.get((id(milestone), own))
        if rest is None:
            rest = self._stones[id(milestone), own] = self._stone(milestone, own)
        anchor = f' id="m-{escape(milestone.id)}"' if anchored else ""
        return f"<li data-k=milestone{anchor}>{self._date(milestone.date, full)} {rest}"

    def _stone(self, milestone: Milestone, own: bool) -> str:
        """``own`` on the page of its two parties, which need not be named there."""
        view = self.view
        facts = [] if own else [escape(self._parties(milestone))]
        if milestone.kind not in _TITLED:
            facts.append(escape(view.said.milestone_kind(milestone.kind)))
        if milestone.place:
            facts.append(self._place(milestone.place))
        source = view.source(milestone.sources or milestone.source)
        return (
            f"{view.title(milestone)} <small>{', '.join(filter(None, facts))}"
            f"{view.medium(milestone.confidence)} {source}</small>"
        )

    def _parties(self, milestone: Milestone) -> str:
        name = self.view.name
        if len(milestone.parties) == 2:
            return name("relationship", "-".join(sorted(milestone.parties)))
        if milestone.parties:
            return ", ".join(name("country", code) for code in milestone.parties)
        return name("organisation", milestone.organisation) if milestone.organisation else ""

    def _place(self, place: str) -> str:
        made = self._places.get(place)
        if made is None:
            # Without a link, of which thousands of entries would each have one more: the
            # document's page has it.
            made = self._places[place] = escape(self.view.name("place", place), quote=False)
        return made

    def _date(self, when: Edtf | None, full: bool) -> str:
        """The entry's first child."""
        if when is None:
            return f"<span>{escape(self.view.t('date.undated'))}</span>"
        if not full and when.precision == "month" and not when.uncertain:
            return "<span></span>"  # the heading says all that is known
        if full or when.precision != "day" or when.uncertain:
            return _dated(self.view, when)
        # Below the heading of its month, a day is its number.
        return f"<b>{when.lower.day}</b>"


def _dated(view: View, when: Edtf) -> str:
    words = escape(view.said.short_date(when))
    # A stretch of time, or a doubt, may need two lines.
    long = when.precision == "interval" or when.uncertain
    return f"<span>{words}</span>" if long else f"<b>{words}</b>"


@cache
def _made(site: Site, language: str) -> _Made:
    return _Made(View(site, "index.md", language))


def listing(view: View, pair: str = "") -> Listing:
    """The listing for this view's page; ``pair`` is the relationship whose page it is."""
    return Listing(view, pair)
