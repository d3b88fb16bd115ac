"""Bytes → text, with the names of everything that was done to the characters.

UTF-8 is tried first, then windows-1251 and windows-1252; charset guessers are of no use
here (they call windows-1251 Russian "cp874").  To read another encoding where a page
declares it, add it to :data:`_NAMES`.
"""

from __future__ import annotations

import codecs
import html
import re
from dataclasses import dataclass
from html.entities import html5

from generator.errors import SourceError
from generator.sources.parts.problems import source_error
from generator.sources.reader import RawDocument

_MAGIC = (
    (b"%PDF-", "a PDF", "save the page as HTML or text"),
    (b"PK\x03\x04", "a ZIP or an office file", "unpack it, or save the document as text"),
    (b"\x1f\x8b", "compressed with gzip", "unpack it first"),
    (b"\x89PNG", "a PNG image", "save the page as HTML or text"),
    (b"\xff\xd8\xff", "a JPEG image", "save the page as HTML or text"),
    (b"GIF8", "a GIF image", "save the page as HTML or text"),
    (b"\xd0\xcf\x11\xe0", "an old office file", "save the document as text"),
)
_UTF16 = ((codecs.BOM_UTF16_LE, "utf-16-le"), (codecs.BOM_UTF16_BE, "utf-16-be"))
_CONTROL = bytes((*range(0x09), *range(0x0E, 0x1B), *range(0x1C, 0x20)))
# With its semicolon only: "?id=1&copy=2" is an address, not a copyright sign.
_ENTITY = re.compile(r"&(?:#\d{1,7}|#[xX][0-9a-fA-F]{1,6}|[a-zA-Z][a-zA-Z0-9]{1,31});")
_LINE_ENDS = "\r\x0b\x0c\x85\u2028\u2029"
_LINE_END = re.compile(rf"\r\n?|[{_LINE_ENDS}]")
_HIGH = bytes(range(0x80, 0x100))
_HIGH_RUN = re.compile(rb"[\x80-\xff]{3,}")
_DECLARED = re.compile(rb"""charset\s*=\s*["']?([\w-]{3,20})""", re.IGNORECASE)
_NAMES = {
    "windows-1251": "windows-1251",
    "cp1251": "windows-1251",
    "koi8-r": "koi8-r",
    "windows-1252": "windows-1252",
    "iso-8859-1": "windows-1252",
}


@dataclass(frozen=True, slots=True)
class Decoded:
    """Text whose lines end in a line feed, and what was done to get it, in order."""

    text: str
    normalisations: tuple[str, ...] = ()


def check_readable(raw: RawDocument) -> None:
    """Refuse what is no text at all.

    Raises:
        SourceError: the data is empty, or binary.
    """
    data = raw.data
    if not data.strip():
        raise source_error(raw, "the file is empty", "give a file with a document in it")
    for magic, what, mend in _MAGIC:
        if data.startswith(magic):
            raise source_error(raw, f"the file is {what}, not text", mend)
    if data.startswith((codecs.BOM_UTF16_LE, codecs.BOM_UTF16_BE)):
        return
    control = len(data) - len(data.translate(None, _CONTROL))
    if b"\0" in data or control > 8:
        nul = data.find(b"\0")
        line = data.count(b"\n", 0, nul) + 1 if nul >= 0 else None
        what = "a NUL byte" if nul >= 0 else "control characters"
        raise source_error(raw, f"the file is binary ({what})", "give a text or HTML file", line)


def decode(raw: RawDocument) -> Decoded:
    """Read the bytes as text.

    Raises:
        SourceError: the data is empty, binary, or in no known encoding.
    """
    check_readable(raw)
    text, done = _characters(raw)
    if any(sign in text for sign in _LINE_ENDS):
        text = _LINE_END.sub("\n", text)
        done.append("line ends")
    return Decoded(text, tuple(done))


def glimpse(data: bytes) -> str:
    """``data`` as text to recognise a format by, whatever is broken in it."""
    for mark, name in _UTF16:
        if data.startswith(mark):
            return data[len(mark) :].decode(name, "replace")
    try:
        return data.decode("utf-8-sig")
    except UnicodeDecodeError:
        name = "utf-8" if _mostly_utf8(data) else _legacy_name(data)
        return data.decode(name, "replace")


def _characters(raw: RawDocument) -> tuple[str, list[str]]:
    data = raw.data
    for mark, name in _UTF16:
        if data.startswith(mark):
            return _strictly(raw, data[len(mark) :], name), [name]
    done = []
    if data.startswith(codecs.BOM_UTF8):
        data = data[len(codecs.BOM_UTF8) :]
        done.append("byte-order mark")
    try:
        return data.decode("utf-8"), done
    except UnicodeDecodeError as error:
        if done or _mostly_utf8(data):
            raise _broken(raw, data, error, "UTF-8") from None
    name = _legacy_name(data)
    return _strictly(raw, data, name), [*done, name]


def _strictly(raw: RawDocument, data: bytes, name: str) -> str:
    """``data`` as text; a byte that is no character is refused, for no word may be guessed."""
    try:
        return data.decode(name)
    except UnicodeDecodeError as error:
        raise _broken(raw, data, error, name) from None


def _broken(raw: RawDocument, data: bytes, error: UnicodeDecodeError, name: str) -> SourceError:
    before = data[: error.start].decode(name, "replace")
    line = _LINE_END.sub("\n", before).count("\n") + 1
    what = f"the file is {name} with broken characters"
    return source_error(raw, what, "save it again as UTF-8", line)


def _mostly_utf8(data: bytes) -> bool:
    """Whether data that is no valid UTF-8 was meant to be: few characters are broken.

    Letters of another encoding hardly ever make a character of UTF-8 by chance.
    """
    text = data.decode("utf-8", "replace")
    broken = text.count("\ufffd")
    whole = len(text) - len(text.encode("ascii", "ignore")) - broken
    return whole >= broken


def _legacy_name(data: bytes) -> str:
    declared = _DECLARED.search(data, 0, 2048)
    name = _NAMES.get(declared[1].decode("ascii").lower()) if declared else None
    if name is not None:
        return name
    # A Russian word is a run of high bytes; an accent stands alone in a Latin word.
    runs = sum(map(len, _HIGH_RUN.findall(data)))
    high = len(data) - len(data.translate(None, _HIGH))
    return "windows-1251" if runs * 2 >= high else "windows-1252"


def unescape(text: str) -> tuple[str, tuple[str, ...]]:
    """Undo HTML entities, also those that were escaped twice ("&amp;lt;").

    What names no character ("&notanentity;") stays as it is printed.
    """
    done = []
    for name in ("html entities", "html entities twice"):
        plain = _ENTITY.sub(_character, text) if "&" in text else text
        if plain == text:
            break
        text = plain
        done.append(name)
    return text, tuple(done)


def _character(match: re.Match[str]) -> str:
    return character(match[0])


def character(entity: str) -> str:
    """The character that an entity ("&ouml;", "&#246;") names, or the entity as it is."""
    if entity[1] != "#":
        # html.unescape would take "&copyleft;" for "&copy" and "left;".
        return html5.get(entity[1:], entity)
    found = html.unescape(entity)
    return entity if found in ("", "\ufffd", "\0") else found
