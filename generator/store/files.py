"""Writing whole or not at all."""

from __future__ import annotations

import os
import tempfile
from pathlib import Path

UNFINISHED = ".writing-"
"""How the names of files begin that are not written to their end."""


def write_atomically(path: Path, data: bytes | str) -> bool:
    """Write ``data`` (text as UTF-8) to ``path``, making its folders; true if it changed.

    The bytes go to a file beside it that then takes its name, so that a reader, or a run
    killed halfway, sees the old file or the new one.  A file that already holds the same
    bytes is not touched.

    Raises:
        OSError: it cannot be written; the error names ``path``, not the file beside it.
    """
    content = data.encode("utf-8") if isinstance(data, str) else data
    try:
        if path.read_bytes() == content:
            return False
    except FileNotFoundError:
        path.parent.mkdir(parents=True, exist_ok=True)
    try:
        _write(path, content)
    except OSError as error:
        error.filename, error.filename2 = str(path), None
        raise
    return True


def _write(path: Path, content: bytes) -> None:
    handle, name = tempfile.mkstemp(dir=path.parent, prefix=UNFINISHED, suffix=path.suffix)
    beside = Path(name)
    try:
        with os.fdopen(handle, "wb") as file:
            file.write(content)
            file.flush()
            os.fsync(file.fileno())
        beside.chmod(0o644)  # mkstemp makes private files; these are to be published
        beside.replace(path)
    except BaseException:  # an interrupt too must leave nothing behind
        beside.unlink(missing_ok=True)
        raise
