"""Throw broken versions of real inputs at the readers; nothing may crash, hang or swell.

``python -m bench.fuzz FOLDER…`` takes every file below the folders as a seed, breaks it in
many ways, and gives it to the reader that is surest of the whole seed and to
:func:`generator.sources.discovery.read`.  A reading must end in documents or in one
``SourceError`` within a second and within 500 MB.  ``--count`` is for each reader;
``--reader NAME`` tries one alone; a seed number makes a run repeatable.
"""

from __future__ import annotations

import argparse
import random
import resource
import signal
import sys
import time
import traceback
from collections import Counter, defaultdict
from collections.abc import Callable
from pathlib import Path
from types import FrameType

from generator.errors import ChronicleError
from generator.sources.discovery import read, readers, surest
from generator.sources.reader import RawDocument, Reader

SLOWEST = 1.0
MOST_MEMORY = 500 * 1024 * 1024
_TOKENS = (
    b"<", b">", b"&", b"&amp;lt;", b":", b"(", b")", "«".encode(), "»".encode(), b"\n", b"\r\n",
    b"\r", b"\0", b"\xff", b"\xef\xbb\xbf", b"* * *", "<…>".encode(), b"<b>", b"</b>", b"<p>",
    b"</p>", b"<div>", b"</article>", b"<!--", b"]]>", b'"', b"'", b",", b"{", b"}", b"[", b"]",
    "В.Путин: ".encode(), "Вопрос: ".encode(), b"Question: ", b"2022-08-19 18:35:00\n",
    "Смотрите также ".encode(), "5 марта 2025 года 17:30 ".encode(), b"\xd0", "\u2028".encode(),
)  # fmt: skip


def mutate(data: bytes, others: list[bytes], chance: random.Random) -> bytes:
    """``data``, broken one to four times."""
    for _ in range(chance.randint(1, 4)):
        data = chance.choice(_WAYS)(data, others, chance)
    if chance.random() < 0.6:
        # Whole characters again, or most inputs would be refused before they are read.
        data = data.decode("utf-8", "ignore").encode()
    return data


def _cut(data: bytes, _: list[bytes], chance: random.Random) -> bytes:
    return data[: chance.randrange(len(data) + 1)]


def _drop(data: bytes, _: list[bytes], chance: random.Random) -> bytes:
    start = chance.randrange(len(data) + 1)
    return data[:start] + data[start + chance.choice((1, 7, 300, 5000)) :]


def _double(data: bytes, _: list[bytes], chance: random.Random) -> bytes:
    start = chance.randrange(len(data) + 1)
    piece = data[start : start + chance.choice((1, 40, 2000))]
    return (
        data[:start] + piece * chance.choice((2, 3, 50 if len(piece) < 100 else 3)) + data[start:]
    )


def _insert(data: bytes, _: list[bytes], chance: random.Random) -> bytes:
    start = chance.randrange(len(data) + 1)
    token = chance.choice(_TOKENS) * chance.choice((1, 1, 1, 2, 400))
    return data[:start] + token + data[start:]


def _flip(data: bytes, _: list[bytes], chance: random.Random) -> bytes:
    broken = bytearray(data)
    for _number in range(chance.choice((1, 3, 30))):
        if broken:
            broken[chance.randrange(len(broken))] = chance.randrange(256)
    return bytes(broken)


def _splice(data: bytes, others: list[bytes], chance: random.Random) -> bytes:
    other = chance.choice(others)
    start = chance.randrange(len(other) + 1)
    at = chance.randrange(len(data) + 1)
    return data[:at] + other[start : start + chance.choice((20, 900, 20000))] + data[at:]


def _flatten(data: bytes, _: list[bytes], chance: random.Random) -> bytes:
    return data.replace(b"\n", chance.choice((b" ", b"", b"\n\n", b"\r\n")))


def _recode(data: bytes, _: list[bytes], chance: random.Random) -> bytes:
    name = chance.choice(("cp1251", "utf-16", "koi8-r", "latin-1"))
    return data.decode("utf-8", "replace").encode(name, "replace")


_WAYS: tuple[Callable[[bytes, list[bytes], random.Random], bytes], ...] = (
    _cut, _drop, _drop, _double, _insert, _insert, _flip, _splice, _flatten, _recode,
)  # fmt: skip


class _TooSlowError(BaseException):
    """Raised by the alarm, past everything that a reader might catch."""


def _alarm(_: int, __: FrameType | None) -> None:
    raise _TooSlowError


def attempt(work: Callable[[RawDocument], object], raw: RawDocument) -> str:
    """What became of ``raw``: "read", "refused", or what went wrong."""
    try:
        # Of this process's own time, for others share the machine.
        signal.setitimer(signal.ITIMER_VIRTUAL, SLOWEST)
        try:
            for _ in work(raw):  # type: ignore[attr-defined]  # readers give iterables
                pass
        finally:
            signal.setitimer(signal.ITIMER_VIRTUAL, 0)
    except ChronicleError as error:
        return "refused" if str(error).strip() else "an error without words"
    except _TooSlowError:
        return "too slow"
    except BaseException:  # finding whatever else may come is the purpose
        return traceback.format_exc(limit=-3)
    return "read"


def seeds(folders: list[Path]) -> dict[str, list[tuple[Path, bytes]]]:
    """Files by the reader that is surest of them."""
    found: dict[str, list[tuple[Path, bytes]]] = defaultdict(list)
    for folder in folders:
        for path in sorted(p for p in folder.rglob("*") if p.is_file()):
            raw = RawDocument(name=str(path), data=path.read_bytes())
            try:
                found[surest(raw).NAME].append((path, raw.data))
            except ChronicleError:
                continue
    return found


def fuzz(reader: Reader, given: list[tuple[Path, bytes]], count: int, seed: int) -> bool:
    """Try one reader ``count`` times; whether nothing went wrong."""
    chance = random.Random(f"{reader.NAME} {seed}")
    datas = [data for _, data in given]
    outcomes: Counter[str] = Counter()
    slowest = 0.0
    start = time.monotonic()
    for number in range(count):
        path, data = given[number % len(given)]
        raw = RawDocument(name=path.name, data=mutate(data, datas, chance))
        for work in (reader.parse, read):
            began = time.process_time()
            outcome = attempt(work, raw)
            slowest = max(slowest, time.process_time() - began)
            outcomes[outcome] += 1
            if outcome not in ("read", "refused") and outcomes[outcome] == 1:
                print(f"{reader.NAME} #{number} {path}: {outcome}", file=sys.stderr)
    memory = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss * 1024
    wrong = sum(n for outcome, n in outcomes.items() if outcome not in ("read", "refused"))
    print(
        f"{reader.NAME:16} {count} inputs from {len(given)} seeds: {outcomes['read']} read, "
        f"{outcomes['refused']} refused, {wrong} wrong; slowest {slowest:.2f} s, "
        f"peak {memory / 1e6:.0f} MB, {time.monotonic() - start:.0f} s",
        flush=True,
    )
    return wrong == 0 and memory <= MOST_MEMORY


def main() -> int:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("folders", type=Path, nargs="+")
    parser.add_argument("--count", type=int, default=20000)
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--reader")
    options = parser.parse_args()
    signal.signal(signal.SIGVTALRM, _alarm)
    found = seeds(options.folders)
    well = True
    for name, reader in readers().items():
        if options.reader in (None, name) and found.get(name):
            well &= fuzz(reader, found[name], options.count, options.seed)
    return 0 if well else 1


if __name__ == "__main__":
    sys.exit(main())
