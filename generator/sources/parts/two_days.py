"""Dates above a text that may be two days: they are asked about, not guessed."""

from __future__ import annotations

import re
from collections.abc import Iterable
from itertools import islice

from generator.sources.parts.problems import source_error
from generator.sources.reader import RawDocument
from generator.text import source_dates

_NAME = re.compile(r"(?:Date|Дата)\s*:\s+")
_HEAD_LINES = 14


def refuse_two_days(raw: RawDocument, lines: Iterable[tuple[int, str]]) -> None:
    """Refuse a text whose first date stands between slashes and may be two days.

    ``lines`` are the text's with their numbers; only those that may be its head are looked at.

    Raises:
        SourceError: the line, and both days.
    """
    for number, line in islice(lines, _HEAD_LINES):
        printed = _NAME.sub("", line.strip(), count=1)
        if source_dates.read(printed):
            return
        days = source_dates.ambiguous(printed)
        if days is not None:
            what = f"the date {printed!r} may be {days[0]} or {days[1]}"
            raise source_error(raw, what, "write it as one of them", number)
