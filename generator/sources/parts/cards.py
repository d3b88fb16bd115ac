"""Persons' and glossary cards that leaked into a flattened page's words.

Behind a name in the text a page hides a card: the surname again, the given names, the
post.  Flattened, it reads "Сергей Лавров Лавров Сергей Викторович Министр иностранных дел
Российской Федерации , …": where the card ends, a blank stands before the next sign.  Only
what can be nothing else is left out; a card that plain words follow stays.

Behind a term stands "Краткая справка" and the term as the glossary prints it, mostly with its
short form: "БРИКС Краткая справка БРИКС (англ. BRICS) и …".
"""

from __future__ import annotations

import re
from collections.abc import Callable
from itertools import pairwise

from generator.sources.parts import words
from generator.sources.parts.names import UPPER

_CARD = re.compile(
    # The card's surname begins as the one before it: asked first, for all else is dear.
    rf"(?<![\w’-])(?P<before>(?P<same>[{UPPER}][\w’-])[\w’-]*)\s"
    rf"(?=(?P=same))(?P<card>(?P<last>[{UPPER}][\w’-]+)\s[{UPPER}][\w’-]+"
    rf"(?:\s[{UPPER}][\w’-]+)?\s(?P<post>[^\s,.:;()]+)(?:(?!\s[,.:;)])[^.!?:;\n]){{0,200}})"
    r"\s(?=[,.:;)]|\([^()]{1,60}\)\s:)"
)
_PATRONYMIC = re.compile(r"[а-яё](?:ич|вна|чна|шна)\b")
# Where a verb stands, the words of the text have begun.  A noun with a verb's ending
# ("института") keeps its card in the text, which loses nothing.
_VERB = re.compile(r"\b[а-яё]{3,}(?:л|ла|ли|лся|лась|лись|ет|ит|ут|ют|ат|ят|ется|ются|ится)\b")
_NO_VERBS = words.words(
    "отдел сил дел наград правил совет комитет аппарат кабинет штаб торговли земли отрасли школ "
    "депутат секретариат комиссариат ректорат сенат эмират штат институт университет факультет "
    "бюджет генерал адмирал маршал посол персонал капитал канал журнал филиал трибунал"
)
_TERM = re.compile(
    rf"\s(?:Краткая\sсправка|Background\sinformation)\s(?P<title>[«“\"]?[{UPPER}][^.,:;()\n]{{1,90}}?)"
    r"(?:\s\((?P<short>[^()]{2,60})\)(?:\s(?=[,.:;)])|(?=\s))|\s(?=[,.:;)]))"
)
_WORD = re.compile(r"[\w’-]+")


def drop(text: str) -> tuple[str, list[str]]:
    """``text`` without its cards, and which kinds of them were left out."""
    text, terms = _without(text, _TERM, _is_term)
    text, persons = _without(text, _CARD, _is_card)
    kinds = (("persons' cards left out", persons), ("glossary cards left out", terms))
    return text, [name for name, count in kinds if count]


def _without(
    text: str, pattern: re.Pattern[str], is_card: Callable[[re.Match[str]], bool]
) -> tuple[str, int]:
    """``text`` without what ``pattern`` finds and ``is_card`` knows for a card.

    A group ``before`` belongs to the words; the blank before a sign is the card's.
    """
    parts: list[str] = []
    end = count = 0
    match = pattern.search(text)
    while match is not None:
        kept = match.end("before") if "before" in pattern.groupindex else match.start()
        at = kept + 1
        if is_card(match):
            parts.append(text[end:kept])
            at = end = match.end()
            count += 1
        match = pattern.search(text, at)
    return ("".join(parts) + text[end:]) if count else text, count


def _is_term(match: re.Match[str]) -> bool:
    """Whether the words before are the glossary's term, or its short form."""
    title = _WORD.findall(match["title"])
    before = _WORD.findall(match.string, max(0, match.start() - 120), match.start())
    same = len(before) >= len(title) and all(
        _is_same_name(one, other) for one, other in zip(before[-len(title) :], title, strict=True)
    )
    return same or (bool(before) and before[-1] in _WORD.findall(match["short"] or ""))


def _is_card(match: re.Match[str]) -> bool:
    if not _is_same_name(match["before"], match["last"]):
        return False
    card = match["card"]
    if match["post"].lower().strip("«»") not in words.POSTS:
        return False
    if len(_PATRONYMIC.findall(card)) > 1 or _has_another(card.split()):
        return False
    return not any(verb[0] not in _NO_VERBS for verb in _VERB.finditer(card))


def _is_same_name(one: str, other: str) -> bool:
    """Whether two words are one name, perhaps in two cases ("Ушаковым", "Ушаков")."""
    same = max(2, len(other) - 3)
    return one[:same].lower() == other[:same].lower()


def _has_another(tokens: list[str]) -> bool:
    """Whether a second person's card has begun inside the first one's."""
    return any(
        one[:1].isupper() and other[:1].isupper() and _is_same_name(one, other)
        for one, other in pairwise(tokens)
    )
