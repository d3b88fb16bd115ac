"""The curated words of this room: countries' adjectives, false friends, topics, phrases.

They stand in the ``*.yml`` files beside this module, which say themselves how to extend
them.  They are read once, when name forms are generated, and otherwise only for names.
"""

from __future__ import annotations

from collections.abc import Mapping
from functools import cache
from pathlib import Path
from typing import Any

_HERE = Path(__file__).parent
FILES = ("countries", "lexicon", "topics", "phrases")


@cache
def words(name: str) -> Mapping[str, Any]:
    """One of the curated files as plain data, ``name`` without its ending."""
    from generator.text import yaml_text  # here, since a run with a warm cache reads none

    path = _HERE / f"{name}.yml"
    data = yaml_text.load(path.read_text(encoding="utf-8"), path.name)
    assert isinstance(data, dict)
    return data


def file_bytes(name: str) -> bytes:
    """The bytes of a curated file, for the cache's key."""
    return (_HERE / f"{name}.yml").read_bytes()


def name_of(kind: str, identifier: str, language: str) -> str | None:
    """What a "topic" or a "phrase" is called in a language; None where nobody says."""
    entry = words(f"{kind}s").get(identifier)
    names = entry.get("names", {}) if isinstance(entry, dict) else {}
    found = names.get(language) or names.get("en")
    return str(found) if found else None
