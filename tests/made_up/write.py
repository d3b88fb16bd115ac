"""The made-up archive as a folder of content, as an editor would have it.

``python -m tests.made_up.write FOLDER 2000`` writes ``FOLDER/content``.
"""

from __future__ import annotations

import sys
from collections.abc import Mapping
from dataclasses import fields, is_dataclass
from pathlib import Path
from typing import Any

from generator.model import Edtf, Event, Narration, Turn
from generator.registry import Registry
from generator.store import body, front_matter
from generator.store.files import write_atomically
from generator.text import yaml_text
from tests.made_up.archive import versions
from tests.made_up.world import registry

RENAMED = {"start": "from", "end": "to"}
WORDS = "Слова этого документа выдуманы; так говорят в вымышленной стране."


def write(folder: Path, events: int, seed: int = 1) -> Path:
    """Write registry and events below ``folder/content`` and return that."""
    content = folder / "content"
    for name, entries in _registry(registry()).items():
        text = yaml_text.dump(entries)
        write_atomically(content / "registry" / f"{name}.yml", text)
    for event in versions(events, seed, translations=False):
        year = event.date.year if event.date else "undated"
        path = content / "events" / str(year) / f"{event.key}.md"
        write_atomically(path, _page(event))
    return content


def _registry(known: Registry) -> dict[str, dict[str, Any]]:
    tables: dict[str, Mapping[str, Any]] = {
        "countries": known.countries,
        "people": known.people,
        "places": known.places,
        "organisations": known.organisations,
        "relationships": known.relationships,
        "milestones": known.milestones,
    }
    keys = {"countries": "code", "relationships": "pair"}
    return {
        name: {id: _plain(entry, keys.get(name, "id")) for id, entry in table.items()}
        for name, table in tables.items()
    }


def _plain(value: Any, key: str = "") -> Any:
    """An entry as the registry files write it: no empty fields, not its own key."""
    if isinstance(value, Edtf):
        return value.text
    if isinstance(value, Mapping):
        return {name: _plain(item) for name, item in value.items()}
    if isinstance(value, tuple):
        return [_plain(item) for item in value]
    if is_dataclass(value):
        return {
            RENAMED.get(field.name, field.name): _plain(item)
            for field in fields(value)
            if field.name != key
            and (item := getattr(value, field.name)) not in (None, "", (), {})
            and not (field.name == "confidence" and item == "high")
        }
    return value


def _page(event: Event) -> str:
    turns = [Turn(label=speaker.label, paragraphs=(WORDS,) * 2) for speaker in event.speakers]
    blocks = body.with_anchors([Narration(text=WORDS), *turns])
    return front_matter.join(front_matter.to_data(event), body.to_markdown(blocks))


if __name__ == "__main__":
    write(Path(sys.argv[1]), int(sys.argv[2]))
