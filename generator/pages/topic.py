"""A topic: every document, whose relationships and people it concerns."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator

from generator.pages import pictures
from generator.pages.facts.entries import in_order
from generator.pages.facts.works import works
from generator.pages.hub import at, hub, shelf, year_pages
from generator.pages.listing import listing
from generator.pages.page import Page, Site

KIND = "topic"


def build(site: Site) -> Iterable[Page]:
    """A page for each topic that has a document."""
    for topic in sorted(at(site, "topics").subjects.ids["topic"]):
        if site.wants(KIND, topic):
            yield from _page(site, topic)


def _page(site: Site, topic: str) -> Iterator[Page]:
    view = at(site, KIND, topic)
    events = works(site).of_topic.get(topic, ())
    title = view.name("topic", topic)
    shelved = shelf(
        in_order(events, ()),
        lambda year: view.url(KIND, f"{topic}/{year}"),
        undated=(event for event in events if not event.date),
    )
    pairs = Counter(pair for event in events if not event.multilateral for pair in event.pairs)
    people = Counter(person for event in events for person in event.people)
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
        pairs=sorted(pairs.items(), key=lambda item: (-item[1], item[0]))[:30],
        people=sorted(people.items(), key=lambda item: (-item[1], item[0]))[:20],
        per_year=pictures.per_year(view, shelved, events),
        list=listing(view),
    )
    yield from year_pages(site, KIND, topic, title, shelved)
