"""XML that means harm, or was never finished, does none."""

from __future__ import annotations

import pytest

from generator.errors import SourceError
from generator.model import Transcript
from generator.sources import frus_tei
from generator.sources.reader import RawDocument

TEI = 'xmlns="http://www.tei-c.org/ns/1.0" xml:id="frus2031v01"'


def read(text: str) -> list[Transcript]:
    """The documents in a volume."""
    return list(frus_tei.parse(RawDocument(name="v.xml", data=text.encode())))


def test_entities_are_not_expanded() -> None:
    """A bomb of entities stays small, and no file is read."""
    text = (
        '<!DOCTYPE TEI [<!ENTITY a "aaaaaaaaaa"><!ENTITY b "&a;&a;&a;&a;&a;&a;&a;&a;">'
        '<!ENTITY f SYSTEM "file:///etc/passwd">]>'
        f'<TEI {TEI}><text><div type="document" xml:id="d1"><head>1. Talks</head>'
        "<p>Words &b; &f; end.</p></div></text></TEI>"
    )
    (found,) = read(text)

    assert ["Words end."] == [" ".join(text.split()) for text in found.narration]


def test_deep_nesting() -> None:
    """Elements a thousand deep end in documents or in one error."""
    deep = "<div>" * 5000
    try:
        found = read(f'<TEI {TEI}><div type="document" xml:id="d1"><p>a</p>{deep}')
    except SourceError as error:
        assert "v.xml" in str(error)
    else:
        assert all(isinstance(one, Transcript) for one in found)


def test_no_documents() -> None:
    """A volume without documents is told."""
    with pytest.raises(SourceError, match="the volume has no documents"):
        read(f'<TEI {TEI}><text><div type="chapter"/></text></TEI>')
