"""A document's data for programs: a record in JSON, a row of CSV.

Every field is explained in docs/data.md (a test fails until it stands there); to add one,
add it to :func:`record`.  Names of people and countries are not repeated: ids are those of
the registry, codes are ISO 3166-1.
"""

from __future__ import annotations

import json
from collections.abc import Iterable, Mapping, Sequence
from typing import Any

from generator.exports import citation
from generator.model import Event, Milestone, Relationship
from generator.store import receipt
from generator.text.json_text import compact

FILE = "record.json"
"""The record's name beside the document's page."""
JSON, CSV = "documents.json", "documents.csv"
COLUMNS = (
    *("id", "language", "date", "time", "zone", "title", "kind", "format", "place"),
    *("place_printed", "host", "countries", "people", "organisations", "topics", "milestones"),
    *("multilateral", "words", "page", "publisher", "url", "licence", "attribution"),
)
"""The columns of the CSV; a list's members stand with spaces between them."""
_CITED = ("language", "title")
"""Fields that stand in the citation already, as does the source's address."""
_TOLD = frozenset(("lead", "time", "zone", "format", "place_printed", "words", "source"))
"""Fields that a relationship's JSON leaves to its CSV and to the records of its documents."""
_FORMULA = ("=", "+", "-", "@")
_SPECIAL = ('"', "\r", "\n", *(f",{sign}" for sign in _FORMULA))


def record(event: Event, page: str) -> dict[str, Any]:
    """The document as its front matter tells it; ``page`` is its page's address.

    What is not known is left out.
    """
    source = event.source
    return _known(
        {
            "id": event.id,
            "language": event.language,
            "title": event.title,
            "lead": event.lead,
            "date": event.date.text if event.date else None,
            "time": event.time,
            "zone": event.zone,
            "kind": event.kind,
            "format": event.format,
            "place": event.place,
            "place_printed": event.place_printed,
            "host": event.host,
            "countries": event.countries,
            "people": event.people,
            "organisations": event.organisations,
            "topics": event.topics,
            "milestones": event.milestones,
            "multilateral": event.multilateral or None,
            "words": event.words,
            "speakers": [
                _known(
                    {
                        "label": speaker.label,
                        "person": speaker.person,
                        "turns": speaker.turns,
                        "words": speaker.words,
                    }
                )
                for speaker in event.speakers
            ],
            "figures": [
                _known(
                    {
                        "value": figure.value,
                        "unit": figure.unit,
                        "measure": figure.measure,
                        "period": figure.period,
                        "person": figure.person,
                        "anchor": figure.anchor,
                        "words": figure.words,
                    }
                )
                for figure in event.figures
            ],
            "page": page,
            "source": _known(
                {
                    "publisher": source.publisher,
                    "url": source.url,
                    "licence": source.licence,
                    "attribution": source.attribution,
                    "sha256": source.sha256,
                    "published": event.published,
                    "updated": event.updated,
                    "first_seen": source.first_seen,
                }
            ),
        }
    )


def _known(fields: dict[str, Any]) -> dict[str, Any]:
    """The fields that have a value; a number may be 0."""
    return {name: value for name, value in fields.items() if value or value == 0}


def file_of(event: Event, page: str, line: str) -> str:
    """What stands beside the document's page: its citation as CSL-JSON, record and receipt.

    ``line`` has the words that the page shows, by single spaces.
    """
    cited = citation.csl(event, page)
    own = {name: value for name, value in record(event, page).items() if name not in _CITED}
    own["source"] = {name: value for name, value in own["source"].items() if name != "url"}
    own["receipt"] = receipt.receipt(event, line)
    return _as_list({**cited, "custom": own})


def with_receipt(text: str, proof: Mapping[str, object]) -> str:
    """The file with another receipt in it."""
    (data,) = json.loads(text)
    data["custom"]["receipt"] = proof
    return _as_list(data)


def _as_list(item: Mapping[str, object]) -> str:
    """A list of one item."""
    return f"[{compact(item)}]\n"


def line(record: Mapping[str, Any]) -> str:
    """A record as one line of JSON, without what its row of CSV or its own file tells."""
    told = {name: value for name, value in record.items() if name not in _TOLD}
    return compact({**told, "url": record["source"].get("url", "")})


def as_json(
    pair: str,
    relationship: Relationship | None,
    milestones: Iterable[Milestone],
    lines: Iterable[str],
) -> str:
    """A relationship's data: when it was established, its milestones, its documents."""
    head = {
        "relationship": pair,
        "established": relationship and relationship.established and relationship.established.text,
        "sources": relationship.sources if relationship else (),
    }
    opened = compact(head)[1:-1]
    stones = ",\n".join(compact(_milestone(milestone)) for milestone in milestones)
    documents = ",\n".join(lines)
    return f'{{{opened},\n"milestones":[\n{stones}],\n"documents":[\n{documents}]}}\n'


def _milestone(milestone: Milestone) -> Mapping[str, object]:
    return {
        "id": milestone.id,
        "date": milestone.date.text,
        "kind": milestone.kind,
        "countries": milestone.parties,
        "titles": milestone.titles,
        "confidence": milestone.confidence,
        "sources": milestone.sources or (milestone.source,),
    }


def row(record: Mapping[str, Any]) -> str:
    """A record as one line of CSV."""
    found = {**record, **record["source"]}
    values = map(found.get, COLUMNS)
    return _row([value if isinstance(value, str) else _cell(value) for value in values])


def _cell(value: object) -> str:
    if isinstance(value, tuple):
        return " ".join(value)
    return "" if value is None else str(value).lower()


def as_csv(rows: Iterable[str]) -> str:
    """The documents as CSV with a line of names above, in UTF-8 with the mark Excel wants."""
    return "\ufeff" + _row(COLUMNS) + "".join(rows)


def _row(cells: Sequence[str]) -> str:
    """As RFC 4180 wants it; the csv module takes three times as long over one line."""
    line = ",".join(cells)
    # Nearly every line has nothing that would have to be set apart.
    if line.count(",") >= len(cells) or any(sign in f",{line}" for sign in _SPECIAL):
        line = ",".join([_quoted(_safe(cell)) for cell in cells])
    return f"{line}\r\n"


def _quoted(text: str) -> str:
    if any(sign in text for sign in ',"\r\n'):
        return '"' + text.replace('"', '""') + '"'
    return text


def _safe(text: str) -> str:
    """A spreadsheet takes what begins with one of these signs for a formula."""
    return f"'{text}" if text.startswith(_FORMULA) else text
