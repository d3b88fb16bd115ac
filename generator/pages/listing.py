"""Entries of lists as HTML, made once for every depth of page and used many times.

A document stands in the lists of its year, its relationship, its people, its place …: its
entry differs only in the way back to the root, so it is kept for each.
"""

from __future__ import annotations

from functools import cache
from html import escape

from markupsafe import Markup

from generator.model import Edtf, Event, Milestone
from generator.pages.addresses import address
from generator.pages.dress import View
from generator.pages.facts.entries import Entry
from generator.pages.page import Site


class Listing:
    """Makes entries for pages of one depth in one language; get it by :func:`listing`."""

    def __init__(self, view: View) -> None:
        self.view = view
        self._made: dict[tuple[str, bool], Markup] = {}

    def item(self, entry: Entry, *, full: bool = False) -> Markup:
        """The entry as ``<li>``.

        ``full`` writes the year in its date; without it the entry stands in its own
        place, below the heading of its month, and a milestone has its anchor there.
        """
        key = (entry.key if isinstance(entry, Event) else f"m:{entry.id}", full)
        made = self._made.get(key)
        if made is None:
            html = (
                self._event(entry, full)
                if isinstance(entry, Event)
                else self._milestone(entry, full)
            )
            made = self._made[key] = Markup(html)
        return made

    def inner(self, entry: Entry) -> Markup:
        """What stands inside the full entry, for lists with more to say beside it."""
        item = self.item(entry, full=True)
        return Markup(item[item.index(">") + 1 : -len("</li>")])

    def _event(self, event: Event, full: bool) -> str:
        view = self.view
        facts = [f'<span class="dc-kind">{escape(view.said.kind(event.kind))}</span>']
        if event.place:
            facts.append(view.link("place", event.place))
        elif event.place_printed:
            facts.append(escape(event.place_printed))
        if event.multilateral and event.organisations:
            facts.append(view.links("organisation", event.organisations))
        return (
            f'<li class="dc-item" data-kind="{escape(event.kind)}">'
            f'<span class="dc-item__date">{self._date(event.date, full)}</span>'
            f'<span class="dc-item__title">{view.event_link(event)}</span>'
            f'<span class="dc-item__facts">{", ".join(facts)}</span></li>'
        )

    def _milestone(self, milestone: Milestone, full: bool) -> str:
        view = self.view
        place = f", {view.link('place', milestone.place)}" if milestone.place else ""
        source = view.source(milestone.sources or milestone.source)
        anchor = "" if full else f' id="m-{escape(milestone.id)}"'
        return (
            f'<li class="dc-item dc-item--milestone" data-kind="milestone"{anchor}>'
            f'<span class="dc-item__date">{self._date(milestone.date, full)}</span>'
            f'<span class="dc-item__title">{escape(view.name("milestone", milestone.id))}</span>'
            f'<span class="dc-item__facts"><span class="dc-kind">'
            f"{escape(view.said.milestone_kind(milestone.kind))}</span>{place}"
            f"{view.medium(milestone.confidence)} {source}</span></li>"
        )

    def _date(self, when: Edtf | None, full: bool) -> str:
        if when is None:
            return escape(self.view.t("date.undated"))
        if full or when.precision != "day" or when.uncertain:
            return self.view.date(when, short=True)
        # Below the heading of its month, a day is its number.
        return f'<time datetime="{when.text}">{when.lower.day}</time>'


@cache
def _listing(site: Site, language: str, depth: int) -> Listing:
    # Any page of this depth serves: its links go back to the root by as many steps.
    path = "/".join(["x"] * depth) + ".md" if depth else "index.md"
    return Listing(View(site, path, language))


def listing(view: View) -> Listing:
    """The listing for pages as deep as this view's."""
    return _listing(view.site, view.language, address(view.path).count("/"))
