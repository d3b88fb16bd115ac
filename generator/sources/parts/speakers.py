"""Speaker labels at the head of paragraphs ("В.Путин: …", "Question: …"), told from false friends.

A first look cuts every paragraph that might open with a label; the second look judges
the candidates together.  To teach a role that speaks without a name, add it to
:data:`ROLES`; to name a false friend, add it to :data:`NEVER`.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass


def _words(text: str) -> frozenset[str]:
    return frozenset(text.split())


ROLES = _words(
    "вопрос ответ реплика реплики ведущий ведущая модератор переводчик голос возглас "
    "question answer remark reply response moderator interpreter host q a"
)
NEVER = _words(
    "подчеркну повторю повторяю напомню добавлю отмечу первое второе третье четвёртое "
    "примечание наконец источник"
)
_CUT = re.compile(r"(?P<label>[^:]{1,220}?)\s*(?P<note>\([^()]{1,160}\))?\s*:(?:\s+|$)")
_INITIALS = re.compile(r"(?:[А-ЯЁӘA-Z][а-яё]?\.\s?-?){1,3}[А-ЯЁӘA-Z][\w’'-]+.*")
_CAPITAL = re.compile(r"[^\W\d_]")


@dataclass(frozen=True, slots=True)
class Label:
    """A label as printed, its note with brackets or None, and the words behind the colon."""

    label: str
    note: str | None
    words: str


def labels(paragraphs: Sequence[str]) -> list[Label | None]:
    """For each paragraph the label it opens with, or None."""
    return [_judge(paragraph) for paragraph in paragraphs]


def _judge(paragraph: str) -> Label | None:
    match = _CUT.match(paragraph)
    if match is None:
        return None
    label = match["label"].strip()
    first = label.split()[0].casefold() if label.split() else ""
    if first in NEVER:
        return None
    if first not in ROLES and not _INITIALS.fullmatch(label) and not _name_shaped(label):
        return None
    return Label(label, match["note"], paragraph[match.end() :].strip())


def _name_shaped(label: str) -> bool:
    words = label.split()
    capitals = sum(word[0].isupper() for word in words)
    return 2 <= len(words) <= 25 and words[-1][0].isupper() and capitals * 2 >= len(words)
