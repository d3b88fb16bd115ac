"""The text version of a kremlin.ru page, as its "copy" button gives it.

Title, a line ``YYYY-MM-DD HH:MM:SS`` (Moscow time), place, lead and subtitle, parted by
blank lines; then one paragraph a line, ``Label: words`` where a speaker begins; the
page's address at the end.
"""

from __future__ import annotations

import hashlib
import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from generator.model import SourceRef, Transcript
from generator.model.publishers import PUBLISHERS
from generator.sources.parts import addresses, blocks, decode, speakers
from generator.sources.parts.problems import source_error
from generator.sources.reader import RawDocument
from generator.text import source_dates

NAME = "kremlin_text"
RECOGNISES = "a line YYYY-MM-DD HH:MM:SS below the title (the “copy” version of a kremlin.ru page)"

_DATE = re.compile(r"\d{4}-\d{2}-\d{2}[ T]\d{1,2}:\d{2}(?::\d{2})?")
_DATE_LIKE = re.compile(r"\d[\d\s.:T/-]{5,}")
_ADDRESS = re.compile(r"https?://\S+")
_COPY = re.compile(rb"https?://(?:\w+\.)?kremlin\.ru/[\w/-]+/copy/\d+\s*$")
_CYRILLIC = re.compile(r"[А-яЁё]")
_HEAD = 4096
# A browser wraps text that it saves as a page.
_WRAPPED = re.compile(
    r"\s*<html\b.{0,600}?<pre\b[^>]*>(.*)</pre>\s*</body>\s*</html>\s*", re.DOTALL
)


@dataclass(frozen=True, slots=True)
class _Line:
    number: int
    text: str
    after_blank: bool


def sniff(raw: RawDocument) -> int:
    """Sure where a date line stands among the first lines, or a copy address at the end."""
    head = decode.glimpse(raw.data[:_HEAD])
    start = head.find("<pre")
    if head.lstrip("\ufeff \r\n\t").startswith("<html") and 0 <= start < 1200:
        head = head[head.find(">", start) + 1 :]
    if head.lstrip("\ufeff \r\n\t").startswith(("<", "{", "[")):
        return 0
    lines = [line.strip() for line in head.splitlines() if line.strip()][:4]
    if any(_DATE.fullmatch(line) for line in lines[1:]):
        return 95
    return 90 if _COPY.search(raw.data[-200:]) else 0


def parse(raw: RawDocument) -> Iterable[Transcript]:
    """Read one document.

    Raises:
        SourceError: empty, binary, without a title or a readable date.
    """
    decoded = decode.decode(raw)
    wrapped = _WRAPPED.fullmatch(decoded.text)
    text, done = decode.unescape(wrapped[1] if wrapped else decoded.text)
    lines = _lines(text)
    url, notes, lines = _take_address(raw, lines)
    if not lines:
        raise source_error(raw, "the file has no title", "put the title on the first line", 1)
    title = lines[0].text
    stamp = _stamp(raw, lines)
    place, lead, rest = _head(lines[2:])
    paragraphs = [line.text for line in rest]
    found = speakers.labels(paragraphs, f"{title} {lead or ''}")
    number = addresses.kremlin(url) if url else None
    publisher = PUBLISHERS["kremlin"]
    known = number is not None
    yield Transcript(
        id=f"kremlin-{number[0]}" if number else addresses.fallback_id(stamp.date, title),
        language="ru" if _CYRILLIC.search(title) else "en",
        title=title,
        date=stamp.date,
        time=stamp.time,
        zone=publisher.zone if stamp.time else None,
        place=place,
        lead=lead,
        blocks=blocks.assemble(paragraphs, found),
        normalisations=(*decoded.normalisations, *done, *notes),
        source=SourceRef(
            publisher="kremlin",
            url=number[1] if number else url,
            licence=publisher.licence if known else None,
            attribution=publisher.attribution if known else None,
            sha256=hashlib.sha256(raw.data).hexdigest(),
            format=NAME,
        ),
    )


def _lines(text: str) -> list[_Line]:
    """Lines with words, each with its number and whether a blank one stands before it."""
    found: list[_Line] = []
    blank = True
    for number, line in enumerate(text.split("\n"), 1):
        words = blocks.strip(line)
        if words:
            found.append(_Line(number, words, blank))
        blank = not words
    return found


def _take_address(
    raw: RawDocument, lines: list[_Line]
) -> tuple[str | None, tuple[str, ...], list[_Line]]:
    if lines and _ADDRESS.fullmatch(lines[-1].text):
        url = lines[-1].text
        known = addresses.kremlin(url)
        changed = known is not None and known[1] != url
        return url, ("copy address made the page's permalink",) if changed else (), lines[:-1]
    return raw.url, (), lines


def _stamp(raw: RawDocument, lines: Sequence[_Line]) -> source_dates.Stamp:
    if len(lines) < 2:
        raise source_error(
            raw,
            "there is no date line",
            "put YYYY-MM-DD HH:MM:SS below the title",
            lines[0].number,
        )
    stamp = source_dates.read(lines[1].text)
    if stamp is not None:
        return stamp
    what = (
        f"the date {lines[1].text!r} cannot be read"
        if _DATE_LIKE.fullmatch(lines[1].text)
        else f"a date line was expected, found {lines[1].text[:60]!r}"
    )
    raise source_error(raw, what, "write it as YYYY-MM-DD HH:MM:SS", lines[1].number)


def _head(
    lines: Sequence[_Line],
) -> tuple[str | None, str | None, Sequence[_Line]]:
    """Place, lead and the rest.

    A line that reads like a sentence or a heading is no place; a lead stands between
    blank lines, or right below a place that stands right below the date.
    """
    place = lead = None
    at = 0
    if _is_free(lines, at) and not _is_sentence(lines[at].text):
        place = lines[at].text
        at += 1
    if _is_free(lines, at) and _is_sentence(lines[at].text):
        apart = at + 1 == len(lines) or lines[at + 1].after_blank
        if apart or (at and not lines[at].after_blank):
            lead = lines[at].text
            at += 1
    return place, lead, lines[at:]


def _is_free(lines: Sequence[_Line], at: int) -> bool:
    """Whether there is a line that is neither a speaker's nor a heading nor a mark."""
    if at >= len(lines):
        return False
    text = lines[at].text
    own = blocks.is_rule(text) or blocks.is_ellipsis(text) or blocks.is_subhead(text)
    return not own and speakers.labels([text])[0] is None


def _is_sentence(text: str) -> bool:
    return len(text) > 90 or text.endswith((".", "!", "?", "…", "»", "”"))
