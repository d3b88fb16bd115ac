"""One function over many items on several processors, in order, with bounded memory."""

from __future__ import annotations

import multiprocessing
import os
import signal
import threading
from collections import deque
from collections.abc import Callable, Iterable, Iterator
from concurrent.futures import Future, ProcessPoolExecutor
from functools import partial
from itertools import islice
from multiprocessing import connection
from typing import Any, TypeVar

Item = TypeVar("Item")
Result = TypeVar("Result")

_AHEAD = 4
"""Items in flight for each processor: enough to keep it busy, few enough to fit in memory."""


def ordered(
    function: Callable[[Item], Result],
    items: Iterable[Item],
    *,
    jobs: int,
    start: Callable[..., None],
    arguments: tuple[Any, ...],
) -> Iterator[Result]:
    """``function`` of each item, in the items' order; ``start(*arguments)`` runs once a process.

    With one job, or fewer than two items, everything runs in this process.
    """
    pending = iter(items)
    first = list(islice(pending, 2))
    if jobs <= 1 or len(first) < 2:
        start(*arguments)
        yield from map(function, first)
        yield from map(function, pending)
        return
    context = multiprocessing.get_context()
    prepared = context.get_start_method() == "fork"
    if prepared:
        # Made once, before the children: they begin with a copy of this process.
        start(*arguments)
    steps = (_child,) if prepared else (_child, partial(start, *arguments))
    with ProcessPoolExecutor(jobs, context, initializer=_begin, initargs=steps) as pool:
        waiting: deque[Future[Result]] = deque(pool.submit(function, item) for item in first)
        try:
            for item in pending:
                waiting.append(pool.submit(function, item))
                while len(waiting) >= jobs * _AHEAD:
                    yield waiting.popleft().result()
            while waiting:
                yield waiting.popleft().result()
        finally:
            pool.shutdown(wait=True, cancel_futures=True)


def _child() -> None:
    # An interrupt is the parent's to handle; children end when it shuts the pool down.
    signal.signal(signal.SIGINT, signal.SIG_IGN)
    threading.Thread(target=_end_with_parent, daemon=True).start()


def _end_with_parent() -> None:
    """End this process when its parent is gone: killed, it can tell nobody to stop."""
    parent = multiprocessing.parent_process()
    if parent is not None:
        connection.wait([parent.sentinel])
        os._exit(1)


def _begin(*steps: Callable[[], None]) -> None:
    for step in steps:
        step()
