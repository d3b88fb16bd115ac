"""Speakers whom a source leaves without a name: struck out, left blank or unknown.

"A______", "Mr. [name not declassified]", "Unidentified speaker": nothing tells who that
is, so such a label counts only where others speak by name, and nobody is guessed.
"""

from __future__ import annotations

import re
from functools import lru_cache
from itertools import dropwhile

from generator.sources.parts import words

_TOKEN = re.compile(r"[^\W_][\w’'\u2011-]*")
_BRACKETED = re.compile(r"[(\[](?P<inside>[^()\[\]]{1,120})[)\]]")
# What is left of a name ("A______", "Mr. K____"): the blank is longer than any dash.
_BLANK = re.compile(r"(?:[^\W\d_]{1,3}\.?\s?)?(?:_{2,}|—{2,}|(?<=\w)-{2,})(?:\s?\d{1,2})?")
_STRUCK = re.compile(
    r"\b(?:not\s(?:yet\s)?declassified|withheld|deleted|redacted|sanitized|illegible|not\s(?:given|"
    r"recorded|known)|unknown|не\s(?:рассекречен|назван|указан|установлен|разобран)\w{0,4}|"
    r"(?:скрыт|изъят|опущен|удал[её]н|вымаран|неразборчив)\w{0,4})\b",
    re.IGNORECASE,
)
# "[1 line not declassified]" are words that are lost, "[name not declassified]" is a speaker.
_WHO = re.compile(
    r"\b(?:names?|identity|speaker|participant|person|имя|имена|фамилия|фамилии|говорящий)\b",
    re.IGNORECASE,
)
_UNKNOWN = words.words(
    "unidentified unknown unnamed anonymous male female неизвестный неизвестная неизвестные "
    "неустановленный неустановленная неустановленное неопознанный неназванный"
)
_ALONE = words.words("unidentified неизвестный неизвестная неустановленный")
# Parts of a talk are unknown too ("Unknown question"), and the Unknown Soldier has a tomb.
_NOBODY = words.words(
    "question answer remark remarks reply replies response comment retort exclamation cue q a "
    "soldier вопрос ответ реплика реплики возглас возгласы солдат"
)
_OTHERS = words.words("person official delegate member лицо")
# Not many of them: "Female students: …" is what a speaker counts.
_SOMEBODY = frozenset(
    word for word in words.ROLES | words.MEMBERS | _OTHERS if not word.endswith("s")
).difference(_NOBODY)
_WHERE = words.words("of from in on at из с со на в за по")
_POSTS = words.HONORIFICS.union(
    words.POSTS, words.words("lt gen adm col maj brig capt cdr sec amb prof sen gov rep hon")
)


@lru_cache(maxsize=4096)
def is_unnamed(label: str) -> bool:
    """Whether ``label`` stands for a speaker without saying his name."""
    bracketed = _BRACKETED.search(label)
    if bracketed is not None:
        before, after = label[: bracketed.start()], label[bracketed.end() :]
        if not _is_post(before) or after.strip(" ,.\u00a0"):
            return False
        inside = bracketed["inside"]
        who = before.strip() or _WHO.search(inside)
        return (bool(who) and _STRUCK.search(inside) is not None) or _is_unknown(inside)
    blank = _BLANK.search(label)
    if blank is not None and blank.end() == len(label):
        return _is_post(label[: blank.start()])
    return label[:1].isupper() and _is_unknown(label)


def _is_post(text: str) -> bool:
    """Whether ``text`` is empty or what stands before a surname ("Mr.", "Vice Minister")."""
    tokens = _TOKEN.findall(text.lower())
    return len(tokens) < 4 and _POSTS.issuperset(tokens)


def _is_unknown(text: str) -> bool:
    """Whether ``text`` is somebody of whom only that is known ("Unidentified speaker 2")."""
    tokens = _TOKEN.findall(text.lower())
    if len(tokens) == 1:
        return tokens[0] in _ALONE
    rest = list(dropwhile(_UNKNOWN.__contains__, tokens))
    if len(rest) == len(tokens) or len(rest) > 6 or not _SOMEBODY.issuperset(rest[:1]):
        return False
    return len(rest) == 1 or rest[1] in _WHERE or rest[1].isdecimal()
