"""Segments and shards on several processors; each child writes its own files."""

from __future__ import annotations

import gc
import multiprocessing
import signal
from collections.abc import Callable, Collection, Iterator, Mapping, Sequence
from contextlib import contextmanager
from functools import partial
from pathlib import Path
from typing import Any, NamedTuple, TypeVar

from generator.exports.search import segment, shards
from generator.exports.search.keys import Keys

Item = TypeVar("Item")
Result = TypeVar("Result")


@contextmanager
def uncollected() -> Iterator[None]:
    """Words in lists and tables: nothing goes round in circles, and to look for it costs much."""
    was = gc.isenabled()
    gc.disable()
    try:
        yield
    finally:
        if was:
            gc.enable()


class Task(NamedTuple):
    """A segment to make: its period, its file, the period's documents in order.

    ``known`` is an earlier segment whose words have their keys still.
    """

    period: str
    file: Path
    documents: tuple[segment.Document, ...]
    known: Path | None


class Made(NamedTuple):
    """A segment that was made: how many words each of its documents has."""

    period: str
    lengths: list[int]


def make_segments(
    tasks: Sequence[Task], content: Path, names: Mapping[str, str], jobs: int
) -> Iterator[Made]:
    """Make and keep each segment; ``names`` is what :class:`Keys` wants."""
    return _each(partial(_segment, content), tasks, jobs, _start, (names,))


def merge(
    segments: Sequence[tuple[int, Path]],
    count: int,
    dirty: Collection[bytes] | None,
    folder: Path,
    jobs: int,
) -> None:
    """Write the shards that hold a dirty key (None: all) into ``folder``."""
    work = partial(_merge, segments, count, dirty, folder)
    # Reading a few small segments costs less than starting processes for it, and so does
    # looking for a few words in many.
    few = 1_000_000 if dirty is None else 50_000_000
    jobs = 1 if sum(path.stat().st_size for _, path in segments) < few else jobs
    for _ in _each(work, range(segment.SLICES), jobs, _nothing, ()):
        pass


def _merge(
    segments: Sequence[tuple[int, Path]],
    count: int,
    dirty: Collection[bytes] | None,
    folder: Path,
    slice: int,
) -> None:
    shards.merge(segments, slice, count, dirty, folder)


_keys = Keys({})
"""This process's keys: a child makes each word's key once for all of its segments."""


def _start(names: Mapping[str, str]) -> None:
    global _keys
    _keys = Keys(names)


def _nothing() -> None:
    pass


def _segment(content: Path, task: Task) -> Made:
    if task.known:
        _keys.update(segment.keys(task.known))
    slices, lengths = segment.make(task.documents, content, _keys)
    segment.write(task.file, slices)
    return Made(task.period, lengths)


def _each(
    function: Callable[[Item], Result],
    items: Sequence[Item],
    jobs: int,
    start: Callable[..., None],
    arguments: tuple[Any, ...],
) -> Iterator[Result]:
    """``function`` of each item, in order; ``start(*arguments)`` runs once a process."""
    if jobs <= 1 or len(items) < 2:
        start(*arguments)
        yield from map(function, items)
        return
    # What children inherit stays shared as long as their collector does not walk through it.
    gc.freeze()
    try:
        with multiprocessing.Pool(min(jobs, len(items)), _child, (start, arguments)) as pool:
            yield from pool.imap(function, items)
    finally:
        gc.unfreeze()


def _child(start: Callable[..., None], arguments: tuple[Any, ...]) -> None:
    # An interrupt is the parent's to handle; leaving the pool ends its children.
    signal.signal(signal.SIGINT, signal.SIG_IGN)
    gc.disable()
    start(*arguments)
