"""The head of a flattened page: title, lead, date, time, place, caption.

The scraper left no marks between them.  The date with its time is the one sure point;
the title is found by its repetition as a caption, or by where a new sentence must begin.
"""

from __future__ import annotations

import re
from dataclasses import dataclass

from generator.sources.parts import flat_place, words
from generator.text import source_dates

_DATE = re.compile(
    r"\b\d{1,2}\s(?:января|февраля|марта|апреля|мая|июня|июля|августа|сентября|октября|"
    r"ноября|декабря)\s\d{4}\sгода|(?:January|February|March|April|May|June|July|August|September|"
    r"October|November|December)\s\d{1,2},\s\d{4}"
)
_STAMP = re.compile(rf"(?:{_DATE.pattern})\s\d{{1,2}}:\d{{2}}(?!\d)")
_ANNOUNCED = re.compile(
    r"(?P<line>(?:Анонс на|Announcement for)\s.{3,40}?(?:\d{4} года|, \d{4}|\d{4}))(?=\s|$)"
)
_SECTION = re.compile(
    r"(?:События|Документы|Телеграммы|Поездки|Команды|Структура|Events|Documents|Trips)\s+"
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
        тема темы главная главный основная центральная цель текст запись трансляция программа
        федеральный речь внимание визит поездка концерт торжественный торжественная парад
        комиссия совет госсовет награды государственные премии врио полпред спикер мэр
        vladimir dmitry
        """
    )
)
_VERB = re.compile(
    r"(?:[а-яё]+(?:л|ла|ло|ли|лся|лась|лось|лись|ет|ит|ут|ют|ат|ят|ются|ится|ется|ён|ено|ены|ана|ано|"
    r"аны|ята|ято|яты|ован|ена|ыт|ыта|ыто|ыты|[жчшщ]ен)|[–—]|[a-z]+(?:ed|s)|was|were|held|met|took|spoke|had|is|are|sent|made|gave)$"
)
# A participle that opens a sentence; "Казахстана" ends like one.
_OPENS = re.compile(
    r"[А-ЯЁ][а-яё]{2,}(?:л|ла|ло|ли|лся|лась|лось|лись|ён|ено|ены|ано|ят|ята|ято|яты|ован)$"
)
_OBLIQUE = re.compile(
    r"(?<!ни)(?<!ти)(?<!ви)(?:ого|его|ому|ему|ым|им|ом|ем|ой|ей|ую|юю|ыми|ими|ами|ями|ах|ях|ов|ев|у|ю|е|"
    r"ента|ора|ира|ина|ова|ева|ера|стра|дра)$"
)
_DANGLING = re.compile(
    r"(?:в|во|на|по|под|при|с|со|за|для|к|о|об|от|из|и|или|между|the|of|in|on|with|and|for|to|at|by)$",
    re.IGNORECASE,
)
_WORD = re.compile(r"\S+")
# What parts the head from the words below it.
_MARK = re.compile(r"\s(?:\*\s?\*\s?\*|<(?:…|\.\.\.)>)(?=\s|$)")
_CAPTION_REACH = 90
"""Characters between the date and a caption, for the place."""


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


def read(text: str, *, first_label: int | None, published: str | None = None) -> Head:
    """Read the head of ``text``; ``first_label`` is where the first speaker label stands.

    ``published`` is the date that the foot names, to know the head's by where it has no
    time of day.
    """
    section = _SECTION.match(text)
    begin = section.end() if section else 0
    limit = first_label if first_label is not None else len(text)
    stamp = _STAMP.search(text, begin) or _without_time(text, begin, limit, published)
    if stamp is None or stamp.start() > min(limit, begin + 2500):
        return _without_stamp(text, begin, limit)
    printed = text[begin : stamp.start()].strip()
    mark = _MARK.search(text, stamp.end(), min(limit, stamp.end() + 600))
    rest = text[stamp.end() : mark.start() if mark else min(limit, stamp.end() + 600)]
    title, lead = _split(printed, rest)
    place, caption, used = flat_place.place(
        rest, title, closed=first_label is not None and first_label < stamp.end() + 600
    )
    found = source_dates.read(stamp[0])
    return Head(
        title=title,
        lead=lead,
        date=found.date if found else None,
        time=found.time if found else None,
        place=place,
        caption=caption,
        end=stamp.end() + used,
    )


def _without_time(text: str, begin: int, limit: int, published: str | None) -> re.Match[str] | None:
    """The first date that is the foot's, unless an announcement is made for it."""
    if published is None or _ANNOUNCED.search(text, begin, min(limit, begin + 1500)):
        return None
    for match in _DATE.finditer(text, begin, min(limit, begin + 2500)):
        found = source_dates.read(match[0])
        if found is not None and published.startswith(found.date):
            return match
    return None


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
    repeated = _repeated(printed, rest)
    if repeated is not None:
        return printed[:repeated].strip(), printed[repeated:].strip() or None
    if not printed.endswith((".", "!", "?", "…", ".»", ".)")):
        return printed, None
    cut = _sentence_start(printed)
    return (printed[:cut].strip(), printed[cut:].strip()) if cut else (printed, None)


def _repeated(printed: str, rest: str) -> int | None:
    """Where the title ends, if the caption behind the place repeats it."""
    if 0 <= rest.find(printed) <= _CAPTION_REACH:
        return len(printed)
    tokens = list(_WORD.finditer(printed))
    for length in range(min(len(tokens) - 1, 40), 1, -1):
        end = tokens[length - 1].end()
        at = rest.find(printed[:end])
        follows = printed[tokens[length].start()]
        if 0 <= at <= _CAPTION_REACH and (follows.isupper() or follows.isdigit() or follows == "«"):
            if length > 2:
                return _not_beyond(tokens, length)
            # Two words are a title where a known place stands before them.
            return end if at and flat_place.is_place(rest[:at]) else None
    return None


def _not_beyond(tokens: list[re.Match[str]], length: int) -> int:
    """The title's end, where lead and body begin with the same words ("Владимир Путин …")."""
    if not _score(tokens, length):
        for shorter in range(length - 1, max(1, length - 4), -1):
            if tokens[shorter][0][0].isupper() and _score(tokens, shorter):
                return tokens[shorter - 1].end()
    return tokens[length - 1].end()


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
    """The last capital before the first verb that may be a subject, in default of better.

    Without any, the last capital before that verb: the sentence begins with its object.
    """
    found = other = None
    object_first = False
    last = len(tokens)
    for index in range(1, len(tokens)):
        token, before = tokens[index][0], tokens[index - 1][0]
        if before.lower() in words.GIVEN_NAMES and token[0].isupper():
            continue
        if _VERB.match(token.lower()) and (found or other) is not None:
            return other if object_first or found is None else found
        if token[0].isupper() and not _DANGLING.match(before) and before[-1] not in ",:–—-":
            other = tokens[index].start()
            object_first = token[-1] in "ую"
            last = index
            if not _OBLIQUE.search(token.lower()):
                found = other
    # Without a verb the sentence is a phrase; a title alone ends in no full stop.
    return other if len(tokens) - last > 3 and tokens[-1][0].endswith(".") else None


def _score(tokens: list[re.Match[str]], index: int) -> int:
    word = tokens[index][0].lower().strip("«»,.")
    score = 0
    if word.isascii() and word in words.POSTS:
        # English titles write posts large: "Meeting with Defence Minister Bor Lind".
        score += 1
    elif word in words.OPENERS or word in _SUBJECTS:
        score += 4
    elif _OPENS.match(tokens[index][0].strip("«»,.")) and len(word) > 5:
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
