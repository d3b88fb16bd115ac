"""XML → trees and words, also where a file is not well-formed."""

from __future__ import annotations

import re

from lxml import etree

from generator.sources.parts.blocks import strip
from generator.sources.parts.decode import character, check_readable
from generator.sources.parts.problems import source_error
from generator.sources.reader import RawDocument

TEI = "{http://www.tei-c.org/ns/1.0}"
XML_ID = "{http://www.w3.org/XML/1998/namespace}id"
_AMPERSAND = re.compile(rb"&(?:#\d{1,7};|#x[0-9a-fA-F]{1,6};|[A-Za-z][A-Za-z0-9]{0,31};)?")
_OWN = ("&lt;", "&gt;", "&amp;", "&quot;", "&apos;")
_BLANKS = re.compile(r"[ \t\r\n\f]+")


def parse(raw: RawDocument) -> tuple[etree._Element, tuple[str, ...]]:
    """The root, and what had to be done to get it.

    Entities are not expanded and nothing is fetched, whatever the file asks for.

    Raises:
        SourceError: empty, binary, without any element, or with broken characters.
    """
    check_readable(raw)
    try:
        return etree.fromstring(raw.data, _parser(recover=False)), ()
    except etree.XMLSyntaxError as error:
        line = error.lineno or 1
        root = etree.fromstring(_escaped(raw.data), _parser(recover=True))
        if root is None or not isinstance(root.tag, str):
            raise source_error(
                raw, "the XML cannot be read", "check that the file is whole", line
            ) from None
        _check_characters(raw, root)
        return root, (f"broken markup mended from line {line} on",)


def _check_characters(raw: RawDocument, root: etree._Element) -> None:
    """Refuse a file whose broken bytes a mending parser has put a mark in place of."""
    mark = "\ufffd"
    if mark.encode() in raw.data or not any(mark in text for text in root.itertext()):
        return
    line = None
    try:
        raw.data.decode("utf-8")
    except UnicodeDecodeError as error:
        line = raw.data.count(b"\n", 0, error.start) + 1
    raise source_error(raw, "the XML has broken characters", "save it again as UTF-8", line)


def _escaped(data: bytes) -> bytes:
    """Data whose loose ampersands and foreign entities a mending parser does not drop."""
    return _AMPERSAND.sub(_spelt, data)


def _spelt(match: re.Match[bytes]) -> bytes:
    entity = match[0].decode("ascii")
    if entity in _OWN or entity.startswith("&#"):
        return match[0]
    text = character(entity) if len(entity) > 1 else entity
    # What no one knows stays as it is written.
    return text.encode() if text != entity else b"&amp;" + match[0][1:]


def _parser(*, recover: bool) -> etree.XMLParser:
    return etree.XMLParser(
        recover=recover,
        resolve_entities=False,
        no_network=True,
        load_dtd=False,
        remove_comments=True,
        remove_pis=True,
    )


def name(element: etree._Element) -> str:
    """An element's name without its namespace; "" for what is no element."""
    return element.tag.rpartition("}")[2] if isinstance(element.tag, str) else ""


def words(element: etree._Element | None, skip: frozenset[str] = frozenset({"note"})) -> str:
    """An element's text with its blanks made single, without the elements in ``skip``."""
    if element is None:
        return ""
    parts: list[str] = []
    _collect(element, skip, parts)
    return strip(_BLANKS.sub(" ", "".join(parts)))


def _collect(element: etree._Element, skip: frozenset[str], parts: list[str]) -> None:
    if element.text:
        parts.append(element.text)
    for child in element:
        tag = name(child)
        if tag in ("lb", "br"):
            parts.append(" ")
        elif tag and tag not in skip:
            _collect(child, skip, parts)
        if child.tail:
            parts.append(child.tail)
