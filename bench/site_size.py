"""What a whole archive's site weighs: ``python -m bench.site_size FOLDER --count 45000``.

Makes an archive in FOLDER/COUNT (kept for the next run), builds it with lists, data and
search, and prints the bytes of the site beside the 1 GB that GitHub Pages takes, the wall
time beside the ten minutes that it gives a deployment, and what a document costs in each kind
of file.
"""

from __future__ import annotations

import argparse
import os
import subprocess
import sys
import time
from collections import Counter
from pathlib import Path

from bench import build_corpus
from tests.site_builder import ROOT

_TAKEN = 1e9
"""Bytes of a site that GitHub Pages takes."""
_GIVEN = 600
"""Seconds that GitHub gives a deployment."""


def weigh(site: Path) -> Counter[str]:
    """Bytes by the first folder of the address, those of documents by the file's name."""
    sizes: Counter[str] = Counter()
    for path in site.rglob("*"):
        if path.is_file():
            folder, *rest = path.relative_to(site).parts
            kind = f"events/…/{path.name}" if folder == "events" else folder if rest else "/"
            sizes[kind] += path.stat().st_size
    return sizes


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("folder", type=Path)
    parser.add_argument("--count", type=int, default=45_000)
    options = parser.parse_args()
    here = options.folder.resolve() / str(options.count)
    if not (here / "content").exists():
        build_corpus.write(here, options.count)
    environment = {**os.environ, "NO_MKDOCS_2_WARNING": "1", "PYTHONPATH": str(ROOT)}
    command = [sys.executable, "-m", "generator", "build", "--all"]
    began = time.monotonic()
    subprocess.run(command, cwd=here, env=environment, stdout=subprocess.DEVNULL, check=True)
    wall = time.monotonic() - began
    sizes = weigh(here / "site")
    print(f"{options.count} documents, {build_corpus.WORDS} words each, lists, data and search")
    print(f"the site  {sizes.total():13,} bytes  {sizes.total() / _TAKEN:.3f} of 1 GB")
    print(f"built in  {wall:13.1f} s      {wall / _GIVEN:.3f} of ten minutes")
    for kind, size in sizes.most_common(12):
        print(f"{kind:22} {size / options.count:9,.0f} bytes a document")


if __name__ == "__main__":
    main()
