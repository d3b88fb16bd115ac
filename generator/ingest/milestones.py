"""Dated facts that a source states, put at the end of ``registry/milestones.yml``.

The file is a person's: what stands in it is never changed, and a fact that is there
already, under any id, is not put in twice.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from pathlib import Path
from typing import Any

from generator.errors import ContentError, Problem
from generator.model import Milestone
from generator.registry import Registry
from generator.store.files import write_atomically
from generator.text import yaml_text

_WIDTH = 100


def add(content: Path, registry: Registry, found: Iterable[Milestone]) -> tuple[Milestone, ...]:
    """Put in what is new, in order of date; the milestones that were put in.

    Raises:
        ContentError: the file is written in such a way that nothing can follow at its end.
    """
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
        entries = {milestone.id: _entry(milestone) for milestone in new}
        write_atomically(path, _extended(path, text, entries))
    return tuple(new)


def _extended(path: Path, text: str, entries: Mapping[str, Any]) -> str:
    """The file's text with the entries behind it, read once more: a broken one stops everything."""
    parts = (yaml_text.dump({id: entry}, width=_WIDTH) for id, entry in entries.items())
    extended = "\n".join([text.rstrip("\n") + "\n", *parts]).lstrip("\n")
    shown = path.as_posix()
    there = yaml_text.load(text.removeprefix("\ufeff"), shown) or {}
    try:
        found = yaml_text.load(extended.removeprefix("\ufeff"), shown)
    except ContentError:
        found = None
    if found != {**there, **entries}:
        what = "no entry can be put at the end of this file; it stays as it was"
        mend = "write it as a list of keys without braces, as in docs/registry.md"
        raise ContentError(Problem(shown, what, mend))
    return extended


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
        "note": dict(milestone.notes),
        "confidence": milestone.confidence if milestone.confidence != "high" else None,
        "source": milestone.source,
    }
    return {key: value for key, value in entry.items() if value}
