"""Boxes of links ("See also") that leaked into a flattened page's words.

A box is a heading, then titles, each with its date behind it.  A date of another year
belongs to the words, and so does a second title whose date is not the first one's.
"""

from __future__ import annotations

import re

from generator.text import source_dates

_DATE = (
    r"\d{1,2}\s(?:января|февраля|марта|апреля|мая|июня|июля|августа|сентября|октября|ноября|"
    r"декабря)\s\d{4}\sгода|(?:January|February|March|April|May|June|July|August|September|October|"
    r"November|December)\s\d{1,2},\s\d{4}"
)
_HEAD = re.compile(
    r"(?:^|(?<=\s))(?:(?P<also>Смотрите\sтакже|See\salso)|Дополнительно|Additional)\s(?=[«A-ZА-ЯЁ])"
)
# A title goes on behind an abbreviation's full stop, not behind a sentence's.
_ENTRY = re.compile(rf"(?:[^\n.!?:]|[.!?:](?!\s+[«A-ZА-ЯЁ])){{4,250}}?\s(?P<date>{_DATE})(?:\s+|$)")
_LED_ENTRY = re.compile(rf"[^\n.:!?]{{4,60}}\.\s{_ENTRY.pattern}")
_NEWS = re.compile(r"Новости\s[А-ЯЁ][^\n.!?:]{3,60}$")


def drop(text: str, published: str | None) -> tuple[str, int]:
    """``text`` without its boxes, and how many there were.

    ``published`` is the page's own date as ISO 8601, if it is known.
    """
    parts: list[str] = []
    end = count = 0
    for head in _HEAD.finditer(text):
        if head.start() < end:
            continue
        stop = _end(text, head, published)
        if stop is not None:
            parts.append(text[end : head.start()])
            end = stop
            count += 1
    return ("".join(parts) + text[end:]).rstrip() if count else text, count


def _end(text: str, head: re.Match[str], published: str | None) -> int | None:
    entry = _ENTRY.match(text, head.end())
    if entry is None and head["also"] is None:
        entry = _LED_ENTRY.match(text, head.end())
    if entry is None or not _is_near(entry["date"], published):
        news = _NEWS.match(text, head.end())
        return news.end() if news else None
    end = entry.end()
    following = _ENTRY.match(text, end)
    while following is not None and following["date"] == entry["date"]:
        end = following.end()
        following = _ENTRY.match(text, end)
    return end


def _is_near(date: str, published: str | None) -> bool:
    stamp = source_dates.read(date)
    if stamp is None or published is None or not published[:4].isdecimal():
        # Where the foot's own date cannot be read, any date ends a box.
        return stamp is not None
    return abs(int(stamp.date[:4]) - int(published[:4])) <= 1
