"""The sources themselves, kept under ``content/sources/`` byte for byte."""

from __future__ import annotations

import hashlib
import re
from pathlib import Path, PurePosixPath

from generator.model import Event
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
    number = 1
    while True:
        counted = "" if number == 1 else f".{number}"
        relative = f"{SOURCES}/{year}/{event.key}{counted}{suffix}"
        path = content / relative
        if not path.exists() or path.read_bytes() == data:
            write_atomically(path, data)
            return relative
        number += 1


def keep_collection(content: Path, name: str, data: bytes) -> str:
    """Keep a file that holds many documents, once, named after its bytes."""
    digest = hashlib.sha256(data).hexdigest()[:12]
    relative = f"{SOURCES}/collections/{digest}-{PurePosixPath(name).name}"
    write_atomically(content / relative, data)
    return relative
