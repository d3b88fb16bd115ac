"""What the pages of all events of one language share: links made once, neighbours."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping
from functools import cache, cached_property
from html import escape

from generator.model import Event, Relationship
from generator.pages.addresses import path_of, url
from generator.pages.attributes import value
from generator.pages.dress import View
from generator.pages.facts.breaks import Break, breaks
from generator.pages.page import Site

_ANY = "events/0000/any.md"
"""Every event page stands as deep as this one, so they share their links."""


class Desk:
    """Links and neighbours for event pages; make it through :func:`desk`."""

    def __init__(self, site: Site, language: str) -> None:
        self.site = site
        self.view = View(site, _ANY, language)
        self.said = self.view.said
        self.registry = site.chronicle.registry
        self._links: dict[tuple[str, str], str] = {}
        self._named: dict[tuple[str, str], str] = {}
        self._founded: dict[str, str] = {}
        self.breaks = breaks(self.registry)
        self._dated: dict[tuple[str, str], str] = {}
        self._order: dict[str, Mapping[str, int]] = {}
        self._series: dict[str, tuple[Event, ...]] = {}

    def href(self, kind: str, id: str) -> str:
        """The address of an entry's page from an event page, ready after ``href=``; "" if none."""
        key = (kind, id)
        found = self._links.get(key)
        if found is None:
            address = self._href(kind, id)
            found = self._links[key] = value(address) if address else ""
        return found

    def _href(self, kind: str, id: str) -> str:
        if kind == "milestone":
            return self._milestone(id)
        return self.view.url(kind, id) if self.view.subjects.has_page(kind, id) else ""

    def _milestone(self, id: str) -> str:
        """A milestone stands on its relationship's page, else on its year's."""
        milestone = self.registry.milestones.get(id)
        if milestone is None:
            return ""
        pairs = milestone.pairs
        if len(pairs) == 1 and self.view.subjects.has_page("relationship", pairs[0]):
            return self.view.url("relationship", pairs[0], f"m-{id}")
        return self.view.url("year", str(milestone.date.year), f"m-{id}")

    def link(self, kind: str, id: str) -> str:
        """An entry's name as a link, or plain where it has no page."""
        key = (kind, id)
        made = self._named.get(key)
        if made is None:
            words, href = escape(self.view.name(kind, id)), self.href(kind, id)
            made = self._named[key] = f"<a href={href}>{words}</a>" if href else words
        return made

    def links(self, kind: str, ids: Iterable[str]) -> str:
        """Several entries, with commas."""
        return ", ".join(self.link(kind, id) for id in ids)

    def founded(self, pair: str, relationship: Relationship) -> str:
        """How sure the beginning of a relationship is, and by which sources."""
        made = self._founded.get(pair)
        if made is None:
            medium = self.view.medium(relationship.confidence)
            made = f"{medium} {self.view.source(relationship.sources[:2])}"
            self._founded[pair] = made
        return made

    def stated(self, broken: Break) -> str:
        """How sure a break of relations is, and by which sources."""
        return f"{self.view.medium(broken.confidence)} {self.view.source(broken.sources)}"

    # Neighbours ---------------------------------------------------------------------------

    def neighbours(self, event: Event, pair: str) -> tuple[Event | None, Event | None]:
        """The documents before and after this one in a relationship, each document once."""
        series = self._series.get(pair)
        if series is None:
            series = self._once(self.site.chronicle.of_relationship.get(pair, ()))
            self._series[pair] = series
            self._order[pair] = {event.id: place for place, event in enumerate(series)}
        place = self._order[pair].get(event.id)
        if place is None:
            return None, None
        before = series[place - 1] if place else None
        return before, series[place + 1] if place + 1 < len(series) else None

    def of_visit(self, event: Event) -> tuple[Event, ...]:
        """The other documents of the event's visit, in order."""
        visit = self._visits.get(event.visit or "", ())
        return tuple(other for other in visit if other.id != event.id)

    @cached_property
    def _visits(self) -> Mapping[str, tuple[Event, ...]]:
        visits: dict[str, list[Event]] = defaultdict(list)
        for event in self.site.chronicle.events:
            if event.visit:
                visits[event.visit].append(event)
        return {visit: self._once(events) for visit, events in visits.items()}

    def _once(self, events: Iterable[Event]) -> tuple[Event, ...]:
        """Of a document's language versions the one in the page's language, else the first."""
        chosen: dict[str, Event] = {}
        for event in events:
            if event.id not in chosen or event.language == self.view.language:
                chosen[event.id] = event
        return tuple(chosen.values())

    def others(self, event: Event) -> tuple[Event, ...]:
        """The document's other language versions."""
        versions = self.site.chronicle.versions.get(event.id, ())
        return tuple(other for other in versions if other.key != event.key)

    def event_link(self, event: Event) -> str:
        """A document's title as a link, in its own language."""
        language = f" lang={value(event.language)}" if event.language != self.view.language else ""
        address, title = value(self.view.event_url(event)), escape(event.title, quote=False)
        return f"<a href={address}{language}>{title}</a>"

    def dated_link(self, event: Event) -> str:
        """The same with its date before it; a document is the neighbour of several."""
        made = self._dated.get((event.id, event.language))
        if made is None:
            made = self.event_link(event)
            if event.date:
                made = f"<small>{escape(self.said.short_date(event.date))}</small> {made}"
            self._dated[event.id, event.language] = made
        return made

    @cached_property
    def licence_page(self) -> str:
        """The address of the page about licences from an event page."""
        return url(_ANY, path_of("licence", "", self.view.prefix))


@cache
def _desk(site: Site, language: str) -> Desk:
    return Desk(site, language)


def desk(site: Site, event: Event) -> Desk:
    """The desk for an event: in its document's language if the site speaks it."""
    return _desk(site, event.language if event.language in site.languages else site.language)
