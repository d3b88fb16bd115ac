"""Dates of known or partial precision, in the Extended Date/Time Format (EDTF).

The Library of Congress keeps the format: https://www.loc.gov/standards/datetime/.  Read
here: a day, a month, a year, each with ``?``, ``~`` or ``%`` behind it, and intervals of
those with ``/`` (an end may be ``..``, open, or empty, unknown).
"""

from __future__ import annotations

import calendar
import re
from dataclasses import dataclass
from datetime import date
from functools import lru_cache

_SIMPLE = re.compile(r"(\d{4})(?:-(\d{2})(?:-(\d{2}))?)?([?~%]?)")


@dataclass(frozen=True, slots=True, order=True)
class Edtf:
    """A date or an interval; orders by its first possible day, then by its last.

    ``lower`` and ``upper`` are the first and the last day that it may mean; ``text`` is
    the EDTF as written; ``precision`` is day, month, year or interval; ``uncertain`` is
    true for ``?``, ``~`` and ``%``.
    """

    lower: date
    upper: date
    text: str
    precision: str
    uncertain: bool = False

    @classmethod
    def parse(cls, text: str) -> Edtf:
        """Read EDTF text.

        Raises:
            ValueError: the text is no date of the kinds named in the module's docstring.
        """
        return _parse(text)

    @classmethod
    def of(cls, day: date) -> Edtf:
        """A known day."""
        return cls(day, day, day.isoformat(), "day")

    @property
    def year(self) -> int:
        """The year of the first possible day."""
        return self.lower.year

    @property
    def day(self) -> date | None:
        """The day itself, or None where the date is less precise than a day."""
        return self.lower if self.precision == "day" else None

    def __str__(self) -> str:
        return self.text


@lru_cache(maxsize=65536)
def _parse(text: str) -> Edtf:
    if "/" in text:
        begin, end = text.split("/", 1)
        lower = date.min if begin in ("", "..") else _parse(begin).lower
        upper = date.max if end in ("", "..") else _parse(end).upper
        if upper < lower:
            raise ValueError(f"{text!r} ends before it begins")
        uncertain = any(mark in text for mark in "?~%")
        return Edtf(lower, upper, text, "interval", uncertain)
    match = _SIMPLE.fullmatch(text)
    if match is None:
        raise ValueError(f"{text!r} is not a date like 2022-08-19, 2022-08 or 2022")
    year, month, day = int(match[1]), match[2], match[3]
    uncertain = bool(match[4])
    if day:
        known = date(year, int(month), int(day))
        return Edtf(known, known, text, "day", uncertain)
    if month:
        begins = date(year, int(month), 1)
        ends = begins.replace(day=calendar.monthrange(year, int(month))[1])
        return Edtf(begins, ends, text, "month", uncertain)
    return Edtf(date(year, 1, 1), date(year, 12, 31), text, "year", uncertain)
