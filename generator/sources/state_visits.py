"""Visits and travels of heads of state and secretaries of state (history.state.gov) → milestones.

``<visit>`` is somebody's visit to the United States, ``<trip>`` a president's or a
secretary's journey.  The words of the remarks are kept as the milestone's note.
"""

from __future__ import annotations

import io
import re
from collections.abc import Iterable

from lxml import etree

from generator.model import Edtf, Milestone
from generator.sources.parts import english_countries, xml
from generator.sources.parts.addresses import slug
from generator.sources.parts.decode import check_readable
from generator.sources.parts.problems import source_error
from generator.sources.reader import RawDocument

NAME = "state_visits"
RECOGNISES = "XML of <trip> or <visit> elements (history.state.gov, travels and visits)"

_ROOT = re.compile(rb"<(?:trips?|visits?)\b")
_DAY = re.compile(r"\d{4}(?:-\d{2}(?:-\d{2})?)?")
_OFFICES = {"president": "President", "secretary": "Secretary of State"}
_TRAVELS = "https://history.state.gov/departmenthistory/travels"
_VISITS = "https://history.state.gov/departmenthistory/visits"


def sniff(raw: RawDocument) -> int:
    """Sure where the first elements are trips or visits."""
    head = raw.data[:2048]
    return 95 if head.lstrip().startswith(b"<") and _ROOT.search(head) else 0


def parse(raw: RawDocument) -> Iterable[Milestone]:
    """Read every trip or visit, one after the other.

    Raises:
        SourceError: empty, binary, broken XML, or an entry without a readable date.
    """
    check_readable(raw)
    events = etree.iterparse(
        io.BytesIO(raw.data),
        tag=("trip", "visit"),
        resolve_entities=False,
        no_network=True,
        load_dtd=False,
    )
    found = 0
    try:
        for _, element in events:
            found += 1
            yield _milestone(raw, element)
            element.clear()
    except etree.XMLSyntaxError as error:
        raise source_error(
            raw, "the XML cannot be read", "check that the file is whole", error.lineno
        ) from None
    if not found:
        raise source_error(raw, "there is no trip and no visit", "give the whole file")


def _milestone(raw: RawDocument, element: etree._Element) -> Milestone:
    country = next((child for child in element if child.get("id")), None)
    name = xml.words(country)
    code = english_countries.code((country.get("id") or "") if country is not None else "", name)
    first, last = _said(element, "start-date"), _said(element, "end-date")
    if _DAY.fullmatch(first) is None:
        raise source_error(
            raw,
            f"the start date {first!r} cannot be read",
            "write it as YYYY-MM-DD",
            _line(element),
        )
    text = f"{first}/{last}" if _DAY.fullmatch(last) and last != first else first
    try:
        date = Edtf.parse(text)
    except ValueError as error:
        raise source_error(raw, str(error), "mend the dates", _line(element)) from None
    titled, source, key = _title(element, name)
    return Milestone(
        id=key or f"state-{slug(titled)}-{first}",
        date=date,
        kind="visit",
        parties=tuple(sorted({"US", code})) if code else ("US",),
        titles={"en": titled},
        note=_said(element, "remarks") or _said(element, "description"),
        source=source,
    )


def _line(element: etree._Element) -> int | None:
    return element.sourceline if isinstance(element.sourceline, int) else None


def _title(element: etree._Element, country: str) -> tuple[str, str, str]:
    """Title, the page that lists it, and an id."""
    number = _said(element, "id") or element.get("id") or ""
    locale = _said(element, "locale")
    if element.tag == "visit":
        visitor = _said(element, "visitor") or _said(element, "name")
        year = _said(element, "start-date")[:4]
        title = f"Visit of {visitor} ({country}) to the United States"
        return title, f"{_VISITS}/{year}", f"state-visit-{number}" if number else ""
    role = _said(element, "role") or element.get("role") or ""
    traveller = f"{_OFFICES.get(role, role.title())} {_said(element, 'name')}".strip()
    who = element.get("who") or slug(_said(element, "name"))
    where = f"{country} ({locale})" if locale else country
    title = f"Visit of {traveller} to {where}"
    return title, f"{_TRAVELS}/{role}/{who}", f"state-trip-{number}" if number else ""


def _said(element: etree._Element, name: str) -> str:
    return xml.words(element.find(name))
