"""Plain text with paragraphs, Russian or English: web-archive dumps, pasted transcripts.

A title, then in any order what there is of date, place, address and licence, then
paragraphs; lines may be wrapped.  The foot of a kremlin.ru page is read for its tags,
date and link, and left out.
"""

from __future__ import annotations

import hashlib
import re
from collections.abc import Iterable
from dataclasses import replace

from generator.errors import SourceError
from generator.model import SourceRef, Transcript
from generator.model.publishers import PUBLISHERS
from generator.sources.parts import addresses, blocks, cards, decode, footer, plain_head, speakers
from generator.sources.parts.lines import Line, paragraphs
from generator.sources.parts.problems import source_error
from generator.sources.reader import RawDocument

NAME = "plain_text"
RECOGNISES = "text with a title and a date, an address or speakers (“Name: words”)"

_MARKUP = re.compile(rb"\s*(?:\xef\xbb\xbf)?\s*(?:<[!?a-zA-Z]|[{\[]\s*[\"{\[])")
_TABLE = (".csv", ".tsv", ".json", ".jsonl", ".ndjson", ".xml", ".html", ".htm")
_CYRILLIC = re.compile(r"[А-яЁё]")
_LATIN = re.compile(r"[A-Za-z]")
_SENTENCE_ENDS = (".", "!", "?", "…", "”", "»", ">")
_SENTENCE = re.compile(r".*?[^\s.]{2}[.!?…]+[”»\")]*(?=\s|$)")
_LONGEST_TITLE = 160
# A document's number in its volume, and the link of a footnote that a copy glues to its title.
_NUMBERED = re.compile(
    r"\[?\d{1,4}[a-z]?\]?\.\s+(?P<title>[A-Z].*?)"
    r"(?P<link>(?<=[a-z.\])”])Source|(?<=[a-z])\d{1,2})?"
)


def sniff(raw: RawDocument) -> int:
    """Sure of nothing, but any text may be a transcript that somebody pasted."""
    name = (raw.member or raw.name).lower()
    if _MARKUP.match(raw.data) or name.endswith(_TABLE):
        return 0
    return 10 if raw.data.strip() else 0


def parse(raw: RawDocument) -> Iterable[Transcript]:
    """Read one document.

    Raises:
        SourceError: empty, binary, or with neither date nor address nor speakers.
    """
    decoded = decode.decode(raw)
    text, done = decode.unescape(decoded.text)
    yield read(raw, text, (*decoded.normalisations, *done))


def read(
    raw: RawDocument, text: str, done: tuple[str, ...] = (), *, document: bool = False
) -> Transcript:
    """Read ``text``; ``document`` says that it is one, as a table's row is.

    Raises:
        SourceError: it has no title, or nothing that makes it a document.
    """
    foot = footer.find(text)
    content = paragraphs(text[: foot.start] if foot else text)
    if foot:
        content = [replace(line, text=cards.drop(line.text)[0]) for line in content]
    head, body = plain_head.take(content, foot)
    if head.unsure is not None and not document:
        raise _two_days(raw, head.unsure)
    if not head.title:
        raise source_error(raw, "the file has no title", "put the title on the first line", 1)
    if not (head.date or head.url or foot) and _is_speech(head.title, body):
        body.insert(0, replace(content[0], text=head.title))
        head.title = _beginning(head.title)
    printed, head.title = head.title, _title(head)
    cut = speakers.splitter([line.text for line in body], head.title)
    words = [part for line in body for part in cut(line.text)]
    labels = speakers.labels(words, head.title)
    link = footer.permalink(foot) or addresses.kremlin(head.url or raw.url or "")
    if not document and not (head.date or head.url or foot or link or any(labels)):
        raise source_error(
            raw,
            "the text has no date, no address and no speakers",
            "put a date below the title if it is a document",
            1,
        )
    publisher, licence, attribution = _terms(head, link is not None or foot is not None)
    return Transcript(
        id=f"kremlin-{link[0]}" if link else addresses.fallback_id(head.date, printed),
        language=language(text),
        title=head.title,
        date=head.date,
        time=head.time,
        zone=PUBLISHERS[publisher].zone if head.time and publisher in PUBLISHERS else None,
        place=head.place,
        lead=head.lead,
        blocks=blocks.assemble(words, labels),
        participants=tuple(head.participants),
        tags=foot.tags if foot else (),
        published=foot.published if foot else None,
        updated=foot.updated if foot else None,
        normalisations=done,
        source=SourceRef(
            publisher=publisher,
            url=link[1] if link else head.url or raw.url,
            licence=licence,
            attribution=attribution,
            sha256=hashlib.sha256(raw.data).hexdigest(),
            format=NAME,
        ),
    )


def _title(head: plain_head.Head) -> str:
    """The title without what a volume of documents puts around it.

    The id keeps to the line as printed: the number tells documents of one day apart.
    """
    numbered = _NUMBERED.fullmatch(head.title)
    if numbered is None:
        return head.title
    volume = numbered["link"] or head.lead or head.participants
    return numbered["title"] if volume else head.title


def _two_days(raw: RawDocument, line: Line) -> SourceError:
    first, second = plain_head.two_days(line.text) or ("", "")
    what = f"the date in {line.text!r} may be {first} or {second}"
    return source_error(raw, what, "write it as one of them", line.number)


def _is_speech(first: str, body: list[Line]) -> bool:
    """Whether a paste has no title: its first line is a speaker's words already."""
    if not first.endswith(_SENTENCE_ENDS):
        return False
    return speakers.labels([first, *(line.text for line in body)])[0] is not None


def _beginning(line: str) -> str:
    """The first sentence, or as much of it as a title may have: the line itself stays speech."""
    sentence = _SENTENCE.match(line)
    words = sentence[0] if sentence else line
    if len(words) <= _LONGEST_TITLE:
        return words
    return words[:_LONGEST_TITLE].rsplit(None, 1)[0].rstrip(",;:–—") + "…"


def language(text: str) -> str:
    """The language of ``text``: "ru" where most letters are Cyrillic, else "en"."""
    sample = text[:4000]
    return "ru" if len(_CYRILLIC.findall(sample)) > len(_LATIN.findall(sample)) else "en"


def _terms(head: plain_head.Head, kremlin: bool) -> tuple[str, str | None, str | None]:
    if kremlin or head.licensed:
        publisher = PUBLISHERS["kremlin"]
        return publisher.key, publisher.licence, publisher.attribution
    if head.url and "history.state.gov" in head.url:
        publisher = PUBLISHERS["frus"]
        return publisher.key, publisher.licence, publisher.attribution
    return "text", None, None
