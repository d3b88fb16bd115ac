"""Paragraphs with their labels → the blocks of a transcript."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from generator.model import Block, Mark, Narration, Rule, Subhead, Turn
from generator.sources.parts.speakers import Label
from generator.text import marks

_RULE = re.compile(r"[*\s_—–=•-]*[*_—–=•-][*\s_—–=•-]*")
_SPACE = " \t\n\r\u00a0\u200b\ufeff"
_SUBHEAD = re.compile(
    r"(?:Начало|Окончание|Продолжение|Вступительн|Выступлени[ея]|Заявлени[ея]|Стенограмма|"
    r"Стенографический|Ответы? на|Приветственн|Заключительн|Выдержки|Подход к|Пресс-конференция|"
    r"Совместная|Беседа|Встреча|Выступающие|Рабочая встреча|Фрагмент|"
    r"Beginning|The beginning|Start|Opening|Speech(?:es)?|Remarks|Transcript|Excerpts|Press|"
    r"Answers? to|Statements?|Concluding|Closing|Joint|Meeting)\b.{0,180}[^.!?:;,]",
)
_SENTENCE_END = (".", "!", "?", ":", ";", ",", "…")


def strip(text: str) -> str:
    """A paragraph without the blanks at its ends; no-break spaces inside stay."""
    return text.strip(_SPACE)


def is_rule(text: str) -> bool:
    """Whether a paragraph is the line that parts report and transcript ("* * *")."""
    return len(text) < 80 and _RULE.fullmatch(text) is not None


def is_ellipsis(text: str) -> bool:
    """Whether a paragraph is the mark of words left out ("<…>")."""
    return text[:1] == "<" and marks.is_mark(text)


def is_subhead(text: str) -> bool:
    """Whether a paragraph among a report reads like a heading over a transcript."""
    return _SUBHEAD.fullmatch(text) is not None


def assemble(
    paragraphs: Sequence[str],
    labels: Sequence[Label | None],
    kinds: Sequence[str] = (),
) -> tuple[Block, ...]:
    """Blocks in order; unlabelled paragraphs behind a label belong to its turn.

    ``kinds`` are those of :class:`generator.sources.parts.rich.Paragraph`, where known, and
    "report" for what nobody said.  A report and a rule end a turn; so does a heading that
    another speaker's label follows.  A mark of words left out ends it too, unless the same
    speaker goes on behind it.
    """
    return tuple(_Assembly(paragraphs, labels, kinds).blocks())


class _Assembly:
    def __init__(
        self, paragraphs: Sequence[str], labels: Sequence[Label | None], kinds: Sequence[str]
    ) -> None:
        self._paragraphs = paragraphs
        self._labels = labels
        self._kinds = kinds or ["p"] * len(paragraphs)
        self._speaker: Label | None = None
        self._words: list[str] = []

    def blocks(self) -> Iterator[Block]:
        for index, (paragraph, label) in enumerate(
            zip(self._paragraphs, self._labels, strict=True)
        ):
            if label is not None:
                yield from self._end()
                self._speaker = label
                self._words = [label.words] if label.words else []
                continue
            block = self._block(index, paragraph)
            if block is None:
                self._words.append(paragraph)
            else:
                yield from self._end()
                yield block
        yield from self._end()

    def _end(self) -> Iterator[Block]:
        if self._speaker is not None:
            label, note = self._speaker.label, self._speaker.note
            yield Turn(label=label, note=note, paragraphs=tuple(self._words))
            self._speaker, self._words = None, []

    def _block(self, index: int, paragraph: str) -> Block | None:
        """The block that an unlabelled paragraph is; None: a part of the turn."""
        kind = self._kinds[index]
        if kind == "rule" or is_rule(paragraph):
            return Rule(text=paragraph) if paragraph else Rule()
        if kind == "report":
            return Narration(text=paragraph)
        if is_ellipsis(paragraph):
            return None if self._speaker and self._goes_on(index) else Mark(text=paragraph)
        if self._speaker is not None:
            heads = kind == "heading" or is_subhead(paragraph) or self._is_loose(index)
            return Subhead(text=paragraph) if heads and self._label_follows(index) else None
        if marks.is_mark(paragraph):
            return Mark(text=paragraph)
        heading = kind == "heading" or is_subhead(paragraph) or self._stands_over(index)
        italic = kind == "italic" and not paragraph.endswith(_SENTENCE_END)
        return Subhead(text=paragraph) if heading or italic else Narration(text=paragraph)

    def _is_loose(self, index: int) -> bool:
        """A short line without a stop behind finished words, as headings are printed."""
        finished = bool(self._words) and self._words[-1].endswith((".", "!", "?", "…", ")", "»"))
        return finished and self._stands_over(index)

    def _stands_over(self, index: int) -> bool:
        """Whether a line has a heading's shape and a label below it."""
        paragraph = self._paragraphs[index]
        shaped = 10 < len(paragraph) < 140 and paragraph[0].isupper() and paragraph[-1].isalnum()
        return shaped and self._label_follows(index)

    def _goes_on(self, index: int) -> bool:
        following = index + 1
        if following == len(self._paragraphs) or self._labels[following] is not None:
            return False
        paragraph = self._paragraphs[following]
        return not (
            self._kinds[following] in ("heading", "rule", "italic")
            or not paragraph
            or is_rule(paragraph)
            or is_ellipsis(paragraph)
            or is_subhead(paragraph)
        )

    def _label_follows(self, index: int) -> bool:
        for following in range(index + 1, len(self._paragraphs)):
            if self._labels[following] is not None:
                return True
            if self._kinds[following] not in ("heading", "italic", "rule"):
                return False
        return False
