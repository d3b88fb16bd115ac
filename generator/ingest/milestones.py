"""Dated facts that a source states, put at the end of ``registry/milestones.yml``.

The file is a person's: what stands in it is never changed, and a fact that is there
already, under any id, is not put in twice.
"""

from __future__ import annotations

from collections.abc import Iterable
from pathlib import Path
from typing import Any

from generator.model import Milestone
from generator.registry import Registry
from generator.store.files import write_atomically
from generator.text import yaml_text

_WIDTH = 100


def add(content: Path, registry: Registry, found: Iterable[Milestone]) -> tuple[Milestone, ...]:
    """Put in what is new, in order of date; the milestones that were put in."""
    known = {_fact(milestone) for milestone in registry.milestones.values()}
    ids = set(registry.milestones)
    new: list[Milestone] = []
    for milestone in sorted(found, key=lambda m: (m.date, m.id)):
        if milestone.id in ids or _fact(milestone) in known:
            continue
        ids.add(milestone.id)
        known.add(_fact(milestone))
        new.append(milestone)
    if new:
        path = content / "registry" / "milestones.yml"
        text = path.read_text(encoding="utf-8") if path.exists() else ""
        entries = (yaml_text.dump({m.id: _entry(m)}, width=_WIDTH) for m in new)
        write_atomically(path, "\n".join([text.rstrip("\n") + "\n", *entries]).lstrip("\n"))
    return tuple(new)


def _fact(milestone: Milestone) -> tuple[object, ...]:
    titles = tuple(sorted(milestone.titles.items())) if not milestone.parties else ()
    return milestone.date.text, milestone.kind, milestone.parties, titles


def _entry(milestone: Milestone) -> dict[str, Any]:
    entry = {
        "date": milestone.date.text,
        "kind": milestone.kind,
        "parties": list(milestone.parties),
        "organisation": milestone.organisation,
        "place": milestone.place,
        "titles": dict(milestone.titles),
        "aliases": list(milestone.aliases),
        "notes": dict(milestone.notes),
        "confidence": milestone.confidence if milestone.confidence != "high" else None,
        "source": milestone.source,
    }
    return {key: value for key, value in entry.items() if value}
