"""What a user names → documents to read, one at a time: files, folders, standard input.

To add a container (a kind of file that holds documents), add its suffix and a generator
to :data:`_CONTAINERS`.
"""

from __future__ import annotations

import os
import sys
from collections.abc import Callable, Iterator, Mapping
from pathlib import Path

from generator.errors import Problem, SourceError
from generator.sources.reader import RawDocument

LARGEST = 512 * 1024 * 1024
"""Bytes of one file that are read at once; a container may be larger."""

_CONTAINERS: Mapping[str, Callable[[Path], Iterator[RawDocument]]] = {}


def expand(named: str) -> Iterator[RawDocument]:
    """Documents below ``named``: a path, or "-" for standard input.

    Folders are walked in the order of names, without hidden files; each document is read
    when it is asked for.

    Raises:
        SourceError: ``named`` does not exist or cannot be read.
    """
    if named == "-":
        yield RawDocument(name="-", data=sys.stdin.buffer.read())
        return
    path = Path(named)
    if not path.exists():
        raise SourceError(Problem(named, "there is no such file or folder", "check the path"))
    for file in files(path):
        yield from _open(file)


def files(path: Path) -> Iterator[Path]:
    """Files below ``path`` in the order of names, or ``path`` itself; hidden ones left out."""
    if not path.is_dir():
        yield path
        return
    with os.scandir(path) as entries:
        names = sorted(entry.name for entry in entries if not entry.name.startswith("."))
    for name in names:
        child = path / name
        # A link to a folder may lead in a circle.
        if not (child.is_symlink() and child.is_dir()):
            yield from files(child)


def _open(path: Path) -> Iterator[RawDocument]:
    container = next((c for end, c in _CONTAINERS.items() if path.name.lower().endswith(end)), None)
    if container is not None:
        yield from container(path)
        return
    try:
        size = path.stat().st_size
        if size > LARGEST:
            raise SourceError(
                Problem(
                    str(path),
                    f"the file has {size / 1e6:.0f} MB, more than {LARGEST / 1e6:.0f} MB",
                    "cut it into smaller files",
                )
            )
        yield RawDocument(name=str(path), data=path.read_bytes())
    except OSError as error:
        raise SourceError(
            Problem(str(path), f"the file cannot be read ({error.strerror})", "check its rights")
        ) from error
