"""Goldens: each source in ``tests/goldens/<reader>/`` has its reading beside it.

``meeting.txt`` is read as ``meeting.yml`` says, ``no-date.txt`` fails with the line in
``no-date.error``.  ``python tests/sources/goldens.py`` writes those that are missing, to be
checked by eye before they are committed.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import fields
from pathlib import Path
from typing import Any

import yaml

from generator.errors import SourceError
from generator.model import Edtf, Milestone, Transcript, Turn
from generator.sources.discovery import read, readers
from generator.sources.reader import RawDocument

ROOT = Path(__file__).parent.parent / "goldens"


def sources() -> Iterator[Path]:
    """Every source file of every reader."""
    for name in readers():
        for path in sorted((ROOT / name).glob("*")):
            if path.suffix not in (".yml", ".error"):
                yield path


def plain(found: Transcript | Milestone) -> dict[str, Any]:
    """An object as the YAML files show it: without what is absent."""
    shown = {f.name: _value(getattr(found, f.name)) for f in fields(found)}
    for name in ("member", "line"):  # where it stands in its file is nothing that it says
        shown.pop(name, None)
    return {key: value for key, value in shown.items() if value}


def _value(value: Any) -> Any:
    if isinstance(value, Edtf):
        return value.text
    if isinstance(value, Turn):
        note = {"note": value.note} if value.note else {}
        return {"turn": value.label, **note, "words": list(value.paragraphs)}
    if isinstance(value, tuple):
        return [_value(item) for item in value]
    if hasattr(value, "__dataclass_fields__"):
        shown = {f.name: _value(getattr(value, f.name)) for f in fields(value)}
        shown.pop("sha256", None)
        if list(shown) == ["text"]:
            return {type(value).__name__.lower(): shown["text"]}
        return {key: item for key, item in shown.items() if item}
    return dict(value) if hasattr(value, "items") else value


def reading(path: Path) -> tuple[str, Any]:
    """The suffix of the expectation's file and what it should hold."""
    raw = RawDocument(name=path.name, data=path.read_bytes())
    try:
        return ".yml", [plain(found) for found in read(raw)]
    except SourceError as error:
        return ".error", str(error)


def expected(path: Path) -> tuple[str, Any]:
    """What stands beside ``path``."""
    wrong = path.with_suffix(".error")
    if wrong.exists():
        return ".error", wrong.read_text(encoding="utf-8").strip()
    return ".yml", yaml.safe_load(path.with_suffix(".yml").read_text(encoding="utf-8"))


def write_missing() -> None:
    """Write each expectation that has no file yet."""
    for path in sources():
        if not any(path.with_suffix(suffix).exists() for suffix in (".yml", ".error")):
            suffix, found = reading(path)
            text = (
                f"{found}\n"
                if suffix == ".error"
                else yaml.safe_dump(found, allow_unicode=True, sort_keys=False, width=100)
            )
            path.with_suffix(suffix).write_text(text, encoding="utf-8")


if __name__ == "__main__":
    write_missing()
