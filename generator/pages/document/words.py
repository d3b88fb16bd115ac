"""The source's words as HTML: every one of them, in order, with mentions linked.

A page has dozens of paragraphs: ``</p>`` is left to HTML's own rules.

Anchors: ``t3`` is a turn (the store gives it), ``t3p2`` the second paragraph of it, ``n1``
a paragraph that nobody speaks.
"""

from __future__ import annotations

import re
from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from html import escape

from generator.model import Block, Event, Link, Mark, Narration, Rule, Subhead, Turn
from generator.pages.attributes import value
from generator.pages.document.desk import Desk
from generator.pages.document.notes import note_html
from generator.store.body import Between
from generator.store.page import Handwritten
from generator.text import marks

# Right-to-left letters, and characters that turn the direction of what follows them.
_TURNING = re.compile(
    "[\u0590-\u08ff\u200e\u200f\u202a-\u202e\u2066-\u2069\ufb1d-\ufdff\ufe70-\ufefc"
    "\U00010800-\U00010fff\U0001e800-\U0001efff]"
)
# The most of Cyrillic, Greek and Latin text, in which nothing turns: ten times as quick.
_STRAIGHT = re.compile("[\0-\u058f\u2010-\u2027\u2116]*")
Places = Mapping[str, list[Link]]


def text(words: str) -> str:
    """Words for HTML, isolated where their direction could leak into ours."""
    safe = escape(words, quote=False)
    return f"<bdi>{safe}</bdi>" if _turns(words) else safe


def _turns(words: str) -> bool:
    return not _STRAIGHT.fullmatch(words) and _TURNING.search(words) is not None


def _direction(words: str) -> str:
    return " dir=auto" if _turns(words) else ""


def words(event: Event, blocks: Collection[Block | Handwritten], desk: Desk, line: str) -> str:
    """Every block of a document.

    ``line`` has all its words (:func:`generator.store.receipt.line_of`): one look at them
    spares a look at every paragraph.
    """
    places: dict[str, list[Link]] = {}
    for link in event.links:
        places.setdefault(link.anchor, []).append(link)
    calm = "&" not in line and "<" not in line and ">" not in line and not _turns(line)
    setter = _Setter(event, places, desk, calm)
    if Between in map(type, blocks):
        setter.notes = _between(blocks)
    return "\n".join(setter.blocks(blocks))


def _between(blocks: Iterable[Block | Handwritten]) -> dict[int, list[Between]]:
    """The notes among the paragraphs of each turn, by the identity of the turn."""
    found: dict[int, list[Between]] = {}
    turn = 0
    for block in blocks:
        if isinstance(block, Turn):
            turn = id(block)
        elif isinstance(block, Between):
            found.setdefault(turn, []).append(block)
    return found


class _Setter:
    """Sets the blocks of one document, counting its paragraphs.

    ``calm``: no word of it means anything to HTML or turns the direction.
    """

    def __init__(self, event: Event, places: Places, desk: Desk, calm: bool) -> None:
        self.places = places
        self.calm = calm
        self.desk = desk
        self.people = {speaker.label: speaker.person for speaker in event.speakers}
        self.labels: dict[str, str] = {}
        self.notes: Mapping[int, Sequence[Between]] = {}
        self.turn_word = escape(desk.said.t("event.turn", number="\0"))

    def blocks(self, blocks: Iterable[Block | Handwritten]) -> Iterator[str]:
        narrated = headed = 0
        for block in blocks:
            match block:
                case Turn():
                    yield self.turn(block)
                case Narration(text=said):
                    narrated += 1
                    anchor = f"n{narrated}"
                    inner = self.paragraph(said, self.places.get(anchor, ()))
                    yield f"<p class=n id={anchor}{_direction(said)}>{inner}"
                case Subhead(text=said):
                    headed += 1
                    inner = self.paragraph(said, ())
                    yield f"<h2 id=s{headed}{_direction(said)}>{inner}</h2>"
                case Mark(text=said):
                    yield f"<p class=m{_direction(said)}>{escape(said, quote=False)}"
                case Rule():
                    yield "<hr>"
                case Between():
                    pass  # set with its turn
                case Handwritten():
                    yield self.note(block)

    def note(self, note: Handwritten) -> str:
        label = f"role=note aria-label={value(self.desk.said.t('event.note'))}"
        return f"<div class=e {label}>{note_html(note.markdown)}</div>"

    def turn(self, turn: Turn) -> str:
        anchor, calm = turn.anchor, self.calm
        number = self.turn_word.replace("\0", escape(anchor.removeprefix("t")))
        note = f" <i>{text(turn.note)}</i>" if turn.note else ""
        parts = [
            f"<div class=t id={value(anchor)}><p class=s>{self.label(turn.label)}{note}:"
            f'<a class=k href={value(f"#{anchor}")} aria-label="{number}"></a>'
        ]
        places = self.places
        of_turn = list(places.get(anchor, ()))
        # A letter and a digit more mean nothing to HTML: what may stand bare still may.
        quote = "" if value(anchor) == anchor else '"'
        safe = escape(anchor)
        notes = self.notes.get(id(turn)) if self.notes else None
        for place, said in enumerate(turn.paragraphs, 1):
            links = places.get(f"{anchor}p{place}", ()) if places else ()
            if of_turn:
                # A mention known by its turn is linked in the first paragraph that has it.
                here = [link for link in of_turn if _find(said, link.text) >= 0]
                of_turn = [link for link in of_turn if link not in here]
                links = [*links, *here]
            if notes:
                parts.extend(self.note(note) for note in notes if note.after == place - 1)
            at = f" id={quote}{safe}p{place}{quote}" if place > 1 else ""
            if calm and not links and "[" not in said and "(" not in said:
                parts.append(f"<p{at}>{said}")
            else:
                parts.append(f"<p{at}{_direction(said)}>{self.paragraph(said, links)}")
        parts.append("</div>")
        return "".join(parts)

    def label(self, label: str) -> str:
        """The speaker's label as printed, linked; the first time with the full name."""
        made = self.labels.get(label)
        if made is not None:
            return made
        person = self.people.get(label)
        href = self.desk.href("person", person) if person else ""
        words = text(label)
        if not href or not person:
            self.labels[label] = words
            return words
        self.labels[label] = f"<a href={href}>{words}</a>"
        name = value(self.desk.view.name("person", person))
        return f"<a href={href} title={name}>{words}</a>"

    def paragraph(self, said: str, links: Sequence[Link]) -> str:
        """A paragraph: marks set apart, mentions linked, not a character changed."""
        spans = self.spans(said, links) if links else []
        if "<" not in said and "[" not in said and "(" not in said:  # no mark begins
            return _linked(said, 0, len(said), spans)
        parts: list[str] = []
        begin = 0
        for is_mark, piece in marks.split(said):
            end = begin + len(piece)
            inner = _linked(said, begin, end, spans)
            parts.append(f"<i class=m>{inner}</i>" if is_mark else inner)
            begin = end
        return "".join(parts)

    def spans(self, said: str, links: Iterable[Link]) -> list[tuple[int, int, str]]:
        """Where links go, first to last, none over another."""
        found = []
        for link in links:
            begin = _find(said, link.text)
            href = self.desk.href(link.kind, link.id) if begin >= 0 else ""
            if href:
                found.append((begin, begin + len(link.text), href))
        found.sort(key=lambda span: (span[0], -span[1]))
        kept: list[tuple[int, int, str]] = []
        for span in found:
            if not kept or span[0] >= kept[-1][1]:
                kept.append(span)
        return kept


def _find(said: str, words: str) -> int:
    """Where ``words`` stand as whole words, or -1."""
    begin = said.find(words) if words else -1
    while begin >= 0:
        end = begin + len(words)
        before, after = said[begin - 1 : begin], said[end : end + 1]
        if not (before.isalnum() and words[0].isalnum()) and not (
            after.isalnum() and words[-1].isalnum()
        ):
            return begin
        begin = said.find(words, begin + 1)
    return -1


def _linked(said: str, begin: int, end: int, spans: list[tuple[int, int, str]]) -> str:
    """A slice of a paragraph with the links that lie wholly in it."""
    if not spans:
        return escape(said[begin:end], quote=False)
    parts: list[str] = []
    for first, last, href in spans:
        if begin <= first and last <= end:
            parts.append(escape(said[begin:first], quote=False))
            parts.append(f"<a href={href}>{escape(said[first:last], quote=False)}</a>")
            begin = last
    parts.append(escape(said[begin:end], quote=False))
    return "".join(parts)
