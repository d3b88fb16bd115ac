"""Plain text with paragraphs, Russian or English: web-archive dumps, pasted transcripts.

A title, then in any order what there is of date, place, address and licence, then
paragraphs; lines may be wrapped.  The foot of a kremlin.ru page is read for its tags,
date and link, and left out.
"""

from __future__ import annotations

import hashlib
import re
from collections.abc import Iterable
from dataclasses import dataclass, field, replace

from generator.model import SourceRef, Transcript
from generator.model.publishers import PUBLISHERS
from generator.sources.parts import (
    addresses,
    blocks,
    cards,
    decode,
    flat_place,
    footer,
    head_lines,
    speakers,
)
from generator.sources.parts.lines import Line, paragraphs
from generator.sources.parts.problems import source_error
from generator.sources.parts.two_days import refuse_two_days
from generator.sources.reader import RawDocument
from generator.text import source_dates

NAME = "plain_text"
RECOGNISES = "text with a title and a date, an address or speakers (“Name: words”)"

_MARKUP = re.compile(rb"\s*(?:\xef\xbb\xbf)?\s*(?:<[!?a-zA-Z]|[{\[]\s*[\"{\[])")
_TABLE = (".csv", ".tsv", ".json", ".jsonl", ".ndjson", ".xml", ".html", ".htm")
_CHROME = re.compile(
    r"(?:Статус материала|Publication status|Текстовая версия|Text version|Версия для печати|"
    r"Официальный сайт [Пп]резидента России\s*:?|Администрация Президента России\s*\d{4}\s*год|"
    r"Поделиться|Share|Распечатать|Print)"
)
_BOX = re.compile(r"Смотрите\sтакже|Дополнительно|See\salso|Additional")
_PARTICIPANTS = re.compile(r"(?:LIST OF )?PARTICIPANTS\s*:?|Participants\s*:?", re.ASCII)
_SUBJECT = re.compile(r"SUBJECTS?\s*:?\s*(?P<words>.*)", re.ASCII)
_CYRILLIC = re.compile(r"[А-яЁё]")
_LATIN = re.compile(r"[A-Za-z]")
_SENTENCE_ENDS = (".", "!", "?", "…", "”", "»", ">")
_SENTENCE = re.compile(r".*?[^\s.]{2}[.!?…]+[”»\")]*(?=\s|$)")
_LONGEST_TITLE = 160
# A document's number in its volume, and the link of a footnote that a copy glues to its title.
_NUMBERED = re.compile(
    r"\[?\d{1,4}[a-z]?\]?\.\s+(?P<title>[A-Z].*?)"
    r"(?P<link>(?<=[a-z.\])”])Source|(?<=[a-z])\d{1,2})?"
)
_HEAD_LINES = 14


@dataclass
class _Head:
    """What the lines above the words say."""

    title: str = ""
    date: str | None = None
    time: str | None = None
    place: str | None = None
    url: str | None = None
    lead: str | None = None
    licensed: bool = False
    participants: list[str] = field(default_factory=list)


def sniff(raw: RawDocument) -> int:
    """Sure of nothing, but any text may be a transcript that somebody pasted."""
    name = (raw.member or raw.name).lower()
    if _MARKUP.match(raw.data) or name.endswith(_TABLE):
        return 0
    return 10 if raw.data.strip() else 0


def parse(raw: RawDocument) -> Iterable[Transcript]:
    """Read one document.

    Raises:
        SourceError: empty, binary, or with neither date nor address nor speakers.
    """
    decoded = decode.decode(raw)
    text, done = decode.unescape(decoded.text)
    yield read(raw, text, (*decoded.normalisations, *done))


def read(
    raw: RawDocument, text: str, done: tuple[str, ...] = (), *, document: bool = False
) -> Transcript:
    """Read ``text``; ``document`` says that it is one, as a table's row is.

    Raises:
        SourceError: it has no title, or nothing that makes it a document.
    """
    foot = footer.find(text)
    content = paragraphs(text[: foot.start] if foot else text)
    if foot:
        content = [replace(line, text=cards.drop(line.text)[0]) for line in content]
    if not document:  # of a row, its columns may know the date
        refuse_two_days(raw, ((line.number, line.text) for line in content))
    head, body = _head(content, foot)
    if not head.title:
        raise source_error(raw, "the file has no title", "put the title on the first line", 1)
    if not (head.date or head.url or foot) and _is_speech(head.title, body):
        body.insert(0, replace(content[0], text=head.title))
        head.title = _beginning(head.title)
    printed, head.title = head.title, _title(head)
    cut = speakers.splitter([line.text for line in body], head.title)
    words = [part for line in body for part in cut(line.text)]
    labels = speakers.labels(words, head.title)
    link = footer.permalink(foot) or addresses.kremlin(head.url or raw.url or "")
    if not document and not (head.date or head.url or foot or link or any(labels)):
        raise source_error(
            raw,
            "the text has no date, no address and no speakers",
            "put a date below the title if it is a document",
            1,
        )
    publisher, licence, attribution = _terms(head, link is not None or foot is not None)
    return Transcript(
        id=f"kremlin-{link[0]}" if link else addresses.fallback_id(head.date, printed),
        language=language(text),
        title=head.title,
        date=head.date,
        time=head.time,
        zone=PUBLISHERS[publisher].zone if head.time and publisher in PUBLISHERS else None,
        place=head.place,
        lead=head.lead,
        blocks=blocks.assemble(words, labels),
        participants=tuple(head.participants),
        tags=foot.tags if foot else (),
        published=foot.published if foot else None,
        updated=foot.updated if foot else None,
        normalisations=done,
        source=SourceRef(
            publisher=publisher,
            url=link[1] if link else head.url or raw.url,
            licence=licence,
            attribution=attribution,
            sha256=hashlib.sha256(raw.data).hexdigest(),
            format=NAME,
        ),
    )


def _title(head: _Head) -> str:
    """The title without what a volume of documents puts around it.

    The id keeps to the line as printed: the number tells documents of one day apart.
    """
    numbered = _NUMBERED.fullmatch(head.title)
    if numbered is None:
        return head.title
    volume = numbered["link"] or head.lead or head.participants
    return numbered["title"] if volume else head.title


def _is_speech(first: str, body: list[Line]) -> bool:
    """Whether a paste has no title: its first line is a speaker's words already."""
    if not first.endswith(_SENTENCE_ENDS):
        return False
    return speakers.labels([first, *(line.text for line in body)])[0] is not None


def _beginning(line: str) -> str:
    """The first sentence, or as much of it as a title may have: the line itself stays speech."""
    sentence = _SENTENCE.match(line)
    words = sentence[0] if sentence else line
    if len(words) <= _LONGEST_TITLE:
        return words
    return words[:_LONGEST_TITLE].rsplit(None, 1)[0].rstrip(",;:–—") + "…"


def language(text: str) -> str:
    """The language of ``text``: "ru" where most letters are Cyrillic, else "en"."""
    sample = text[:4000]
    return "ru" if len(_CYRILLIC.findall(sample)) > len(_LATIN.findall(sample)) else "en"


def _terms(head: _Head, kremlin: bool) -> tuple[str, str | None, str | None]:
    if kremlin or head.licensed:
        publisher = PUBLISHERS["kremlin"]
        return publisher.key, publisher.licence, publisher.attribution
    if head.url and "history.state.gov" in head.url:
        publisher = PUBLISHERS["frus"]
        return publisher.key, publisher.licence, publisher.attribution
    return "text", None, None


def _head(content: list[Line], foot: footer.Footer | None) -> tuple[_Head, list[Line]]:
    """Take the head's lines off the front, and chrome off both ends."""
    head = _Head()
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


def _take(head: _Head, line: Line, following: list[Line]) -> bool:
    """Whether a line belongs to the head; what it says is kept there."""
    text = line.text
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


def _named(head: _Head, name: str, value: str) -> bool:
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


def _participants(head: _Head, body: list[Line]) -> list[Line]:
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
