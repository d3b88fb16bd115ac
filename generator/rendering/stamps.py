"""Which files are as they were: by size, times and inode, in doubt by their bytes.

A file's modification time can be set back, and two changes can share one tick of the
clock; its change time cannot be set, and a file that changed in the last moments before
it was looked at is read again the next time.
"""

from __future__ import annotations

import contextlib
import hashlib
import os
import time
from collections.abc import Collection, Iterator
from pathlib import Path
from typing import NamedTuple, TypeAlias

Stamp: TypeAlias = tuple[int, int, int, int]
"""Size, modification and change time (nanoseconds), inode."""

_TICK = 2_000_000_000
"""Nanoseconds within which a file system may not tell two changes apart."""


def stamp_of(stat: os.stat_result, now: int | None = None) -> Stamp:
    """The stamp; of a file that changed just before ``now`` one that no file has."""
    if now is not None and now - stat.st_ctime_ns < _TICK:
        return stat.st_size, stat.st_mtime_ns, -1, stat.st_ino
    return stat.st_size, stat.st_mtime_ns, stat.st_ctime_ns, stat.st_ino


class Root(NamedTuple):
    """A folder that a build depends on, or a single file.

    ``skip`` are folders in it that do not count; ``hidden`` says whether hidden names do.
    """

    path: str
    skip: tuple[str, ...] = ()
    hidden: bool = True

    def files(self) -> Iterator[tuple[str, os.stat_result]]:
        """Every file by its absolute path."""
        path = Path(self.path)
        if path.is_file():
            yield self.path, path.stat()
        else:
            yield from scan(path, self.skip, hidden=self.hidden)

    def counts(self, path: str) -> bool:
        """Whether a file or folder is one of those that the build depends on."""
        if path == self.path:
            return True
        if not path.startswith(f"{self.path}/") or any(
            path == folder or path.startswith(f"{folder}/") for folder in self.skip
        ):
            return False
        names = path[len(self.path) + 1 :].split("/")
        return "__pycache__" not in names and (
            self.hidden or not any(name.startswith(".") for name in names)
        )


def scan(
    root: Path, skip: Collection[str] = (), *, hidden: bool = True
) -> Iterator[tuple[str, os.stat_result]]:
    """Every file below ``root`` by its path; see :class:`Root`.

    What is gone when it is looked at was never there, nor was what a link only names:
    editors make such links beside the files that they hold open.
    """
    folders = [str(root)]
    while folders:
        try:
            entries = list(os.scandir(folders.pop()))
        except FileNotFoundError:
            continue
        for entry in entries:
            name = entry.name
            if name == "__pycache__" or (not hidden and name[0] == "."):
                continue
            if entry.is_dir():
                if entry.path not in skip:
                    folders.append(entry.path)
                continue
            try:
                stat = entry.stat()
            except FileNotFoundError:
                continue
            yield entry.path, stat


def digest_of(path: str | Path) -> str:
    """The SHA-256 of a file's bytes, by which the search index knows documents too."""
    with open(path, "rb") as file:  # noqa: PTH123  # a Path costs more than the reading
        return hashlib.sha256(file.read()).hexdigest()


class Watched:
    """The files that a build depends on, as it saw them.

    A file whose path begins with ``leave`` gets an empty digest instead of being read when
    it may have changed: whoever reads it anyway puts its digest in.
    """

    def __init__(self, roots: tuple[Root, ...], leave: str) -> None:
        self.roots, self.leave = roots, leave
        self.stamps: dict[str, Stamp] = {}
        self.digests: dict[str, str] = {}

    def look(self, before: Watched | None = None) -> None:
        """Look at every file; read those that may have changed since ``before``."""
        now = time.time_ns()
        old_stamps = before.stamps if before else {}
        old_digests = before.digests if before else {}
        for root in self.roots:
            for name, stat in root.files():
                stamp = stamp_of(stat)
                if old_stamps.get(name) == stamp:
                    self.digests[name] = old_digests[name]
                elif name.startswith(self.leave):
                    self.digests[name] = ""
                else:
                    try:
                        self.digests[name] = digest_of(name)
                    except FileNotFoundError:
                        continue  # gone since it was listed
                self.stamps[name] = stamp_of(stat, now)

    def read_left(self) -> None:
        """Read what :meth:`look` left, where nobody else is going to."""
        for path, digest in self.digests.items():
            if not digest:
                with contextlib.suppress(FileNotFoundError):  # the next look tells that it is gone
                    self.digests[path] = digest_of(path)

    def same(self, before: Watched) -> bool:
        """Whether every file is as it was ``before``; reads what :meth:`look` left, if it must."""
        if self.digests.keys() != before.digests.keys():
            return False
        for path, digest in self.digests.items():
            if not digest:
                try:
                    digest = self.digests[path] = digest_of(path)
                except FileNotFoundError:
                    return False
            if digest != before.digests[path]:
                return False
        return True
