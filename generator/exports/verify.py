"""The built site held against the sources: every published word is the source's word.

The original must be the file that was ingested, byte for byte.  It is read again, the built
HTML is read by a parser that knows nothing of how the page was made, and the two lists of
words must be the same.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from difflib import SequenceMatcher
from html.parser import HTMLParser
from pathlib import Path

from generator.exports import records
from generator.exports.original import Original, UnprovenError, reread
from generator.model import Event
from generator.store import receipt
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
        self._original: Original | None = None

    def verify(self, event: Event) -> Verdict:
        """Hold one document's page against its original, and write its record anew."""
        page = self.site / event.url / "index.html"
        try:
            original = self._of(event)
            candidates = original.of(event)
            found = published_words(page.read_text(encoding="utf-8"))
        except UnprovenError as error:
            return Verdict(event=event, words=0, differences=(str(error),))
        except UnicodeDecodeError:
            return Verdict(event=event, words=0, differences=(f"{page} is no UTF-8",))
        except OSError as error:
            return Verdict(event=event, words=0, differences=(_unread(error),))
        expected = found if found in candidates else candidates[0]
        differences = (*_other_bytes(event, original), *differences_of(expected, found))
        try:
            self._receive(page.with_name(records.FILE), event, found, differences)
        except OSError as error:
            unwritten = f"its {records.FILE} cannot be written ({error.strerror})"
            differences = (*differences, unwritten)
        return Verdict(event=event, words=len(found), differences=differences)

    def _of(self, event: Event) -> Original:
        """The event's original; the last one is kept, for many documents may share it."""
        file = event.source.file
        if not file:
            raise UnprovenError("the page names no original; add source.file, or ingest its source")
        if file != self._file or self._original is None:
            self._original = reread(self.content / file)
            self._file = file
        return self._original

    def _receive(
        self, path: Path, event: Event, found: tuple[str, ...], differences: tuple[str, ...]
    ) -> None:
        """Write the receipt into the record beside the page, where it is another than there."""
        line = " ".join(found)
        proof = receipt.receipt(event, line, differences)
        text = path.read_text("utf-8", errors="replace") if path.is_file() else ""
        try:
            proven = records.with_receipt(text, proof)
        except (ValueError, TypeError, KeyError):  # it is not there, or damaged
            proven = records.with_receipt(records.file_of(event, event.url, line), proof)
        if proven != text:
            write_atomically(path, proven)


def _other_bytes(event: Event, original: Original) -> tuple[str, ...]:
    """A line if the original is not the file that was ingested."""
    given = event.source.sha256
    if given == original.sha256:
        return ()
    said = f"the page's source.sha256 is {given}" if given else "the page has no source.sha256"
    return (
        f"the original {original.path} is not the file that was ingested (its SHA-256 is "
        f"{original.sha256}, {said}); put the ingested file back",
    )


def _unread(error: OSError) -> str:
    if isinstance(error, FileNotFoundError):
        return f"{Path(str(error.filename)).name} is missing"
    return f"{error.filename} cannot be read ({error.strerror})"


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
