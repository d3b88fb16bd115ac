"""Days in words by CLDR's patterns, each part of a pattern asked for once.

Babel works out every part anew for every date; an archive writes tens of thousands of
dates, of few months, weekdays and years.  The words are Babel's.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping
from datetime import date
from functools import cache
from typing import Literal

from babel import Locale
from babel.dates import DateTimeFormat, get_date_format, parse_pattern

_FIELD = re.compile(r"%\((\w+)\)s")
_DEPENDS: Mapping[str, Callable[[date], int]] = {
    "y": lambda day: day.year,
    "M": lambda day: day.month,
    "L": lambda day: day.month,
    "d": lambda day: day.day,
    "E": date.weekday,
    "c": date.weekday,
}
"""What a field of a pattern depends on, by its letter."""


def in_words(day: date, pattern: str, locale: str) -> str:
    """A day by a CLDR pattern ("d MMMM y"), as :func:`babel.dates.format_date` writes it."""
    text, fields = _parsed(pattern)
    return text % {field: _part(field, depends(day), locale, day) for field, depends in fields}


@cache
def named(format: Literal["full", "long"], locale: str) -> str:
    """The pattern of a format of CLDR's: "full" or "long"."""
    return str(get_date_format(format, Locale.parse(locale)).pattern)


@cache
def of_skeleton(skeleton: str, locale: str) -> str:
    """The pattern for a skeleton, which says what a date is to name: "yMMMd"."""
    return str(Locale.parse(locale).datetime_skeletons[skeleton].pattern)


@cache
def _parsed(pattern: str) -> tuple[str, tuple[tuple[str, Callable[[date], int]], ...]]:
    text = str(parse_pattern(pattern).format)
    fields: list[str] = _FIELD.findall(text)
    # A field that depends on something else is asked for anew each day.
    return text, tuple([(field, _DEPENDS.get(field[0], date.toordinal)) for field in fields])


_parts: dict[tuple[str, int, str], str] = {}


def _part(field: str, value: int, locale: str, day: date) -> str:
    """One part of a day in words; ``value`` is all that it depends on."""
    key = field, value, locale
    part = _parts.get(key)
    if part is None:
        part = _parts[key] = str(DateTimeFormat(day, Locale.parse(locale))[field])
    return part
