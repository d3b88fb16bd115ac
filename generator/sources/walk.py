"""What a user names → documents to read, one at a time: files, folders, archives, addresses.

To add a container (a kind of file that holds documents), add its suffix and a generator
to :data:`CONTAINERS`.
"""

from __future__ import annotations

import os
import sys
from collections.abc import Callable, Iterator, Mapping
from functools import cache
from pathlib import Path
from typing import TYPE_CHECKING

from generator.errors import Problem, SourceError
from generator.sources.parts import columns, warc
from generator.sources.reader import RawDocument

if TYPE_CHECKING:
    from generator.sources.fetch import Fetcher

LARGEST = 512 * 1024 * 1024
"""Bytes of one file that are read at once; a container may be larger."""

CONTAINERS: Mapping[str, Callable[[Path], Iterator[RawDocument | SourceError]]] = {
    ".warc": warc.records,
    ".warc.gz": warc.records,
    ".wacz": warc.packed,
}


def expand(named: str, *, private: bool = False) -> Iterator[RawDocument | SourceError]:
    """Documents below ``named``: a path, an address, or "-" for standard input.

    Folders are walked in the order of names, without hidden files; each document is read
    when it is asked for.  What cannot be opened comes as its error, in its place.
    ``private`` allows addresses of the own network.

    Raises:
        SourceError: ``named`` does not exist.
    """
    if named == "-":
        yield RawDocument(name="-", data=sys.stdin.buffer.read())
    elif named.startswith(("http://", "https://")):
        yield _fetched(named, private=private)
    else:
        yield from _below(Path(named))


def _below(path: Path) -> Iterator[RawDocument | SourceError]:
    try:
        path.stat()
    except (FileNotFoundError, ValueError):
        what = "there is no such file or folder"
        raise SourceError(Problem(str(path), what, "check the path")) from None
    except OSError as error:
        raise _closed(path, error) from None
    for found in _walk(path):
        if isinstance(found, SourceError):
            yield found
        else:
            yield from opened(found)


def files(path: Path) -> Iterator[Path]:
    """Files below ``path`` in the order of names, or ``path`` itself; hidden ones left out.

    So is what cannot be opened, and what is no file: a pipe would keep its reader waiting.
    """
    return (found for found in _walk(path) if isinstance(found, Path))


def _walk(path: Path) -> Iterator[Path | SourceError]:
    if not os.path.isdir(path):  # noqa: PTH112 -- Path.is_dir raises where it may not look
        yield path
        return
    try:
        with os.scandir(path) as entries:
            found = sorted(
                (
                    entry
                    for entry in entries
                    if not entry.name.startswith(".") and not entry.name.endswith(columns.SUFFIX)
                ),
                key=lambda entry: entry.name,
            )
    except OSError as error:
        yield _closed(path, error)
        return
    for entry in found:
        yield from _entry(entry)


def _entry(entry: os.DirEntry[str]) -> Iterator[Path | SourceError]:
    path = Path(entry.path)
    try:
        if entry.is_dir(follow_symlinks=False):
            yield from _walk(path)
        elif entry.is_file():
            yield path
        else:
            # A link to a folder may lead in a circle; a link to nothing is told.
            path.stat()
    except OSError as error:
        yield _closed(path, error)


def _closed(path: Path, error: OSError) -> SourceError:
    what = f"cannot be opened ({error.strerror})"
    return SourceError(Problem(str(path), what, "check its rights, and where it leads"))


def opened(path: Path) -> Iterator[RawDocument | SourceError]:
    """The documents in one file."""
    name = path.name.lower()
    container = next((found for end, found in CONTAINERS.items() if name.endswith(end)), None)
    try:
        if container is not None:
            yield from container(path)
            return
        size = path.stat().st_size
        if size > LARGEST:
            yield SourceError(
                Problem(
                    str(path),
                    f"the file has {size / 1e6:.0f} MB, more than {LARGEST / 1e6:.0f} MB",
                    "cut it into smaller files",
                )
            )
            return
        yield RawDocument(name=str(path), data=path.read_bytes())
    except OSError as error:
        yield SourceError(
            Problem(str(path), f"the file cannot be read ({error.strerror})", "check its rights")
        )


def _fetched(address: str, *, private: bool) -> RawDocument | SourceError:
    try:
        return _fetcher(private).get(address)
    except SourceError as error:
        return error


@cache
def _fetcher(private: bool) -> Fetcher:
    """One fetcher a run, for it remembers when it last asked which host."""
    # Only who names an address waits for the libraries that fetch it.
    from generator.sources import fetch

    return fetch.Fetcher(private=private)
