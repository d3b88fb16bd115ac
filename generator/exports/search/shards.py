"""From segments to the files that a browser asks for: words, places of words, forms.

``w/<shard>.txt``  one line a key: key TAB its forms TAB postings of every period
``p/<shard>.txt``  one line a key: key TAB positions, in the order of the postings
``f/<prefix>.txt`` one line a form: form TAB how to make its key (:func:`_recipe`)

Postings of a period begin with two numbers: how far its number is from that of the period
before, and how many documents follow.
"""

from __future__ import annotations

from bisect import bisect
from collections import defaultdict
from collections.abc import Collection, Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from pathlib import Path

from generator.exports.search import segment
from generator.exports.search.codec import digits

FORMS = 700
"""Forms in one file at most, unless they differ only after :data:`DEEPEST` letters."""
DEEPEST = 6
_PER_SHARD = 20
_LAST = "\U0010ffff"


def count_for(documents: int) -> int:
    """How many shards the words of so many documents fill: a power of two."""
    shards = segment.SLICES
    while shards * _PER_SHARD < documents:
        shards *= 2
    return shards


def shards_of(keys: Iterable[bytes], shards: int) -> set[int]:
    """The shards that hold these keys, of so many."""
    return {segment.hash_of(key) % shards for key in keys}


def number_of(period: str) -> int:
    """The number of a period, in which years and months are in order: 0 is undated."""
    year, _, month = period.partition("-")
    return int(year) * 13 + int(month or 0)


@dataclass(slots=True)
class _Line:
    """A key while its lines are made: its forms as periods print them, and what they hold."""

    period: int = 0
    forms: set[bytes] = field(default_factory=set)
    postings: list[bytes] = field(default_factory=list)
    positions: list[bytes] = field(default_factory=list)


def merge(
    segments: Sequence[tuple[int, Path]],
    slice: int,
    shards: int,
    dirty: Collection[bytes] | None,
    folder: Path,
) -> None:
    """Write the shards of one slice into ``folder``.

    ``segments`` are (number of period, file), in order; ``dirty`` are the keys whose lines
    may be others than those in ``folder``, None for all.
    """
    if dirty is not None:
        dirty = {key for key in dirty if segment.hash_of(key) % segment.SLICES == slice}
        if not dirty:
            return
    lines = _lines(segments, slice, dirty)
    keys: dict[int, list[bytes]] = defaultdict(list)
    for key in lines if dirty is None else dirty:
        keys[segment.hash_of(key) % shards].append(key)
    for shard in range(slice, shards, segment.SLICES) if dirty is None else keys:
        for kind, text_of in (("w", _postings), ("p", _positions)):
            path = folder / kind / f"{shard:03x}.txt"
            texts = {} if dirty is None else _texts(path)
            for key in keys[shard]:
                if (line := lines.get(key)) is None:
                    texts.pop(key, None)
                else:
                    texts[key] = text_of(line)
            path.parent.mkdir(parents=True, exist_ok=True)
            path.write_bytes(b"\n".join(b"%b\t%b" % (key, texts[key]) for key in sorted(texts)))


def _lines(
    segments: Sequence[tuple[int, Path]], slice: int, wanted: Collection[bytes] | None
) -> dict[bytes, _Line]:
    """What the segments hold of the wanted keys of a slice, None for all."""
    lines: dict[bytes, _Line] = {}
    steps: dict[int, bytes] = {}
    for number, path in segments:
        for key, forms, postings, positions in segment.rows(path, slice):
            if wanted is not None and key not in wanted:
                continue
            if (line := lines.get(key)) is None:
                line = lines[key] = _Line()
            step = number - line.period
            if step not in steps:
                steps[step] = digits(step).encode()
            line.period = number
            line.forms.add(forms)
            line.postings += steps[step], postings
            line.positions.append(positions)
    return lines


def _postings(line: _Line) -> bytes:
    """A key's line in ``w/`` without the key."""
    # Most periods print a word in the same forms.
    (forms, *more) = line.forms
    if more:
        forms = b" ".join(sorted({form for some in line.forms for form in some.split(b" ")}))
    return b"%b\t%b" % (forms, b"".join(line.postings))


def _positions(line: _Line) -> bytes:
    """The same in ``p/``."""
    return b"".join(line.positions)


def _texts(path: Path) -> dict[bytes, bytes]:
    """What stands after the key in each line of a shard, by key."""
    text = path.read_bytes()
    rows = (line.partition(b"\t") for line in text.split(b"\n")) if text else ()
    return {key: rest for key, _, rest in rows}


def forms(folder: Path) -> dict[str, str]:
    """The key of every form in the shards of ``folder``."""
    found: dict[str, str] = {}
    for path in (folder / "w").iterdir():
        for line in filter(None, path.read_text("utf-8").split("\n")):
            key, printed, _ = line.split("\t", 2)
            for form in printed.split(" "):
                found[form] = key
    return found


def forms_files(keys: Mapping[str, str]) -> dict[str, str]:
    """The text of each file of forms, by the prefix of the forms in it."""
    found: dict[str, list[str]] = {}
    forms = sorted(keys)
    _split(forms, range(len(forms)), "", found)
    return {
        prefix: "\n".join([f"{form}\t{_recipe(form, keys[form])}" for form in listed])
        for prefix, listed in found.items()
    }


def _split(forms: Sequence[str], here: range, prefix: str, found: dict[str, list[str]]) -> None:
    """One file for these forms; while they are too many, the commonest next letter gets its own."""
    longer: dict[str, range] = {}
    at = here.start
    while at < here.stop:
        start = forms[at][: len(prefix) + 1]
        # Forms that are the prefix itself have no next letter.
        end = at + 1 if start == prefix else bisect(forms, start + _LAST, at, here.stop)
        longer[start] = range(at, end)
        at = end
    left = len(here)
    if len(prefix) < DEEPEST:
        for start in sorted(longer, key=lambda start: (-len(longer[start]), start)):
            if left <= FORMS:
                break
            if start != prefix:
                left -= len(longer[start])
                _split(forms, longer.pop(start), start, found)
    if longer:
        found[prefix] = [forms[at] for some in longer.values() for at in some]


def _recipe(form: str, key: str) -> str:
    """How many letters to take off a form and what to add: "1" makes "токаев" of "токаева"."""
    same = len(key)
    while not form.startswith(key[:same]):  # mostly the last letters differ
        same -= 1
    return f"{len(form) - same}{key[same:]}"


def file_name(prefix: str) -> str:
    """The name of the file of forms with this prefix: its letters' code points."""
    return f"f/{''.join(f'{ord(letter):04x}' for letter in prefix) or 'all'}.txt"


def prefix_of(name: str) -> str:
    """The prefix of the forms in a file of this name below ``f/``."""
    code = name.removesuffix(".txt")
    if code == "all":
        return ""
    return "".join(chr(int(code[i : i + 4], 16)) for i in range(0, len(code), 4))
