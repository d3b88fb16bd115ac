"""Putting a built tree in the place of the old one, so that no kill leaves a mixture.

Everything is written beside first.  What is then to do stands in a journal; whoever finds
a journal does it to the end, as often as it takes.  Where a site is a mount point, nothing
can be moved into it from beside: "beside" is then a hidden folder in it, and its contents
change places one by one.
"""

from __future__ import annotations

import contextlib
import errno
import json
import os
import shutil
from collections.abc import Iterable
from pathlib import Path

JOURNAL = "journal.json"


class Exchange:
    """The site, the folder beside it, and the journal in the cache."""

    def __init__(self, site: Path, cache: Path) -> None:
        self.site = site.resolve()
        self.cache = cache
        name = self.site.name
        self.beside = self.site.with_name(f".{name}.building")
        self.before = self.site.with_name(f".{name}.before")
        self._inside = self.site / self.beside.name

    def begin(self) -> None:
        """Finish what a killed run decided, drop what it did not, and make room."""
        self.resume()
        for left in (self.beside, self.before, self._inside):
            shutil.rmtree(left, ignore_errors=True)
        self.beside.mkdir(parents=True)
        if self.site.is_dir() and not self._can_be_moved_into():
            self.beside.rmdir()
            self.beside = self._inside
            self.beside.mkdir()

    def _can_be_moved_into(self) -> bool:
        """Whether files go from beside into the site by a mere change of name."""
        try:
            self.beside.rename(self._inside)
        except OSError as error:
            return error.errno != errno.EXDEV
        self._inside.rename(self.beside)
        return True

    def resume(self) -> bool:
        """Do what the journal says, if there is one; whether there was."""
        journal = self.cache / JOURNAL
        try:
            decided = json.loads(journal.read_text("utf-8"))
        except FileNotFoundError:
            return False
        except ValueError:
            # It was written whole, so it was damaged since.  A site that is neither the old
            # one nor the new one is not as it was left, and is built anew.
            journal.unlink()
            return False
        if decided.get("inside"):
            self.beside = self._inside
        if not decided["whole"]:
            self._parts(decided["write"], decided["remove"])
        elif self.beside == self._inside:
            self._contents(decided["write"])
        else:
            self._whole()
        for name in decided["state"]:
            with contextlib.suppress(FileNotFoundError):
                (self.cache / f"{name}.next").replace(self.cache / name)
        for left in (self.before, self.beside):
            shutil.rmtree(left, ignore_errors=True)
        journal.unlink()  # last, so that a run killed in between leaves no folder behind
        return True

    def commit(
        self,
        *,
        whole: bool,
        write: Iterable[str] = (),
        remove: Iterable[str] = (),
        state: Iterable[str] = (),
    ) -> None:
        """Decide: from here on the new site is the one that will stand.

        ``whole``: the tree beside takes the site's place; otherwise the files ``write``
        in it do, and ``remove`` go (both relative to the site).  ``state`` are files of
        the cache whose ``.next`` takes their place with them.
        """
        decided = {
            "whole": whole,
            "inside": self.beside == self._inside,
            "write": self._names() if whole else sorted(write),
            "remove": sorted(remove),
            "state": list(state),
        }
        journal = self.cache / JOURNAL
        draft = journal.with_suffix(".draft")
        with draft.open("w", encoding="utf-8") as file:
            json.dump(decided, file)
            file.flush()
            os.fsync(file.fileno())
        draft.replace(journal)
        self.resume()

    def _names(self) -> list[str]:
        """What the new site has right at its root."""
        return sorted(entry.name for entry in self.beside.iterdir())

    def _contents(self, names: list[str]) -> None:
        """The same as :meth:`_whole` for a folder that stays where it is."""
        for old in self.site.iterdir():
            if old.name not in names and not old.name.startswith("."):
                _remove(old)
        for name in names:
            new = self.beside / name
            if new.exists():  # else done by the run that was killed
                _remove(self.site / name)
                new.rename(self.site / name)

    def _whole(self) -> None:
        if not self.beside.exists():
            return  # done by the run that was killed
        if self.site.exists():
            # Like MkDocs, leave hidden files alone: a .git may stand there.
            for hidden in self.site.glob(".*"):
                if not (self.beside / hidden.name).exists():
                    hidden.rename(self.beside / hidden.name)
            shutil.rmtree(self.before, ignore_errors=True)
            self.site.rename(self.before)
        self.beside.rename(self.site)

    def _parts(self, write: list[str], remove: list[str]) -> None:
        # First what goes: a folder may come where a file stood.
        for name in remove:
            target = self.site / name
            target.unlink(missing_ok=True)
            for folder in target.parents:
                if folder == self.site:
                    break
                try:
                    folder.rmdir()
                except OSError:
                    break  # other files stand there
        for name in write:
            target = self.site / name
            target.parent.mkdir(parents=True, exist_ok=True)
            with contextlib.suppress(FileNotFoundError):  # done by the run that was killed
                (self.beside / name).replace(target)


def _remove(path: Path) -> None:
    if path.is_dir() and not path.is_symlink():
        shutil.rmtree(path)
    else:
        path.unlink(missing_ok=True)
