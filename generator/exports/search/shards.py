"""From segments to the files that a browser asks for: words, places of words, forms.

``w/<shard>.txt``  one line a key: key TAB its forms TAB postings of every period
``p/<shard>.txt``  one line a key: key TAB positions, in the order of the postings
``f/<prefix>.txt`` one line a form: form TAB how to make its key (:func:`_recipe`)

Postings of a period begin with two numbers: how far its number is from that of the period
before, and how many documents follow.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Collection, Iterable, Mapping, Sequence
from pathlib import Path

from generator.exports.search import segment
from generator.exports.search.codec import digits

FORMS = 700
"""Forms in one file at most, unless they differ only after :data:`DEEPEST` letters."""
DEEPEST = 6
_PER_SHARD = 20
Pairs = list[tuple[str, str]]


def count_for(documents: int) -> int:
    """How many shards the words of so many documents fill: a power of two."""
    shards = segment.SLICES
    while shards * _PER_SHARD < documents:
        shards *= 2
    return shards


def number_of(period: str) -> int:
    """The number of a period, in which years and months are in order: 0 is undated."""
    year, _, month = period.partition("-")
    return int(year) * 13 + int(month or 0)


def merge(
    segments: Sequence[tuple[int, Path]],
    slice: int,
    shards: int,
    dirty: Collection[int] | None,
    folder: Path,
) -> Pairs:
    """Write the shards of one slice into ``folder``; every (form, key) of the slice.

    ``segments`` are (number of period, file), in order; ``dirty`` names the shards to
    write, None all of them.
    """
    printed_as: dict[str, set[str]] = {}
    words: dict[str, list[str]] = {}
    places: dict[str, list[str]] = {}
    before: dict[str, int] = {}
    by_shard: dict[int, list[str]] = defaultdict(list)
    for number, path in segments:
        for line in segment.read(path, slice):
            key, printed, rest = line.split("\t", 2)
            if key in printed_as:
                # Most periods print a word in the same forms: those are told apart below.
                printed_as[key].add(printed)
            else:
                printed_as[key] = {printed}
                shard = segment.hash_of(key) % shards
                if dirty is None or shard in dirty:
                    by_shard[shard].append(key)
                    words[key], places[key], before[key] = [], [], 0
            if key in words:
                postings, positions = rest.split("\t")
                words[key].append(digits(number - before[key]) + postings)
                places[key].append(positions)
                before[key] = number
    forms = {
        key: sorted({form for some in found for form in some.split(" ")})
        for key, found in printed_as.items()
    }
    for shard in range(slice, shards, segment.SLICES):
        if dirty is None or shard in dirty:
            keys = sorted(by_shard.get(shard, ()))
            name = f"{shard:03x}.txt"
            _write(
                folder / "w" / name,
                (f"{key}\t{' '.join(forms[key])}\t{''.join(words[key])}" for key in keys),
            )
            _write(folder / "p" / name, (f"{key}\t{''.join(places[key])}" for key in keys))
    return [(form, key) for key in sorted(forms) for form in forms[key]]


def _write(path: Path, lines: Iterable[str]) -> None:
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text("\n".join(lines), encoding="utf-8")


def forms_files(pairs: Mapping[str, str]) -> dict[str, str]:
    """The text of each file of forms, by the prefix of the forms in it."""
    found: dict[str, str] = {}
    _split(sorted(pairs.items()), "", found)
    return found


def _split(pairs: Pairs, prefix: str, found: dict[str, str]) -> None:
    """One file for these forms; while they are too many, the commonest next letter gets its own."""
    longer: dict[str, Pairs] = defaultdict(list)
    for pair in pairs:
        longer[pair[0][: len(prefix) + 1]].append(pair)
    if len(prefix) < DEEPEST:
        for start in sorted(longer, key=lambda start: (-len(longer[start]), start)):
            if sum(map(len, longer.values())) <= FORMS:
                break
            # Forms that are the prefix itself have no next letter.
            if start != prefix:
                _split(longer.pop(start), start, found)
    rest = [pair for some in longer.values() for pair in some]
    if rest:
        found[prefix] = "\n".join(f"{form}\t{_recipe(form, key)}" for form, key in rest)


def _recipe(form: str, key: str) -> str:
    """How many letters to take off a form and what to add: "1" makes "токаев" of "токаева"."""
    same = 0
    for one, other in zip(form, key, strict=False):
        if one != other:
            break
        same += 1
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
