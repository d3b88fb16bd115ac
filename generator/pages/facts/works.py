"""Each document once, in the reader's language where it has a version in it.

Counts and lists speak of documents, not of their translations.
"""

from __future__ import annotations

from functools import cache

from generator.chronicle import Chronicle
from generator.model import Event
from generator.model.publishers import PUBLISHERS
from generator.pages.page import Site


@cache
def works(site: Site) -> Chronicle:
    """The chronicle with one version of each document."""

    def preferred(versions: tuple[Event, ...]) -> Event:
        def rank(event: Event) -> tuple[bool, bool, str]:
            publisher = PUBLISHERS.get(event.source.publisher)
            main = publisher is not None and publisher.language == event.language
            return event.language != site.language, not main, event.language

        return min(versions, key=rank)

    whole = site.chronicle
    if len(whole.versions) == len(whole.documents):
        return whole  # with every index that it has made already
    return Chronicle(whole.registry, tuple(preferred(group) for group in whole.versions.values()))
