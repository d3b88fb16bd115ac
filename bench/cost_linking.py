"""What linking costs: the start with cached forms, then CPU time a document, and memory.

``python -m bench.cost_linking FILE`` reads FILE (the seed: ``content/sources/2022/…txt``)
with the registry of ``content/`` and prints the CPU time to import and load the linker, the
time to rebuild its forms, milliseconds a document (the quickest of several rounds) and
the peak memory of this process, the registry included.
"""

from __future__ import annotations

import argparse
import resource
import time
from dataclasses import replace
from pathlib import Path
from tempfile import TemporaryDirectory

ROUNDS, DOCUMENTS = 7, 40


def main() -> None:
    arguments = argparse.ArgumentParser(description=__doc__)
    arguments.add_argument("file", type=Path)
    arguments.add_argument("--registry", type=Path, default=Path("content/registry"))
    given = arguments.parse_args()

    from generator.model import Transcript
    from generator.registry import load
    from generator.sources.discovery import read
    from generator.sources.reader import RawDocument
    from generator.store import body

    registry = load(given.registry)
    raw = RawDocument(name=given.file.name, data=given.file.read_bytes())
    found = next(one for one in read(raw) if isinstance(one, Transcript))
    blocks = tuple(b for b in body.with_anchors(found.blocks) if not hasattr(b, "markdown"))
    transcript = replace(found, blocks=blocks)

    start = time.process_time()
    from generator.linking.linker import Linker

    with TemporaryDirectory() as folder:
        imported = time.process_time()
        Linker(registry, cache_dir=Path(folder))
        built = time.process_time()
        linker = Linker(registry, cache_dir=Path(folder))
        loaded = time.process_time()
    print(f"start: {imported - start + loaded - built:.3f} s (import {imported - start:.3f})")
    print(f"forms rebuilt: {built - imported:.2f} s")
    linker.link(transcript)
    times = []
    for _ in range(ROUNDS):
        begin = time.process_time()
        for _ in range(DOCUMENTS):
            linker.link(transcript)
        times.append((time.process_time() - begin) / DOCUMENTS)
    print(f"link: {1000 * min(times):.2f} ms a document")
    peak = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024
    print(f"memory: {peak:.0f} MB at its peak, forms rebuilt in this process")


if __name__ == "__main__":
    main()
