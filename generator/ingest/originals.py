"""The sources themselves, kept under ``content/sources/`` byte for byte.

A table's map of columns is kept beside it, for without it nobody could read the table again.
"""

from __future__ import annotations

import hashlib
import re
from pathlib import Path, PurePosixPath

from generator.model import Event
from generator.sources.parts.columns import SUFFIX
from generator.sources.parts.columns import beside as columns_beside
from generator.store.files import write_atomically

SOURCES = "sources"
_SUFFIX = re.compile(r"\.[A-Za-z0-9]{1,8}")


def keep(content: Path, event: Event, name: str, data: bytes) -> str:
    """Keep one document's original; its path below ``content``.

    It is named after the page.  Where a file of that name holds other bytes (an earlier
    snapshot, another copy), the name gets a number, so that nothing is ever overwritten.
    """
    suffix = PurePosixPath(name).suffix
    if not _SUFFIX.fullmatch(suffix):
        suffix = ".txt"
    year = str(event.date.year) if event.date else "undated"
    columns = columns_beside(name)
    number = 1
    while True:
        counted = "" if number == 1 else f".{number}"
        relative = f"{SOURCES}/{year}/{event.key}{counted}{suffix}"
        path = content / relative
        beside = columns_beside(str(path))
        free = not path.exists() and beside in (None, columns)
        if free or (beside == columns and path.is_file() and path.read_bytes() == data):
            _write(path, data, columns)
            return relative
        number += 1


def keep_collection(content: Path, name: str, data: bytes) -> str:
    """Keep a file that holds many documents, once, named after its bytes and its columns."""
    columns = columns_beside(name)
    digest = hashlib.sha256(data + (columns or b"")).hexdigest()[:12]
    relative = f"{SOURCES}/collections/{digest}-{PurePosixPath(name).name}"
    _write(content / relative, data, columns)
    return relative


def _write(path: Path, data: bytes, columns: bytes | None) -> None:
    # The map first: a run that is killed between the two leaves no table without it.
    if columns is not None:
        write_atomically(Path(f"{path}{SUFFIX}"), columns)
    write_atomically(path, data)
