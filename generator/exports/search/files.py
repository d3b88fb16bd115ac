"""Files of the index: written only where they differ, removed where they are no more."""

from __future__ import annotations

import os
from collections.abc import Callable, Iterable
from dataclasses import dataclass, field
from pathlib import Path


@dataclass(slots=True)
class Brought:
    """How many files and bytes there are now; the names of those written and removed."""

    files: int = 0
    bytes: int = 0
    written: list[str] = field(default_factory=list)
    removed: list[str] = field(default_factory=list)


def bring(
    files: Iterable[tuple[str, bytes]],
    root: Path,
    owns: Callable[[str], bool] = bool,
    beside: Path | None = None,
) -> Brought:
    """Make ``root`` hold these files, by name relative to it.

    ``owns`` says of a name at the top of ``root`` whether all files there are ours: those
    that are not among ``files`` are removed.  With ``beside`` nothing in ``root`` changes:
    what differs is written there, and what is to be removed only named.
    """
    done = Brought()
    kept: set[str] = set()
    for name, data in files:
        kept.add(name)
        done.files += 1
        done.bytes += len(data)
        if not _holds(root / name, data):
            target = (beside or root) / name
            target.parent.mkdir(parents=True, exist_ok=True)
            target.write_bytes(data)
            done.written.append(name)
    for name in below(root):
        if name not in kept and owns(name.split("/")[0]):
            if beside is None:
                (root / name).unlink()
            done.removed.append(name)
    return done


def below(root: Path) -> list[str]:
    """The name relative to ``root`` of every file below it, in order."""
    found: list[str] = []
    for folder, _, names in os.walk(root):
        above = Path(folder).relative_to(root).as_posix()
        found += names if above == "." else [f"{above}/{name}" for name in names]
    return sorted(found)


def _holds(path: Path, data: bytes) -> bool:
    try:
        with open(path, "rb") as file:  # noqa: PTH123  # a Path costs more than the reading
            return file.read() == data
    except FileNotFoundError:
        return False
