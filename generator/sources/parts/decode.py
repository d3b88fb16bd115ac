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
        return data.decode("utf-8", "replace") if _mostly_utf8(data) else _legacy(data)[0]


def _characters(raw: RawDocument) -> tuple[str, list[str]]:
    data = raw.data
    for mark, name in _UTF16:
        if data.startswith(mark):
            return data[len(mark) :].decode(name, "replace"), [name]
    done = []
    if data.startswith(codecs.BOM_UTF8):
        data = data[len(codecs.BOM_UTF8) :]
        done.append("byte-order mark")
    try:
        return data.decode("utf-8"), done
    except UnicodeDecodeError as error:
        if _mostly_utf8(data):
            line = data.count(b"\n", 0, error.start) + 1
            raise source_error(
                raw, "the file is UTF-8 with broken characters", "save it again as UTF-8", line
            ) from None
    text, name = _legacy(data)
    return text, [*done, name]


def _mostly_utf8(data: bytes) -> bool:
    """Whether data that is no valid UTF-8 was meant to be: few characters are broken."""
    broken = data.decode("utf-8", "replace").count("\ufffd")
    high = sum(byte >= 0x80 for byte in data)
    return high > 20 * broken


def _legacy(data: bytes) -> tuple[str, str]:
    declared = _DECLARED.search(data, 0, 2048)
    name = _NAMES.get(declared[1].decode("ascii").lower()) if declared else None
    if name is None:
        # A Russian word is a run of high bytes; an accent stands alone in a Latin word.
        runs = sum(map(len, _HIGH_RUN.findall(data)))
        high = len(data) - len(data.translate(None, _HIGH))
        name = "windows-1251" if runs * 2 >= high else "windows-1252"
    return data.decode(name, "replace"), name


def unescape(text: str) -> tuple[str, tuple[str, ...]]:
    """Undo HTML entities, also those that were escaped twice ("&amp;lt;")."""
    done = []
    for name in ("html entities", "html entities twice"):
        if not _ENTITY.search(text):
            break
        text = _ENTITY.sub(_character, text)
        done.append(name)
    return text, tuple(done)


def _character(match: re.Match[str]) -> str:
    return html.unescape(match[0])
