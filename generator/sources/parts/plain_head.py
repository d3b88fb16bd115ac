"""What stands above and below the words of a plain text: title, date, place, address, chrome."""

from __future__ import annotations

import re
from dataclasses import dataclass, field

from generator.sources.parts import flat_place, footer, head_lines
from generator.sources.parts.lines import Line
from generator.text import source_dates

_CHROME = re.compile(
    r"(?:Статус материала|Publication status|Текстовая версия|Text version|Версия для печати|"
    r"Официальный сайт [Пп]резидента России\s*:?|Администрация Президента России\s*\d{4}\s*год|"
    r"Поделиться|Share|Распечатать|Print)"
)
_BOX = re.compile(r"Смотрите\sтакже|Дополнительно|See\salso|Additional")
_PARTICIPANTS = re.compile(r"(?:LIST OF )?PARTICIPANTS\s*:?|Participants\s*:?", re.ASCII)
_SUBJECT = re.compile(r"SUBJECTS?\s*:?\s*(?P<words>.*)", re.ASCII)
_HEAD_LINES = 14


@dataclass
class Head:
    """What the lines above the words say."""

    title: str = ""
    date: str | None = None
    time: str | None = None
    place: str | None = None
    url: str | None = None
    lead: str | None = None
    licensed: bool = False
    participants: list[str] = field(default_factory=list)
    unsure: Line | None = None
    """The first line whose date may be two days."""


def take(content: list[Line], foot: footer.Footer | None) -> tuple[Head, list[Line]]:
    """Take the head's lines off the front, and chrome off both ends."""
    head = Head()
    lines = [line for line in _without_boxes(content) if not _CHROME.fullmatch(line.text)]
    while lines and head_lines.is_address(lines[-1].text) and head.url in (None, lines[-1].text):
        head.url = lines.pop().text
    body: list[Line] = []
    for index, line in enumerate(lines):
        if index >= _HEAD_LINES or (body and not head_lines.LICENCE.fullmatch(line.text)):
            body.append(line)
        elif not head.title and not head_lines.is_field(line.text):
            head.title = line.text
        elif not _take(head, line, lines[index + 1 :]):
            body.append(line)
    body = _participants(head, body)
    if head.date is None and foot is not None and foot.published and not _is_announced(foot):
        day, _, time = foot.published.partition("T")
        if source_dates.read(day):
            head.date, head.time = day, time or None
    return head, body


def _without_boxes(lines: list[Line]) -> list[Line]:
    """Lines without "See also" boxes: a heading, then titles, each with its date below it."""
    kept: list[Line] = []
    index = 0
    while index < len(lines):
        if _BOX.fullmatch(lines[index].text):
            end = index + 1
            while end + 1 < len(lines) and source_dates.read(lines[end + 1].text):
                end += 2
            if end > index + 1:
                index = end
                continue
        kept.append(lines[index])
        index += 1
    return kept


def _is_announced(foot: footer.Footer) -> bool:
    return any(
        tag.kind == "section" and tag.text in ("Анонсы", "Announcements") for tag in foot.tags
    )


def _take(head: Head, line: Line, following: list[Line]) -> bool:
    """Whether a line belongs to the head; what it says is kept there."""
    text = line.text
    if head.date is None and two_days(text):
        # It stays among the words, and is told where no table's column knows better.
        head.unsure = head.unsure or line
        return False
    if head_lines.LICENCE.fullmatch(text):
        head.licensed = True
        return True
    if head_lines.is_address(text):
        head.url = head.url or text
        return True
    named = head_lines.FIELD.fullmatch(text)
    if named is not None:
        return _named(head, head_lines.FIELDS[named["name"].lower()], named["value"])
    if head.date is None:
        stamp = source_dates.read(text)
        dateline = None if stamp else head_lines.DATELINE.fullmatch(text.rstrip("."))
        if dateline is not None:
            stamp = source_dates.read(dateline["date"])
            head.place = dateline["place"] if stamp else None
        if stamp is not None:
            head.date, head.time = stamp.date, stamp.time
            return True
        return False
    if head.time is None and source_dates.read_time(text):
        head.time = source_dates.read_time(text)
        return True
    if head.place is None and following and flat_place.is_place(text):
        head.place = text
        return True
    return False


def _named(head: Head, name: str, value: str) -> bool:
    if name == "date":
        stamp = source_dates.read(value)
        if stamp is None:
            return False
        head.date, head.time = stamp.date, stamp.time or head.time
    elif name == "time":
        head.time = source_dates.read_time(value)
        return head.time is not None
    elif name == "url" and not head_lines.is_address(value):
        return False
    elif name == "title" and head.title:
        return head.title == value
    else:
        setattr(head, name, value)
    return True


def _participants(head: Head, body: list[Line]) -> list[Line]:
    """Subject and list of participants of a memorandum of conversation, off the front."""
    rest = list(body)
    subject = _SUBJECT.fullmatch(rest[0].text) if rest else None
    if subject is not None and (subject["words"] or len(rest) > 1):
        head.lead = subject["words"] or rest[1].text
        rest = rest[1 if subject["words"] else 2 :]
    if rest and _PARTICIPANTS.fullmatch(rest[0].text):
        rest.pop(0)
        while rest and len(rest[0].text) < 120 and not rest[0].text.endswith((".", "!", "?")):
            head.participants.append(rest.pop(0).text)
    return rest


def two_days(text: str) -> tuple[str, str] | None:
    """The two days that a line of the head may mean by its date, or None."""
    named = head_lines.FIELD.fullmatch(text)
    if named is not None and head_lines.FIELDS[named["name"].lower()] == "date":
        text = named["value"]
    return source_dates.ambiguous(text)
