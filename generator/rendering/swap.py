"""Putting a built tree in the place of the old one, so that no kill leaves a mixture.

Everything is written beside first.  What is then to do stands in a journal; whoever finds
a journal does it to the end, as often as it takes.
"""

from __future__ import annotations

import contextlib
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

    def begin(self) -> None:
        """Finish what a killed run decided, drop what it did not, and make room."""
        self.resume()
        for left in (self.beside, self.before):
            shutil.rmtree(left, ignore_errors=True)
        self.beside.mkdir(parents=True)

    def resume(self) -> bool:
        """Do what the journal says, if there is one; whether there was."""
        journal = self.cache / JOURNAL
        try:
            decided = json.loads(journal.read_text("utf-8"))
        except FileNotFoundError:
            return False
        if decided["whole"]:
            self._whole()
        else:
            self._parts(decided["write"], decided["remove"])
        for name in decided["state"]:
            with contextlib.suppress(FileNotFoundError):
                (self.cache / f"{name}.next").replace(self.cache / name)
        journal.unlink()
        shutil.rmtree(self.before, ignore_errors=True)
        shutil.rmtree(self.beside, ignore_errors=True)
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
            "write": sorted(write),
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
