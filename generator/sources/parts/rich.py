"""Paragraphs of HTML with what their markup says about speakers.

A paragraph's text has its line wraps undone (blanks become one space; no-break spaces
stay).  What a page shows beside its words (cards, boxes, players) is left out by class.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import pairwise

from lxml import etree

from generator.sources.parts import decode, speakers
from generator.sources.parts import words as lists
from generator.sources.parts.blocks import strip
from generator.sources.parts.names import Shape, shape
from generator.sources.parts.speakers import Label
from generator.sources.parts.unnamed import is_unnamed

_SKIPPED_TAGS = frozenset(
    "script style template noscript figure img video audio iframe object form button svg".split()  # noqa: SIM905 -- a list of words reads better in one line
)
_BLOCKS = frozenset("p h1 h2 h3 h4 h5 h6 li blockquote pre dd dt td th figcaption".split())  # noqa: SIM905 -- the same
_HEADINGS = frozenset(("h2", "h3", "h4", "h5", "h6"))
_HIDDEN = re.compile(r"\b(?:masha-ignore|hidden|read__tooltip|read__cut|hidden-copy)\b")
_BLANKS = re.compile(r"[ \t\r\n\f]+")
_FEW = 5
"""Words of bold text that stands before a colon and needs no name to be a label."""


@dataclass(frozen=True, slots=True)
class Paragraph:
    """Text, how much of its beginning is bold, and what it is.

    ``bold`` counts characters; ``kind`` is "p", "heading" (a heading's element, or all
    of it bold), "italic" (all of it italic) or "rule" (a drawn line, without text).
    """

    text: str
    bold: int = 0
    kind: str = "p"


def paragraphs(body: etree._Element) -> Iterator[Paragraph]:
    """Paragraphs below ``body`` in document order; text that stands in none is one too."""
    loose = _Text()
    yield from _walk(body, loose)
    yield from loose.flush()


def _walk(parent: etree._Element, loose: _Text) -> Iterator[Paragraph]:
    loose.add(parent.text, False, False)
    for child in parent:
        tag = child.tag
        if is_left_out(child):
            pass
        elif tag in _BLOCKS and not _holds_blocks(child):
            yield from loose.flush()
            text = _Text()
            text.collect(child, tag in ("th",), False)
            yield from text.flush(heading=tag in _HEADINGS)
        elif tag == "hr":
            yield from loose.flush()
            yield Paragraph("", kind="rule")
        elif tag in _INLINE:
            loose.add_element(child)
        else:
            yield from loose.flush()
            yield from _walk(child, loose)
            yield from loose.flush()
        loose.add(child.tail, False, False)


_INLINE = frozenset("a b strong i em span sup sub br small u s font abbr q cite nobr wbr".split())  # noqa: SIM905 -- the same


def _holds_blocks(element: etree._Element) -> bool:
    return len(element) > 0 and any(
        child.tag in _BLOCKS or child.tag in ("div", "ul", "ol", "table")
        for child in element.iterdescendants()
    )


def is_left_out(element: etree._Element) -> bool:
    """Whether an element holds no words of the page's text: a player, a card, a box."""
    tag = element.tag
    return not isinstance(tag, str) or tag in _SKIPPED_TAGS or _is_hidden(element)


def _is_hidden(element: etree._Element) -> bool:
    name = element.get("class")
    return name is not None and _HIDDEN.search(name) is not None


class _Text:
    """Text in the making: pieces with their weight."""

    __slots__ = ("_breaks", "_pieces")

    def __init__(self) -> None:
        self._pieces: list[tuple[str, bool, bool]] = []
        self._breaks: list[int] = []

    def add(self, text: str | None, bold: bool, italic: bool) -> None:
        if text:
            self._pieces.append((text, bold, italic))

    def add_element(self, element: etree._Element) -> None:
        tag = element.tag
        self.collect(element, tag in ("b", "strong"), tag in ("i", "em"))
        if tag == "br":
            self.add(" ", False, False)

    def collect(self, element: etree._Element, bold: bool, italic: bool) -> None:
        """Add an element's text and its children's, without its tail."""
        self.add(element.text, bold, italic)
        for child in element:
            tag = child.tag
            if isinstance(tag, str) and tag not in _SKIPPED_TAGS and not _is_hidden(child):
                if tag == "br":
                    self.add(" ", bold, italic)
                    if _opens_turn(child):
                        self._breaks.append(len(self._pieces))
                self.collect(child, bold or tag in ("b", "strong"), italic or tag in ("i", "em"))
            self.add(child.tail, bold, italic)

    def flush(self, *, heading: bool = False) -> Iterator[Paragraph]:
        """The paragraph that the pieces make, if they hold any words."""
        pieces, breaks = self._pieces, [0, *self._breaks, len(self._pieces)]
        self._pieces, self._breaks = [], []
        for start, end in pairwise(breaks):
            text, bold, all_bold, all_italic = _join(pieces[start:end])
            if text:
                kind = "heading" if heading or all_bold else "italic" if all_italic else "p"
                yield Paragraph(text, bold, kind)


def _opens_turn(line_break: etree._Element) -> bool:
    """Whether bold text with a colon follows a line break: a turn without its paragraph."""
    following = line_break.getnext()
    if following is None or following.tag not in ("b", "strong") or (line_break.tail or "").strip():
        return False
    bold = "".join(str(text) for text in following.itertext())
    return bold.rstrip().endswith(":") or (following.tail or "").lstrip().startswith(":")


def _join(pieces: Sequence[tuple[str, bool, bool]]) -> tuple[str, int, bool, bool]:
    if len(pieces) == 1:
        text = strip(_BLANKS.sub(" ", pieces[0][0]))
        return text, len(text) if pieces[0][1] else 0, pieces[0][1], pieces[0][2]
    parts: list[str] = []
    length = bold_end = 0
    leading = True
    all_bold = all_italic = True
    ended = True
    for piece, bold, italic in pieces:
        text = _BLANKS.sub(" ", piece)
        if ended:
            text = text.lstrip(" ")
        if not parts:
            text = text.lstrip(" \u00a0")
        if not text:
            continue
        parts.append(text)
        length += len(text)
        ended = text[-1] == " "
        if text.strip(" \u00a0"):
            leading = leading and bold
            all_bold = all_bold and (bold or not any(map(str.isalnum, text)))
            all_italic = all_italic and (italic or not any(map(str.isalnum, text)))
        if leading and bold:
            bold_end = length
    text = strip("".join(parts))
    return text, min(bold_end, len(text)), all_bold and bool(parts), all_italic and bool(parts)


def unescape(found: Sequence[Paragraph]) -> tuple[list[Paragraph], tuple[str, ...]]:
    """Undo entities that the page shows to its reader ("&amp;lt;…&amp;gt;")."""
    result: list[Paragraph] = []
    names: tuple[str, ...] = ()
    for paragraph in found:
        if "&" in paragraph.text and ";" in paragraph.text:
            text, done = decode.unescape(paragraph.text)
            if done:
                names = ("html entities twice",)
                shorter = len(paragraph.text) - len(text)
                bold = max(0, paragraph.bold - shorter) if paragraph.bold else 0
                paragraph = Paragraph(text, bold, paragraph.kind)
        result.append(paragraph)
    return result, names


def labels(found: Sequence[Paragraph], context: str = "") -> list[Label | None]:
    """For each paragraph the speaker label that it opens with, or None.

    Bold text before a colon is a label unless its words say otherwise; text that is not
    bold is one where the page has no bold labels, or where it names a known speaker.
    """
    bold = [_bold(paragraph) for paragraph in found]
    sure = [label for label in bold if label and shape(label.label) >= Shape.FAIR]
    if not sure:
        return speakers.labels([paragraph.text for paragraph in found], context)
    people = [label for label in sure if not speakers.is_role(label)] or sure
    # A full title that lost its bold names somebody too.
    people += [label for label in map(_titled, found) if label]
    known = {speakers.key(label.label) for label in sure}
    known |= {name for label in people for name in _short_names(label)}
    plain = Counter(
        speakers.key(label.label)
        for label in (speakers.cut(p.text) for p in found if not p.bold)
        if label and shape(label.label) == Shape.FAIR
    )
    known |= {name for name, times in plain.items() if times > 1}
    again = Counter(speakers.key(label.label) for label in bold if label)
    result: list[Label | None] = []
    for paragraph, label in zip(found, bold, strict=True):
        if label is not None and _is_label(label, known, again):
            result.append(label)
        elif paragraph.bold:
            result.append(_stopped(paragraph, known))
        else:
            result.append(_plain(paragraph, known))
    return result


def _short_names(label: Label) -> Iterator[str]:
    """What a full title may be shortened to: its last two to four words."""
    words = speakers.key(label.label).split()
    for length in range(2, min(4, len(words)) + 1):
        yield " ".join(words[-length:])


def _titled(paragraph: Paragraph) -> Label | None:
    """The label of text that is not bold, where its words alone make it one."""
    label = None if paragraph.bold else speakers.cut(paragraph.text)
    if label is None or label.words[:1].islower() or speakers.is_role(label):
        return None
    return label if shape(label.label) == Shape.STRONG else None


def _bold(paragraph: Paragraph) -> Label | None:
    """The label that bold text makes: up to the colon in it or behind it and its note."""
    if not paragraph.bold:
        return None
    label = speakers.cut(paragraph.text)
    end = paragraph.text.find(":")
    if label is None:
        if not 0 < end <= paragraph.bold + 1:
            return None
        label = speakers.make(paragraph.text[:end], paragraph.text[end + 1 :])
        if label is None:
            return None
    printed = len(label.label)
    if paragraph.bold >= printed or shape(label.label) >= Shape.FAIR:
        return label
    return None


def _is_label(label: Label, known: set[str], bold: Counter[str]) -> bool:
    """Whether bold text before a colon names a speaker and does not stress a sentence."""
    if shape(label.label) >= Shape.FAIR or speakers.key(label.label) in known:
        return True
    tokens = [token.strip(",.").casefold() for token in label.label.split()]
    last = label.label.split()[-1]
    named = last[0].isupper() or last[0] in '«“"'
    if named and tokens[0] in lists.POSTS and len(tokens) > 3:
        # However long the post is, and whatever its bearer's institution is called.
        return True
    sentence = lists.ENGLISH_SENTENCE | lists.RUSSIAN_SENTENCE
    if tokens[0] in lists.NEVER or len(label.label) > 160 or sentence.intersection(tokens):
        return False
    begins = label.label[0].isupper() and not label.words[:1].islower()
    few = begins and len(tokens) <= _FEW and not lists.NO_NAMES.issuperset(tokens)
    return few or named or bold[speakers.key(label.label)] > 1


def _plain(paragraph: Paragraph, known: set[str]) -> Label | None:
    label = speakers.cut(paragraph.text)
    if label is None or label.words[:1].islower():
        return None
    sure = shape(label.label) == Shape.STRONG or is_unnamed(label.label)
    return label if sure or speakers.key(label.label) in known else None


def _stopped(paragraph: Paragraph, known: set[str]) -> Label | None:
    """A bold known name with a full stop in the colon's place ("<b>Elena Vark</b>. Yes.")."""
    head = strip(paragraph.text[: paragraph.bold]).rstrip(".")
    rest = paragraph.text[len(head) :]
    if speakers.key(head) in known and rest.startswith("."):
        return Label(head, None, strip(rest[1:]))
    return None
