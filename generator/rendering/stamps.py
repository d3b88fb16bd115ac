"""Which files are as they were: by size, times and inode, in doubt by their bytes.

A file's modification time can be set back, and two changes can share one tick of the
clock; its change time cannot be set, and a file that changed in the last moments before
it was looked at is read again the next time.
"""

from __future__ import annotations

import hashlib
import os
import time
from collections.abc import Collection, Iterator
from pathlib import Path
from typing import TypeAlias

Stamp: TypeAlias = tuple[int, int, int, int]
"""Size, modification and change time (nanoseconds), inode."""

_TICK = 2_000_000_000
"""Nanoseconds within which a file system may not tell two changes apart."""


def stamp_of(stat: os.stat_result, now: int | None = None) -> Stamp:
    """The stamp; of a file that changed just before ``now`` one that no file has."""
    if now is not None and now - stat.st_ctime_ns < _TICK:
        return stat.st_size, stat.st_mtime_ns, -1, stat.st_ino
    return stat.st_size, stat.st_mtime_ns, stat.st_ctime_ns, stat.st_ino


def scan(root: Path, skip: Collection[str] = ()) -> Iterator[tuple[str, os.stat_result]]:
    """Every file below ``root`` by its absolute path; ``skip`` are names right below it."""
    try:
        entries = list(os.scandir(root))
    except FileNotFoundError:
        return
    for entry in entries:
        if entry.name in skip or entry.name == "__pycache__":
            continue
        if entry.is_dir():
            yield from _below(entry.path)
        else:
            yield entry.path, entry.stat()


def _below(folder: str) -> Iterator[tuple[str, os.stat_result]]:
    for entry in os.scandir(folder):
        if entry.is_dir():
            if entry.name != "__pycache__":
                yield from _below(entry.path)
        else:
            yield entry.path, entry.stat()


def digest_of(path: str | Path) -> str:
    """The SHA-256 of a file's bytes, by which the search index knows documents too."""
    with open(path, "rb") as file:  # noqa: PTH123  # a Path costs more than the reading
        return hashlib.sha256(file.read()).hexdigest()


class Watched:
    """The files that a build depends on, as it saw them.

    ``roots`` are folders (with names to skip) and single files.  A file whose path begins
    with ``leave`` gets an empty digest instead of being read when it may have changed:
    whoever reads it anyway puts its digest in.
    """

    def __init__(self, roots: tuple[tuple[str, tuple[str, ...]], ...], leave: str) -> None:
        self.roots, self.leave = roots, leave
        self.stamps: dict[str, Stamp] = {}
        self.digests: dict[str, str] = {}

    def look(self, before: Watched | None = None) -> None:
        """Look at every file; read those that may have changed since ``before``."""
        now = time.time_ns()
        old_stamps = before.stamps if before else {}
        old_digests = before.digests if before else {}
        for root, skip in self.roots:
            path = Path(root)
            files = [(root, path.stat())] if path.is_file() else scan(path, skip)
            for name, stat in files:
                stamp = stamp_of(stat)
                if old_stamps.get(name) == stamp:
                    self.digests[name] = old_digests[name]
                else:
                    self.digests[name] = "" if name.startswith(self.leave) else digest_of(name)
                self.stamps[name] = stamp_of(stat, now)

    def same(self, before: Watched) -> bool:
        """Whether every file is as it was ``before``; reads what :meth:`look` left, if it must."""
        if self.digests.keys() != before.digests.keys():
            return False
        for path, digest in self.digests.items():
            if not digest:
                digest = self.digests[path] = digest_of(path)
            if digest != before.digests[path]:
                return False
        return True
