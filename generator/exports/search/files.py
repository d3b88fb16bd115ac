"""Files of the index: written only where they differ, removed where they are no more."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
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
    kept: set[Path] = set()
    for name, data in files:
        path = root / name
        kept.add(path)
        done.files += 1
        done.bytes += len(data)
        if not _holds(path, data):
            target = (beside or root) / name
            target.parent.mkdir(parents=True, exist_ok=True)
            target.write_bytes(data)
            done.written.append(name)
    for name, path in below(root):
        if path not in kept and owns(name.split("/")[0]):
            if beside is None:
                path.unlink()
            done.removed.append(name)
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
