"""The place line of a flattened page, and the caption behind it that repeats the title."""

from __future__ import annotations

import re

from generator.sources.parts import toponyms, words

_WORD = re.compile(r"\S+")
_NO_PLACE = re.compile(
    r"(?:Владимир|Дмитрий|Президент|Глава|Указ|Закон|Федеральный|Совет|Документ|Проект|Текст|"
    r"Уважаем\w+|Дорог\w+|[А-ЯЁ][а-яё]{0,2})$"
)
_ENGLISH_KINDS = words.words("region territory oblast district island airport")
_LABEL = re.compile(r"\w+\.-?\w|.*:$")
_BEGINNINGS = words.words(
    "владимир президент глава председатель российский лидеры участники стороны"
)


def place(rest: str, title: str, *, closed: bool) -> tuple[str | None, str | None, int]:
    """Place, caption, and how much of ``rest`` they take."""
    tokens = list(_WORD.finditer(rest))
    at = _caption_start(rest, title)
    if at is not None:
        place = rest[:at].strip(" ,")
        caption, end = _caption(rest, at, title)
        if not place or _looks_like_place(place):
            return place or None, caption, end
    count = _known_place(tokens)
    if count:
        return rest[: tokens[count - 1].end()].strip(), None, tokens[count - 1].end()
    if closed and tokens and len(tokens) <= 8 and _looks_like_place(rest.strip()):
        return rest.strip(), None, len(rest)
    count = _before_sentence(tokens)
    if count:
        return rest[: tokens[count - 1].end()].strip(), None, tokens[count - 1].end()
    return None, None, 0


def _caption_start(rest: str, title: str) -> int | None:
    tokens = title.split()
    for length in (len(tokens), 6, 4, 3):
        if 3 <= length <= len(tokens):
            at = rest.find(" ".join(tokens[:length]))
            if 0 <= at <= 90:
                return at
    return rest.find(title) if title and 0 <= rest.find(title) <= 90 else None


def _caption(rest: str, at: int, title: str) -> tuple[str, int]:
    """The caption that repeats the title, with what it adds in brackets or to its stop."""
    same = 0
    while at + same < len(rest) and same < len(title) and rest[at + same] == title[same]:
        same += 1
    end = at + same
    if same < len(title):
        stop = re.compile(r"[.!?](?=\s|$)").search(rest, end)
        end = (
            stop.end()
            if stop and stop.end() - at < 220
            else len(rest)
            if len(rest) - at < 220
            else end
        )
    extra = re.compile(r"\s*\([^()]{3,80}\)\.?|\.").match(rest, end)
    end = extra.end() if extra else end
    return rest[at:end].strip(), end


def _known_place(tokens: list[re.Match[str]]) -> int:
    """How many tokens the known place names at the beginning take."""
    count = 0
    # Владимир is a town and a given name.
    if len(tokens) > 1 and tokens[0][0] == "Владимир" and tokens[1][0][0].isupper():
        return 0
    while count < len(tokens):
        taken = _one_place(tokens, count)
        if not taken:
            break
        count += taken
        if not tokens[count - 1][0].endswith(","):
            break
    kind = tokens[0][0].lower() in toponyms.KINDS if tokens else False
    if (count and tokens[count - 1][0].endswith(",")) or (kind and not count):
        # A place that no list knows: behind a known one, or named by its kind.
        more = _up_to_sentence(tokens, count)
        return count + more if more else 0
    while (
        0 < count < min(len(tokens), 8)
        and tokens[count][0].isalpha()
        and tokens[count][0].islower()
    ):
        # "Остров Линда северный": no sentence begins in lower case.
        count += 1
    return count


def _up_to_sentence(tokens: list[re.Match[str]], begin: int) -> int:
    """How many tokens from ``begin`` on stand before what must begin a sentence."""
    left = [match[0] for match in tokens[begin : begin + 7]]
    for count in range(1, len(left)):
        word, before = left[count], "".join(left[:count])
        if before.count("«") > before.count("»"):
            continue
        begins = word.lower() in words.OPENERS or word.lower() in _BEGINNINGS
        if _LABEL.match(word) or (word[0].isupper() and (begins or count > 1)):
            return count
    if 0 < len(left) < 5:
        return len(left)
    return 1 if begin and len(left) > 1 and left[0][0].isupper() and left[1][0].isupper() else 0


def _one_place(tokens: list[re.Match[str]], begin: int) -> int:
    for length in (4, 3, 2, 1):
        part = [match[0] for match in tokens[begin : begin + length]]
        if len(part) < length or any(word.endswith(",") for word in part[:-1]):
            continue
        name = " ".join(part).rstrip(",").lower()
        lower = name.split()
        if name in toponyms.PLACES:
            return length
        if part[0][0].isupper() and (
            (
                lower[-1] in toponyms.KINDS
                and length > 1
                and lower[0].endswith(("ая", "ий", "ой", "ое"))
            )
            or (lower[0] in toponyms.KINDS and length == 2 and part[1][0].isupper())
            or (lower[-1] in _ENGLISH_KINDS and length == 2)
        ):
            return length
    return 0


def _before_sentence(tokens: list[re.Match[str]]) -> int:
    """Up to five capitalised tokens before a word that must begin a sentence."""
    for count, match in enumerate(tokens[:6]):
        word = match[0]
        begins = word.lower() in words.OPENERS or word.lower() in _BEGINNINGS
        if count and word[0].isupper() and begins:
            return count
        if not word[0].isupper() or _NO_PLACE.match(word):
            return 0
    return 0


def _looks_like_place(text: str) -> bool:
    tokens = text.split()
    return (
        len(tokens) <= 10
        and text[0].isupper()
        and not _NO_PLACE.match(tokens[0])
        and not text.endswith((".", "!", "?"))
    )


def is_place(text: str) -> bool:
    """Whether a line of its own is a place line: it is made of known place names."""
    tokens = list(_WORD.finditer(text))
    return 0 < len(tokens) <= 12 and _known_place(tokens) == len(tokens)
