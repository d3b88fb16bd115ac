"""Speaker labels at the head of paragraphs ("В.Путин: …", "Question: …").

A first look cuts every paragraph that might open with a label and judges its shape
(:mod:`generator.sources.parts.names`); the second look judges all of them together, for
a document tells by itself who speaks in it.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Callable, Sequence
from dataclasses import dataclass

from generator.sources.parts import words as lists
from generator.sources.parts.names import INITIALS, LONGEST, SURNAME, UPPER, Shape, shape
from generator.sources.parts.unnamed import is_unnamed

_BREAK = re.compile(r"[:(\[)\]«»“”]")
NOTE = re.compile(
    r"[\s\u00a0]*([(\[][^()\[\]]{1,240}[)\]]|/[^/:]{3,80}/|<[^<>…]{3,80}>)[\s\u00a0]*$"
)
# A person's card that leaked into the label: the surname again, then the given names.
_CARD = re.compile(
    rf"(?P<label>{INITIALS}[\s\u00a0]?(?P<last>{SURNAME}))[\s\u00a0]+(?P=last)[\s\u00a0]+[{UPPER}]"
    rf"|(?P<whole>[{UPPER}][\w-]+(?:[\s\u00a0][{UPPER}][\w-]+){{1,3}})[\s\u00a0]+(?P=whole)[\s\u00a0]+\w"
)
_SLIP = re.compile(rf"(?P<label>{INITIALS}{SURNAME}?)[.;]\s+(?=[«{UPPER}])")
_WORD = re.compile(r"[\w-]+")
# Who addresses somebody speaks: "Moscow Region: Dear friends" is no one's heading.
_ADDRESSES = re.compile(
    r"(?:Dear|Esteemed|Respected|Distinguished|Honou?rable|Colleagues|Comrades|"
    r"(?:My\s)?(?:[Ff]riends|[Ff]ellow\s\w+)|Ladies\sand\s[Gg]entlemen|Good\s(?:morning|afternoon|"
    r"evening|day)|Your\s(?:Excellenc|Majest|Highness|Holiness|Eminence)\w*|"
    r"(?:Mr|Mrs|Ms|Madam)\.?\s(?:President|Prime|Chairman|Chancellor|Minister|Secretary|Speaker)|"
    r"(?:Глубокоу|У|Многоу)важаем\w+|Дорог(?:ой|ая|ие)|Коллеги|Товарищи|Друзья|Господ(?:а|ин)|"
    r"Дамы\sи\sгоспода|Добр(?:ый|ое)\s(?:день|вечер|утро)|Здравствуйте|"
    r"Ваш[еи]\s(?:Величеств|Превосходительств|Высочеств|Святейшеств|Преосвященств)\w*)\b"
)
_STOPPED = re.compile(
    r"(?P<label>Q|(?:The )?(?:Vice )?"
    r"(?:President|Prime Minister|Secretary|Chancellor|King|Chairman)"
    r"(?: [A-Z][\w’'-]+){0,3}|(?:Mr|Mrs|Ms|Dr)\. [A-Z][\w’'-]+(?: [A-Z][\w’'-]+)?"
    r"|[A-Z]{2,}\.? [A-Z][A-Z’'-]+"
    rf"|(?:Вопрос|Ответ|Реплика|ВОПРОС|ОТВЕТ)|{INITIALS}[\s\u00a0]?{SURNAME}"
    rf")\.\s+(?=[«\"“(A-Z{UPPER}])"
)


@dataclass(frozen=True, slots=True)
class Label:
    """A label as printed, its note with brackets or None, and the words behind the colon."""

    label: str
    note: str | None
    words: str


def cut(paragraph: str) -> Label | None:
    """What stands before the first colon outside brackets and quotation marks, if short."""
    depth = 0
    for match in _BREAK.finditer(paragraph, 0, LONGEST + 260):
        sign = match[0]
        if sign in "([«“":
            depth += 1
        elif sign in ")]»”":
            depth = max(0, depth - 1)
        elif depth == 0:
            end = match.end()
            if end < len(paragraph) and not paragraph[end].isspace():
                glued = paragraph[end].isupper() or paragraph[end] in '«“"—–…'
                if not glued:
                    return None
            return make(paragraph[: match.start()], paragraph[end:])
    return None


def make(head: str, rest: str) -> Label | None:
    """A label from the text before the colon: the note and a leaked card taken off."""
    head = head.strip()
    note = NOTE.search(head)
    if note is not None and _is_whole(head, head[: note.start()]):
        note = None
    printed = head[: note.start()] if note else head
    card = _CARD.match(printed)
    if card is not None:
        printed = card["label"] or card["whole"]
    if not printed or len(printed) > LONGEST:
        return None
    return Label(printed.strip(), note[1] if note else None, rest.strip())


def _is_whole(head: str, before: str) -> bool:
    """Whether the brackets at the end of ``head`` are the speaker and no note on him."""
    return is_unnamed(head) or (not before and shape(head) >= Shape.FAIR)


def labels(
    paragraphs: Sequence[str], context: str = "", *, speaking: bool = False
) -> list[Label | None]:
    """For each paragraph the label it opens with, or None.

    ``context`` is text that names speakers (title and lead); the first paragraphs that
    open with no label are taken for more of it.  ``speaking`` says that the source's
    markup shows speakers.
    """
    found = [cut(paragraph) for paragraph in paragraphs]
    report = [text for text, label in zip(paragraphs, found, strict=True) if label is None][:12]
    judged = judge(found, " ".join((context, *report)), speaking=speaking)
    if not any(judged):
        return _stopped(paragraphs)
    known = {key(label.label) for label in judged if label and not is_role(label)}
    return [
        label or _slip(paragraph, known)
        for label, paragraph in zip(judged, paragraphs, strict=True)
    ]


def _slip(paragraph: str, known: set[str]) -> Label | None:
    """A known name with initials and a full stop in the colon's place ("В.Путин. Да.")."""
    match = _SLIP.match(paragraph)
    if match is None or key(match["label"]) not in known:
        return None
    return Label(match["label"], None, paragraph[match.end() :].strip())


def splitter(paragraphs: Sequence[str], context: str = "") -> Callable[[str], list[str]]:
    """A function that cuts a paragraph where a known speaker takes the word in its middle.

    Known are names that open at least two paragraphs; the label must stand behind the
    end of a sentence, and a sentence must begin behind its colon.
    """
    counts = Counter(label.label for label in labels(paragraphs, context) if label)
    known = [
        name
        for name, count in counts.items()
        if count > 1 and (" " in name or "." in name or is_unnamed(name))
    ]
    if not known:
        return lambda paragraph: [paragraph]
    names = "|".join(sorted(map(re.escape, known), key=len, reverse=True))
    inside = re.compile(
        rf"(?<=[.!?…”»\")])\s+(?=(?:{names})\s?(?:\([^()]{{1,80}}\)\s?)?:\s+[«“\"{UPPER}])"
    )
    return inside.split


def judge(
    found: Sequence[Label | None],
    context: str = "",
    paragraphs: int = 0,
    *,
    speaking: bool = False,
) -> list[Label | None]:
    """Those of ``found`` that are labels, seen together.

    ``paragraphs`` is how many there are, where ``found`` has only those with a colon;
    ``speaking`` says that others are known to speak.
    """
    shapes = [_shape(label) for label in found]
    counts = Counter(key(label.label) for label in found if label)
    people = [
        label
        for label, sure in zip(found, shapes, strict=True)
        if label and sure == Shape.STRONG and not is_role(label)
    ]
    fair = [
        label
        for label, sure in zip(found, shapes, strict=True)
        if label and sure >= Shape.FAIR and not is_unnamed(label.label)
    ]
    seen = _Seen(
        counts=counts,
        surnames={_last(label.label) for label in people},
        letters={_letters(label.label) for label in people},
        told=key(context),
        speaking=speaking or bool(people) or _converse(fair, paragraphs or len(found)),
        answered=_answered(found, shapes),
    )
    return [
        label if label and _accept(label, sure, seen) else None
        for label, sure in zip(found, shapes, strict=True)
    ]


def _converse(fair: Sequence[Label], paragraphs: int) -> bool:
    """Whether names without initials or posts come back, or open most paragraphs."""
    names = {key(label.label) for label in fair}
    return len(fair) > len(names) or (len(names) > 1 and 2 * len(fair) >= paragraphs)


def _answered(found: Sequence[Label | None], shapes: Sequence[Shape]) -> Counter[str]:
    """How often a label of a doubtful shape stands next to one of a good shape.

    Who speaks answers and is answered; what a speaker counts up ("Дороги: …") does not.
    """
    answered: Counter[str] = Counter()
    for index, (label, sure) in enumerate(zip(found, shapes, strict=True)):
        if label is not None and sure == Shape.WEAK:
            near = (*shapes[index + 1 : index + 4], *shapes[max(0, index - 1) : index])
            answered[key(label.label)] += max(near, default=Shape.NONE) > sure
    return answered


@dataclass(frozen=True, slots=True)
class _Seen:
    """What the whole document tells about its speakers."""

    counts: Counter[str]
    surnames: set[str]
    letters: set[str]
    told: str
    speaking: bool
    answered: Counter[str]


def _accept(label: Label, sure: Shape, seen: _Seen) -> bool:
    again = seen.counts[key(label.label)]
    if sure == Shape.STRONG:
        return seen.speaking or again > 1 or not is_role(label)
    if sure == Shape.FAIR:
        told = not is_unnamed(label.label) and _told(label.label, seen.told)
        return seen.speaking or told or _ADDRESSES.match(label.words) is not None
    if _letters(label.label) in seen.letters:
        # "В Путин", a slip of the typist.
        return True
    if sure == Shape.NONE or not seen.speaking:
        return False
    if _last(label.label) in seen.surnames:
        return len(label.label.split()) == 1
    outlet = label.label[0] in "«“" or label.label.isupper()
    answered = 3 * seen.answered[key(label.label)] >= 2 * again
    return answered and again > (1 if outlet else 2)


def _letters(label: str) -> str:
    return "".join(filter(str.isalpha, label)).casefold()


def _told(label: str, told: str) -> bool:
    """Whether ``told`` names the speaker: the whole label, or a surname in any case."""
    last = _last(label)
    return key(label) in told or (len(last) > 4 and last[:-2] in told)


def _shape(label: Label | None) -> Shape:
    if label is None:
        return Shape.NONE
    sure = shape(label.label)
    # A sentence goes on in lower case behind its colon; a speaker begins one.
    if label.words[:1].islower() and sure < Shape.STRONG:
        return Shape.NONE
    if label.words[:1].islower() and is_role(label):
        return Shape.WEAK
    return sure


def is_role(label: Label) -> bool:
    """Whether the label begins with a role ("Question"), or names nobody ("A______")."""
    word = _WORD.search(label.label)
    return (word is not None and word[0].lower() in lists.ROLES) or is_unnamed(label.label)


def _last(label: str) -> str:
    return _WORD.findall(label)[-1].casefold() if _WORD.search(label) else ""


def key(label: str) -> str:
    """A label without regard to case and kinds of blanks."""
    return " ".join(label.split()).casefold()


def _stopped(paragraphs: Sequence[str]) -> list[Label | None]:
    """Labels that end in a full stop ("President Clinton. Good afternoon"), as some print."""
    found = [_STOPPED.match(paragraph) for paragraph in paragraphs]
    counts = Counter(match["label"] for match in found if match)
    if len(counts) < 2 or max(counts.values()) < 2:
        return [None] * len(paragraphs)
    return [
        Label(match["label"], None, paragraph[match.end() :].strip()) if match else None
        for match, paragraph in zip(found, paragraphs, strict=True)
    ]
