"""What figures measure: the curated list, with names and the word beginnings that show each.

To teach a measure, add an entry to :data:`MEASURES`; the first entry whose words stand
nearest to a number, before it in the sentence or else behind it in the clause, is taken.
"""

from __future__ import annotations

import re
from collections.abc import Mapping
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
    "gdp": ("ВВП", "GDP", r"ввп\b|валов\w+ внутренн", r"gdp\b|gross domestic"),
    "debt": ("долг", "debt", r"долг|задолженност", r"debts?\b"),
    "loan": ("кредит", "loan", r"кредит|за[её]м", r"loans?\b|credits?\b"),
    "gas": ("природный газ", "natural gas", r"газ[ау]?\b|газов", r"natural gas|\bgas\b"),
    "oil": ("нефть", "oil", r"нефт", r"\boil\b|crude"),
    "power": ("электроэнергия", "electricity", r"электроэнерг|мощност", r"electricity|capacity"),
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


def name_of(identifier: str, language: str) -> str | None:
    """What a measure is called in Russian ("ru") or else in English; None if unknown."""
    entry = MEASURES.get(identifier)
    return None if entry is None else entry[0 if language == "ru" else 1]


@cache
def finder(language: str) -> re.Pattern[str]:
    """One pattern for all measures in small letters; the group that matched names the measure."""
    column = 2 if language == "ru" else 3
    return re.compile(
        r"\b(?:"
        + "|".join(
            f"(?P<{name.replace('-', '_')}>{entry[column]})" for name, entry in MEASURES.items()
        )
        + ")"
    )
