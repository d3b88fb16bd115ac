"""An event page's body: blocks as a small closed part of Markdown, and back.

=====================  ==========================================================
block                  Markdown
=====================  ==========================================================
turn                   ``<a id="t1"></a>**Label:** words``, a paragraph a line
turn with a note       ``<a id="t1"></a>**Label** *(note)*: words``
narration              a plain paragraph; after a turn ``*in one emphasis*``
subhead                ``### words``
rule                   ``* * *``
mark                   a paragraph that is nothing but editor's marks
editor's own note      a block quote, ``> Markdown``, wherever a line begins
                       with ``>``; no source's words
=====================  ==========================================================

All else is words, shown as typed.  GitHub shows such a page well, without us.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace

from generator.model import Block, Mark, Narration, Rule, Subhead, Turn
from generator.store.escape import escape, unescape
from generator.store.page import Handwritten
from generator.text import marks

_TURN = re.compile(
    r'(?:<a id="(?P<anchor>[\w-]+)"></a>)?'
    r"\*\*(?P<label>(?:\\.|[^\\*])+?)(?:(?P<colon>:)\*\*|\*\* \*(?P<note>(?:\\.|[^\\*])+)\*:)"
    r"(?: (?P<words>.*))?",
    re.DOTALL,
)
_EMPHASIS = re.compile(r"\*(?P<words>(?:\\.|[^\\*])+)\*", re.DOTALL)
_HEADING = re.compile(r"#{1,6} +(?P<words>.*)", re.DOTALL)
_RULE = re.compile(r"(?:\* *){3,}|(?:- *){3,}|(?:_ *){3,}")
_PARAGRAPHS = re.compile(r"\n[ \t]*\n")
# What a source says never begins so: the writer escapes it.
_NOTE = re.compile(r"^[ \t]*>", re.MULTILINE)
_ANCHORED = re.compile(r'^<a id="[\w-]+"></a>\*\*', re.MULTILINE)


@dataclass(frozen=True, kw_only=True, slots=True)
class Between(Handwritten):
    """A note among the paragraphs of the turn before it, behind the first ``after`` of them."""

    after: int


def with_anchors(blocks: Iterable[Block | Handwritten]) -> tuple[Block | Handwritten, ...]:
    """Blocks as the page holds them: every turn with its anchor, closing marks apart.

    An anchor that is there stays; a turn without one takes the next free number, or,
    between turns that have theirs, the one before it with a suffix ("t3-2"), so that no
    other turn's permalink moves.
    """
    apart = list(_closing_marks_apart(blocks))
    taken = {block.anchor for block in apart if isinstance(block, Turn)}
    last = max((n for n, b in enumerate(apart) if isinstance(b, Turn) and b.anchor), default=-1)
    result: list[Block | Handwritten] = []
    before, number = "t0", 0
    for position, block in enumerate(apart):
        if isinstance(block, Turn):
            if not block.anchor:
                if position < last:
                    anchor = _free(before, taken)
                else:
                    number += 1
                    while f"t{number}" in taken:
                        number += 1
                    anchor = f"t{number}"
                taken.add(anchor)
                block = replace(block, anchor=anchor)
            before = block.anchor
        result.append(block)
    return tuple(result)


def _free(before: str, taken: set[str]) -> str:
    suffix = 2
    while f"{before}-{suffix}" in taken:
        suffix += 1
    return f"{before}-{suffix}"


def _closing_marks_apart(
    blocks: Iterable[Block | Handwritten],
) -> Iterator[Block | Handwritten]:
    for block in blocks:
        match block:
            case Turn():
                words = tuple(filter(None, block.paragraphs))
                end = len(words)
                while end > 1 and marks.is_mark(words[end - 1]):
                    end -= 1
                kept = words[:end]
                yield block if kept == block.paragraphs else replace(block, paragraphs=kept)
                yield from (Mark(text=text) for text in words[end:])
            case Narration(text=text) if marks.is_mark(text):
                yield Mark(text=text)
            case Rule():
                yield Rule()
            case _:
                yield block


def to_markdown(blocks: Sequence[Block | Handwritten]) -> str:
    """Blocks (from :func:`with_anchors`) as Markdown that ends in a line break."""
    parts: list[str] = []
    in_turn = False
    turn_at = 0  # where the turn's first paragraph stands, its notes before it counted in
    for block in blocks:
        match block:
            case Turn():
                turn_at = len(parts)
                parts.extend(_turn_lines(block))
                in_turn = True
            case Narration(text=text):
                parts.append(f"*{escape(text)}*" if in_turn else escape(text))
            case Subhead(text=text):
                # A heading's closing "#" would be dropped as part of its mark.
                parts.append(f"### {re.sub('#$', '&#35;', escape(text))}")
                in_turn = False
            case Rule():
                parts.append("* * *")
                in_turn = False
            case Mark(text=text):
                parts.append(escape(text))
            case Between(markdown=markdown, after=after):
                parts.insert(turn_at + max(1, after), _quote(markdown))
                turn_at += 1
            case Handwritten(markdown=markdown):
                parts.append(_quote(markdown))
    return "\n\n".join(parts) + "\n" if parts else ""


def _turn_lines(turn: Turn) -> Iterator[str]:
    # A colon at the label's end would read as the one that ends the label.
    label = re.sub(":$", "&#58;", escape(turn.label))
    head = f"**{label}:**" if turn.note is None else f"**{label}** *{escape(turn.note)}*:"
    first = f" {escape(turn.paragraphs[0])}" if turn.paragraphs else ""
    yield f'<a id="{turn.anchor}"></a>{head}{first}'
    yield from map(escape, turn.paragraphs[1:])


def from_markdown(markdown: str) -> tuple[Block | Handwritten, ...]:
    """Read a body, also one that a person edited; nothing in it is an error."""
    blocks: list[Block | Handwritten] = []
    turn_at: int | None = None  # where the turn stands that a plain paragraph goes on with
    more: list[str] = []  # paragraphs after the turn's first
    waiting: list[str] = []  # marks that belong to the turn if more of its words follow
    held: list[tuple[int, str]] = []  # its notes, and how many paragraphs and marks stand above

    def close() -> None:
        if turn_at is None:
            return
        turn = blocks[turn_at]
        assert isinstance(turn, Turn)
        said = (*turn.paragraphs, *more)
        if more:
            blocks[turn_at] = Turn(
                label=turn.label, note=turn.note, paragraphs=said, anchor=turn.anchor
            )
            more.clear()
        if waiting or held:
            blocks.extend(_behind(len(said), held, waiting))
            waiting.clear()
            held.clear()

    for chunk in _PARAGRAPHS.split(markdown):
        if turn_at is not None and chunk[:1].isalnum() and "\n" not in chunk:
            # Nearly every paragraph of an archive: nothing but words of the turn.
            if waiting:
                more.extend(waiting)
                waiting.clear()
            more.append(unescape(chunk.rstrip(" \t")))
            continue
        for lines in _pieces(chunk) if "\n" in chunk else (chunk,):
            if not lines.strip():
                continue
            if lines.lstrip().startswith(">"):
                note = _unquote(lines.strip("\n"))
                if turn_at is None:
                    blocks.append(Handwritten(markdown=note))
                else:
                    turn = blocks[turn_at]
                    assert isinstance(turn, Turn)
                    held.append((len(turn.paragraphs) + len(more) + len(waiting), note))
                continue
            block = _read(_one_line(lines), in_turn=turn_at is not None)
            if isinstance(block, str):
                if marks.is_mark(block):
                    waiting.append(block)
                    continue
                more.extend(waiting)
                more.append(block)
                waiting.clear()
                continue
            close()
            turn_at = len(blocks) if isinstance(block, Turn) else None
            blocks.append(block)
    close()
    return tuple(blocks)


def _behind(
    said: int, held: Sequence[tuple[int, str]], waiting: Sequence[str]
) -> Iterator[Mark | Handwritten]:
    """What follows a turn of ``said`` paragraphs: notes among them, marks, notes among those."""
    yield from (Between(markdown=note, after=after) for after, note in held if after < said)
    for place, text in enumerate(waiting, said):
        yield from (Handwritten(markdown=note) for after, note in held if after == place)
        yield Mark(text=text)
    end = said + len(waiting)
    yield from (Handwritten(markdown=note) for after, note in held if after >= end)


def _pieces(chunk: str) -> Iterator[str]:
    """The lines between two blank ones, cut where an editor's note begins.

    As in Markdown, the note goes on to the last of them, unless a turn's anchor shows that
    the source's words begin again.
    """
    while note := _NOTE.search(chunk):
        yield chunk[: note.start()]
        turn = _ANCHORED.search(chunk, note.end())
        end = turn.start() if turn else len(chunk)
        yield chunk[note.start() : end]
        chunk = chunk[end:]
    yield chunk


def _one_line(lines: str) -> str:
    line = lines.strip("\n")
    if "\n" not in line:
        return line.strip(" \t")
    return " ".join(part.strip(" \t") for part in line.split("\n"))


def _read(line: str, *, in_turn: bool) -> Block | str:
    """A block, or the text of a paragraph that goes on with the turn before it."""
    if line[0] not in "*-_#<":  # what nothing but words begins with
        return _text(line, in_turn)
    if turn := _TURN.fullmatch(line):
        anchor, label, note, words = turn.group("anchor", "label", "note", "words")
        return Turn(
            label=unescape(label),
            note=unescape(note) if note else None,
            paragraphs=(unescape(words),) if words else (),
            anchor=anchor or "",
        )
    if _RULE.fullmatch(line):
        return Rule()
    if heading := _HEADING.fullmatch(line):
        return Subhead(text=unescape(heading["words"]))
    if emphasis := _EMPHASIS.fullmatch(line):
        return Narration(text=unescape(emphasis["words"]))
    return _text(line, in_turn)


def _text(line: str, in_turn: bool) -> Block | str:
    text = unescape(line)
    if in_turn:
        return text
    return Mark(text=text) if marks.is_mark(text) else Narration(text=text)


def _quote(note: str) -> str:
    return "\n".join(f"> {line}".rstrip() for line in note.split("\n"))


def _unquote(lines: str) -> str:
    return "\n".join(re.sub(r"^\s*> ?", "", line) for line in lines.split("\n"))
