"""When a document was published, and when it last changed, as moments with a zone.

Feeds and data want a moment where a source may have printed a date, a date with a time, or
nothing; what is not known is never made more exact than it is.
"""

from __future__ import annotations

from datetime import UTC, date, datetime, time, tzinfo
from functools import lru_cache
from zoneinfo import ZoneInfo, ZoneInfoNotFoundError

from generator.model import Event
from generator.model.publishers import PUBLISHERS


def published(event: Event) -> datetime | None:
    """When the source published the document: as it says, else the day (and time) of the event.

    None for a document without a date; a month or a year stands for its first day.
    """
    said = _printed(event.published, _zone(zone_of(event)))
    if said or event.date is None:
        return said
    day = event.date.lower
    if day == date.min:
        return None
    hour, _, minute = (event.time or "0:0").partition(":")
    return datetime.combine(day, time(int(hour), int(minute[:2])), _zone(event.zone))


def updated(event: Event) -> datetime | None:
    """The latest of: published, updated by the source, first read by this chronicle."""
    latest = published(event)
    said = _printed(event.updated, _zone(zone_of(event))), _printed(event.source.first_seen, UTC)
    for moment in said:
        if moment and (latest is None or moment > latest):
            latest = moment
    return latest


def stamp(moment: datetime) -> str:
    """The moment as RFC 3339 has it: "2022-08-19T18:35:00+03:00", "…Z" for UTC."""
    return moment.isoformat(timespec="seconds").replace("+00:00", "Z")


def _printed(text: str | None, zone: tzinfo) -> datetime | None:
    """The moment that a source printed, in ``zone`` where it printed none."""
    if not text:
        return None
    try:
        moment = datetime.fromisoformat(text)
    except ValueError:
        return None  # as printed, in words
    return moment if moment.tzinfo else moment.replace(tzinfo=zone)


def zone_of(event: Event) -> str | None:
    """The IANA name of the zone of times without one: the event's, else its publisher's."""
    publisher = PUBLISHERS.get(event.source.publisher)
    return event.zone or (publisher.zone if publisher else None)


@lru_cache(maxsize=256)
def _zone(name: str | None) -> tzinfo:
    try:
        return ZoneInfo(name) if name else UTC
    except (ZoneInfoNotFoundError, ValueError):
        return UTC
