"""What ``chronicle parse`` prints: one JSON object for each document understood."""

from __future__ import annotations

import re
from typing import Any

from generator.linking.linker import Linked
from generator.model import Milestone, Transcript, Turn
from generator.text import marks

# "Elena Vark: (Sighs.) Yes.": what the editor says of the speaker before the first word.
_REMARK = re.compile(r"(\([^()]{1,80}\))\s*(?=\S)")


def as_json(name: str, transcript: Transcript, linked: Linked) -> dict[str, Any]:
    """One document as plain data; absent values are None or empty.

    ``input`` is the path as given; ``countries`` are the parties, ``host`` the country of
    the place.
    """
    event = linked.event
    person_of = {speaker.label: speaker.person for speaker in event.speakers}
    return {
        "input": name,
        "format": transcript.source.format,
        "id": transcript.id,
        "language": transcript.language,
        "kind": event.kind,
        "title": transcript.title,
        "date": transcript.date,
        "time": transcript.time,
        "place": transcript.place,
        "lead": transcript.lead,
        # Those who took part themselves; members of an organisation that met are its own.
        "countries": list(linked.direct),
        "host": event.host,
        "people": list(event.people),
        "organisations": list(event.organisations),
        "topics": list(event.topics),
        "narration": list(transcript.narration),
        "turns": [_turn(turn, person_of.get(turn.label)) for turn in transcript.turns],
        "captions": list(transcript.captions),
        "source": {
            "url": transcript.source.url,
            "publisher": transcript.source.publisher,
            "licence": transcript.source.licence,
            "sha256": transcript.source.sha256,
        },
    }


def _turn(turn: Turn, person: str | None) -> dict[str, Any]:
    """A turn whose ``paragraphs`` are the speaker's own; the editor's words are its note."""
    # "<…>" on a line of its own is the editor's, not the speaker's.
    paragraphs = [text for text in turn.paragraphs if text not in marks.OMISSIONS]
    note = turn.note
    remark = _REMARK.match(paragraphs[0]) if paragraphs and note is None else None
    if remark is not None:
        note = remark[1]
        paragraphs[0] = paragraphs[0][remark.end() :]
    return {"label": turn.label, "person": person, "note": note, "paragraphs": paragraphs}


def milestone_as_json(name: str, milestone: Milestone) -> dict[str, Any]:
    """A dated fact that a source states, told from a document by its key ``milestone``."""
    return {
        "input": name,
        "milestone": milestone.id,
        "kind": milestone.kind,
        "date": milestone.date.text,
        "parties": list(milestone.parties),
        "titles": dict(milestone.titles),
        "source": milestone.source,
    }
