"""What a build of the index leaves for the next one.

``state.json``       what the files were made from; ``whole`` while they all are
``names.json``       the registry's names in every case
``segments/``        one file a period
``out/``             the index as it stands in the site

Nothing here is ever needed: a missing or foreign cache costs time only.
"""

from __future__ import annotations

import json
import shutil
from collections.abc import Callable
from dataclasses import dataclass, field
from hashlib import sha256
from pathlib import Path
from typing import Any

from generator import __version__
from generator.exports.search.keys import versions
from generator.linking import declension

SCHEMA = 1


def made_with() -> str:
    """What decides the bytes of an index besides its documents: this program's own parts."""
    own = sorted(Path(__file__).parent.glob("*.py"))
    digest = sha256()
    for path in (*own, Path(declension.__file__)):
        digest.update(path.read_bytes())
    return f"{SCHEMA} {__version__} {versions()} {digest.hexdigest()}"


@dataclass
class State:
    """What the files of the cache were made from.

    ``segments`` maps a period to the digest of its documents, which names its file;
    ``lengths`` maps it to its documents' words; ``names`` is the digest of the names.
    """

    made_with: str = ""
    whole: bool = False
    shards: int = 0
    names: str = ""
    segments: dict[str, str] = field(default_factory=dict)
    lengths: dict[str, list[int]] = field(default_factory=dict)


class Cache:
    """A folder that belongs to the search index alone."""

    def __init__(self, folder: Path) -> None:
        self.folder = folder
        self.out = folder / "out"
        self.made_with = made_with()
        self.state = State(**_read(folder / "state.json"))
        if self.state.made_with != self.made_with:
            # Files of another version are of no use, and may not be read by this one.
            shutil.rmtree(folder, ignore_errors=True)
            self.state = State(made_with=self.made_with)

    def segment(self, period: str, digest: str) -> Path:
        """The file of a period's segment."""
        return self.folder / "segments" / f"{period}-{digest[:16]}.txt"

    def is_whole(self) -> bool:
        """Whether the last run came to its end and left all of its segments."""
        return self.state.whole and all(
            self.segment(period, digest).is_file() for period, digest in self.state.segments.items()
        )

    def names(
        self, digest: str, make: Callable[[], dict[str, str]]
    ) -> tuple[dict[str, str], set[str] | None]:
        """The keys of the registry's names, made only where the names are others.

        Beside them the words that have another key than in the last run, and those keys;
        None where that is not known.
        """
        kept = _read(self.folder / "names.json")
        old = kept["keys"] if kept.get("digest") == self.state.names else None
        if kept.get("digest") == digest:
            keys: dict[str, str] = kept["keys"]
        else:
            keys = make()
            self._write("names.json", {"digest": digest, "keys": dict(sorted(keys.items()))})
        if old is None:
            return keys, None
        words = {word for word in old.keys() | keys.keys() if old.get(word) != keys.get(word)}
        return keys, words | {
            key for word in words for key in (old.get(word), keys.get(word)) if key
        }

    def begin(self) -> None:
        """Say that the files of ``out/`` are being changed."""
        self.state.whole = False
        self._write("state.json", vars(self.state))

    def end(self, state: State) -> None:
        """Say that all files are as ``state`` tells, and drop the segments of others."""
        state.whole = True
        self.state = state
        self._write("state.json", vars(state))
        used = {self.segment(period, digest) for period, digest in state.segments.items()}
        for path in (self.folder / "segments").glob("*.txt"):
            if path not in used:
                path.unlink()

    def _write(self, name: str, data: object) -> None:
        self.folder.mkdir(parents=True, exist_ok=True)
        path = self.folder / name
        beside = path.with_suffix(".new")
        beside.write_text(json.dumps(data, ensure_ascii=False), encoding="utf-8")
        beside.replace(path)


def _read(path: Path) -> dict[str, Any]:
    try:
        data = json.loads(path.read_text(encoding="utf-8"))
    except (FileNotFoundError, ValueError):
        return {}
    return data if isinstance(data, dict) else {}
