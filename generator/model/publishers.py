"""Who publishes transcripts: names, licence, main language, time zone.

To add a publisher, add an entry to :data:`PUBLISHERS`, with the page that states its
licence.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass


@dataclass(frozen=True, kw_only=True, slots=True)
class Publisher:
    """A publisher of documents.

    ``language`` is the main language: a document in it has the bare id as its address,
    any other language adds its code ("kremlin-69182.en").  ``zone`` is the zone of the
    times it prints.  ``country`` is the ISO code of the one whose officials it records:
    that country takes part in all that it publishes.  ``terms`` is the page that states
    the licence.
    """

    key: str
    names: Mapping[str, str]
    url: str
    language: str
    zone: str
    country: str
    licence: str
    attribution: str
    terms: str


PUBLISHERS: Mapping[str, Publisher] = {
    "kremlin": Publisher(
        key="kremlin",
        names={"ru": "Президент России (kremlin.ru)", "en": "President of Russia (kremlin.ru)"},
        url="http://kremlin.ru/",
        language="ru",
        zone="Europe/Moscow",
        country="RU",
        licence="CC-BY-4.0",
        attribution="Kremlin.ru",
        terms="http://kremlin.ru/about/copyrights",
    ),
    "frus": Publisher(
        key="frus",
        names={
            "ru": "Государственный департамент США, Управление историка",
            "en": "US Department of State, Office of the Historian",
        },
        url="https://history.state.gov/",
        language="en",
        zone="America/New_York",
        country="US",
        licence="CC0-1.0",
        attribution="Office of the Historian, Foreign Service Institute, US Department of State",
        terms="https://history.state.gov/about/copyright",
    ),
}
MAIN = "ru"
"""The main language of a publisher that is not known."""


def home_of(publisher: str) -> str | None:
    """The country whose officials a publisher records, or None where that is not known."""
    known = PUBLISHERS.get(publisher)
    return known.country if known else None


def document_key(identifier: str, language: str, publisher: str) -> str:
    """The address of one language version: ``kremlin-69182``, ``kremlin-69182.en``.

    A publisher that is not known here is taken to publish in :data:`MAIN` first, so that
    two languages of a document never share an address.
    """
    known = PUBLISHERS.get(publisher)
    if language == (known.language if known else MAIN):
        return identifier
    return f"{identifier}.{language}"
