"""One row of a table → a transcript, whatever shape its text has."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass, replace

from lxml import etree

from generator.errors import Problem, SourceError
from generator.model import Transcript
from generator.model.publishers import PUBLISHERS
from generator.sources import kremlin_flat, kremlin_html, plain_text
from generator.sources.parts import addresses, blocks, columns, decode, rich
from generator.sources.parts.bare import bare
from generator.sources.parts.problems import where
from generator.sources.parts.two_days import refuse_two_days
from generator.sources.reader import RawDocument
from generator.text import source_dates
from generator.text.source_dates import Order

_MARKUP = re.compile(r"<(?:p|br|div|b|strong|article|h[1-6])\b[^>]*>", re.IGNORECASE)
_LONG_LINE = 400
_LONGEST_ID = 120
"""Characters of an id that a table gives: the end of a long one tells two rows apart."""


@dataclass(frozen=True, kw_only=True, slots=True)
class Row:
    """A row's values by our names ("" where it has none); ``line`` is where it begins."""

    raw: RawDocument
    number: int
    line: int | None
    values: Mapping[str, str]


def transcript(row: Row, order: Order | None = None) -> Transcript:
    """Read the row's text and let its columns have the last word.

    ``order`` is that of the table's dates between slashes, where it is known.

    Raises:
        SourceError: the text cannot be read, or a column's date cannot.
    """
    url = row.values["url"].strip() or None
    body = row.values["body"]
    member = f"row {row.number}"
    raw = RawDocument(name=row.raw.name, data=body.encode(), member=member, url=url)
    try:
        found = _read(raw, body, row.values)
    except SourceError as error:
        problem = error.problems[0]
        raise SourceError(
            Problem(where(row.raw), f"{member}: {problem.what}", problem.mend, row.line)
        ) from None
    found = replace(found, source=replace(found.source, format="table"))
    return _overrule(row, found, url, order)


def _read(raw: RawDocument, body: str, values: Mapping[str, str]) -> Transcript:
    if kremlin_html.sniff(raw) > 60:
        return next(iter(kremlin_html.parse(raw)))
    title = values["title"].strip()
    if title and _MARKUP.search(body):
        return _of_markup(raw, title, body)
    text, done = decode.unescape(body)
    if kremlin_flat.sniff(replace(raw, data=text.encode())):
        return kremlin_flat.read(raw, text.strip(), done)
    lines = [line for line in text.splitlines() if line.strip()]
    flat = len(lines) <= 3 and max(map(len, lines), default=0) > _LONG_LINE
    if flat and title:
        return kremlin_flat.read_body(raw, title, text.strip(), done)
    if not values["date"]:
        refuse_two_days(raw, enumerate(text.splitlines(), 1))
    if title and not text.lstrip().startswith(title):
        text = f"{title}\n\n{text}"
    return plain_text.read(raw, text, done, document=True)


def _of_markup(raw: RawDocument, title: str, body: str) -> Transcript:
    root = etree.fromstring(f"<div>{body}</div>", etree.HTMLParser(remove_comments=True))
    found, done = rich.unescape(list(rich.paragraphs(root)))
    words = blocks.assemble(
        [paragraph.text for paragraph in found],
        rich.labels(found, title),
        [paragraph.kind for paragraph in found],
    )
    return bare(raw, title, words, ("markup undone", *done), "table")


def _overrule(row: Row, found: Transcript, url: str | None, order: Order | None) -> Transcript:
    values = {name: " ".join(value.split()) for name, value in row.values.items() if name != "body"}
    stamp = _stamp(row, values["date"], order) if values["date"] else None
    known = addresses.kremlin(url) if url else None
    date = stamp.date if stamp else found.date
    time = source_dates.read_time(values["time"]) or (stamp.time if stamp else None) or found.time
    title = values["title"] or found.title
    publisher = PUBLISHERS["kremlin"] if known or found.source.publisher == "kremlin" else None
    source = found.source
    if publisher is not None:
        source = replace(
            source,
            publisher=publisher.key,
            url=known[1] if known else source.url,
            licence=publisher.licence,
            attribution=publisher.attribution,
        )
    return replace(
        found,
        id=_identifier(values["id"], found, date, title, known),
        language=values["language"][:2].lower() or found.language,
        title=title,
        date=date,
        time=time,
        zone=publisher.zone if publisher and time else found.zone,
        place=values["place"] or found.place,
        lead=values["lead"] or found.lead,
        source=source,
        member=f"row {row.number}",
        line=row.line,
    )


def _stamp(row: Row, printed: str, order: Order | None) -> source_dates.Stamp:
    stamp = source_dates.read(printed, order)
    if stamp is not None:
        return stamp
    what, mend = f"the date {printed!r} cannot be read", "write it as YYYY-MM-DD"
    days = source_dates.ambiguous(printed)
    if order is None and days is not None:
        what = f"the date {printed!r} may be {days[0]} or {days[1]}"
        name = f"{row.raw.name}{columns.SUFFIX}"
        mend = f"write `{columns.ORDER}: day-month` or `month-day` into {name}"
    raise SourceError(Problem(where(row.raw), f"row {row.number}: {what}", mend, row.line))


def _identifier(
    given: str, found: Transcript, date: str | None, title: str, known: tuple[str, str] | None
) -> str:
    if known is not None:
        return f"kremlin-{known[0]}"
    if found.id.startswith("kremlin-"):
        return found.id
    slug = addresses.slug(given, length=_LONGEST_ID)
    if slug and not slug.isdigit():
        return slug
    fallback = addresses.fallback_id(date, title)
    return f"{fallback}-{slug}" if slug else fallback  # a bare number is no name
