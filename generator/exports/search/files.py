"""Files of the index: written only where they differ, removed where they are no more."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from pathlib import Path


@dataclass(slots=True)
class Brought:
    """How many files and bytes there are now, how many files were written and removed."""

    files: int = 0
    bytes: int = 0
    written: int = 0
    removed: int = 0


def bring(
    files: Iterable[tuple[str, bytes]], root: Path, owns: Callable[[str], bool] = bool
) -> Brought:
    """Make ``root`` hold these files, by name relative to it.

    ``owns`` says of a name at the top of ``root`` whether all files there are ours: those
    that are not among ``files`` are removed.
    """
    done = Brought()
    kept: set[Path] = set()
    for name, data in files:
        path = root / name
        kept.add(path)
        done.files += 1
        done.bytes += len(data)
        if not _holds(path, data):
            path.parent.mkdir(parents=True, exist_ok=True)
            path.write_bytes(data)
            done.written += 1
    for name, path in below(root):
        if path not in kept and owns(name.split("/")[0]):
            path.unlink()
            done.removed += 1
    return done


def below(root: Path) -> Iterator[tuple[str, Path]]:
    """(name relative to ``root``, path) of every file below it, in order."""
    for path in sorted(root.rglob("*")):
        if path.is_file():
            yield path.relative_to(root).as_posix(), path


def _holds(path: Path, data: bytes) -> bool:
    try:
        return path.stat().st_size == len(data) and path.read_bytes() == data
    except FileNotFoundError:
        return False
