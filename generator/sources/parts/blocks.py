"""Paragraphs with their labels → the blocks of a transcript."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence

from generator.model import Block, Mark, Narration, Rule, Subhead, Turn
from generator.sources.parts.speakers import Label
from generator.text import marks

_RULE = re.compile(r"[*\s_—–-]*[*_—–-][*\s_—–-]*")
_SPACE = " \t\n\r\u200b\ufeff"
_SUBHEAD = re.compile(
    r"(?:Начало|Окончание|Продолжение|Вступительное слово|Выступлени[ея]|Заявлени[ея]|Стенограмма|"
    r"Стенографический отчёт|Ответы? на|Приветственное слово|Заключительное слово|Выдержки|"
    r"Beginning|The beginning|Opening|Speech(?:es)?|Remarks|Transcript|Excerpts|Press statements?|"
    r"Answers? to|Statements?|Concluding)\b.{0,180}[^.!?:;,]",
)


def strip(text: str) -> str:
    """A paragraph without the blanks at its ends; no-break spaces inside stay."""
    return text.strip(_SPACE + "\u00a0")


def is_rule(text: str) -> bool:
    """Whether a paragraph is the line that parts report and transcript ("* * *")."""
    return _RULE.fullmatch(text) is not None


def is_subhead(text: str) -> bool:
    """Whether a paragraph among a report reads like a heading over a transcript."""
    return _SUBHEAD.fullmatch(text) is not None


def assemble(paragraphs: Sequence[str], labels: Sequence[Label | None]) -> tuple[Block, ...]:
    """Blocks in order; unlabelled paragraphs behind a label belong to its turn.

    A rule ends a turn: what stands behind it is report again until the next label.
    """
    return tuple(_blocks(zip(paragraphs, labels, strict=True)))


def _blocks(pairs: Iterable[tuple[str, Label | None]]) -> Iterable[Block]:
    speaker: Label | None = None
    words: list[str] = []
    for paragraph, label in pairs:
        ends = label is not None or is_rule(paragraph) or _is_ellipsis(paragraph)
        if ends and speaker is not None:
            yield Turn(label=speaker.label, note=speaker.note, paragraphs=tuple(words))
            speaker, words = None, []
        if label is not None:
            speaker = label
            words = [label.words] if label.words else []
        elif is_rule(paragraph):
            yield Rule(text=paragraph)
        elif _is_ellipsis(paragraph):
            yield Mark(text=paragraph)
        elif speaker is not None:
            words.append(paragraph)
        elif is_subhead(paragraph):
            yield Subhead(text=paragraph)
        else:
            yield Narration(text=paragraph)
    if speaker is not None:
        yield Turn(label=speaker.label, note=speaker.note, paragraphs=tuple(words))


def _is_ellipsis(text: str) -> bool:
    return text in ("<…>", "<...>") or (text[0] == "<" and marks.is_mark(text))
