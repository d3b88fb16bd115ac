"""The foot of a kremlin.ru page as text: tags, sections, publication date, direct link.

Read both where a scraper flattened the page to one line and where each entry stands in a
line of its own.
"""

from __future__ import annotations

import re
from dataclasses import dataclass

from generator.model import Tag
from generator.sources.parts import addresses, toponyms
from generator.text import source_dates

_STATUS = re.compile(
    r"(?:(?:Статус\sматериала|Publication\sstatus)\s+)?"
    r"(?:Опубликован[оа]?\sв\sраздел(?:е|ах)|Published\sin\ssections?)\s*:\s*(?P<sections>.{0,600}?)\s*"
    r"(?:Дата\sпубликации|Publication\sdate)\s*:\s*(?P<date>.{6,40}?)\s*"
    r"(?:(?:Дата\s(?:последнего\s)?обновления|Last\supdated?)\s*:\s*(?P<updated>.{6,40}?)\s*)?"
    r"(?:Ссылка\sна\sматериал|Direct\slink)\s*:\s*(?P<link>\S*kremlin\.ru/\S+)"
    r"(?:\s*(?:Текстовая\sверсия|Text\sversion))?",
    re.DOTALL,
)
_HEADS = {
    "География": "country",
    "Geography": "country",
    "Темы": "topic",
    "Topics": "topic",
    "Лица": "person",
    "Persons": "person",
}
_HEAD = re.compile(rf"(?:^|(?<=\s))(?:{'|'.join(_HEADS)})(?=\s)")
_MORE = re.compile(r"(?:Ещё|More)\s+\d+$")
_ADDRESS = re.compile(r"https?://\S*kremlin\.ru/\S+")
_PATRONYMIC = re.compile(r"[А-ЯЁ][а-яё]+(?:вич|ич|вна|чна|шна)|оглы|кызы|Оглы")
_ADJECTIVE = re.compile(r".+(?:ая|яя|ые|ие|ое|ее|ый|ий|ой)")
_OPEN_ENDED = ("Республика", "и", "–", "—", "-", "and", "of", "the")


@dataclass(frozen=True, slots=True)
class Footer:
    """What the foot says; ``start`` is where it begins in the text."""

    start: int
    tags: tuple[Tag, ...] = ()
    published: str | None = None
    updated: str | None = None
    link: str | None = None


def find(text: str) -> Footer | None:
    """The foot of a page in ``text``, or None where there is none."""
    last = None
    for match in _STATUS.finditer(text):
        last = match
    if last is None:
        return None
    start = last.start()
    heads = list(_HEAD.finditer(text, max(0, start - 3000), start))
    tags: list[Tag] = []
    begin = start
    for head in reversed(heads):
        entries = text[head.end() : begin].strip()
        if not _is_list(entries):
            break
        kind = _HEADS[head[0]]
        tags[:0] = [Tag(kind=_kind(entry, kind), text=entry) for entry in _entries(entries, kind)]
        begin = head.start()
    sections = [part.strip() for part in re.split(r"\s*,\s*|\n", last["sections"]) if part.strip()]
    tags += [Tag(kind="section", text=section) for section in sections]
    return Footer(
        start=begin,
        tags=tuple(tags),
        published=_iso(last["date"]),
        updated=_iso(last["updated"]) if last["updated"] else None,
        link=_page(text[last.end() : last.end() + 1000], last["link"].rstrip(".,")),
    )


def _kind(entry: str, kind: str) -> str:
    """Under geography the site lists countries and the parts of Russia together."""
    return "region" if kind == "country" and toponyms.is_region(entry) else kind


def _is_list(entries: str) -> bool:
    """A list of tags holds no sentences."""
    return bool(entries) and not re.search(r"[a-zа-яё]{3,}[.!?](?:\s|$)|:", entries)


def _entries(text: str, kind: str) -> list[str]:
    if "\n" in text:
        return [line.strip() for line in text.split("\n") if line.strip()]
    text = _MORE.sub("", text).strip()
    words = text.split()
    return _persons(words) if kind == "person" else _phrases(words)


def _persons(words: list[str]) -> list[str]:
    """Flattened names: surname, given name, and a patronymic where it looks like one."""
    entries: list[str] = []
    index = 0
    while index < len(words):
        third = words[index + 2 : index + 3]
        length = 3 if third and (_PATRONYMIC.fullmatch(third[0]) or index + 3 == len(words)) else 2
        entries.append(" ".join(words[index : index + length]))
        index += length
    return entries


def _phrases(words: list[str]) -> list[str]:
    """Flattened topics and places begin with a capital: "Внешняя политика Спорт"."""
    entries: list[str] = []
    for word in words:
        last = entries[-1].split()[-1] if entries else ""
        goes_on = word[0].islower() or word[0] in "–—-(" or (word, last) == ("Америки", "Штаты")
        if entries and (goes_on or last in _OPEN_ENDED or _ADJECTIVE.fullmatch(last)):
            entries[-1] += f" {word}"
        else:
            entries.append(word)
    return entries


def _iso(printed: str) -> str:
    stamp = source_dates.read(printed)
    if stamp is None:
        return " ".join(printed.split())
    return f"{stamp.date}T{stamp.time}" if stamp.time else stamp.date


def permalink(footer: Footer | None) -> tuple[str, str] | None:
    """The (number, address) of the direct link, as a page's address where one is printed."""
    return addresses.kremlin(footer.link) if footer and footer.link else None


def _page(text: str, link: str) -> str:
    """The address of the page itself, where it is printed behind the direct link."""
    short = addresses.kremlin(link)
    for match in _ADDRESS.finditer(text):
        full = addresses.kremlin(match[0])
        if full and short and full[0] == short[0]:
            return full[1]
    return link
