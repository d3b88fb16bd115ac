"""Pages of kremlin.ru and en.kremlin.ru, print versions included.

One ``<article id="event-…">`` a page.  Captions, tags and the direct link are read from
their own places; persons' cards, glossary cards, players and "See also" boxes are left
out, for they are not the document's words.
"""

from __future__ import annotations

import hashlib
import re
from collections.abc import Iterable, Iterator

from lxml import etree

from generator.model import SourceRef, Tag, Transcript
from generator.model.publishers import PUBLISHERS
from generator.sources.parts import addresses, blocks, decode, rich
from generator.sources.parts.problems import source_error
from generator.sources.reader import RawDocument
from generator.text import source_dates

NAME = "kremlin_html"
RECOGNISES = "an <article id=“event-…”> of kremlin.ru or en.kremlin.ru (print versions too)"

_START = re.compile(rb"<article\b[^>]*\bid=[\"']event-\d+", re.IGNORECASE)
_OPENING = re.compile(r"<article\b[^>]*\bid=[\"']event-(?P<number>\d+)[\"'][^>]*>", re.IGNORECASE)
_CLOSING = "</article"
_BODY = ".//*[@itemprop='articleBody']"
# The site's own parts around the body: buttons, tags, status.
_AROUND = re.compile(r"\b(?:read__(?!internal)|tabs_)")
_LIST = re.compile(rb"class=[\"'][^\"']*\bhentry_event\b")
# Where a page names its own address, and what stands between the mark and the address.
_ADDRESSES = (
    ("og:url", re.compile(r"""[^>]*?\bcontent=["']([^"']+)""")),
    ('id="material_link"', re.compile(r"[^>]*>([^<]+)")),
)
_LANGUAGE = re.compile(r"""<html\b[^>]*\blang=["'](\w\w)""", re.IGNORECASE)
_TAG = re.compile(r"/catalog/(countries|regions|keywords|persons)/([\w-]+)")
_KINDS = {"countries": "country", "regions": "region", "keywords": "topic", "persons": "person"}
_UPDATED = re.compile(r"updat|обновл|измен", re.IGNORECASE)
_CYRILLIC = re.compile(r"[А-яЁё]")
_BLANKS = re.compile(r"[ \t\r\n\f]+")


def sniff(raw: RawDocument) -> int:
    """Sure of an event's article; half sure of a list of events, to say what it is."""
    if _START.search(raw.data):
        return 97
    return 60 if _LIST.search(raw.data) else 0


def parse(raw: RawDocument) -> Iterable[Transcript]:
    """Read the page's article; one page gives one document.

    Raises:
        SourceError: empty, binary, a list of events, an article without a title, or one
            whose words go on behind its body.
    """
    decoded = decode.decode(raw)
    opening = _OPENING.search(decoded.text)
    if opening is None:
        raise source_error(
            raw, "the page is a list of documents, not a document", "save the pages it links to"
        )
    end = decoded.text.find(_CLOSING, opening.end())
    source = decoded.text[opening.start() : end if end >= 0 else None]
    root = etree.fromstring(source, etree.HTMLParser(remove_comments=True, remove_pis=True))
    article = None if root is None else next(root.iter("article"), None)
    title = "" if article is None else _text(_first(article, "h1"))
    line = decoded.text.count("\n", 0, opening.start()) + 1
    if article is None or not title:
        raise source_error(raw, "the article has no title", "save the page again", line)
    # An article that is never closed ends with the site's foot.
    behind = _behind(article.find(_BODY)) if end >= 0 else None
    if behind is not None:
        raise source_error(
            raw,
            f"words stand behind the article's body ({behind[0]!r})",
            "take out the </div> too many before them, or save the page again",
            line + behind[1] - 1,
        )
    yield _Page(raw, decoded, opening, article, title).transcript()


class _Page:
    """One article on its way to a transcript."""

    def __init__(
        self,
        raw: RawDocument,
        decoded: decode.Decoded,
        opening: re.Match[str],
        article: etree._Element,
        title: str,
    ) -> None:
        self._raw = raw
        self._decoded = decoded
        self._opening = opening
        self._article = article
        self._title = title

    def transcript(self) -> Transcript:
        classes = _by_class(self._article)
        date, time = _when(classes)
        lead = _text(self._article.find(".//*[@id='read-lead']")) or None
        body = self._article.find(_BODY)
        found = [] if body is None else list(rich.paragraphs(body))
        while found and found[-1].kind == "rule":
            found.pop()
        found, done = rich.unescape(found)
        labels = rich.labels(found, f"{self._title} {lead or ''}")
        publisher = PUBLISHERS["kremlin"]
        url = self._url()
        published, updated = _stamps(classes)
        number = self._opening["number"]
        return Transcript(
            id=f"kremlin-{number}",
            language=self._language(url),
            title=self._title,
            date=date,
            time=time,
            zone=publisher.zone if time else None,
            place=_text(classes.get("read__place")) or None,
            lead=lead,
            blocks=blocks.assemble(
                [paragraph.text for paragraph in found],
                labels,
                [paragraph.kind for paragraph in found],
            ),
            captions=_captions(body),
            tags=tuple(_tags(classes)),
            published=published,
            updated=updated,
            normalisations=(*self._decoded.normalisations, *done, "markup undone"),
            source=SourceRef(
                publisher="kremlin",
                url=url,
                licence=publisher.licence,
                attribution=publisher.attribution,
                sha256=hashlib.sha256(self._raw.data).hexdigest(),
                format=NAME,
            ),
        )

    def _url(self) -> str:
        number = self._opening["number"]
        text = self._decoded.text
        printed = []
        for mark, between in _ADDRESSES:
            at = text.find(mark)
            found = between.match(text, at + len(mark)) if at >= 0 else None
            printed += [found[1]] if found else []
        given = [self._raw.url, self._raw.member] if self._raw.url or self._raw.member else []
        for address in (*printed, *filter(None, given)):
            known = addresses.kremlin(address)
            if known is not None and known[0] == number:
                return known[1]
        english = self._language("") == "en"
        host = "en.kremlin.ru" if english else "kremlin.ru"
        return f"http://{host}/d/{number}"

    def _language(self, url: str) -> str:
        if "//en." in url:
            return "en"
        if url and _CYRILLIC.search(self._title):
            return "ru"
        said = _LANGUAGE.search(self._decoded.text, 0, self._opening.start())
        return said[1].lower() if said else "ru" if _CYRILLIC.search(self._title) else "en"


def _behind(body: etree._Element | None) -> tuple[str, int] | None:
    """The first words of the article behind its body, and their line in the article.

    A body that closes too early leaves its last paragraphs there.
    """
    inner = body
    while inner is not None and inner.tag != "article":
        for element in (inner, *inner.itersiblings(etree.Element)):
            chrome = rich.is_left_out(element) or _AROUND.search(element.get("class") or "")
            own = "" if element is inner or chrome else _text(element)
            text = " ".join(f"{own} {element.tail or ''}".split())
            if any(map(str.isalnum, text)):
                line = element.sourceline
                return text[:40], line if isinstance(line, int) else 1
        inner = inner.getparent()
    return None


def _first(parent: etree._Element, tag: str) -> etree._Element | None:
    return next(parent.iter(tag), None)


def _text(element: etree._Element | None) -> str:
    if element is None:
        return ""
    return blocks.strip(
        _BLANKS.sub(" ", " ".join(paragraph.text for paragraph in rich.paragraphs(element)))
    )


def _all_text(element: etree._Element) -> str:
    """Every word in an element, hidden or not."""
    text = etree.tostring(element, encoding="unicode", method="text", with_tail=False)
    return blocks.strip(_BLANKS.sub(" ", text))


def _by_class(article: etree._Element) -> dict[str, etree._Element]:
    """The first element of each class name."""
    found: dict[str, etree._Element] = {}
    for element in article.iter(etree.Element):
        for name in (element.get("class") or "").split():
            found.setdefault(name, element)
    return found


def _when(classes: dict[str, etree._Element]) -> tuple[str | None, str | None]:
    element = classes.get("read__published")
    if element is None:
        return None, None
    stamp = source_dates.read(element.get("datetime") or "") or source_dates.read(_text(element))
    time = source_dates.read_time(_text(classes.get("read__time")))
    return (stamp.date, time or stamp.time) if stamp else (None, time)


def _captions(body: etree._Element | None) -> tuple[str, ...]:
    """Captions of pictures and players, each once, in order."""
    found: dict[str, None] = {}
    for element in () if body is None else body.iter("div", "span", "figcaption"):
        name = element.get("class") or ""
        text = ""
        if name.startswith("slide ") or name == "slide":
            text = element.get("data-cycle-desc") or ""
        elif "media__title" in name or element.tag == "figcaption":
            text = _all_text(element)
        text = blocks.strip(_BLANKS.sub(" ", text))
        if text:
            found.setdefault(text)
    return tuple(found)


def _tags(classes: dict[str, etree._Element]) -> Iterator[Tag]:
    tags = classes.get("read__tags")
    for link in () if tags is None else tags.iter("a"):
        address = _TAG.search(link.get("href") or "")
        text = _all_text(link)
        if address is not None and text:
            yield Tag(kind=_KINDS[address[1]], text=text, key=address[2])
    status = classes.get("read__status")
    for link in () if status is None else status.iter("a"):
        text = _all_text(link)
        name = link.get("class") or ""
        if text and not name and "/d/" not in (link.get("href") or ""):
            yield Tag(kind="section", text=text)


def _stamps(classes: dict[str, etree._Element]) -> tuple[str | None, str | None]:
    """When the page was published, and when it was last changed."""
    status = classes.get("read__status")
    published = updated = None
    for element in () if status is None else status.iter("time"):
        printed = _all_text(element)
        stamp = source_dates.read(printed) or source_dates.read(element.get("datetime") or "")
        text = (
            f"{stamp.date}T{stamp.time}"
            if stamp and stamp.time
            else stamp.date
            if stamp
            else printed
        )
        parent = element.getparent()
        beside = "" if parent is None else _all_text(parent)
        before = beside.partition(printed)[0] if printed else beside
        if _UPDATED.search(before):
            updated = text or None
        else:
            published = published or text or None
    return published, updated
