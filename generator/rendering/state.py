"""What the last build knew, kept in the cache: a cold build needs nothing of it.

A small file tells that nothing changed, another who made which output; the documents of
each year have a file of their own, so that one added document writes few again.  A file
that cannot be read counts as missing.
"""

from __future__ import annotations

import pickle
from collections.abc import Mapping
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any, TypeAlias

from generator.model import Event
from generator.rendering import pickles
from generator.rendering.stamps import Stamp, Watched, scan, stamp_of
from generator.rendering.touched import Known, Unit

FORMAT = 5
"""Raise it when a class below changes."""
SEEN, MADE = "seen.pickle", "made.pickle"


@dataclass
class Seen:
    """What was looked at, and what the site's files were after the build.

    ``variables`` see :func:`generator.rendering.options.key_of`.
    """

    key: str
    variables: tuple[str, ...]
    watched: Watched
    site: str
    outputs: dict[str, tuple[int, int]]

    def site_is_as_left(self) -> bool:
        """Whether nobody touched the built site; hidden files do not count."""
        left = 0
        for name, stat in scan(Path(self.site)):
            relative = name[len(self.site) + 1 :]
            if relative.startswith("."):
                continue
            left += 1
            if self.outputs.get(relative) != (stat.st_size, stat.st_mtime_ns):
                return False
        return left == len(self.outputs)


@dataclass
class State:
    """Everything that an incremental build starts from.

    ``shards`` are the names of the files with the documents, ``visits`` map a document's
    path to its visit; ``pages`` map a page's path to its output files; ``units`` who made
    which pages; ``copies`` see ``shell``; ``known`` see
    :func:`generator.rendering.touched.pages_known`.
    """

    key: str
    day: str
    shards: frozenset[str]
    visits: dict[str, str]
    units: dict[tuple[str, Unit], list[str]]
    pages: dict[str, list[str]]
    copies: dict[str, tuple[str, str]]
    by_hand: frozenset[str]
    known: Known
    frames: dict[Any, str] = field(default_factory=dict)

    @property
    def years(self) -> dict[tuple[str, Unit], dict[int, list[str]]]:
        """Per language and page, the pages of years of its list that stand, by year."""
        found: dict[tuple[str, Unit], dict[int, list[str]]] = {}
        for (language, (kind, id)), paths in self.units.items():
            page, slash, year = id.rpartition("/")
            if slash:
                found.setdefault((language, (kind, page)), {})[int(year)] = paths
        return found


Events: TypeAlias = dict[str, tuple[str, Event]]
"""A document's path to the digest of its file and what was read."""


def shard_of(path: str) -> str:
    """The name of the file with the documents of a document's year."""
    return f"documents-{path.split('/')[1]}.pickle"


def sharded(events: Events) -> dict[str, Events]:
    """Documents by the name of their file."""
    shards: dict[str, Events] = {}
    for path, read_before in events.items():
        shards.setdefault(shard_of(path), {})[path] = read_before
    return shards


def changed(shards: Mapping[str, Events], before: Mapping[str, Events]) -> list[str]:
    """The names of the files that must be written anew."""
    return [
        name
        for name, documents in shards.items()
        if _digests(documents) != _digests(before.get(name, {}))
    ]


def _digests(documents: Events) -> dict[str, str]:
    return {path: digest for path, (digest, _) in documents.items()}


def read_documents(cache: Path, state: State) -> Events | None:
    """Every document of the last build, or None if any is missing."""
    events: Events = {}
    for name in sorted(state.shards):
        shard: Events | None = read(cache, name)
        if shard is None:
            return None
        events.update(shard)
    return events


_held: dict[Path, tuple[Stamp, Any]] = {}


def hold(cache: Path) -> None:
    """Keep in memory what the last build kept: a copy of this process need not read it."""
    _held.clear()
    for name in (SEEN, MADE):
        _hold(cache, name)
    state = read(cache, MADE)
    for name in state.shards if isinstance(state, State) else ():
        _hold(cache, name)


def _hold(cache: Path, name: str) -> None:
    path = cache / name
    if path.is_file():
        stamp = stamp_of(path.stat())
        _held[path] = stamp, read(cache, name)


# What pickle and the classes that it calls make of damaged bytes; pickle promises no list.
_DAMAGED = (
    *(OSError, EOFError, pickle.UnpicklingError, ImportError, AttributeError, LookupError),
    *(TypeError, ValueError, ArithmeticError, AssertionError),
    *(MemoryError, RuntimeError, SystemError),
)


def read(cache: Path, name: str) -> Any:
    """A kept object, or None."""
    path = cache / name
    try:
        if path in _held and _held[path][0] == stamp_of(path.stat()):
            return _held[path][1]
        with path.open("rb") as file:
            version, value = pickle.load(file)
    except _DAMAGED:
        return None
    return value if version == FORMAT else None


def write_next(cache: Path, name: str, value: Any) -> None:
    """Keep an object under a name that becomes valid with the site."""
    with (cache / f"{name}.next").open("wb") as file:
        pickles.dump((FORMAT, value), file)
