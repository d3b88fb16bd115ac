"""Feeds of the latest documents in Atom (RFC 4287).

An entry's id is made from the document's key alone, so it stays the same wherever the site
stands.  Titles and leads are the source's own words.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date, datetime
from html import escape
from operator import itemgetter
from uuid import UUID, uuid5

from generator.exports import moments
from generator.model import Event

FILE = "feed.xml"
TYPE = "application/atom+xml"
LATEST = 40
"""Documents that a feed holds."""
_DOCUMENTS = UUID("5c0c0c9e-6f0e-5d8e-9a53-8e9f3c0f2b11")
_FEEDS = UUID("0d6c9a0e-1f2b-5b52-b6a4-2f0c5b7c9d21")


@dataclass(frozen=True, kw_only=True, slots=True)
class Entry:
    """One document in a feed; ``address`` is its page's, ``publisher`` and ``kind`` are named."""

    event: Event
    address: str
    publisher: str
    kind: str
    licence: str = ""


def newest(events: Iterable[Event]) -> tuple[Event, ...]:
    """The documents, those that changed last first; those without any date are left out."""
    # Of documents that came on one day the younger ones; the key makes the order sure.
    dated = [
        (moment, event.date.lower if event.date else date.min, event.key, event)
        for event in events
        if (moment := moments.updated(event))
    ]
    dated.sort(key=itemgetter(0, 1, 2), reverse=True)
    return tuple(event for *_, event in dated)


def feed(
    entries: Sequence[Entry],
    *,
    title: str,
    subtitle: str,
    language: str,
    page: str,
    root: str,
    path: str,
    built: datetime,
) -> str:
    """The feed as XML.

    ``page`` is the address of the page that the feed belongs to, ``path`` the feed's own
    path below the site, ``root`` the site's address or "" where that is not known: then
    addresses are relative to the feed.  ``built`` dates a feed that has no entries yet.
    """
    changed = max((moments.updated(entry.event) or built for entry in entries), default=built)
    own = f"{root}/{path}" if root else ""
    lines = [
        '<?xml version="1.0" encoding="utf-8"?>',
        f'<feed xmlns="http://www.w3.org/2005/Atom" xml:lang={_attribute(language)}>',
        f"<id>{escape(own, quote=False) or uuid5(_FEEDS, path).urn}</id>",
        f"<title>{escape(title, quote=False)}</title>",
        f"<subtitle>{escape(subtitle, quote=False)}</subtitle>",
        f"<updated>{moments.stamp(changed)}</updated>",
        f'<link rel="alternate" type="text/html" href={_attribute(page)}/>',
    ]
    if own:
        lines.append(f'<link rel="self" type="{TYPE}" href={_attribute(own)}/>')
    lines += [_entry(entry, language, built) for entry in entries]
    return "\n".join([*lines, "</feed>", ""])


def _entry(entry: Entry, language: str, built: datetime) -> str:
    event = entry.event
    lang = "" if event.language == language else f" xml:lang={_attribute(event.language)}"
    lines = [
        f"<entry{lang}>",
        f"<id>{uuid5(_DOCUMENTS, event.key).urn}</id>",
        f"<title>{_text(event.title)}</title>",
        f"<link href={_attribute(entry.address)}/>",
        f"<updated>{moments.stamp(moments.updated(event) or built)}</updated>",
    ]
    if moment := moments.published(event):
        lines.append(f"<published>{moments.stamp(moment)}</published>")
    lines.append(f"<author><name>{_text(entry.publisher)}</name></author>")
    if event.source.url:
        lines.append(f'<link rel="via" href={_attribute(event.source.url)}/>')
    lines.append(f"<category term={_attribute(event.kind)} label={_attribute(entry.kind)}/>")
    if entry.licence:
        lines.append(f"<rights>{_text(entry.licence)}</rights>")
    if event.lead:
        lines.append(f"<summary>{_text(event.lead)}</summary>")
    return "\n".join([*lines, "</entry>"])


def _text(words: str) -> str:
    """Words for XML, without the control characters that it forbids."""
    return escape("".join(c for c in words if c >= " " or c in "\t\n\r"), quote=False)


def _attribute(text: str) -> str:
    """An attribute's value with its quotes."""
    return f'"{escape(text)}"'
