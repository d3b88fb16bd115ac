"""Speaker labels inside running text, for pages that a scraper flattened to one line.

Every colon is looked at from its left: a name with initials ends a label wherever it
stands, anything else only at the beginning of a sentence.  The document as a whole then
decides (:func:`generator.sources.parts.speakers.judge`).
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass

from generator.sources.parts import speakers, words
from generator.sources.parts.names import INITIALLED, INITIALS, LOWER, SURNAME, UPPER, Shape, shape
from generator.sources.parts.speakers import Label
from generator.sources.parts.unnamed import is_unnamed

_REACH = 420
"""Characters that are looked at before a colon: a label, a card and a note."""

_COLON = re.compile(r"(?<!\d):(?=\s|$)|(?<=\d):(?=\s)|:(?=[«“\"A-ZА-ЯЁ])")
_LONE_LETTER = re.compile(rf"[{UPPER}]\.\s+(?=[{UPPER}][{LOWER}]?\.)")
_BLANKS = re.compile(r"\s*")
_INITIALLED = re.compile(INITIALLED)
_NAME_AT_END = re.compile(rf"(?<![\w.’-])(?P<name>{INITIALLED}(?:(?:,\s|\sи\s){INITIALLED})*)$")
_CARD = re.compile(
    rf"(?<![\w.’-])(?P<label>{INITIALS}\s?(?P<last>{SURNAME}?))\s+(?P=last)\s+[{UPPER}]"
    rf"|(?<![\w.’-])(?P<whole>[{UPPER}][{LOWER}-]+(?:\s[{UPPER}][{LOWER}-]+){{1,3}}?)\s+(?P=whole)\s+\w"
)
# The end of a sentence: not the full stop of an initial or of a short abbreviation.
_BOUNDARY = re.compile(
    rf"(?:(?<=[{LOWER}\d%»”\")\]])|(?<=[{UPPER}]{{2}}))(?<!\bДж)[.!?…]+[»”\")\]]*\s+"
    r"|[»”\")\]]\s+(?=[«“]?[A-ZА-ЯЁ])|(?:<…>|<\.\.\.>|\*\s?\*\s?\*)\s*|[!?…]\s+|\n\s*"
)
# The end of a sentence, or what no card holds; "им. Линда" goes on.
_STOP = re.compile(rf"(?<=[{LOWER}]{{3}})[.!?…]+\s+(?=[«{UPPER}])|<…>|\*\s?\*|[!?]\s|:\s")
_OUTLET = re.compile(rf"«[^«»]{{2,40}}»|[{UPPER}][{UPPER}-]{{2,20}}")
_ONE_NAME = re.compile(rf"{INITIALS}\s?(?:[{LOWER}-]{{2,5}}\s){{0,2}}[{UPPER}][\w’-]*(?=\s)")
_ENDED = re.compile(r"(?:[.!?…»”\")\]>*]|^)\s*$")
# Words before a name that make it a part of the sentence: "как сказал В.Путин: «…»".
_GOVERNED = re.compile(
    r"(?:^|\s)(?:и|а|с|со|у|к|ко|от|для|о|об|обо|по|за|при|про|что|как|где|на|в|во|из|чем|или|"
    r"слова|словам|слов|словами|письмо|письма|мысль|мнению|мнение|строки|строк|цитата|цитирую|"
    r"процитирую|напомню|фраза|фразу|книга|книге|статья|статье|стихи|речь|"
    r"господин|господина|товарищ|президент|президентом|президента|министр|"
    r"\w{2,}(?:ал|ил|ел|ял|ул|сал|зал|тил|ала|ила|ела|ает|яет|ует|ит|лся|ился|ался))$",
    re.IGNORECASE,
)


@dataclass(frozen=True, slots=True)
class Place:
    """Where a label stands: from ``start`` to ``end``, behind its colon and blanks."""

    start: int
    end: int
    label: Label


@dataclass(frozen=True, slots=True)
class _Candidate:
    start: int
    end: int
    label: Label
    bounded: bool


def find(text: str, context: str = "", begin: int = 0) -> list[Place]:
    """The labels in ``text`` from ``begin`` on, in order; their ``words`` are left empty."""
    begin = _skip_blanks(text, begin)
    candidates = list(_candidates(text, begin))
    bounded = Counter(speakers.key(c.label.label) for c in candidates if c.bounded)
    candidates = [_shorten(candidate, bounded) for candidate in candidates]
    candidates = sorted([*candidates, *_repeated(text, begin, candidates)], key=lambda c: c.start)
    first = True
    kept: list[_Candidate] = []
    for candidate in candidates:
        if (
            candidate.bounded
            or bounded[speakers.key(candidate.label.label)]
            or (first and shape(candidate.label.label) == Shape.STRONG)
            or _is_printed_name(candidate.label)
        ):
            kept.append(candidate)
            first = False
    judged = speakers.judge([c.label for c in kept], context, paragraphs=len(text))
    return [
        Place(c.start, c.end, Label(c.label.label, c.label.note, ""))
        for c, label in zip(kept, judged, strict=True)
        if label is not None
    ]


def _is_printed_name(label: Label) -> bool:
    """Nobody speaks in initials: a name with them before new words is the editor's label."""
    return _INITIALLED.fullmatch(label.label) is not None and label.words[:1].isupper()


def _repeated(text: str, begin: int, candidates: list[_Candidate]) -> Iterator[_Candidate]:
    """Labels that stand elsewhere at the beginning of a sentence, behind an unended one."""
    known = {c.label.label for c in candidates if c.bounded and shape(c.label.label) >= Shape.FAIR}
    if not known:
        return
    taken = {c.end for c in candidates}
    names = "|".join(sorted(map(re.escape, known), key=len, reverse=True))
    pattern = re.compile(rf"(?<=\s)(?P<name>{names})\s*(?P<note>\([^()]{{1,200}}\))?\s*:(?=\s)")
    for match in pattern.finditer(text, begin):
        end = _skip_blanks(text, match.end())
        if end not in taken and not _GOVERNED.search(
            text[max(0, match.start() - 40) : match.start()].rstrip()
        ):
            label = Label(match["name"], match["note"], text[end : end + 80])
            yield _Candidate(match.start(), end, label, False)


def _skip_blanks(text: str, at: int) -> int:
    blank = _BLANKS.match(text, at)
    return blank.end() if blank else at


def _shorten(candidate: _Candidate, known: Counter[str]) -> _Candidate:
    """Without a letter that ends the sentence before ("пункт А. В.Путин")."""
    first = _LONE_LETTER.match(candidate.label.label)
    if first is None or not known[speakers.key(candidate.label.label[first.end() :])]:
        return candidate
    label = candidate.label
    shorter = Label(label.label[first.end() :], label.note, label.words)
    return _Candidate(candidate.start + first.end(), candidate.end, shorter, True)


def _candidates(text: str, begin: int) -> Iterator[_Candidate]:
    taken = begin
    for colon in _COLON.finditer(text, begin):
        start = max(taken, colon.start() - _REACH)
        candidate = _candidate(text, start, colon, opens=start == begin)
        if candidate is not None:
            yield candidate
            taken = candidate.end


def _candidate(text: str, begin: int, colon: re.Match[str], *, opens: bool) -> _Candidate | None:
    head = text[begin : colon.start()].rstrip()
    note = speakers.NOTE.search(head)
    if note is not None and is_unnamed(note[1]):
        note = None
    bare = head[: note.start()] if note else head
    end = _skip_blanks(text, colon.end())
    spoken = text[end : end + 80]
    start, printed = _label(bare, leaked=text[colon.start() - 1 : colon.start()].isspace())
    if start is None or not printed:
        return None
    before = bare[:start] or text[max(0, begin - 40) : begin]
    bounded = (opens and start == 0) or _ENDED.search(before) is not None
    if not bounded and _GOVERNED.search(before.rstrip()):
        return None
    label = Label(printed, note[1] if note else None, spoken)
    return _Candidate(begin + start, end, label, bounded)


def _begins_with_a_post(sentence: str) -> bool:
    first = sentence.split()[0].lower()
    return shape(sentence) >= Shape.FAIR and (first in words.POSTS or first in words.ROLES)


def _label(bare: str, *, leaked: bool) -> tuple[int | None, str]:
    """Where in ``bare`` a label begins that ends where it ends, and its text.

    ``leaked`` says that a blank stands before the colon, as a person's card leaves it.
    """
    begin = 0
    for boundary in _BOUNDARY.finditer(bare):
        begin = boundary.end()
    sentence = bare[begin:]
    for card in _CARD.finditer(bare):
        rest = bare[card.end() :]
        if not _STOP.search(rest) and len(rest) < 300:
            return card.start(), (card["label"] or card["whole"]).strip()
    named = _NAME_AT_END.search(bare)
    if named is not None:
        # "Вопрос В.Путину", "Пресс-секретарь Д.Песков": the name is a part of the label.
        whole = named.start() > begin and _begins_with_a_post(sentence)
        return (begin, sentence) if whole else (named.start(), named["name"])
    if shape(sentence) >= Shape.FAIR or _OUTLET.fullmatch(sentence):
        return begin, sentence
    name = _ONE_NAME.match(sentence) if leaked else None
    return (begin, name[0]) if name else (None, "")
