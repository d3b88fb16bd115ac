"""What ``chronicle parse`` prints: one JSON object for each document understood."""

from __future__ import annotations

from typing import Any

from generator.linking.linker import Linked
from generator.model import Milestone, Transcript
from generator.text import marks


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
        "turns": [
            {
                "label": turn.label,
                "person": person_of.get(turn.label),
                "note": turn.note,
                # "<…>" on a line of its own is the editor's, not the speaker's.
                "paragraphs": [text for text in turn.paragraphs if text not in marks.OMISSIONS],
            }
            for turn in transcript.turns
        ],
        "captions": list(transcript.captions),
        "source": {
            "url": transcript.source.url,
            "publisher": transcript.source.publisher,
            "licence": transcript.source.licence,
            "sha256": transcript.source.sha256,
        },
    }


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
