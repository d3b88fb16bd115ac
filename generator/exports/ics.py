"""Calendars of anniversaries in iCalendar (RFC 5545): whole days, nothing at random.

The format is written here: a whole day needs eight lines, for which the icalendar package
takes four times as long; the tests read them with it.  Each anniversary is an event of its
own, since a rule that recurs could not say how many years it has been.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import date
from uuid import UUID, uuid5

FILE = "anniversaries.ics"
TYPE = "text/calendar"
_DAYS = UUID("b1f0a7de-3b64-5f0f-8a35-0a4b6a1c7e42")
_OCTETS = 75
"""The longest line; a longer one goes on behind a line end and a space."""


@dataclass(frozen=True, kw_only=True, slots=True)
class Day:
    """A whole day: ``id`` is the same in every build, ``url`` a page about it or ""."""

    id: str
    day: date
    title: str
    about: str = ""
    url: str = ""


def calendar(days: Iterable[Day], *, name: str, language: str, made: date) -> str:
    """The calendar; ``made`` is the day that its entries are stamped with."""
    lines = [
        "BEGIN:VCALENDAR",
        "VERSION:2.0",
        f"PRODID:-//Diplomatic Chronicle//{language.upper()}",
        "CALSCALE:GREGORIAN",
        "METHOD:PUBLISH",
        f"X-WR-CALNAME:{_text(name)}",
    ]
    for day in days:
        lines += _event(day, language, made)
    return "".join(map(_folded, [*lines, "END:VCALENDAR"]))


def _event(day: Day, language: str, made: date) -> Iterator[str]:
    yield "BEGIN:VEVENT"
    yield f"UID:{uuid5(_DAYS, day.id)}"
    yield f"DTSTAMP:{made:%Y%m%d}T000000Z"
    yield f"DTSTART;VALUE=DATE:{day.day:%Y%m%d}"
    yield f"SUMMARY;LANGUAGE={language}:{_text(day.title)}"
    if day.about:
        yield f"DESCRIPTION;LANGUAGE={language}:{_text(day.about)}"
    if day.url:
        yield f"URL:{day.url}"
    yield "TRANSP:TRANSPARENT"
    yield "END:VEVENT"


def _text(words: str) -> str:
    for sign in "\\;,":
        words = words.replace(sign, f"\\{sign}")
    return words.replace("\r\n", "\n").replace("\n", "\\n")


def _folded(line: str) -> str:
    """The line with its end, cut between characters where it is too long."""
    if len(line) * 2 <= _OCTETS:
        return f"{line}\r\n"
    parts, part, octets = [], "", 0
    for character in line:
        size = len(character.encode())
        if octets + size > _OCTETS:
            parts.append(part)
            part, octets = "", 1  # the space in front
        part += character
        octets += size
    return "\r\n ".join([*parts, part]) + "\r\n"
