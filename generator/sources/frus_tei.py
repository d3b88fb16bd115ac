"""Documents of “Foreign Relations of the United States” in TEI, one volume or one document.

A volume gives as many documents as it has ``div[@type="document"]``.  Footnotes follow a
document's words; page breaks and the volume's front and back matter are left out.
"""

from __future__ import annotations

import hashlib
import re
from collections.abc import Iterable, Iterator

from lxml import etree

from generator.model import Block, Narration, SourceRef, Tag, Transcript
from generator.model.publishers import PUBLISHERS
from generator.sources.parts import addresses, blocks, speakers, tei_dates, xml
from generator.sources.parts.problems import source_error
from generator.sources.parts.speakers import Label
from generator.sources.reader import RawDocument

NAME = "frus_tei"
RECOGNISES = "TEI with div[@type=“document”] (a volume of Foreign Relations of the United States)"

_HEAD = 200_000
_VOLUME = re.compile(r"frus\d{4}[\w-]*")
_NUMBER = re.compile(r"^\[?\d+[a-z]?\]?\.\s+")
_PRESENT = re.compile(r"participa|present|attend", re.IGNORECASE)
_PARAGRAPHS = frozenset(
    ("p", "item", "head", "signed", "salute", "byline", "l", "row", "postscript", "opener", "ab")
)
_SKIPPED = frozenset(("note", "pb", "figure", "graphic"))
_PERSON = f"{xml.TEI}persName"
_LONGEST_LABEL = 80
# How minutes tell that nobody objected; a line of its own, which nobody said.
_ASSENT = re.compile(
    r"(?:All|Every(?:one|body)|The\s(?:others|group|committee|council|board|members|principals|"
    r"participants))(?:\spresent)?\s(?:generally\s|unanimously\s)?(?:agreed|concurred|assented|"
    r"nodded)(?:\s(?:unanimously|in\sagreement))?\.(?:\s*\[[^\[\]]*\])*",
    re.IGNORECASE,
)


def sniff(raw: RawDocument) -> int:
    """Sure of TEI with documents in it."""
    head = raw.data[:_HEAD]
    return 95 if b"tei-c.org/ns/1.0" in head and b'type="document"' in raw.data else 0


def parse(raw: RawDocument) -> Iterable[Transcript]:
    """Read every document of the file.

    Raises:
        SourceError: empty, binary, no XML, or without documents.
    """
    root, done = xml.parse(raw)
    volume = _volume(root, raw)
    digest = hashlib.sha256(raw.data).hexdigest()
    found = 0
    for div in root.iter(f"{xml.TEI}div"):
        if div.get("type") == "document" and _words_in(div):
            found += 1
            yield _transcript(div, volume, done, digest)
    if not found:
        raise source_error(raw, "the volume has no documents", "give a volume with its text")


def _words_in(div: etree._Element) -> bool:
    return any(True for text in div.itertext() if str(text).strip())


def _volume(root: etree._Element, raw: RawDocument) -> str | None:
    """The volume's id: said by the file, or by the folder or address that holds it."""
    said = [root.get(xml.XML_ID) or ""]
    said += [xml.words(idno) for idno in root.iter(f"{xml.TEI}idno")]
    for text in (*said, raw.url or "", raw.member or "", raw.name):
        match = _VOLUME.search(text)
        if match is not None:
            return match[0]
    return None


def _transcript(
    div: etree._Element, volume: str | None, done: tuple[str, ...], digest: str
) -> Transcript:
    number = div.get(xml.XML_ID) or f"d{div.get('n') or ''}"
    head = div.find(f"{xml.TEI}head")
    title = _NUMBER.sub("", xml.words(head)) or f"Document {div.get('n') or number}"
    dateline = div.find(f".//{xml.TEI}dateline")
    when = tei_dates.when(dateline, head)
    paragraphs = _split(list(_paragraphs(div, (head, dateline))), title)
    labels = _labels(paragraphs, title, {xml.words(name) for name in div.iter(_PERSON)})
    publisher = PUBLISHERS["frus"]
    lead, participants = _lists(div)
    notes = tuple(Narration(text=text) for text in _notes(div))
    return Transcript(
        id=f"{volume}-{number}"
        if volume
        else addresses.fallback_id(when.date, f"{number} {title}"),
        language="en",
        title=title,
        date=when.date,
        time=when.time,
        zone=None,
        place=_place(dateline),
        lead=lead,
        blocks=(*_blocks([text for text, _ in paragraphs], labels), *notes),
        participants=participants,
        tags=tuple(_tags(div)),
        normalisations=(*done, "markup undone"),
        source=SourceRef(
            publisher=publisher.key,
            url=f"{publisher.url}historicaldocuments/{volume}/{number}" if volume else None,
            licence=publisher.licence,
            attribution=publisher.attribution,
            sha256=digest,
            format=NAME,
        ),
    )


def _place(dateline: etree._Element | None) -> str | None:
    names = [] if dateline is None else [xml.words(p) for p in dateline.iter(f"{xml.TEI}placeName")]
    return ", ".join(filter(None, names)) or None


def _lists(div: etree._Element) -> tuple[str | None, tuple[str, ...]]:
    """Subject and participants, where they are lists."""
    subject: list[str] = []
    participants: list[str] = []
    for element in div.iter(f"{xml.TEI}list"):
        items = [xml.words(item) for item in element.findall(f"{xml.TEI}item")]
        if element.get("type") == "subject":
            subject += items
        elif _is_participants(element):
            participants += items
    return "; ".join(filter(None, subject)) or None, tuple(filter(None, participants))


def _is_participants(element: etree._Element) -> bool:
    head = xml.words(element.find(f"{xml.TEI}head"))
    kind = element.get("type")
    return kind == "participants" or (kind is None and _PRESENT.search(head) is not None)


def _paragraphs(
    parent: etree._Element, skipped: tuple[etree._Element | None, ...]
) -> Iterator[tuple[str, bool]]:
    """Each paragraph, and whether markup sets a name apart that a colon follows."""
    for child in parent:
        tag = xml.name(child)
        if child in skipped or tag in _SKIPPED or not tag:
            continue
        if tag == "list" and (child.get("type") == "subject" or _is_participants(child)):
            continue
        if tag == "row":
            cells = (xml.words(cell) for cell in child)
            yield " ".join(filter(None, cells)), False
        elif tag in _PARAGRAPHS and not any(xml.name(e) in ("p", "list") for e in child):
            text = xml.words(child)
            if text:
                yield text, _is_marked(child)
        else:
            yield from _loose(child)
            yield from _paragraphs(child, skipped)


def _loose(element: etree._Element) -> Iterator[tuple[str, bool]]:
    """Text that stands beside the paragraphs of a list's item or of a quotation."""
    text = " ".join((element.text or "").split())
    if text:
        yield text, False


def _is_marked(paragraph: etree._Element) -> bool:
    """Whether a name or a set-apart word ends right before the first colon."""
    before = len(paragraph.text or "")
    for child in paragraph:
        if xml.name(child) == "pb":
            before += len(child.tail or "")
            continue
        before += len(xml.words(child))
        if before > _LONGEST_LABEL:
            return False
        if xml.name(child) in ("persName", "hi") and (
            (child.tail or "").lstrip().startswith(":") or xml.words(child).endswith(":")
        ):
            return ":" not in (paragraph.text or "")
        before += len(child.tail or "")
        if ":" in (child.tail or ""):
            return False
    return False


def _split(paragraphs: list[tuple[str, bool]], title: str) -> list[tuple[str, bool]]:
    """Paragraphs cut where two speakers share one."""
    parts: list[tuple[str, bool]] = []
    texts = [text for text, _ in paragraphs]
    cut = speakers.splitter(texts, title)
    for text, marked in paragraphs:
        first, *rest = cut(text)
        parts.append((first, marked))
        parts += [(part, False) for part in rest]
    return parts


def _labels(
    paragraphs: list[tuple[str, bool]], title: str, persons: set[str]
) -> list[Label | None]:
    """Labels by their words, and those that markup sets apart.

    ``persons`` are names as markup prints them: where one of them is set apart, others who
    speak need no markup ("A______", "Interpreter").
    """
    texts = [text for text, _ in paragraphs]
    cuts = [speakers.cut(text) if marked else None for text, marked in paragraphs]
    speaking = any(cut.label in persons for cut in cuts if cut)
    judged = speakers.labels(texts, title, speaking=speaking)
    known = {speakers.key(label.label) for label in (*judged, *cuts) if label}
    return [
        label or (found if found and speakers.key(found.label) in known else None)
        for label, found in zip(judged, cuts, strict=True)
    ]


def _blocks(texts: list[str], labels: list[Label | None]) -> tuple[Block, ...]:
    """Blocks in order; what minutes report between two speakers ends the first one's turn."""
    following = [*labels[1:], None]
    kinds = [
        "report" if label and _ASSENT.fullmatch(text) else "p"
        for text, label in zip(texts, following, strict=True)
    ]
    return blocks.assemble(texts, labels, kinds)


def _notes(div: etree._Element) -> Iterator[str]:
    for note in div.iter(f"{xml.TEI}note"):
        text = xml.words(note, frozenset())
        if text:
            number = note.get("n") or ""
            yield f"{number} {text}".strip()


def _tags(div: etree._Element) -> Iterator[Tag]:
    """Persons that the document names by key, each once."""
    seen: set[str] = set()
    for person in div.iter(_PERSON):
        key = (person.get("corresp") or "").lstrip("#")
        if key and key not in seen:
            seen.add(key)
            yield Tag(kind="person", text=xml.words(person), key=key)
