"""Whether memory stays flat: the peak of all processes of ``chronicle parse`` or ``ingest``.

``python -m bench.memory_sources FOLDER --files 20000 100000`` makes folders of so many
broken copies of the files below ``FOLDER``, runs the command over each and prints its peak
(proportional set size of all its processes, added up), its CPU seconds and what came out;
``--warc-mb 250 1000`` does the same with one web archive of that size.  ``--command ingest``
ingests instead, into a folder of its own.  Everything is made below ``--scratch`` and
deleted again.
"""

from __future__ import annotations

import argparse
import json
import random
import resource
import shutil
import subprocess
import sys
import tempfile
import time
from collections import Counter
from collections.abc import Iterator
from io import BytesIO
from pathlib import Path

from warcio.statusandheaders import (  # type: ignore[import-untyped]  # has no types
    StatusAndHeaders,
)
from warcio.warcwriter import WARCWriter  # type: ignore[import-untyped]  # the same

from bench.fuzz import mutate

_SMALL = 60_000
"""Bytes of a file that is taken for a copy: the folder shall be large, not its files."""


def seeds(folder: Path) -> list[tuple[str, bytes]]:
    files = sorted(path for path in folder.rglob("*") if path.is_file())
    return [(path.suffix, path.read_bytes()) for path in files if path.stat().st_size < _SMALL]


def copies(given: list[tuple[str, bytes]], chance: random.Random) -> Iterator[tuple[str, bytes]]:
    """Without end: every second one whole but for its number, the others broken."""
    datas = [data for _, data in given]
    number = 0
    while True:
        suffix, data = given[number % len(given)]
        for mark in (b'id="event-', b"kremlin.ru/d/", b"/copy/"):
            data = data.replace(mark, b"%b%d" % (mark, number % 1000))
        yield suffix, data if number % 2 else mutate(data, datas, chance)
        number += 1


def make_folder(folder: Path, given: list[tuple[str, bytes]], count: int) -> None:
    made = copies(given, random.Random(count))
    for number in range(count):
        suffix, data = next(made)
        path = folder / f"{number // 1000:03d}" / f"{number}{suffix}"
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_bytes(data)


def make_warc(path: Path, given: list[tuple[str, bytes]], megabytes: int) -> None:
    made = copies(given, random.Random(megabytes))
    with path.open("wb") as stream:
        writer = WARCWriter(stream, gzip=False)
        number = 0
        while stream.tell() < megabytes * 1_000_000:
            suffix, data = next(made)
            kind = "text/html" if suffix == ".html" else "text/plain"
            head = StatusAndHeaders("200 OK", [("Content-Type", kind)], protocol="HTTP/1.0")
            address = f"http://example.org/{number}"
            writer.write_record(
                writer.create_warc_record(
                    address, "response", payload=BytesIO(data), http_headers=head
                )
            )
            number += 1


def tree(pid: int) -> list[int]:
    """A process and all below it."""
    found = [pid]
    for task in Path(f"/proc/{pid}/task").glob("*/children"):
        for child in task.read_text().split():
            found += tree(int(child))
    return found


def megabytes_of(pid: int) -> float:
    """Proportional set size: memory that processes share is counted once."""
    total = 0.0
    for one in tree(pid):
        try:
            lines = Path(f"/proc/{one}/smaps_rollup").read_text().splitlines()
        except OSError:  # gone meanwhile
            continue
        total += sum(int(line.split()[1]) for line in lines if line.startswith("Pss:")) / 1024
    return total


def watch(call: list[str], home: Path) -> str:
    """Run a command and tell what it took, with its memory at each tenth of the outcome."""
    before = resource.getrusage(resource.RUSAGE_CHILDREN)
    began = time.monotonic()
    seen: list[float] = []
    with (home / "out").open("wb") as out, (home / "err").open("wb") as err:
        process = subprocess.Popen(call, stdout=out, stderr=err, cwd=home)
        while process.poll() is None:
            seen.append(megabytes_of(process.pid))
            time.sleep(0.25)
    after = resource.getrusage(resource.RUSAGE_CHILDREN)
    cpu = after.ru_utime + after.ru_stime - before.ru_utime - before.ru_stime
    steps = [seen[len(seen) * tenth // 10] for tenth in range(1, 10)] if seen else []
    return (
        f"peak {max(seen, default=0):.0f} MB (by tenths of the time: "
        f"{' '.join(f'{step:.0f}' for step in steps)}), CPU {cpu:.0f} s, "
        f"{time.monotonic() - began:.0f} s, exit status {process.returncode}"
    )


def outcomes(home: Path) -> Counter[str]:
    """What ``parse`` printed: documents, milestones and refused inputs."""
    found: Counter[str] = Counter()
    with (home / "out").open(encoding="utf-8") as lines:
        for line in lines:
            if line.startswith("{"):
                found["milestone" if "milestone" in json.loads(line) else "document"] += 1
    with (home / "err").open(encoding="utf-8", errors="replace") as lines:
        found["lines of errors"] = sum(1 for _ in lines)
    return found


def measure(command: str, target: Path, content: Path, home: Path) -> None:
    call = [sys.executable, "-m", "generator", command, str(target)]
    archive = home / "content"
    shutil.copytree(content / "registry", archive / "registry", dirs_exist_ok=True)
    print(f"{command} {target.name}: {watch(call, home)}, {dict(outcomes(home))}", flush=True)
    shutil.rmtree(archive)


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("folder", type=Path)
    parser.add_argument("--command", choices=("parse", "ingest"), default="parse")
    parser.add_argument("--content", type=Path, default=Path("content"))
    parser.add_argument("--files", type=int, nargs="*", default=[])
    parser.add_argument("--warc-mb", type=int, nargs="*", default=[])
    parser.add_argument("--scratch", type=Path)
    options = parser.parse_args()
    given = seeds(options.folder)
    for make, sizes, name in (
        (make_folder, options.files, "files"),
        (make_warc, options.warc_mb, "MB.warc"),
    ):
        for size in sizes:
            with tempfile.TemporaryDirectory(dir=options.scratch) as scratch:
                target = Path(scratch) / f"{size}-{name}"
                make(target, given, size)
                measure(options.command, target, options.content.resolve(), Path(scratch))


if __name__ == "__main__":
    main()
