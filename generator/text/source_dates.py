"""Dates as sources print them, in Russian and English → EDTF and "HH:MM".

Read are whole strings ("19 августа 2022 года, 18:35", "August 19, 2022", "19.08.2022",
"13–14 марта 2025 года"), never dates inside sentences.  Between slashes Americans write
the month first and others the day: such a date is read where only one of the two is a day
of the calendar, or where the caller knows the order.  To teach a form, add its pattern to
:data:`_FORMS`.
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from contextlib import suppress
from dataclasses import dataclass
from datetime import date
from typing import Literal

Order = Literal["day-month", "month-day"]
"""What stands first in a date between slashes."""
_MONTHS = tuple(
    re.compile(name, re.IGNORECASE)
    for name in (
        r"январ[ья]|Jan(?:uary)?\.?",
        r"феврал[ья]|Feb(?:ruary)?\.?",
        r"марта?|Mar(?:ch)?\.?",
        r"апрел[ья]|Apr(?:il)?\.?",
        r"ма[йя]|May",
        r"июн[ья]|June?",
        r"июл[ья]|July?",
        r"августа?|Aug(?:ust)?\.?",
        r"сентябр[ья]|Sept?(?:ember)?\.?",
        r"октябр[ья]|Oct(?:ober)?\.?",
        r"ноябр[ья]|Nov(?:ember)?\.?",
        r"декабр[ья]|Dec(?:ember)?\.?",
    )
)
_MONTH = "(?:" + "|".join(month.pattern for month in _MONTHS) + ")"
_DAY_NAME = (
    r"(?:(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day|Mon|Tue|Wed|Thu|Fri|Sat|Sun|понедельник|"
    r"вторник|среда|четверг|пятница|суббота|воскресенье)"
)
_WEEKDAY = rf"(?:{_DAY_NAME},?\s+)?"
_TIME = (
    r"(?:[,;]?\s*(?:в\s+|at\s+|[-–—]\s*)?(?P<hour>[01]?\d|2[0-3])"
    r"(?:[:.](?P<minute>[0-5]\d)(?::[0-5]\d)?|(?=\s*[ap]\.?m))\s*(?P<half>[ap]\.?m\.?)?)?"
    rf"(?:,\s*{_DAY_NAME})?"
)
_YEAR = r"(?P<year>1[5-9]\d\d|20\d\d)(?:\s*(?:года|год|г\.?))?"
_DASH = r"\s*[-–—]\s*"

_FORMS = tuple(
    re.compile(_WEEKDAY + form + _TIME, re.IGNORECASE)
    for form in (
        r"(?P<year>\d{4})-(?P<m>\d\d)-(?P<day>\d\d)(?:T)?",
        r"(?P<day>\d{1,2})\.(?P<m>\d{1,2})\.(?P<year>\d{4})",
        r"(?P<first>\d{1,2})/(?P<second>\d{1,2})/(?P<year>\d{4})",
        rf"(?P<day>\d{{1,2}})(?:st|nd|rd|th)?(?:{_DASH}(?P<last>\d{{1,2}})(?:st|nd|rd|th)?)?"
        rf"\s+(?:of\s+)?(?P<month>{_MONTH}),?\s+{_YEAR}",
        rf"(?P<month>{_MONTH})\s+(?P<day>\d{{1,2}})(?:st|nd|rd|th)?"
        rf"(?:{_DASH}(?P<last>\d{{1,2}})(?:st|nd|rd|th)?)?,?\s+{_YEAR}",
        rf"(?P<day>\d{{1,2}})\s+(?P<month>{_MONTH}){_DASH}(?P<last>\d{{1,2}})\s+"
        rf"(?P<last_month>{_MONTH})\s+{_YEAR}",
        rf"(?P<month>{_MONTH})\s+(?P<day>\d{{1,2}}){_DASH}(?P<last_month>{_MONTH})\s+"
        rf"(?P<last>\d{{1,2}}),?\s+{_YEAR}",
        rf"(?P<month>{_MONTH}),?\s+{_YEAR}",
    )
)

_CLOCK = re.compile(r"([01]?\d|2[0-3]):([0-5]\d)(?::[0-5]\d)?")


@dataclass(frozen=True, slots=True)
class Stamp:
    """A printed date: ``date`` is EDTF, ``time`` "HH:MM" or None."""

    date: str
    time: str | None = None


def read(text: str, order: Order | None = None) -> Stamp | None:
    """The date that ``text`` is, or None if it is none.

    A day that no calendar has ("31 июня 2022 года") is none either, nor is a date between
    slashes that may be two days, unless its ``order`` is known.
    """
    parts = _parts(text)
    if parts is None:
        return None
    if "first" in parts:
        days = _days(parts)
        found = {days.get(order)} if order else set(days.values())
        day = found.pop() if len(found) == 1 else None
        return Stamp(day, _time(parts)) if day else None
    try:
        return Stamp(_edtf(parts), _time(parts))
    except ValueError:
        return None


def order_of(text: str) -> Order | None:
    """The order of a date between slashes, where only one order makes it a day."""
    days = _days(_parts(text))
    return next(iter(days)) if len(days) == 1 else None


def ambiguous(text: str) -> tuple[str, str] | None:
    """The two days that a date between slashes may be, or None where it is one or none."""
    days = tuple(_days(_parts(text)).values())
    return (days[0], days[1]) if len(set(days)) == 2 else None


def _parts(text: str) -> dict[str, str | None] | None:
    text = " ".join(text.split()).rstrip(" .,;")
    if len(text) > 80:
        return None
    match = next((found for form in _FORMS if (found := form.fullmatch(text))), None)
    return None if match is None else match.groupdict()


def _days(parts: Mapping[str, str | None] | None) -> dict[Order, str]:
    """The days that a date between slashes is, by their order."""
    found: dict[Order, str] = {}
    if parts is None or "first" not in parts:
        return found
    first, second, year = (int(parts[name] or 0) for name in ("first", "second", "year"))
    orders: tuple[tuple[Order, int, int], ...] = (
        ("day-month", first, second),
        ("month-day", second, first),
    )
    for order, day, month in orders:
        with suppress(ValueError):
            found[order] = date(year, month, day).isoformat()
    return found


def _edtf(parts: dict[str, str | None]) -> str:
    year = int(parts["year"] or 0)
    month = int(parts["m"] or 0) if "m" in parts else _month(parts["month"] or "")
    if parts.get("day") is None:
        return f"{year:04d}-{month:02d}"
    first = date(year, month, int(parts["day"] or 0))
    if parts.get("last") is None:
        return first.isoformat()
    last_month = _month(parts["last_month"] or "") if "last_month" in parts else month
    last = date(year, last_month, int(parts["last"] or 0))
    if last < first:
        raise ValueError(f"{last} is before {first}")
    return f"{first}/{last}"


def _month(name: str) -> int:
    return next(number for number, form in enumerate(_MONTHS, 1) if form.fullmatch(name))


def _time(parts: dict[str, str | None]) -> str | None:
    if parts["hour"] is None:
        return None
    hour = int(parts["hour"])
    half = (parts["half"] or "")[:1].lower()
    if half:
        hour = hour % 12 + (12 if half == "p" else 0)
    return f"{hour:02d}:{parts['minute'] or '00'}"


def read_time(text: str) -> str | None:
    """A time of day alone ("9:05", "18:35:00") as "HH:MM", or None."""
    match = _CLOCK.fullmatch(text.strip())
    return f"{int(match[1]):02d}:{match[2]}" if match else None
