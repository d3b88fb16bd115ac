"""All topics, with how many documents each has."""

from __future__ import annotations

from collections.abc import Iterable

from generator.pages.facts.works import works
from generator.pages.hub import at, hub
from generator.pages.page import Page, Site
from generator.pages.parts.directory import letters

KIND = "topics"


def build(site: Site) -> Iterable[Page]:
    """The page of all topics; none where no document has one."""
    view = at(site, KIND)
    of_topic = works(site).of_topic
    if not of_topic:
        return
    said = view.t("index.topics", count=len(of_topic))
    rows = [(topic, view.name("topic", topic), len(events)) for topic, events in of_topic.items()]
    yield hub(
        view,
        kind=KIND,
        title=view.t("nav.topics"),
        template="index_list",
        description=said,
        subject="topic",
        kicker=said,
        groups=letters(rows),
    )
