"""What figures measure: the curated list, with names and the word beginnings that show each.

To teach a measure, add an entry to :data:`MEASURES` and, in
:mod:`generator.linking.figures`, the units that it may have; the first entry whose words
stand nearest to a number, before it in the sentence or else behind it in the clause, is
taken.  To teach what is measured but not kept, add it to :data:`_OTHERS`.
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache

MEASURES: Mapping[str, tuple[str, str, str, str]] = {
    # id: Russian name, English name, Russian beginnings, English beginnings (regular expressions)
    "trade": (
        "товарооборот", "trade",
        r"товарооборот|торгов(?:л|ы\w+ оборот|о-экономическ)|динамик\w+ торговл|взаимн\w+ торговл",
        r"trade|turnover",
    ),
    "exports": ("экспорт", "exports", r"экспорт|поставк", r"exports?\b|exported|supplies|deliver"),
    "imports": ("импорт", "imports", r"импорт", r"imports?\b|imported"),
    "investment": ("инвестиции", "investment", r"инвест|капиталовложени|вложени", r"invest"),
    "gdp": ("ВВП", "GDP", r"ввп\b|валов\w+ внутренн\w+ продукт", r"gdp\b|gross domestic"),
    "debt": ("долг", "debt", r"долг|задолженност", r"debts?\b"),
    "loan": ("кредит", "loan", r"кредит|за[её]м", r"loans?\b|credits?\b"),
    "gas": ("природный газ", "natural gas", r"газ[ау]?\b|газов", r"natural gas|\bgas\b"),
    "oil": ("нефть", "oil", r"нефт", r"\boil\b|crude"),
    "power": ("электроэнергия", "electricity", r"электроэнерг", r"electricity"),
    "power-capacity": (
        "электрическая мощность", "generating capacity", r"мощност", r"capacit(?:y|ies)\b",
    ),
    "students": ("студенты", "students", r"студент|учащи|обуча", r"students?\b|study"),
    "tourists": ("туристы", "tourists", r"турист|туристич", r"touris"),
    "population": ("население", "population", r"населени|соотечественник",
                   r"population|compatriots"),
    "border": ("граница", "border", r"границ", r"border"),
    "currency-share": (
        "доля национальных валют", "share of national currencies",
        r"национальн\w+ валют|дол\w+ рубл", r"national currenc|share of the rouble",
    ),
    "enterprises": (
        "совместные предприятия", "joint enterprises",
        r"совместн\w+ предприяти|предприяти|компани", r"joint ventures?|enterprises|companies",
    ),
    "diplomatic-relations": (
        "дипломатические отношения", "diplomatic relations",
        r"дипломатическ\w+ отношени|дипотношени", r"diplomatic (?:relations|ties)",
    ),
    "treaty": (
        "договор", "treaty",
        r"договор\w{0,3}\b|соглашени|деклараци", r"treat(?:y|ies)\b|agreement|declaration",
    ),
}  # fmt: skip


OTHER = "other"
# What a number may be of that is not kept: a number behind one of these is none of a measure.
_OTHERS = {
    "ru": r"расход|затрат|производительност|резерв|инфляци|безработиц|дефицит|профицит|врп\b|"
          r"региональн\w+ продукт|цен(?:а|у|ы|е|ой)?\b|зарплат|ставк|выручк|прибыл",
    "en": r"spending|expenditures?\b|productivity|reserves|inflation|unemployment|deficit|surplus|"
          r"grp\b|gross regional|prices?\b|price ceiling|wages?\b|salar|(?:interest|loan) rate|"
          r"revenues?\b|profits?\b",
}  # fmt: skip
# "5 percent of (the) GDP" and "the contribution of one worker to the GDP" are no GDP.
_PERCENT_OF = {
    "ru": re.compile(r"(?:процент\w*|%)\s+(?:от |к )?(?:\w+(?:ого|его|ой|ей|их|ых) ){0,2}$"),
    "en": re.compile(r"(?:per ?cent|%)\s+of\s+(?:[\w'’-]+ ){0,3}$"),
}
_PART_OF = {
    "ru": re.compile(r"\b(?:вклад\w{0,2}|дол[яиюе]й?)\b[^,;.]{0,40}$"),
    "en": re.compile(
        r"\b(?:contribution|share|ratio)\b[^,;.]{0,40} (?:to|in|of) (?:[\w'’-]+ ){0,2}$"
    ),
}
# Without one of these before it nothing is a part: asking costs far less than looking.
_PERCENT = ("%", "cent", "процент")
_PART = ("contribution", "share", "ratio", "вклад", "дол")
_HEAD = re.compile(r"\s+(?:per (?:capita|head|person)|на (?:душу|человека))")
_GENITIVE = re.compile(r"\w*(?:ввп|а|я|ы|и|ов|ей|ий)\b")


@dataclass(frozen=True, slots=True)
class Named:
    """Words that name a measure; ``of`` is "percent" or "part" where it is only the whole."""

    measure: str
    start: int
    end: int
    of: str = ""


def measures_in(plain: str, begin: int, end: int, language: str) -> list[Named]:
    """Every measure that a sentence of small letters names, in order."""
    column = language if language in _OTHERS else "en"
    found = []
    for match in finder(language).finditer(plain, begin, end):
        name = (match.lastgroup or "").replace("_", "-")
        before = plain[max(begin, match.start() - 80) : match.start()]
        of = ""
        if name not in ("currency-share", OTHER):
            percent = any(sign in before for sign in _PERCENT)
            part = any(sign in before for sign in _PART)
            if percent and _of_it(plain, match, before, column):
                of = "percent"
            elif (part and _PART_OF[column].search(before)) or _HEAD.match(plain, match.end()):
                of = "part"
        found.append(Named(name, match.start(), match.end(), of))
    return found


def _of_it(plain: str, match: re.Match[str], before: str, language: str) -> bool:
    if not _PERCENT_OF[language].search(before):
        return False
    return language == "en" or bool(_GENITIVE.match(plain, match.start()))


def name_of(identifier: str, language: str) -> str | None:
    """What a measure is called in Russian ("ru") or else in English; None if unknown."""
    entry = MEASURES.get(identifier)
    return None if entry is None else entry[0 if language == "ru" else 1]


@cache
def finder(language: str) -> re.Pattern[str]:
    """One pattern for all measures in small letters; the group that matched names the measure."""
    column = 2 if language == "ru" else 3
    words = {name: entry[column] for name, entry in MEASURES.items()}
    words[OTHER] = _OTHERS.get(language, _OTHERS["en"])
    groups = (f"(?P<{name.replace('-', '_')}>{beginnings})" for name, beginnings in words.items())
    return re.compile(rf"\b(?:{'|'.join(groups)})")
