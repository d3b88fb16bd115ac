"""A folder that a command fills again and again, with nothing of anybody else's touched.

What the command wrote stands in a note, a line a file: its SHA-256 and its path, as
``sha256sum`` writes them.  A line is noted before its file is written, so that a run that
was killed knows its own files too.  A file that the note does not know, or that has other
bytes by now, is somebody's work.
"""

from __future__ import annotations

import hashlib
from collections import defaultdict
from pathlib import Path

from generator.errors import ContentError, Problem
from generator.store.files import write_atomically

NOTE = ".chronicle-pages"


class Written:
    """The files of one run; :meth:`end` must be called when all are written."""

    @classmethod
    def begin(cls, folder: Path) -> Written:
        """Take a folder that is new, empty or of an earlier run.

        Raises:
            ContentError: other files stand in it.
        """
        if folder.exists() and not (folder / NOTE).is_file() and any(folder.iterdir()):
            what = "files stand in it that this command did not write"
            raise ContentError(Problem(str(folder), what, "name a new or an empty folder"))
        folder.mkdir(parents=True, exist_ok=True)
        return cls(folder)

    def __init__(self, folder: Path) -> None:
        self.folder = folder
        self.problems: list[Problem] = []
        self._before: defaultdict[str, set[str]] = defaultdict(set)
        self._now: dict[str, set[str]] = {}
        # Names of files may be any bytes.
        self._note = (folder / NOTE).open("a+", encoding="utf-8", errors="surrogateescape")
        self._note.seek(0)
        for line in self._note:
            digest, _, name = line.rstrip("\n").partition("  ")
            if name:
                self._before[name].add(digest)

    def write(self, name: str, data: bytes | str) -> None:
        """Write a file, unless somebody else's stands there: that one is a problem."""
        raw = data.encode("utf-8") if isinstance(data, str) else data
        digest = hashlib.sha256(raw).hexdigest()
        known = self._before.get(name, set())
        there = self._digest(name)
        if there not in (None, digest, *known):
            self._leave(name, "this command did not write it, or it was changed since")
            self._now[name] = known
        elif there != digest or digest in known:
            if digest not in known:
                self._note.write(f"{digest}  {name}\n")
                self._note.flush()
            self._now[name] = {digest}
            write_atomically(self.folder / name, raw)

    def end(self) -> tuple[Problem, ...]:
        """Remove what earlier runs wrote and this one did not; every file in the way."""
        self._note.close()
        for name, known in self._before.items():
            there = None if name in self._now else self._digest(name)
            if there is None:
                continue
            if there in known:
                self._remove(name)
            else:
                self._leave(name, "no page stands here any more, but it was changed since")
                self._now[name] = known
        lines = (f"{digest}  {name}\n" for name in sorted(self._now) for digest in self._now[name])
        write_atomically(self.folder / NOTE, "".join(lines).encode("utf-8", "surrogateescape"))
        return tuple(self.problems)

    def _digest(self, name: str) -> str | None:
        """What stands at a path: a file's digest, "" for a folder, None for nothing."""
        path = self.folder / name
        try:
            return hashlib.sha256(path.read_bytes()).hexdigest()
        except FileNotFoundError:
            return "" if path.is_symlink() else None
        except (IsADirectoryError, NotADirectoryError):
            return ""

    def _leave(self, name: str, what: str) -> None:
        mend = "it was left as it is: move it away and run this again"
        self.problems.append(Problem((self.folder / name).as_posix(), what, mend))

    def _remove(self, name: str) -> None:
        path = self.folder / name
        path.unlink()
        for folder in path.parents:
            if folder == self.folder or any(folder.iterdir()):
                break
            folder.rmdir()
