"""The head of a flattened page: title, lead, date, time, place, caption.

The scraper left no marks between them.  The date with its time is the one sure point;
the title is found by its repetition as a caption, or by where a new sentence must begin.
"""

from __future__ import annotations

import re
from dataclasses import dataclass

from generator.sources.parts import toponyms
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
_STARTERS = frozenset(
    """
    в во на по под при с со после перед накануне сегодня вчера завтра за для к от из из-за между
    также как кроме помимо благодаря согласно ранее затем одновременно через в связи
    владимир дмитрий президент глава верховный председатель российский лидер лидеры президенты
    главы участники стороны руководители руководитель премьер-министр министр губернатор
    обсуждались обсуждались обсуждены рассмотрены рассматривались рассматривалась состоялся
    состоялась состоялось состоялись прошла прошёл прошли началась начался открылся открылась
    подписан подписано подписаны принят приняты опубликован опубликованы речь основное особое
    главное внимание документ указ федеральный внесены утверждён утверждена утверждено темой
    основной основными ключевой встреча беседа переговоры мероприятие церемония заседание
    совещание форум саммит это о об
    vladimir dmitry the president in on at after during following before talks taking a an this
    """.split()  # noqa: SIM905 -- a list of words reads better in lines
)
_SUBJECTS = frozenset(
    """
    владимир дмитрий президент глава верховный председатель лидеры президенты главы участники
    стороны руководители руководитель премьер-министр министр губернатор встреча беседа переговоры
    мероприятие церемония заседание совещание форум саммит документ указ vladimir dmitry
    """.split()  # noqa: SIM905 -- the same
)
_VERB = re.compile(
    r"(?:[а-яё]+(?:л|ла|ло|ли|лся|лась|лось|лись|ет|ит|ут|ют|ат|ят|ются|ится|ется|ён|ено|ены|ана|ано|"
    r"аны|ята|ято|яты)|[a-z]+(?:ed|s)|was|were|held|met|took|spoke|had|is|are|sent|made|gave)$"
)
_DANGLING = re.compile(
    r"(?:в|во|на|по|под|при|с|со|за|для|к|о|об|от|из|и|или|между|the|of|in|on|with|and|for|to|at|by)$",
    re.IGNORECASE,
)
_WORD = re.compile(r"\S+")
_PERSON_WORDS = re.compile(r"(?:Владимир|Дмитрий|Президент|Глава|В|Во|На|После|Перед|По)$")


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
    words = list(_WORD.finditer(printed))
    for length in range(min(len(words) - 1, 40), 2, -1):
        end = words[length - 1].end()
        at = rest.find(printed[:end])
        if 0 <= at <= 90:
            follows = printed[words[length].start()]
            if follows.isupper() or follows.isdigit() or follows == "«":
                return end
    return None


def _sentence_start(printed: str) -> int | None:
    """Where the lead must begin: at a capital that no title goes on with."""
    words = list(_WORD.finditer(printed))
    best: tuple[int, int] | None = None
    for index in range(1, len(words) - 1):
        word = words[index][0]
        before = words[index - 1][0]
        if not word[0].isupper() or _DANGLING.match(before) or before[-1] in ",:–—-":
            continue
        score = _score(words, index)
        if score > 0 and (best is None or score > best[0]):
            best = score, words[index].start()
    return best[1] if best else None


def _score(words: list[re.Match[str]], index: int) -> int:
    word = words[index][0].lower().strip("«»,.")
    score = 0
    if word in _STARTERS:
        score += 4
    elif _VERB.match(word) and words[index][0][1:].islower() and len(word) > 5:
        score += 3
    else:
        return 0
    following = [match[0].lower().strip(",.") for match in words[index + 1 : index + 12]]
    has_verb = any(_VERB.match(other) for other in following)
    if word in _SUBJECTS and not has_verb:
        return 0
    score += has_verb
    # Of two that may begin a sentence the first does; the second belongs to it.
    return score * 100 - index


def _place(rest: str, title: str, *, closed: bool) -> tuple[str | None, str | None, int]:
    """Place, caption, and how much of ``rest`` they take."""
    words = list(_WORD.finditer(rest))
    at = _caption_start(rest, title)
    if at is not None:
        place = rest[:at].strip(" ,")
        caption, end = _caption(rest, at, title)
        if not place or _looks_like_place(place):
            return place or None, caption, end
    count = _known_place(words)
    if count:
        return rest[: words[count - 1].end()].strip(), None, words[count - 1].end()
    if closed and words and len(words) <= 8 and _looks_like_place(rest.strip()):
        return rest.strip(), None, len(rest)
    count = _before_sentence(words)
    if count:
        return rest[: words[count - 1].end()].strip(), None, words[count - 1].end()
    return None, None, 0


def _caption_start(rest: str, title: str) -> int | None:
    words = title.split()
    for length in (len(words), 6, 4, 3):
        if 3 <= length <= len(words):
            at = rest.find(" ".join(words[:length]))
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


def _known_place(words: list[re.Match[str]]) -> int:
    """How many words the known place names at the beginning take."""
    count = 0
    # Владимир is a town and a given name.
    if len(words) > 1 and words[0][0] == "Владимир" and words[1][0][0].isupper():
        return 0
    while count < len(words):
        taken = _one_place(words, count)
        if not taken:
            break
        count += taken
        if not words[count - 1][0].endswith(","):
            break
    if count and words[count - 1][0].endswith(","):
        return 0
    return count


def _one_place(words: list[re.Match[str]], begin: int) -> int:
    for length in (4, 3, 2, 1):
        part = [match[0] for match in words[begin : begin + length]]
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


def _before_sentence(words: list[re.Match[str]]) -> int:
    """Up to five capitalised words before a word that must begin a sentence."""
    for count, match in enumerate(words[:6]):
        word = match[0]
        if count and word[0].isupper() and word.lower() in _STARTERS:
            return count
        if not word[0].isupper() or _PERSON_WORDS.match(word):
            return 0
    return 0


def _looks_like_place(text: str) -> bool:
    words = text.split()
    return (
        len(words) <= 10
        and text[0].isupper()
        and not _PERSON_WORDS.match(words[0])
        and not text.endswith((".", "!", "?"))
    )


def is_place(text: str) -> bool:
    """Whether a line of its own is a place line: it is made of known place names."""
    words = list(_WORD.finditer(text))
    return 0 < len(words) <= 12 and _known_place(words) == len(words)
