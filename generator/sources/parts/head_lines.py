"""Lines above a document's words that say by their form what they are.

Dates, addresses, licences, named fields ("Date: …") and datelines ("Vienna, June 3,
1961").
"""

from __future__ import annotations

import re

from generator.text import source_dates

_ADDRESS = re.compile(r"(?:https?://|www\.)\S+|(?:[\w-]+\.)*kremlin\.ru/\S+")
LICENCE = re.compile(
    r"(?:Все\sматериалы\sсайта\sдоступны\sпо\sлицензии\s*:?\s*)?"
    r"(?:Creative\sCommons\sAttribution\s4\.0\sInternational)?|"
    r"All\s(?:site\s)?(?:content|materials).{0,40}licen[cs]ed?\sunder.*",
    re.IGNORECASE,
)
FIELD = re.compile(
    r"(?P<name>Title|Date|Time|Place|Location|Venue|URL|Source|Link|Заголовок|Название|Дата|Время|"
    r"Место|Источник|Ссылка|Адрес)\s*:\s+(?P<value>\S.*)"
)
FIELDS = {
    "title": "title", "заголовок": "title", "название": "title",
    "date": "date", "дата": "date", "time": "time", "время": "time",
    "place": "place", "location": "place", "venue": "place", "место": "place",
    "url": "url", "source": "url", "link": "url",
    "источник": "url", "ссылка": "url", "адрес": "url",
}  # fmt: skip
DATELINE = re.compile(
    r"(?P<place>[^\W\d][^\d:]{1,80}?),\s+(?P<date>(?:(?:[A-Z][a-z]{2,8}\.?\s+\d{1,2}|"
    r"\d{1,2}\s+[^\W\d]{3,10}),?\s+\d{4}).{0,24})"
)


def is_address(text: str) -> bool:
    """Whether a line is an address and nothing else."""
    return _ADDRESS.fullmatch(text) is not None


def is_field(text: str) -> bool:
    """Whether a line is an address, a licence, a named field or a date, as a whole."""
    return (
        LICENCE.fullmatch(text) is not None
        or is_address(text)
        or FIELD.fullmatch(text) is not None
        or source_dates.read(text) is not None
    )


def stands_alone(text: str) -> bool:
    """Whether a line among a document's first ones goes on no line and no line goes on it."""
    if is_field(text) or source_dates.read_time(text):
        return True
    dateline = DATELINE.fullmatch(text.rstrip("."))
    return dateline is not None and source_dates.read(dateline["date"]) is not None
