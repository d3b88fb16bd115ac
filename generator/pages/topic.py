"""A topic: every document, whose relationships and people it concerns."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from generator.pages import pictures
from generator.pages.facts.works import works
from generator.pages.hub import at, hub
from generator.pages.listing import listing
from generator.pages.page import Page, Site
from generator.pages.parts.shelves import counted, pairs_of, shelf_for
from generator.pages.shelf import year_pages

KIND = "topic"
PAIRS, PEOPLE = 30, 20
"""Relationships and people shown at most."""


def build(site: Site) -> Iterable[Page]:
    """A page for each topic that has a document."""
    for topic in sorted(at(site, "topics").subjects.ids["topic"]):
        if site.wants(KIND, topic):
            yield from _page(site, topic)


def _page(site: Site, topic: str) -> Iterator[Page]:
    view = at(site, KIND, topic)
    events = works(site).of_topic.get(topic, ())
    title = view.name("topic", topic)
    shelved = shelf_for(view, KIND, topic, events)
    yield hub(
        view,
        kind=KIND,
        id=topic,
        title=title,
        template="topic",
        description=view.t("topic_page.description", title=title, count=len(events)),
        topic=topic,
        events=events,
        shelf=shelved,
        pairs=counted(pairs_of(events))[:PAIRS],
        people=counted(person for event in events for person in event.people)[:PEOPLE],
        per_year=pictures.per_year(view, shelved, events),
        list=listing(view),
    )
    yield from year_pages(site, KIND, topic, title, shelved)
