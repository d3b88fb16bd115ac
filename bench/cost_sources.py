"""What reading costs: CPU seconds of ``chronicle parse`` against BeautifulSoup and lxml alone.

``python -m bench.cost_sources FOLDER`` takes every ``*.html`` of the folder a few times:
the soup of each page's article, the reader alone, and all that ``parse`` does with a page
(reading, linking, JSON).  ``--command`` also runs the command itself over the folder, its
start and its processes included; its figure means something on a thousand pages or more.
"""

from __future__ import annotations

import argparse
import json
import re
import resource
import subprocess
import sys
import time
from collections.abc import Callable, Sequence
from pathlib import Path

from bs4 import BeautifulSoup

from generator import registry
from generator.ingest.contract import as_json
from generator.ingest.understand import look, start
from generator.sources.discovery import read
from generator.sources.reader import RawDocument

_ARTICLE = re.compile(rb"<article\b.*?</article>", re.DOTALL)


def soup(raw: RawDocument) -> None:
    match = _ARTICLE.search(raw.data)
    if match is not None:
        BeautifulSoup(match[0], "lxml")


def reader(raw: RawDocument) -> None:
    for _ in read(raw):
        pass


def parse(raw: RawDocument) -> None:
    for glance in look(raw).drafts:
        json.dumps(as_json(raw.name, glance.transcript, glance.linked), ensure_ascii=False)


def cpu(
    works: Sequence[Callable[[RawDocument], None]], pages: list[RawDocument], rounds: int
) -> list[float]:
    """CPU seconds of each work, page by page in turn, so that a busy machine is fair to all."""
    spent = [0.0] * len(works)
    for raw in pages * rounds:
        for number, work in enumerate(works):
            begin = time.process_time()
            work(raw)
            spent[number] += time.process_time() - begin
    return [seconds / rounds for seconds in spent]


def command(folder: Path, jobs: int) -> float:
    """CPU seconds of the command over a folder, all its processes added up."""
    call = [sys.executable, "-m", "generator", "parse", str(folder), "--jobs", str(jobs)]
    before = resource.getrusage(resource.RUSAGE_CHILDREN)
    subprocess.run(call, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL, check=False)
    after = resource.getrusage(resource.RUSAGE_CHILDREN)
    return after.ru_utime + after.ru_stime - before.ru_utime - before.ru_stime


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("folder", type=Path)
    parser.add_argument("--rounds", type=int, default=3)
    parser.add_argument("--content", type=Path, default=Path("content"))
    parser.add_argument("--command", action="store_true")
    parser.add_argument("--jobs", type=int, default=2)
    options = parser.parse_args()
    folder = options.content / "registry"
    start(registry.load(folder) if folder.is_dir() else registry.Registry())
    pages = [
        RawDocument(name=str(path), data=path.read_bytes())
        for path in sorted(options.folder.rglob("*.html"))
    ]
    base, read_alone, parsed = cpu((soup, reader, parse), pages, options.rounds)
    print(f"{len(pages)} pages: soup {base:.3f} s CPU")
    print(f"reader alone: {read_alone:.3f} s, ratio {read_alone / base:.2f}")
    print(f"parse: {parsed:.3f} s, ratio {parsed / base:.2f}")
    if options.command:
        ours = command(options.folder, options.jobs)
        print(f"the command, {options.jobs} jobs: {ours:.3f} s, ratio {ours / base:.2f}")


if __name__ == "__main__":
    main()
