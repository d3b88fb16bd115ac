"""The head of a flattened page: title, lead, date, time, place, caption.

The scraper left no marks between them.  The date with its time is the one sure point;
the title is found by its repetition as a caption, or by where a new sentence must begin.
"""

from __future__ import annotations

import re
from dataclasses import dataclass

from generator.sources.parts import toponyms, words
from generator.text import source_dates

_STAMP = re.compile(
    r"(?P<date>\d{1,2}\s(?:января|февраля|марта|апреля|мая|июня|июля|августа|сентября|октября|"
    r"ноября|декабря)\s\d{4}\sгода|(?:January|February|March|April|May|June|July|August|September|"
    r"October|November|December)\s\d{1,2},\s\d{4})\s(?P<time>\d{1,2}:\d{2})(?!\d)"
)
_ANNOUNCED = re.compile(
    r"(?P<line>(?:Анонс на|Announcement for)\s.{3,40}?(?:\d{4} года|, \d{4}|\d{4}))(?=\s|$)"
)
_SECTION = re.compile(
    r"(?:События|Документы|Телеграммы|Поездки|Команды|Структура|Events|Documents|Trips)\s+"
)
# Words that, with a capital in mid-line, can only begin a sentence.
_OPENERS = words.words(
    """
    в во на по под при с со после перед накануне сегодня вчера завтра за для к от из из-за между
    также как кроме помимо благодаря согласно ранее затем одновременно через среди это о об обо
    обсуждались обсуждены рассмотрены рассматривались рассматривалась состоялся состоялась
    состоялось состоялись прошла прошёл прошло прошли началась начался открылся открылась подписан
    подписана подписано подписаны принят принята принято приняты опубликован опубликована
    опубликованы внесены внесён утверждён утверждена утверждено утверждены вручены назначен темой
    основной основными основное особое главное ключевой ключевыми отдельно выражены
    in on at after during following before the a an this talks
    """
)
# Nouns and names that open a lead in the nominative, when a verb follows them.
_SUBJECTS = (
    words.POSTS
    | words.GIVEN_NAMES
    | words.words(
        """
        владимир дмитрий российский лидер лидеры президенты главы участники стороны руководители
        члены представители победители лауреаты делегация встреча беседа переговоры разговор
        мероприятие церемония заседание совещание форум саммит документ документы указ закон
        федеральный речь внимание визит поездка концерт торжественный торжественная парад
        комиссия совет госсовет награды государственные премии врио полпред спикер мэр
        """
    )
)
_VERB = re.compile(
    r"(?:[а-яё]+(?:л|ла|ло|ли|лся|лась|лось|лись|ет|ит|ут|ют|ат|ят|ются|ится|ется|ён|ено|ены|ана|ано|"
    r"аны|ята|ято|яты)|[a-z]+(?:ed|s)|was|were|held|met|took|spoke|had|is|are|sent|made|gave)$"
)
_OBLIQUE = re.compile(
    r"(?:ого|его|ому|ему|ым|им|ом|ем|ой|ей|ую|юю|ыми|ими|ами|ями|ах|ях|ов|ев|у|ю|е|"
    r"ента|ора|ира|ина|ова|ева|ера|стра|дра)$"
)
_DANGLING = re.compile(
    r"(?:в|во|на|по|под|при|с|со|за|для|к|о|об|от|из|и|или|между|the|of|in|on|with|and|for|to|at|by)$",
    re.IGNORECASE,
)
_WORD = re.compile(r"\S+")
_STARTING = words.words("владимир президент глава председатель российский лидеры участники стороны")
_NO_PLACE = re.compile(
    r"(?:Владимир|Дмитрий|Президент|Глава|Указ|Закон|Федеральный|Совет|Документ|Проект|Текст|"
    r"Уважаем\w+|Дорог\w+|[А-ЯЁ][а-яё]{0,2})$"
)


@dataclass(frozen=True, slots=True)
class Head:
    """What the head says; ``end`` is where the body begins in the text."""

    title: str
    end: int
    lead: str | None = None
    date: str | None = None
    time: str | None = None
    place: str | None = None
    caption: str | None = None
    announced: str | None = None


def read(text: str, *, first_label: int | None) -> Head:
    """Read the head of ``text``; ``first_label`` is where the first speaker label stands."""
    section = _SECTION.match(text)
    begin = section.end() if section else 0
    stamp = _STAMP.search(text, begin)
    limit = first_label if first_label is not None else len(text)
    if stamp is None or stamp.start() > min(limit, begin + 2500):
        return _without_stamp(text, begin, limit)
    printed = text[begin : stamp.start()].strip()
    rest = text[stamp.end() : min(limit, stamp.end() + 600)]
    title, lead = _split(printed, rest)
    place, caption, used = _place(
        rest, title, closed=first_label is not None and first_label < stamp.end() + 600
    )
    found = source_dates.read(f"{stamp['date']} {stamp['time']}")
    return Head(
        title=title,
        lead=lead,
        date=found.date if found else None,
        time=found.time if found else None,
        place=place,
        caption=caption,
        end=stamp.end() + used,
    )


def _without_stamp(text: str, begin: int, limit: int) -> Head:
    announced = _ANNOUNCED.search(text, begin, min(limit, begin + 1500))
    if announced is None:
        end = text.find(". ", begin)
        title, lead = _split(text[begin : end + 1 if end >= 0 else limit].strip(), "")
        return Head(title=title, end=begin + len(title))
    title, lead = _split(text[begin : announced.start()].strip(), "")
    return Head(title=title, lead=lead, announced=announced["line"], end=announced.end())


def _split(printed: str, rest: str) -> tuple[str, str | None]:
    """Title and lead; what does not end like a sentence is a title alone."""
    if not printed.endswith((".", "!", "?", "…", ".»", "»", ")")) or " " not in printed:
        return printed, None
    repeated = _repeated(printed, rest)
    if repeated is not None:
        return printed[:repeated].strip(), printed[repeated:].strip() or None
    if not printed.endswith((".", "!", "?", "…", ".»")):
        return printed, None
    cut = _sentence_start(printed)
    return (printed[:cut].strip(), printed[cut:].strip()) if cut else (printed, None)


def _repeated(printed: str, rest: str) -> int | None:
    """Where the title ends, if the caption behind the place repeats it."""
    tokens = list(_WORD.finditer(printed))
    for length in range(min(len(tokens) - 1, 40), 2, -1):
        end = tokens[length - 1].end()
        at = rest.find(printed[:end])
        if 0 <= at <= 90:
            follows = printed[tokens[length].start()]
            if follows.isupper() or follows.isdigit() or follows == "«":
                return end
    return None


def _sentence_start(printed: str) -> int | None:
    """Where the lead must begin: at a capital that no title goes on with."""
    tokens = list(_WORD.finditer(printed))
    best: tuple[int, int] | None = None
    for index in range(1, len(tokens) - 1):
        word = tokens[index][0]
        before = tokens[index - 1][0]
        if not word[0].isupper() or _DANGLING.match(before) or before[-1] in ",:–—-":
            continue
        score = _score(tokens, index)
        if score > 0 and (best is None or score > best[0]):
            best = score, tokens[index].start()
    return best[1] if best else _last_subject(tokens)


def _last_subject(tokens: list[re.Match[str]]) -> int | None:
    """The last capital before the first verb that may be a subject, in default of better."""
    found = None
    for index in range(1, len(tokens)):
        token, before = tokens[index][0], tokens[index - 1][0]
        if _VERB.match(token.lower()) and found is not None:
            return found
        free = token[0].isupper() and not _DANGLING.match(before) and before[-1] not in ",:–—-"
        if free and not _OBLIQUE.search(token.lower()):
            found = tokens[index].start()
    return None


def _score(tokens: list[re.Match[str]], index: int) -> int:
    word = tokens[index][0].lower().strip("«»,.")
    score = 0
    if word in _OPENERS or word in _SUBJECTS:
        score += 4
    elif _VERB.match(word) and tokens[index][0][1:].islower() and len(word) > 5:
        score += 3
    else:
        return 0
    following = [match[0].lower().strip(",.") for match in tokens[index + 1 : index + 12]]
    has_verb = any(_VERB.match(other) for other in following)
    if word in _SUBJECTS and not has_verb:
        return 0
    score += has_verb
    # Of two that may begin a sentence the first does; the second belongs to it.
    return score * 100 - index


def _place(rest: str, title: str, *, closed: bool) -> tuple[str | None, str | None, int]:
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
    if count and tokens[count - 1][0].endswith(","):
        return 0
    return count


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
        ):
            return length
    return 0


def _before_sentence(tokens: list[re.Match[str]]) -> int:
    """Up to five capitalised tokens before a word that must begin a sentence."""
    for count, match in enumerate(tokens[:6]):
        word = match[0]
        if count and word[0].isupper() and word.lower() in (_OPENERS | _STARTING):
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
