"""The search bars: time, memory, one added document, the first query's bytes, 200 queries.

``python -m bench.search_index [10000]`` makes an archive of nonsense of that many documents
(``bench/search_corpus.py``) in a temporary folder, builds its pages, indexes it and prints a
line a bar.  The time of the index is a ratio to that of the cold page build.
"""

from __future__ import annotations

import argparse
import gzip
import os
import random
import shutil
import subprocess
import sys
import tempfile
import time
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from bench.search_corpus import ROOT, documents, write
from generator import archive, registry
from generator.exports import search
from generator.exports.search.names import people, phrases
from generator.linking.declension import Declension
from generator.store import front_matter
from tests.search.reading import Reader
from tests.site_builder import configure

QUERIES = 200
SHOWN = 10


@contextmanager
def clock(times: dict[str, tuple[float, float]], name: str) -> Iterator[None]:
    """Keep the wall and processor seconds of a block, children's too."""
    wall, spent = time.perf_counter(), _processor()
    yield
    times[name] = time.perf_counter() - wall, _processor() - spent


def _processor() -> float:
    now = os.times()
    return now.user + now.system + now.children_user + now.children_system


def index(folder: Path, jobs: int) -> search.Summary:
    chronicle = archive.load(folder / "content")
    return search.write(chronicle, folder / "content", folder / "site", folder / "cache", jobs)


def index_in_child(folder: Path, jobs: int) -> int:
    """The same in a process of its own; the peak of its and its children's memory in bytes."""
    code = f"from bench.search_index import index, Path; index(Path({str(folder)!r}), {jobs})"
    child = subprocess.Popen([sys.executable, "-c", code], cwd=ROOT)
    peak = 0
    while child.poll() is None:
        peak = max(peak, _resident(child.pid))
        time.sleep(0.05)
    assert child.returncode == 0
    return peak


def _resident(pid: int) -> int:
    """The proportional memory of a process and its children: shared pages counted once."""
    total = 0
    pids = [pid]
    for parent in pids:
        try:
            kids = Path(f"/proc/{parent}/task/{parent}/children").read_text("ascii").split()
            rollup = Path(f"/proc/{parent}/smaps_rollup").read_text("ascii")
        except OSError:
            continue
        pids.extend(map(int, kids))
        pss = [line.split()[1] for line in rollup.splitlines() if line.startswith("Pss:")]
        total += int(pss[0]) * 1024 if pss else 0
    return total


def forms() -> list[tuple[str, str]]:
    """(form, nominative) pairs of the registry's names, those that differ."""
    known = registry.load(ROOT / "content" / "registry")
    declension = Declension()
    pairs = {
        (" ".join(filter(None, form[:2])), " ".join(filter(None, parts[:2])))
        for parts in people(known)
        for form in declension.person(*parts)
    }
    pairs |= {(form, phrase) for phrase in phrases(known) for form in declension.phrase(phrase)}
    return sorted((form, name) for form, name in pairs if form != name)


def first_query(folder: Path, query: str) -> int:
    """The bytes of the index's files that a first query asks for, compressed as hosts do."""
    reader = Reader(folder)
    found = sorted(reader.numbers(query))
    asked = {"index.json", "names.ru.json", *reader.asked}
    asked |= {f"d/{reader.period(doc)[0]}.json" for doc in found}
    for doc in found[-SHOWN:]:
        period, at = reader.period(doc)
        asked.add(f"t/{period}-{at // reader.first['block']}.json")
    return sum(len(gzip.compress((folder / name).read_bytes(), 6)) for name in asked)


def main() -> None:
    options = argparse.ArgumentParser(description=__doc__)
    options.add_argument("documents", type=int, nargs="?", default=10_000)
    options.add_argument("--jobs", type=int, default=os.cpu_count() or 1)
    options.add_argument("--archive", type=Path, help="a folder that search_corpus has filled")
    given = options.parse_args()
    times: dict[str, tuple[float, float]] = {}
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        if given.archive:
            shutil.copytree(given.archive / "content", folder / "content")
        else:
            write(folder, given.documents)
        configure(folder, search=False)
        build = [sys.executable, "-m", "generator", "build", "--jobs", str(given.jobs)]
        environment = {**os.environ, "NO_MKDOCS_2_WARNING": "1", "PYTHONPATH": str(ROOT)}
        with clock(times, "pages"):
            subprocess.run(
                build, cwd=folder, env=environment, stdout=subprocess.DEVNULL, check=True
            )
        with clock(times, "cold"):
            peak = index_in_child(folder, given.jobs)
        with clock(times, "load"):
            chronicle = archive.load(folder / "content")
        index = folder / "site" / search.FOLDER  # beside it stand the pages, if they are built
        size = sum(path.stat().st_size for path in index.rglob("*") if path.is_file())
        print(f"{given.documents} documents, {size / 1e6:.1f} MB of index")
        _say("index", times["cold"], times["load"])
        print(f"peak memory, all processes: {peak / 1e6:.0f} MB")

        event, markdown = next(iter(documents(1, seed=2)))
        page = folder / "content" / event.path.replace("100001", "999999")
        head = {**front_matter.to_data(event), "id": "oruna-999999"}
        page.write_text(front_matter.join(head, markdown), "utf-8")
        chronicle = archive.load(folder / "content")
        with clock(times, "added"):
            done = search.write(
                chronicle, folder / "content", folder / "site", folder / "cache", given.jobs
            )
        _say("one added", times["added"])
        full = times["cold"][1] - times["load"][1]
        print(f"one added / index: {times['added'][1] / full:.3f} of its processor time")
        print(f"made anew: {done.periods} period, {done.shards} shards, {len(done.written)} files")
        _say("pages", times["pages"])
        print(f"index / pages: {full / times['pages'][1]:.2f} of its processor time")

        reader = Reader(index)
        chosen = random.Random(3).sample(forms(), QUERIES)
        same = sum(reader.numbers(form) == reader.numbers(name) for form, name in chosen)
        found = sum(bool(reader.numbers(name)) for _, name in chosen)
        print(f"{QUERIES} inflected queries: {same} find what the nominative finds ({found} any)")
        heaviest = max(first_query(index, form) for form, _ in chosen[:40])
        print(f"index files for a first query, compressed: {heaviest / 1e3:.0f} KB at most")


def _say(name: str, spent: tuple[float, float], less: tuple[float, float] = (0, 0)) -> None:
    print(f"{name}: {spent[0] - less[0]:.1f} s, {spent[1] - less[1]:.1f} s of processors")


if __name__ == "__main__":
    main()
