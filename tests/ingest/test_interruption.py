"""A run that is killed anywhere can be repeated: nothing lost, nothing doubled."""

from __future__ import annotations

import itertools
import os
import subprocess
import sys
from datetime import date
from pathlib import Path

import pytest

from generator import registry
from generator.ingest import batch, originals
from generator.ingest.batch import Batch
from generator.sources.walk import expand
from generator.store import files
from tests.cli.conftest import REGISTRY, TRANSCRIPT


class _KilledError(BaseException):
    """Stands for the end of the process."""


def _archive(folder: Path) -> Path:
    content = folder / "content"
    (content / "registry").mkdir(parents=True)
    for name, text in REGISTRY.items():
        (content / "registry" / f"{name}.yml").write_text(text, encoding="utf-8")
    saved = folder / "saved"
    saved.mkdir()
    for number in range(3):
        text = TRANSCRIPT.replace("912345", f"91234{number}")
        (saved / f"{number}.txt").write_text(text, encoding="utf-8")
    return content


def _ingest(content: Path) -> None:
    run = Batch(
        content=content, registry=registry.load(content / "registry"), today=date(2031, 6, 1)
    )
    for _ in run.run(expand(str(content.parent / "saved"))):
        pass


def _files(content: Path) -> dict[str, bytes]:
    return {
        path.relative_to(content).as_posix(): path.read_bytes()
        for path in sorted(content.rglob("*"))
        if path.is_file() and not path.name.startswith(".")
    }


@pytest.mark.parametrize("allowed", range(6))
def test_killed_run_is_made_good_by_the_next(
    allowed: int, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """However many files were written before the end, a second run gives what one run gives."""
    whole = _archive(tmp_path / "whole")
    _ingest(whole)
    broken = _archive(tmp_path / "broken")
    written = itertools.count()

    def write_or_die(path: Path, data: bytes | str) -> bool:
        if next(written) >= allowed:
            raise _KilledError
        return files.write_atomically(path, data)

    with monkeypatch.context() as patch:
        patch.setattr(batch, "write_atomically", write_or_die)
        patch.setattr(originals, "write_atomically", write_or_die)
        with pytest.raises(_KilledError):
            _ingest(broken)
    _ingest(broken)

    assert _files(whole) == _files(broken)


def test_half_written_files_of_a_killed_run_go(tmp_path: Path) -> None:
    """A run removes what an earlier one left half-written, and nothing that is being written."""
    content = _archive(tmp_path)
    old, fresh = (content / "events" / "2031" / f"{files.UNFINISHED}{n}.md" for n in ("a", "b"))
    old.parent.mkdir(parents=True)
    for path in (old, fresh):
        path.write_text("half", encoding="utf-8")
    os.utime(old, (0, 0))
    _ingest(content)

    assert (False, True) == (old.exists(), fresh.exists())


_POOL = """
import os, sys, time
from generator.ingest.parallel import ordered

def work(number):
    print(os.getpid(), flush=True)
    time.sleep(600)

list(ordered(work, range(9), jobs=2, start=lambda: None, arguments=()))
"""


@pytest.mark.skipif(not Path("/proc").is_dir(), reason="asks /proc who is alive")
def test_children_of_a_killed_run_end() -> None:
    """A run that is killed outright leaves no process behind that waits for ever."""
    with subprocess.Popen([sys.executable, "-c", _POOL], stdout=subprocess.PIPE, text=True) as run:
        assert run.stdout is not None
        children = {run.stdout.readline().strip(), run.stdout.readline().strip()}
        run.kill()
        # The pipe ends when the last process that could write to it has gone.
        rest = run.stdout.read()

    assert (2, "") == (len(children), rest)
