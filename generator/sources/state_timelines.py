"""Timelines of the United States' relations by country (history.state.gov, TEI) → milestones.

Each ``div[@type="timeline"]`` whose heading has a date is one dated fact.  Openings and
closings of embassies and consulates are left out, for milestones have no kind for them;
so are the essays between the timelines.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from pathlib import PurePosixPath

from lxml import etree

from generator.model import Edtf, Milestone
from generator.sources.parts import english_countries, tei_dates, xml
from generator.sources.parts.addresses import slug
from generator.sources.parts.problems import source_error
from generator.sources.reader import RawDocument
from generator.text import source_dates

NAME = "state_timelines"
RECOGNISES = "TEI with div[@type=“timeline”] (history.state.gov, relations by country)"

# First that fits, by the heading; a heading may name two facts.
_KINDS = (
    ("recognition", re.compile(r"\brecogni(?:t|s|z)", re.IGNORECASE)),
    (
        "resumption",
        re.compile(r"\b(?:resum|re-?establish|restor)\w*\b.*\brelations\b", re.IGNORECASE),
    ),
    ("establishment", re.compile(r"establish\w* of (?:full )?diplomatic relations", re.IGNORECASE)),
    ("accession", re.compile(r"\baccession\b", re.IGNORECASE)),
    ("treaty", re.compile(r"\btreat(?:y|ies)\b", re.IGNORECASE)),
    ("agreement", re.compile(r"\b(?:agreement|convention|additional article)\b", re.IGNORECASE)),
    ("declaration", re.compile(r"\bdeclaration\b", re.IGNORECASE)),
    (
        "severance",
        re.compile(
            r"\b(?:sever|interrupt|break|cessation|terminat|suspen)\w*\b.*\brelations\b",
            re.IGNORECASE,
        ),
    ),
    ("incident", re.compile(r"\bdeclar\w+ of war\b|\bwar declared\b", re.IGNORECASE)),
)
_IDS = {"severance": "incident", "resumption": "incident"}
"""What a permalink calls a kind: these two were incidents once, and ids do not change."""
_DATE = (
    r"(?P<day>(?:January|February|March|April|May|June|July|August|September|October|"
    r"November|December)\s+\d{1,2},\s+\d{4})"
)
_DAY = re.compile(rf"\b(?:[Oo]n|of|dated)\s+{_DATE}")
# A permalink names the day that stands behind its fact, and does not change when more is read.
_DAY_OF_ID = re.compile(rf"\b(?:on|of|dated)\s+{_DATE}")
# The day of an appointment or a proclamation is not the day of what came of it.
_BEFOREHAND = re.compile(r"\b(?:appoint|nominat|proclam|proclaim)\w*", re.IGNORECASE)
# A day at the head of its clause belongs to the words behind it, else to those before it.
_OPENS_CLAUSE = re.compile(r"(?:^|[,;]|\b(?:who|which|that|and|when|after))\s*$")
_ADDRESS = "https://history.state.gov/countries/"


def sniff(raw: RawDocument) -> int:
    """Sure of TEI with timelines in it."""
    return 96 if b"tei-c.org/ns/1.0" in raw.data[:4096] and b'type="timeline"' in raw.data else 0


def parse(raw: RawDocument) -> Iterable[Milestone]:
    """Read every dated fact of the file.

    Raises:
        SourceError: empty, binary, no XML, or without a country's name.
    """
    root, _ = xml.parse(raw)
    country = xml.words(root.find(f".//{xml.TEI}title[@type='short']")).rstrip("*")
    if not country:
        raise source_error(raw, "the timeline names no country", "add title[@type='short']")
    code = _code(root, country)
    key = PurePosixPath((raw.member or raw.name).replace("\\", "/")).stem
    taken: dict[str, int] = {}
    for div in root.iter(f"{xml.TEI}div"):
        if div.get("type") == "timeline":
            for found in _milestones(div, country, code, _ADDRESS + (slug(key) or slug(country))):
                taken[found.id] = taken.get(found.id, 0) + 1
                yield found if taken[found.id] == 1 else _numbered(found, taken[found.id])


def _numbered(found: Milestone, number: int) -> Milestone:
    """Two facts of one kind in one year need two ids."""
    return Milestone(
        id=f"{found.id}-{number}",
        date=found.date,
        kind=found.kind,
        parties=found.parties,
        titles=found.titles,
        source=found.source,
    )


def _code(root: etree._Element, country: str) -> str | None:
    """The country's code: by its name, or by the key that the article gives that name."""
    found = english_countries.code(country)
    if found is not None:
        return found
    for place in root.iter(f"{xml.TEI}placeName"):
        key = place.get("key") or ""
        if len(key) == 2 and xml.words(place) == country:
            return key.upper()
    return None


def _milestones(
    div: etree._Element, country: str, code: str | None, source: str
) -> Iterator[Milestone]:
    head = div.find(f"{xml.TEI}head")
    when = tei_dates.when(head)
    if head is None or when.date is None:
        return
    title = xml.words(head)
    words = xml.words(div.find(f"{xml.TEI}p"))
    sentence = words[: words.find(". ", 60) + 1 or None]
    date = _exact(when.date, sentence)
    named = _in_year(when.date, _DAY_OF_ID.search(sentence)) or when.date
    kinds = [kind for kind, pattern in _KINDS if pattern.search(title)]
    state = code.lower() if code else slug(country)
    for kind in kinds[: 2 if kinds[:2] == ["recognition", "establishment"] else 1]:
        yield Milestone(
            id=f"us-{state}-{_IDS.get(kind, kind)}-{named.split('/')[0]}",
            date=Edtf.parse(date),
            kind=kind,
            parties=tuple(sorted({"US", code})) if code else ("US",),
            titles={"en": title if country in title else f"{title} ({country})"},
            source=source,
        )


def _exact(date: str, sentence: str) -> str:
    """The day, where the first sentence has one in the year that the heading names."""
    match = _DAY.search(sentence)
    day = _in_year(date, match)
    if match is None or day is None:
        return date
    before, after = sentence[: match.start()], sentence[match.end() :]
    clause = after.split(" when ")[0] if _OPENS_CLAUSE.search(before) else before
    return date if _BEFOREHAND.search(clause) else day


def _in_year(year: str, match: re.Match[str] | None) -> str | None:
    stamp = source_dates.read(match["day"]) if match else None
    return stamp.date if stamp and stamp.date[:4] == year else None
