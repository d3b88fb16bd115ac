"""Dates said in speech, resolved against the document's own date, as precise as they were.

"В 2013 году" is a year, "в октябре" a month, "30 лет тому назад" a year counted back,
"за первые пять месяцев" an interval.  To teach a wording, add a rule with its resolver.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from datetime import date, timedelta

from generator.model import Edtf

_MONTHS = {
    "январ": 1, "феврал": 2, "март": 3, "апрел": 4, "ма": 5, "июн": 6, "июл": 7, "август": 8,
    "сентябр": 9, "октябр": 10, "ноябр": 11, "декабр": 12,
    "january": 1, "february": 2, "march": 3, "april": 4, "may": 5, "june": 6, "july": 7,
    "august": 8, "september": 9, "october": 10, "november": 11, "december": 12,
}  # fmt: skip
_NUMBERS = {
    "од": 1, "дв": 2, "тр": 3, "четыр": 4, "пят": 5, "шест": 6, "сем": 7, "вос": 8, "девят": 9,
    "десят": 10, "одиннадцат": 11, "двенадцат": 12, "пятнадцат": 15, "двадцат": 20,
    "двадцать пят": 25, "тридцат": 30, "сорок": 40, "пятьдесят": 50, "пятидесят": 50, "сто": 100,
    "one": 1, "two": 2, "three": 3, "four": 4, "five": 5, "six": 6, "seven": 7, "eight": 8,
    "nine": 9, "ten": 10, "eleven": 11, "twelve": 12, "fifteen": 15, "twenty": 20,
    "twenty-five": 25, "thirty": 30, "forty": 40, "fifty": 50,
}  # fmt: skip
_MONTH_RU = r"(?:январ|феврал|март|апрел|ма(?=[йяею]\b)|июн|июл|август|сентябр|октябр|ноябр|декабр)"
_MONTH_EN = (
    r"(?:january|february|march|april|may|june|july|august|september|october|november|december)"
)
_COUNT_RU = (
    r"\d{1,3}|од(?:ин|ного|но)|дв[аеу]\w*|тр(?:и|ёх|ех)|четыр\w+|пят(?:ь|и)|шест(?:ь|и)|"
    r"сем(?:ь|и)|вос(?:емь|ьми)|девят(?:ь|и)|десят(?:ь|и)|одиннадцат[ьи]|двенадцат[ьи]|"
    r"пятнадцат[ьи]|двадцать пять|двадцат[ьи]|тридцат[ьи]|сорок|пятьдесят|сто"
)
_COUNT_EN = (
    r"\d{1,3}|one|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|fifteen|"
    r"twenty-five|twenty|thirty|forty|fifty"
)
_WHICH_RU = (
    r"(?P<which>этого|нынешнего|текущего|сего|прошлого|минувшего|будущего|следующего) года|"
    r"(?P<year>\d{4})(?:[- ]го)? г(?:ода|\.)"
)
_WHICH_EN = r"(?P<which>this|last|next|the current|the previous) year|(?:of )?(?P<year>\d{4})"
_ORDER = {
    "перв": 1, "i": 1, "1": 1, "firs": 1, "втор": 2, "ii": 2, "2": 2, "seco": 2,
    "трет": 3, "iii": 3, "3": 3, "thir": 3, "четв": 4, "iv": 4, "4": 4, "four": 4,
}  # fmt: skip
_SHIFT = {
    "этого": 0, "нынешнего": 0, "текущего": 0, "сего": 0, "this": 0, "the current": 0,
    "прошлого": -1, "минувшего": -1, "last": -1, "the previous": -1,
    "будущего": 1, "следующего": 1, "next": 1,
    "этом": 0, "нынешнем": 0, "текущем": 0, "прошлом": -1, "минувшем": -1, "будущем": 1,
    "следующем": 1, "позапрошлом": -2,
}  # fmt: skip
_FUTURE = re.compile(
    r"\b(?:буд(?:ет|ут|ем)|предсто\w+|состоится|состоятся|планиру\w+|намечен\w*|запланирован\w*|"
    r"will|to be held|scheduled|planned|upcoming)\b"
)


@dataclass(frozen=True, slots=True)
class Said:
    """A date as said: ``text[start:end]``, its EDTF, and how it was read."""

    start: int
    end: int
    date: Edtf
    rule: str


Resolver = Callable[[re.Match[str], date], str | None]


def without_brackets(text: str) -> str:
    """Text with an editor's square brackets and special spaces as spaces; none moves."""
    return text.replace("[", " ").replace("]", " ").replace("\u00a0", " ").replace("\u202f", " ")


def count_of(word: str) -> int | None:
    """The number that digits or a number word in any case say; None for another word."""
    if word.isdigit():
        return int(word)
    word = word.lower()
    return max(
        ((len(stem), number) for stem, number in _NUMBERS.items() if word.startswith(stem)),
        default=(0, None),
    )[1]


def _month(word: str) -> int:
    word = word.lower()
    return max((len(stem), n) for stem, n in _MONTHS.items() if word.startswith(stem))[1]


def _year(match: re.Match[str], day: date, default: int | None = None) -> int | None:
    found = match.groupdict()
    if found.get("year"):
        return int(found["year"])
    if found.get("which"):
        return day.year + _SHIFT[found["which"].lower()]
    return default


def _full_day(match: re.Match[str], day: date) -> str | None:
    year = _year(match, day, day.year)
    try:
        return date(year or day.year, _month(match["month"]), int(match["day"])).isoformat()
    except ValueError:
        return None


def _in_month(match: re.Match[str], day: date) -> str | None:
    month = _month(match["month"])
    year = _year(match, day)
    if year is None:
        year = day.year
        # "В январе будет …", said in November, is next year's January.
        near = match.string[max(0, match.start() - 60) : match.end() + 60]
        if month < day.month and _FUTURE.search(near):
            year += 1
    return f"{year:04d}-{month:02d}"


def _whole_year(match: re.Match[str], day: date) -> str | None:
    year = _year(match, day)
    return f"{year:04d}" if year and 1000 <= year <= 2100 else None


def _years_ago(match: re.Match[str], day: date) -> str | None:
    count = count_of(match["count"])
    if not count or count >= day.year:
        return None
    return f"{day.year - count:04d}{'~' if match['about'] else ''}"


def _first_months(match: re.Match[str], day: date) -> str | None:
    count = count_of(match["count"])
    year = _year(match, day, day.year)
    if not count or count > 12 or year is None:
        return None
    return f"{year:04d}-01/{year:04d}-{count:02d}"


def _part_of_year(match: re.Match[str], day: date) -> str | None:
    year = _year(match, day, day.year)
    word = match["part"].lower()
    if word.startswith(("полуго", "half")):
        early = match["nth"].startswith(("перв", "1", "first")) or match["nth"] == "i"
        begin, end = (1, 6) if early else (7, 12)
    else:
        quarter = _ORDER.get(match["nth"][:4]) or _ORDER.get(match["nth"][:1], 0)
        if not quarter:
            return None
        begin, end = quarter * 3 - 2, quarter * 3
    return f"{year:04d}-{begin:02d}/{year:04d}-{end:02d}"


def _near_day(match: re.Match[str], day: date) -> str | None:
    shift = {"вчера": -1, "сегодня": 0, "завтра": 1, "yesterday": -1, "today": 0, "tomorrow": 1}
    return (day + timedelta(days=shift[match[0].lower()])).isoformat()


def _years(match: re.Match[str], _: date) -> str | None:
    first, last = int(match["first"]), int(match["last"])
    last = last if last > 99 else first // 100 * 100 + last
    return f"{first}/{last}" if first < last else None


def _rule(
    name: str, needles: str, pattern: str, resolve: Resolver
) -> tuple[str, tuple[str, ...], re.Pattern[str], Resolver]:
    """A rule, tried only where a needle stands (in small letters, "_" for a space)."""
    found = tuple(needle.replace("_", " ") for needle in needles.split())
    return name, found, re.compile(rf"\b(?:{pattern})"), resolve


_MONTHS_RU = "январ феврал март апрел мая мае маю июн июл август сентябр октябр ноябр декабр"
_MONTHS_EN = "january february march april may june july august september october november december"
_RULES = {
    "ru": (
        _rule("a day", _MONTHS_RU,
              rf"(?P<day>\d{{1,2}}) (?P<month>{_MONTH_RU})\w*(?: (?:{_WHICH_RU}))?", _full_day),
        _rule("first months of a year", "месяц",
              rf"перв\w+ (?P<count>{_COUNT_RU}) месяц\w+(?: (?:{_WHICH_RU}))?", _first_months),
        _rule("first months of a year", "месяц",
              rf"(?P<count>{_COUNT_RU}) месяц\w+ (?:{_WHICH_RU})", _first_months),
        _rule("part of a year", "квартал полугоди",
              r"(?P<nth>перв\w+|втор\w+|трет\w+|четв[её]рт\w+|i{1,3}|iv|[1-4](?:-?[ймо]+)?) "
              rf"(?P<part>полугоди\w+|квартал\w*)(?: (?:{_WHICH_RU}))?", _part_of_year),
        _rule("a month", _MONTHS_RU,
              rf"(?P<month>{_MONTH_RU})\w{{1,3}}(?: (?:{_WHICH_RU}))?(?=\W|$)", _in_month),
        _rule("years ago", "назад",
              r"(?P<about>около |примерно |почти |более |больше )?"
              rf"(?P<count>{_COUNT_RU}) (?:лет|года|год) (?:тому )?назад", _years_ago),
        _rule("years", "год гг",
              r"(?P<first>\d{4})\s?[–—-]\s?(?P<last>\d{2,4}) (?:год\w*|гг\.)", _years),
        _rule("a year", "год г.",
              r"(?P<year>\d{4})(?:-?[мйго]{1,2})? (?:год\w*|г\.)", _whole_year),
        _rule("a year by its distance", "м_году",
              r"(?P<which>этом|нынешнем|текущем|прошлом|позапрошлом|минувшем|будущем|следующем) "
              r"году\b", _whole_year),
        _rule("a year by its distance", "го_года",
              r"(?P<which>этого|нынешнего|текущего|прошлого|минувшего|будущего|следующего) "
              r"года\b", _whole_year),
        _rule("a near day", "вчера сегодня завтра", r"(?:вчера|сегодня|завтра)\b", _near_day),
    ),
    "en": (
        _rule("a day", _MONTHS_EN,
              rf"(?P<month>{_MONTH_EN}) (?P<day>\d{{1,2}})(?:st|nd|rd|th)?\b"
              rf"(?:,? (?:{_WHICH_EN}))?", _full_day),
        _rule("a day", _MONTHS_EN,
              rf"(?P<day>\d{{1,2}})(?:st|nd|rd|th)? (?:of )?(?P<month>{_MONTH_EN})\b"
              rf"(?:,? (?:{_WHICH_EN}))?", _full_day),
        _rule("first months of a year", "months",
              rf"first (?P<count>{_COUNT_EN}) months(?:,? (?:of )?(?:{_WHICH_EN}))?",
              _first_months),
        _rule("part of a year", "half quarter",
              r"(?P<nth>first|second|third|fourth) (?P<part>half|quarter) of (?:the year|"
              rf"{_WHICH_EN})", _part_of_year),
        _rule("a month", _MONTHS_EN,
              rf"(?P<month>{_MONTH_EN})\b(?:,? (?:of )?(?:{_WHICH_EN}))?", _in_month),
        _rule("years ago", "ago",
              r"(?P<about>about |nearly |almost |over |more than |some )?"
              rf"(?P<count>{_COUNT_EN}) years? ago", _years_ago),
        _rule("years", "– — -", r"(?P<first>(?:1[89]|20)\d\d)\s?[–—-]\s?(?P<last>\d{2,4})\b",
              _years),
        _rule("a year", "1 2",
              r"(?:in|since|of|by|from|until|before|after|during) (?P<year>(?:1[89]|20)\d\d)\b",
              _whole_year),
        _rule("a year by its distance", "year",
              r"(?P<which>this|last|next|the current|the previous) year\b", _whole_year),
        _rule("a near day", "today yesterday tomorrow", r"(?:yesterday|today|tomorrow)\b",
              _near_day),
    ),
}  # fmt: skip


def dates_in(text: str, day: date, language: str) -> list[Said]:
    """Every date said in ``text``, in order, none inside another; the longest wins.

    ``day`` is the document's; ``language`` is "ru" or "en", anything else finds nothing.
    """
    if language not in _RULES:
        return []
    found = sorted(_all(text, day, language), key=lambda said: (said.start, -said.end))
    kept: list[Said] = []
    for said in found:
        if not kept or said.start >= kept[-1].end:
            kept.append(said)
    return kept


def _all(text: str, day: date, language: str) -> Iterator[Said]:
    plain = without_brackets(text).lower()
    if len(plain) != len(text):  # a letter whose small form is longer: positions would shift
        plain = text
    windows: dict[tuple[str, ...], list[tuple[int, int]]] = {}
    for name, needles, pattern, resolve in _RULES[language]:
        if needles not in windows:
            windows[needles] = _windows(plain, needles)
        for begin, limit in windows[needles]:
            for match in pattern.finditer(plain, begin, limit):
                month = match.start("month") if "month" in pattern.groupindex else -1
                if language == "en" and month >= 0 and not text[month].isupper():
                    continue  # "may" and "march" are verbs
                edtf = resolve(match, day)
                if edtf:
                    end = match.start() + len(match[0].rstrip())
                    yield Said(match.start(), end, Edtf.parse(edtf), name)


def _windows(plain: str, needles: tuple[str, ...]) -> list[tuple[int, int]]:
    """Stretches around each needle, whole words, none over another: far less to search."""
    at: set[int] = set()
    for needle in needles:
        found = plain.find(needle)
        while found >= 0:
            at.add(found)
            found = plain.find(needle, found + 1)
    windows: list[tuple[int, int]] = []
    for found in sorted(at):
        begin = plain.rfind(" ", 0, max(0, found - 40)) + 1
        limit = plain.find(" ", found + 50)
        limit = len(plain) if limit < 0 else limit
        if windows and begin <= windows[-1][1]:
            windows[-1] = (windows[-1][0], limit)
        else:
            windows.append((begin, limit))
    return windows
