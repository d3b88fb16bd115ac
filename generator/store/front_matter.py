"""An event as front matter and back; the one place that knows the keys.

To add a key, add a field to :class:`generator.model.Event` and a line to :func:`to_data`
and :func:`from_data`; ``docs/front-matter.md`` must name it (a test compares).
"""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from generator.errors import ContentError, Problem
from generator.model import Event, Figure, Link, SourceRef, Speaker, Tag
from generator.model.event import FORMATS, KINDS
from generator.registry.report import suggest
from generator.store.values import Reader
from generator.text import yaml_text

KEYS = (
    "id",
    "title",
    "date",
    "time",
    "zone",
    "language",
    "kind",
    "format",
    "place",
    "place_printed",
    "host",
    "countries",
    "people",
    "organisations",
    "multilateral",
    "visit",
    "topics",
    "mentioned",
    "milestones",
    "lead",
    "speakers",
    "figures",
    "links",
    "captions",
    "participants",
    "tags",
    "published",
    "updated",
    "normalisations",
    "source",
    "snapshots",
    "guard",
)
_KNOWN = frozenset(KEYS)
_KINDS, _FORMATS = dict.fromkeys(KINDS), dict.fromkeys(FORMATS)
LINKED = (
    "kind",
    "format",
    "place",
    "host",
    "countries",
    "people",
    "organisations",
    "multilateral",
    "visit",
    "topics",
    "mentioned",
    "milestones",
    "speakers",
    "figures",
    "links",
)
"""What linking decides: an editor's value wins over it, ``chronicle relink`` renews it."""

WIDTH = 160
"""Characters of a row of front matter that stays on one line: short rows read best so."""

_FENCE = "---\n"


def split(text: str, path: str) -> tuple[str, str]:
    """Cut a page into its YAML (between the fences) and its body.

    Raises:
        ContentError: the page does not begin with front matter, or it does not end.
    """
    if not text.startswith(_FENCE):
        mend = "begin the page with a line of three hyphens and its front matter"
        raise ContentError(Problem(path, "there is no front matter", mend, 1))
    end = text.find("\n---\n", len(_FENCE) - 1)
    if end < 0:
        mend = "close it with a line of three hyphens"
        raise ContentError(Problem(path, "the front matter does not end", mend, 1))
    return text[len(_FENCE) : end + 1], text[end + len("\n---\n") :].lstrip("\n")


def join(data: Mapping[str, Any], body: str) -> str:
    """A page from its front matter, empty values left out, and its body."""
    kept = {key: data[key] for key in KEYS if data.get(key) not in (None, "", [], {}, False)}
    return f"{_FENCE}{yaml_text.dump(kept, width=WIDTH)}{_FENCE}\n{body}"


def to_data(event: Event) -> dict[str, Any]:
    """An event as plain data, ``snapshots`` and ``guard`` apart."""
    return {
        "id": event.id,
        "title": event.title,
        "date": event.date.text if event.date else None,
        "time": event.time,
        "zone": event.zone,
        "language": event.language,
        "kind": event.kind,
        "format": event.format,
        "place": event.place,
        "place_printed": event.place_printed,
        "host": event.host,
        "countries": list(event.countries),
        "people": list(event.people),
        "organisations": list(event.organisations),
        "multilateral": event.multilateral,
        "visit": event.visit,
        "topics": list(event.topics),
        "mentioned": list(event.mentioned),
        "milestones": list(event.milestones),
        "lead": event.lead,
        "speakers": [_record(s, Speaker) for s in event.speakers],
        "figures": [_record(f, Figure) for f in event.figures],
        "links": [_record(link, Link) for link in event.links],
        "captions": list(event.captions),
        "participants": list(event.participants),
        "tags": [_record(tag, Tag) for tag in event.tags],
        "published": event.published,
        "updated": event.updated,
        "normalisations": list(event.normalisations),
        "source": _record(event.source, SourceRef),
    }


def _record(value: Any, kind: type) -> dict[str, Any]:
    """A small object as a mapping, empty fields left out."""
    pairs = ((name, getattr(value, name)) for name in kind.__dataclass_fields__)  # type: ignore[attr-defined]  # only dataclasses are given
    return {name: content for name, content in pairs if content not in (None, "", False)}


def from_data(data: Any, path: str, line_of: Mapping[yaml_text.Where, int] | None = None) -> Event:
    """Read an event from front matter data; ``path`` is its page's below ``content/``.

    Raises:
        ContentError: every problem of this front matter, each with its path in it.
    """
    reader = Reader(path, line_of or {})
    if not isinstance(data, Mapping):
        reader.wrong((), "the front matter is not a list of keys", "write 'key: value' lines")
        raise ContentError(*reader.problems)
    if not data.keys() <= _KNOWN:
        for key in [key for key in data if key not in _KNOWN]:
            mend = suggest(key, KEYS, "mend its spelling or take it out")
            reader.wrong((key,), "unknown key", mend)
    reader.rows(data, "snapshots")
    source = data.get("source")
    if not isinstance(source, Mapping):
        reader.wrong(("source",), "the source is missing", "say where the words come from")
        source = {"publisher": "", "sha256": "", "format": ""}
    event = Event(
        id=reader.text(data, "id", required=True) or "",
        title=reader.text(data, "title", required=True) or "",
        date=reader.date(data, "date"),
        time=reader.time(data, "time"),
        zone=reader.zone(data, "zone"),
        language=reader.text(data, "language", required=True) or "",
        kind=reader.choice(data, "kind", _KINDS) or "other",
        format=reader.choice(data, "format", _FORMATS),
        place=reader.id(data, "place"),
        place_printed=reader.text(data, "place_printed"),
        host=reader.id(data, "host"),
        countries=reader.ids(data, "countries"),
        people=reader.ids(data, "people"),
        organisations=reader.ids(data, "organisations"),
        multilateral=reader.flag(data, "multilateral"),
        visit=reader.text(data, "visit"),
        topics=reader.ids(data, "topics"),
        mentioned=reader.ids(data, "mentioned"),
        milestones=reader.ids(data, "milestones"),
        lead=reader.text(data, "lead"),
        speakers=reader.records(data, "speakers", Speaker),
        figures=reader.figures(data, "figures"),
        links=reader.records(data, "links", Link),
        captions=reader.texts(data, "captions"),
        participants=reader.texts(data, "participants"),
        tags=reader.records(data, "tags", Tag),
        published=reader.text(data, "published"),
        updated=reader.text(data, "updated"),
        normalisations=reader.texts(data, "normalisations"),
        source=reader.record(source, ("source",), SourceRef)
        or SourceRef(publisher="", sha256="", format=""),
        path=path,
    )
    if reader.problems:
        raise ContentError(*reader.problems)
    return event
