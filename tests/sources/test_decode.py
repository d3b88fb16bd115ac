"""Bytes become text in every encoding that occurs, and nothing else does."""

from __future__ import annotations

import pytest

from generator.errors import SourceError
from generator.sources.parts import xml
from generator.sources.parts.decode import Decoded, decode, unescape
from generator.sources.reader import RawDocument

RUSSIAN = "Встреча с Президентом Оруны – «да»"
FRENCH = "The café of Ashpol – “naïve”"

PAGE = f"<div class='{'read__internal_content ' * 40}'><p>{RUSSIAN}</p></div>"
DECLARED = (
    f"<meta charset='koi8-r'><p>{RUSSIAN.replace('–', '-').replace('«', '').replace('»', '')}</p>"
)


def raw(data: bytes) -> RawDocument:
    """A document of these bytes."""
    return RawDocument(name="a.txt", data=data)


@pytest.mark.parametrize(
    ("data", "expected"),
    [
        (RUSSIAN.encode(), Decoded(RUSSIAN)),
        (b"\xef\xbb\xbf" + RUSSIAN.encode(), Decoded(RUSSIAN, ("byte-order mark",))),
        (RUSSIAN.encode("cp1251"), Decoded(RUSSIAN, ("windows-1251",))),
        (PAGE.encode("cp1251"), Decoded(PAGE, ("windows-1251",))),
        (DECLARED.encode("koi8-r"), Decoded(DECLARED, ("koi8-r",))),
        (FRENCH.encode("cp1252"), Decoded(FRENCH, ("windows-1252",))),
        (b"\xff\xfe" + RUSSIAN.encode("utf-16-le"), Decoded(RUSSIAN, ("utf-16-le",))),
        (b"one\r\ntwo\rthree", Decoded("one\ntwo\nthree", ("line ends",))),
    ],
)
def test_encodings(data: bytes, expected: Decoded) -> None:
    """Every encoding is named in the normalisations."""
    assert expected == decode(raw(data))


@pytest.mark.parametrize(
    ("data", "what"),
    [
        (b" \n", "a.txt: the file is empty; give a file with a document in it"),
        (
            b"a\nb\0c",
            "a.txt:2: the file is binary (a NUL byte); give a text or HTML file",
        ),
        (b"%PDF-1.7 ...", "a.txt: the file is a PDF, not text; save the page as HTML or text"),
        (
            ("Встреча " * 30).encode() + b"\n\xd0",
            "a.txt:2: the file is UTF-8 with broken characters; save it again as UTF-8",
        ),
        (
            "Café\n".encode() + b"na\xc3",
            "a.txt:2: the file is UTF-8 with broken characters; save it again as UTF-8",
        ),
        (
            (RUSSIAN + "\r\n\r\n" + RUSSIAN).encode("cp1251") + b"\x98",
            "a.txt:3: the file is windows-1251 with broken characters; save it again as UTF-8",
        ),
        (
            FRENCH.encode("cp1252") + b"\n\n \x81",
            "a.txt:3: the file is windows-1252 with broken characters; save it again as UTF-8",
        ),
        (
            b"\xff\xfe" + "one\ntwo".encode("utf-16-le") + b"\x3d\xd8a\0",
            "a.txt:2: the file is utf-16-le with broken characters; save it again as UTF-8",
        ),
        (
            b"\xfe\xff" + "one\ntwo".encode("utf-16-be") + b"\0",
            "a.txt:2: the file is utf-16-be with broken characters; save it again as UTF-8",
        ),
    ],
)
def test_refused(data: bytes, what: str) -> None:
    """What is no text is refused in one line that says what to do."""
    with pytest.raises(SourceError) as caught:
        decode(raw(data))

    assert what == str(caught.value)


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("&lt;…&gt;", ("<…>", ("html entities",))),
        ("&amp;lt;…&amp;gt;", ("<…>", ("html entities", "html entities twice"))),
        ("?id=1&copy=2", ("?id=1&copy=2", ())),
        ("&notanentity; &copyleft; &#0; &#xD800;", ("&notanentity; &copyleft; &#0; &#xD800;", ())),
        ("&copy; &#246; &#150;", ("© ö –", ("html entities",))),
    ],
)
def test_entities(text: str, expected: tuple[str, tuple[str, ...]]) -> None:
    """Entities are undone once and twice; an address, and what names nothing, is left alone."""
    assert expected == unescape(text)


def test_broken_characters_of_xml() -> None:
    """A parser that mends markup does not get to mend words."""
    data = b"<TEI>\n<p>caf\xe9</p></TEI>"

    with pytest.raises(SourceError, match=r"^a\.txt:2: the XML has broken characters; "):
        xml.parse(raw(data))


def test_entity_that_xml_does_not_know() -> None:
    """A name is taken whole: "&copyleft;" is no copyright sign."""
    root, _ = xml.parse(raw(b"<p>&copy; &copyleft; &</p>"))

    assert "© &copyleft; &" == root.text
