"""What commands read: an archive's registry, and documents that a user names."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from pathlib import Path

from generator import registry
from generator.errors import ChronicleError, SourceError, of_system
from generator.ingest.understand import Given
from generator.sources.walk import expand, files


def load_registry(content: Path) -> registry.Registry:
    """The registry of an archive; an archive without one has an empty registry."""
    folder = content / "registry"
    return registry.load(folder) if folder.is_dir() else registry.Registry()


def inputs(named: Iterable[str]) -> Iterator[Given]:
    """Documents below every path; what cannot be opened comes as its error, in its place."""
    for name in named:
        try:
            yield from expand(name)
        except ChronicleError as error:
            yield error
        except OSError as error:  # the other names are read all the same
            yield SourceError(of_system(error, str(error.filename or name)))


def count_inputs(named: Iterable[str]) -> int | None:
    """How many files stand below every path, or None where that cannot be known before."""
    paths = [Path(name) for name in named]
    try:
        if not all(path.exists() for path in paths):
            return None
        return sum(1 for path in paths for _ in files(path))
    except OSError:  # told when the path is read
        return None
