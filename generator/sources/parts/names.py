"""How much a piece of text looks like a speaker label, by its own words alone.

The judgement that needs the whole document is in
:mod:`generator.sources.parts.speakers`.  The words stand in
:mod:`generator.sources.parts.words`.
"""

from __future__ import annotations

import re
from enum import IntEnum
from functools import lru_cache

from generator.sources.parts import unnamed, words
from generator.sources.parts.toponyms import PLACES


class Shape(IntEnum):
    """How sure the shape alone makes one."""

    NONE = 0
    """A sentence or a known false friend."""
    WEAK = 1
    """A few words; a label only where it keeps coming back."""
    FAIR = 2
    """Shaped like a name; a label in a document that has speakers."""
    STRONG = 3
    """A label wherever it stands."""


def _letters(upper: bool) -> str:
    """Latin and Cyrillic letters of one case, as a character class's ranges.

    Ranges, for a class of four hundred letters takes a hundred patterns a tenth of a
    second to compile.
    """
    blocks = (*range(0x41, 0x180), *range(0x400, 0x530))
    wanted = str.isupper if upper else str.islower
    codes = [code for code in blocks if chr(code).isalpha() and wanted(chr(code))]
    starts = [code for code in codes if code - 1 not in codes]
    ends = [code for code in codes if code + 1 not in codes]
    return "".join(
        chr(first) if first == last else f"{chr(first)}-{chr(last)}"
        for first, last in zip(starts, ends, strict=True)
    )


UPPER = _letters(upper=True)
LOWER = _letters(upper=False)
# Two letters only where both are consonants ("Дж.", "Ch."): "Да. В.Путин" is an answer.
# A shortened given name stands right before its surname ("Вик.Линд").
_SHORTENED = (
    rf"(?:Ал|Анат|Ар|Вас|Вик|Вл|Вяч|Евг|Ив|Конст|Мих|Ник|Эд|Юр)(?=\.[{UPPER}][{LOWER}]{{2}})"
)
_INITIAL = (
    rf"(?:[{UPPER}]|[БВГДЖЗКЛМНПРСТФХЦЧШ][бвгджзклмнпрстфхцчш]|[B-DF-HJ-NP-TV-Z][hrlj]"
    rf"|{_SHORTENED})\."
)
INITIALS = rf"{_INITIAL}(?:[\s\u00a0]?-?[\s\u00a0]?{_INITIAL}){{0,2}}"
_ARTICLE = r"(?:[ЕеАаЭэ]ль|[Аа][схшдрн]|[AaEe][ldsrhn]|bin)-"
_WORD = rf"(?:{_ARTICLE}|[дd][’'ʼ])?[{UPPER}][\w’'ʼ‘`\u2011-]*"
_PARTICLE = rf"(?:{words.PARTICLES})"
_GAP = r"[\s\u00a0]+"
SURNAME = (
    rf"(?:{_PARTICLE}{_GAP}){{0,3}}{_WORD}(?:{_GAP}(?:{_PARTICLE}{_GAP}){{0,2}}{_WORD}){{0,4}}"
)
INITIALLED = rf"{INITIALS}[\s\u00a0]?{SURNAME}"
_AND = rf"(?:,{_GAP}|{_GAP}и{_GAP})"
_TAIL = rf"(?:,{_GAP}[«“\"{UPPER}{LOWER}][^:.!?]{{1,90}})?"

_INITIALLED = re.compile(
    rf"(?:{INITIALLED}(?:{_AND}{INITIALLED}){{0,3}}|{_WORD}[\s\u00a0]{INITIALS}){_TAIL}"
)
_NAME_PART = rf"(?:{_WORD}|[{UPPER}]\.)"
_PLAIN = re.compile(
    rf"{_WORD}(?:{_GAP}(?:{_PARTICLE}{_GAP}){{0,2}}{_NAME_PART}){{0,3}}"
    rf"{_GAP}(?:{_PARTICLE}{_GAP}){{0,2}}{_WORD}(?:{_GAP}[IVX]+)?"
)
_ADDRESSED = re.compile(
    rf"(?:(?:Mr|Mrs|Ms|Miss|Dr|MR|MRS|MS|DR|Lt|Gen|Adm|Col|Maj|Brig|Capt|Cdr|Sec|Amb|Prof|Sen|Gov|"
    rf"Rep|Hon|Under|Deputy|Vice|Acting|Assistant)\.?{_GAP}){{1,3}}{SURNAME}"
)
# "Борис Ильич" is how one speaks to a person, not how a label names one.
_PATRONYMIC = re.compile(r"(?:вич|ьич|вна|чна|шна)$")
_ROLE_TAIL = re.compile(
    rf"(?:(?:из|с|со){_GAP}(?:зала|места|трибуны|сайта|аудитории|[{UPPER}]\S*)"
    rf"|хором|вместе|за{_GAP}кадром|на{_GAP}\S+{_GAP}языке|по[-\u2011]\S+|по{_GAP}телефону|от{_GAP}\S+"
    rf"|(?:к{_GAP})?{INITIALLED}|(?:{words.OUTLETS})\b.*|(?:№{_GAP}?)?\d+|[«“\"–—,-].*"
    rf"|from{_GAP}.+|in{_GAP}[{UPPER}]\w+|by{_GAP}[{UPPER}].*|of{_GAP}(?:a|an|the){_GAP}.+)"
)
# Whose man somebody is: "Участник встречи", "Студентка медицинского института".
_WHOSE = re.compile(
    r"(?:(?:[а-яё-]{2,}(?:[ая]|[иы]|[ое]в|ей|[ое]го|ой|[ыи]х)(?<!ла)(?<!ли)|\d+(?:-го)?)\s){0,3}"
    rf"(?:[а-яё-]{{2,}}(?:[ая]|[иы]|[ое]в|ей|[ыи]х)(?<!ла)(?<!ли)|[А-ЯЁ]{{2,6}}|г\.\s?[{UPPER}]\w+)"
)
# "Учитель года" is a title that a speaker talks of.
_NOBODYS = frozenset(("года", "мира", "дня"))
_OUTLET = re.compile(
    rf"(?:{words.OUTLET_KINDS}){_GAP}(?:[«“\"][^«»“”\"]{{2,40}}[»”\"]|[{UPPER}]{{2,}}[\w-]*)",
    re.IGNORECASE,
)
_ENDS_INITIALLED = re.compile(rf"\s{INITIALLED}$")
_REIGNS = re.compile(
    rf"(?:Patriarch|Metropolitan|Archbishop|Pope|King|Queen|Prince|Princess|Sultan|Emir|Sheikh)"
    rf"(?:{_GAP}[A-Z]\w+){{1,2}}(?:{_GAP}[IVX]+)?{_GAP}of{_GAP}[A-Z][\w\s]+"
)
_FROM_FLOOR = re.compile(rf"(?:Из{_GAP}зала|С{_GAP}места|From{_GAP}the{_GAP}(?:floor|audience))")
_REPORTERS = frozenset(("correspondent", "journalist", "reporter", "anchor", "presenter"))
_CYRILLIC = re.compile(r"[\u0400-\u04ff]")
_SINGLE = re.compile(_WORD)
_LAST_NAMES = re.compile(
    rf"(?:(?:^|[\s\u00a0,)\]])(?:{_WORD}|[{UPPER}]\.)"
    rf"(?:{_GAP}(?:{_PARTICLE}{_GAP}){{0,2}}{_WORD})+|[\s\u00a0]{INITIALLED}){_TAIL}$"
)
# "Президент сказал", "Врачи говорят".
_TELLS = re.compile(r"\s[а-яё]{2,}(?:л|ла|ли|ло|ет|ит|ут|ют|ат|ят)$")
# A full stop behind a short word may be an abbreviation's ("Mr. ", "Prof. ").
_SENTENCE_MARK = re.compile(rf"[!?;…]|(?<=[{LOWER}]{{4}})\.(?=\s)")
_BRACKETED = re.compile(r"[(\[][^()\[\]]*[)\]]")
_TOKEN = re.compile(r"[\w’'ʼ\u2011-]+")
# A verb before its subject ("Пишет Анна Линд:") and the adjective of a thing ("Северная Линда:").
_NO_GIVEN_NAME = re.compile(r"[а-яё]{2,}(?:[аяуюе]ет|[шч]ет|[аяую]ют|ая|яя|ое|ее|ые|ие)")
_QUOTED = re.compile(r"«[^«»]*»|“[^“”]*”|\"[^\"]*\"")
LONGEST = 400
"""Characters that a label may have."""


@lru_cache(maxsize=4096)
def shape(label: str) -> Shape:
    """The shape of ``label``, which has neither a colon nor a note at its end."""
    if not label or len(label) > LONGEST or _SENTENCE_MARK.search(label):
        return Shape.NONE
    if unnamed.is_unnamed(label):
        return Shape.FAIR
    if _BRACKETED.fullmatch(label):
        return _bracketed(label[1:-1].strip())
    if _OUTLET.fullmatch(label) or label.strip('«»“”"').lower() in words.AGENCIES:
        return Shape.FAIR
    tokens = _TOKEN.findall(_QUOTED.sub("", label).lower())
    if not tokens:
        return Shape.WEAK if _QUOTED.fullmatch(label) else Shape.NONE
    if _INITIALLED.fullmatch(label):
        # First of all: "A. Lind" is no answer to a "Q".
        return Shape.STRONG
    first = tokens[0]
    named_for_whom = first in words.MEMBERS or (first in words.POSTS and first not in words.NEVER)
    if named_for_whom and _WHOSE.fullmatch(label, len(first) + 1):
        return Shape.NONE if tokens[-1] in _NOBODYS else Shape.FAIR
    if first in ("a", "an", "the") and 1 < len(tokens) < 4 and tokens[-1] in words.ROLES:
        return Shape.FAIR
    if first in words.ROLES:
        return _role(label, tokens)
    if first.partition("-")[0] in words.ROLES and _ENDS_INITIALLED.search(label):
        return Shape.STRONG
    if _FROM_FLOOR.fullmatch(label):
        return Shape.FAIR
    if _REIGNS.fullmatch(label) or (
        _ADDRESSED.fullmatch(label) and tokens[-1] not in words.NO_NAMES
    ):
        return Shape.STRONG
    if first == "the" and len(tokens) < 5:
        return Shape.FAIR if set(tokens[1:]) <= words.POSTS else Shape.NONE
    plain = _PLAIN.fullmatch(label)
    if plain and first in words.ASIAN_SURNAMES and len(tokens) <= 4:
        return Shape.FAIR if first in words.NEVER or len(first) == 1 else Shape.STRONG
    if (first in words.NEVER and first not in words.POSTS) or len(tokens) > 30:
        return Shape.NONE
    if plain:
        return _plain(tokens)
    if _SINGLE.fullmatch(label):
        return _single(label, first)
    return _titled(label, tokens)


def _bracketed(inside: str) -> Shape:
    """A label all in brackets ("[Interpreter]"): a role or a sure name, for notes are so too."""
    sure = shape(inside)
    role = inside.split(" ")[0].lower() in words.ROLES or _FROM_FLOOR.fullmatch(inside)
    return min(sure, Shape.FAIR) if role or sure == Shape.STRONG else Shape.NONE


def _single(label: str, first: str) -> Shape:
    if first in words.GIVEN_NAMES or first in words.ALONE:
        return Shape.FAIR
    return Shape.NONE if first in words.NO_NAMES else Shape.WEAK


def _role(label: str, tokens: list[str]) -> Shape:
    if len(tokens) == 1:
        return Shape.STRONG if label[0].isupper() else Shape.NONE
    tail = label[len(tokens[0]) :].lstrip()
    if _ROLE_TAIL.fullmatch(tail):
        return Shape.FAIR if len(label) <= 120 else Shape.NONE
    # "Ведущий Иван Петров", "Moderator John Smith", but "Вопрос Ваш" is no speaker's.
    if len(tokens) <= 5 and _PLAIN.fullmatch(label):
        return Shape.NONE if tokens[1] in words.NEVER else Shape.FAIR
    return _titled(label, tokens) if tokens[0] in words.POSTS else Shape.NONE


def _plain(tokens: list[str]) -> Shape:
    if tokens[-1] in words.NO_NAMES or tokens[-1].startswith(words.ORGANISATION_STEMS):
        return Shape.NONE
    if any(token in words.POSTS for token in tokens[:-1]):
        # "Moscow Mayor Boris Lind" ends in a name, "Mayor Office" in none.
        return Shape.STRONG
    organisation = any(
        token in words.NO_NAMES or token.startswith(words.ORGANISATION_STEMS) for token in tokens
    )
    if " ".join(tokens) in PLACES:
        return Shape.NONE
    if organisation:
        # "Hero of Russia Ivan Lind" still ends in a name of two words.
        name = len(tokens) > 3 and not any(
            token in words.NO_NAMES or re.fullmatch(words.PARTICLES, token) for token in tokens[-2:]
        )
        return Shape.FAIR if name else Shape.NONE
    if _NO_GIVEN_NAME.fullmatch(tokens[0]) and tokens[0] not in words.GIVEN_NAMES:
        return Shape.NONE
    addressed = len(tokens) == 2 and _PATRONYMIC.search(tokens[1])
    return Shape.WEAK if addressed else Shape.FAIR


def _titled(label: str, tokens: list[str]) -> Shape:
    """A post, then a name: "Head of the Agency Anna Lind"; or a name, then an outlet."""
    bare = " ".join(_BRACKETED.sub(" ", label).split())
    if tokens[-1] in _REPORTERS and label[0].isupper() and len(tokens) < 9:
        return Shape.FAIR
    if tokens[-1] in words.MEMBERS and len(tokens) <= 3 and label[0].isupper():
        return Shape.FAIR
    if not _LAST_NAMES.search(bare):
        few = len(tokens) <= 4 and len(label) <= 50 and not _TELLS.search(label)
        return Shape.WEAK if few and (label[0].isupper() or label[0] in '«“"') else Shape.NONE
    sentence = words.ENGLISH_SENTENCE | words.RUSSIAN_SENTENCE
    # "Head of the We Are Oruna project Anna Lind": a name's words are written large.
    if any(token in sentence for token in _TOKEN.findall(bare)):
        return Shape.NONE
    last = _TOKEN.findall(bare.lower())[-1]
    if tokens[0] in words.POSTS and last not in words.NO_NAMES:
        return Shape.STRONG
    if "," in bare and _PLAIN.fullmatch(bare.split(",")[0].strip()):
        return Shape.FAIR
    # Russian names in other cases end sentences: "Письмо Анны Линд:" needs a post to speak.
    names = not _CYRILLIC.search(label)
    speaks = names or any(token in words.POSTS for token in tokens)
    return Shape.FAIR if speaks and last not in words.NO_NAMES else Shape.WEAK
