"""What reading costs: CPU seconds of ``kremlin_html`` against BeautifulSoup and lxml alone.

``python -m bench.cost_sources FOLDER`` reads every ``*.html`` of the folder a few times
and prints both, and their ratio.  With ``--memory`` it prints the peak of this process.
"""

from __future__ import annotations

import argparse
import re
import resource
import time
from collections.abc import Callable
from pathlib import Path

from bs4 import BeautifulSoup

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


def cpu(work: Callable[[RawDocument], None], pages: list[RawDocument], rounds: int) -> float:
    """CPU seconds of the quickest round."""
    times = []
    for _ in range(rounds):
        start = time.process_time()
        for raw in pages:
            work(raw)
        times.append(time.process_time() - start)
    return min(times)


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("folder", type=Path)
    parser.add_argument("--rounds", type=int, default=3)
    parser.add_argument("--memory", action="store_true")
    options = parser.parse_args()
    pages = [
        RawDocument(name=str(path), data=path.read_bytes())
        for path in sorted(options.folder.rglob("*.html"))
    ]
    base = cpu(soup, pages, options.rounds)
    ours = cpu(reader, pages, options.rounds)
    print(f"{len(pages)} pages: soup {base:.3f} s, reader {ours:.3f} s, ratio {ours / base:.2f}")
    if options.memory:
        print(f"peak {resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024:.0f} MB")


if __name__ == "__main__":
    main()
