"""The built site held against the sources: every published word is the source's word.

The original is read again, the built HTML is read by a parser that knows nothing of how
the page was made, and the two lists of words must be the same.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from difflib import SequenceMatcher
from html.parser import HTMLParser
from pathlib import Path

from generator.errors import ChronicleError
from generator.exports import records
from generator.model import Event, Transcript
from generator.sources.discovery import read
from generator.sources.reader import RawDocument
from generator.store import body, receipt
from generator.store.files import write_atomically

_VOID = frozenset(("area", "base", "br", "col", "embed", "hr", "img", "input", "link", "wbr"))
_INLINE = frozenset(("a", "abbr", "b", "bdi", "cite", "em", "i", "span", "strong"))
_AROUND = 3
"""Words shown on either side of a difference."""


@dataclass(frozen=True, kw_only=True, slots=True)
class Verdict:
    """What was found of one document: its words, and each difference in a line."""

    event: Event
    words: int
    differences: tuple[str, ...] = ()


class _Words(HTMLParser):
    """The text of an event page's parts that hold the source's words."""

    def __init__(self) -> None:
        super().__init__(convert_charrefs=True)
        self.parts: dict[str, list[str]] = {
            "title": [],
            "lead": [],
            "participants": [],
            "words": [],
            "captions": [],
        }
        self._open: list[tuple[str, str | None]] = []

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        within = self._open[-1][1] if self._open else None
        part = self._part(tag, dict(attrs), within)
        if tag not in _INLINE and part is not None:
            self.parts[part].append(" ")
        if tag not in _VOID:
            self._open.append((tag, part))

    def _part(self, tag: str, attrs: Mapping[str, str | None], within: str | None) -> str | None:
        classes = (attrs.get("class") or "").split()
        if within == "words" and ("e" in classes or "k" in classes):
            return None  # an editor's own note, a permalink
        if within == "captions" and tag == "h2":
            return None
        if within is None:
            head = any(name == "header" for name, _ in self._open)
            if tag == "h1" and head:
                return "title"
            for name, part in _PART_OF.items():
                if name in classes:
                    return part
        return within

    def handle_endtag(self, tag: str) -> None:
        while self._open:
            name, part = self._open.pop()
            if name not in _INLINE and part is not None:
                self.parts[part].append(" ")
            if name == tag:
                break

    def handle_data(self, data: str) -> None:
        if self._open and (part := self._open[-1][1]) is not None:
            self.parts[part].append(data)


_PART_OF = {
    "dc-lead": "lead",
    "dc-participants": "participants",
    "dc-words": "words",
    "dc-captions": "captions",
}


def published_words(html: str) -> tuple[str, ...]:
    """The source's words that a built event page shows, in order."""
    parser = _Words()
    parser.feed(html)
    parser.close()
    return tuple(word for part in parser.parts.values() for word in "".join(part).split())


class Verifier:
    """Verifies the documents of one archive against one built site."""

    def __init__(self, content: Path, site: Path) -> None:
        self.content = content
        self.site = site
        self._file = ""
        self._held: Mapping[tuple[str, str], Transcript] = {}

    def verify(self, event: Event) -> Verdict:
        """Hold one document's page against its original, and write its record anew."""
        page = self.site / event.url / "index.html"
        try:
            expected = self._source_words(event)
            found = published_words(page.read_text(encoding="utf-8"))
        except FileNotFoundError as error:
            missing = Path(str(error.filename)).name
            return Verdict(event=event, words=0, differences=(f"{missing} is missing",))
        except ChronicleError as error:
            return Verdict(event=event, words=0, differences=(str(error),))
        differences = differences_of(expected, found)
        self._receive(page.with_name(records.FILE), event, found, differences)
        return Verdict(event=event, words=len(found), differences=differences)

    def _receive(
        self, path: Path, event: Event, found: tuple[str, ...], differences: tuple[str, ...]
    ) -> None:
        """Write the receipt into the record beside the page, where it is another than there."""
        line = " ".join(found)
        text = (
            path.read_text("utf-8") if path.is_file() else records.file_of(event, event.url, line)
        )
        proven = records.with_receipt(text, receipt.receipt(event, line, differences))
        if not path.is_file() or proven != text:
            write_atomically(path, proven)

    def _source_words(self, event: Event) -> tuple[str, ...]:
        original = event.source.file
        if original != self._file:
            raw = RawDocument(name=original, data=(self.content / original).read_bytes())
            self._held = {
                (found.id, found.language): found
                for found in read(raw)
                if isinstance(found, Transcript)
            }
            self._file = original
        transcript = self._held.get((event.id, event.language))
        if transcript is None and len(self._held) == 1:
            transcript = next(iter(self._held.values()))
        if transcript is None:
            raise FileNotFoundError(2, "no such document in the original", original)
        return tuple(receipt.line_of(transcript, body.with_anchors(transcript.blocks)).split())


def differences_of(expected: tuple[str, ...], found: tuple[str, ...]) -> tuple[str, ...]:
    """Each stretch in which two lists of words differ, with words around it."""
    if expected == found:
        return ()
    lines: list[str] = []
    matcher = SequenceMatcher(None, expected, found, autojunk=False)
    for tag, a, b, c, d in matcher.get_opcodes():
        if tag == "equal":
            continue
        before = " ".join(expected[max(0, a - _AROUND) : a])
        gone, come = " ".join(expected[a:b]), " ".join(found[c:d])
        lines.append(f"after {before!r}: the source has {gone!r}, the page {come!r}")
    return tuple(lines)
