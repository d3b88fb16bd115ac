"""Work split among this process and forked children, with one meeting half-way.

A child is a copy of this process: it has the archive in memory and sends back only what it
made.  This process does a share itself, so that there are no more processes than jobs, and
listens to the children between its own steps.  ``fork`` is what makes that cheap; where
there is none, or for one job, all work runs here.
"""

from __future__ import annotations

import os
import pickle
import selectors
import struct
import traceback
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from functools import cache
from typing import Any, TypeAlias

from generator.errors import ChronicleError
from generator.rendering import pickles

Meet: TypeAlias = Callable[[Any], Any]
"""Given to a worker: hands in its share, waits for the others, returns what all made of it."""
Step: TypeAlias = Callable[[int], None]
"""Given to a worker: tells that so many more pages are done."""


@dataclass(frozen=True, slots=True)
class Share:
    """Which part of the work is whose: number ``number`` of ``of``.

    ``parcels`` gives the numbers of parcels of work that no other worker has taken yet, so
    that whoever is done sooner does more.
    """

    number: int
    of: int
    meet: Meet
    step: Step
    parcels: Iterator[int]


Work: TypeAlias = Callable[[Share], Any]

_HEAD = struct.Struct(">cQ")
_PARCEL = struct.Struct(">I")


class ChildError(RuntimeError):
    """A fault of the program in a child; the text is the child's traceback."""


def in_parallel(
    jobs: int,
    work: Work,
    *,
    meeting: Callable[[list[Any]], Any] = lambda shares: shares,
    step: Step = lambda count: None,
    parcels: int = 0,
) -> list[Any]:
    """The results of ``work`` done by ``jobs`` workers, in order; this process is the first.

    ``meeting`` makes of all shares what every worker gets from its ``meet``; ``parcels``
    is how many there are to take (4096 at most).

    Raises:
        ChronicleError: a worker raised it.
        ChildError: a child raised something else, or died.
    """
    if jobs <= 1 or not hasattr(os, "fork"):
        alone = Share(0, 1, lambda share: meeting([share]), step, iter(range(parcels)))
        return [work(alone)]
    with _stock(parcels) as stock, _Gathering(jobs, meeting, step) as gathering:
        gathering.begin([_Child(number, jobs, work, stock) for number in range(1, jobs)])
        first = work(Share(0, jobs, gathering.meet, gathering.step, _taken(stock)))
        return [first, *gathering.results()]


@contextmanager
def aside(work: Callable[[], Any]) -> Iterator[Callable[[], Any]]:
    """Begin ``work`` in a child while this process goes on; what is given waits for its result.

    The waiting raises what :func:`in_parallel` raises.
    """
    if not hasattr(os, "fork"):
        yield cache(work)
        return
    with _stock(0) as stock, _Gathering(1) as gathering:
        gathering.begin([_Child(1, 1, lambda share: work(), stock)])
        yield lambda: gathering.results()[0]


def in_child(work: Callable[[], Any]) -> Any:
    """The result of ``work`` in a child, so that this process stays as it is.

    Raises:
        ChronicleError: the child raised it.
        ChildError: it raised something else, or died.
    """
    with aside(work) as result:
        return result()


class _Child:
    """One child and the pipes to and from it."""

    def __init__(self, number: int, jobs: int, work: Work, stock: int) -> None:
        self.number = number
        self.results, out = os.pipe()
        replies, self.replies = os.pipe()
        self.over = False
        self.pid = os.fork()
        if self.pid == 0:
            os.close(self.results)
            os.close(self.replies)
            _run(number, jobs, work, out, replies, stock)
        os.close(out)
        os.close(replies)

    def end(self) -> None:
        """Stop the child if it still runs, and let it go."""
        os.close(self.results)
        os.close(self.replies)
        if not self.over:
            os.kill(self.pid, 9)
        os.waitpid(self.pid, 0)


def _run(number: int, jobs: int, work: Work, out: int, replies: int, stock: int) -> None:
    """What a child does; it never returns into the code that forked it."""

    def send(kind: bytes, value: Any) -> None:
        data = pickles.dumps(value)
        view = memoryview(_HEAD.pack(kind, len(data)) + data)
        while view:
            view = view[os.write(out, view) :]

    def meet(share: Any) -> Any:
        send(b"m", share)
        return _receive(replies)[1]

    parent = os.getppid()

    def step(count: int) -> None:
        if os.getppid() != parent:
            os._exit(1)  # nobody waits for the rest
        send(b"s", count)

    status = 0
    try:
        send(b"r", work(Share(number, jobs, meet, step, _taken(stock))))
    except ChronicleError as error:
        send(b"c", (type(error), error.problems))
    except BaseException:  # anything at all must reach the parent, and end the child here
        status = 1
        send(b"e", traceback.format_exc())
    finally:
        os._exit(status)


@contextmanager
def _stock(parcels: int) -> Iterator[int]:
    """The pipe that holds so many parcels, for this process and the children that it forks."""
    stock, filling = os.pipe()
    os.write(filling, b"".join(map(_PARCEL.pack, range(parcels))))
    os.close(filling)
    try:
        yield stock
    finally:
        os.close(stock)


def _taken(stock: int) -> Iterator[int]:
    """Parcels out of the pipe that holds them all; a read of one is never divided."""
    while parcel := os.read(stock, _PARCEL.size):
        yield _PARCEL.unpack(parcel)[0]


def _receive(pipe: int) -> tuple[bytes, Any]:
    kind, size = _HEAD.unpack(_exactly(pipe, _HEAD.size))
    return kind, pickle.loads(_exactly(pipe, size))


def _exactly(pipe: int, size: int) -> bytes:
    parts = []
    while size:
        part = os.read(pipe, min(size, 1 << 20))
        if not part:
            raise EOFError
        parts.append(part)
        size -= len(part)
    return b"".join(parts)


class _Gathering:
    """Listens to the children; ends them when it is left."""

    def __init__(
        self,
        workers: int,
        meeting: Callable[[list[Any]], Any] = lambda shares: shares,
        tell: Step = lambda count: None,
    ) -> None:
        self.workers = workers
        self.meeting = meeting
        self.tell = tell
        self.children: list[_Child] = []
        self._results: dict[int, Any] = {}
        self._shares: dict[int, Any] = {}
        self._selector = selectors.DefaultSelector()

    def __enter__(self) -> _Gathering:
        return self

    def __exit__(self, *_: object) -> None:
        self._selector.close()
        for child in self.children:
            child.end()

    def begin(self, children: list[_Child]) -> None:
        """Listen to these children from now on."""
        self.children = children
        for child in children:
            self._selector.register(child.results, selectors.EVENT_READ, child)

    def step(self, count: int) -> None:
        """So many more pages are done here; hear what the children say meanwhile."""
        self.tell(count)
        self._listen(timeout=0)

    def meet(self, own: Any) -> Any:
        """Wait for everybody's share, answer the children, give this process its answer."""
        self._shares[0] = own
        while len(self._shares) < self.workers:
            if len(self._results) == len(self.children):
                raise ChildError("a child ended before it met the others")
            self._listen()
        answer = self.meeting([self._shares[number] for number in range(self.workers)])
        data = pickle.dumps(answer, pickle.HIGHEST_PROTOCOL)
        for child in self.children:
            _send_all(child.replies, _HEAD.pack(b"a", len(data)) + data)
        return answer

    def results(self) -> list[Any]:
        """What every child made, in order, once all are done."""
        while len(self._results) < len(self.children):
            self._listen()
        return [self._results[child.number] for child in self.children]

    def _listen(self, timeout: float | None = None) -> None:
        for key, _ in self._selector.select(timeout):
            child = key.data
            try:
                kind, value = _receive(child.results)
            except EOFError:
                raise ChildError(f"child {child.number} died") from None
            if kind == b"s":
                self.tell(value)
            elif kind == b"m":
                self._shares[child.number] = value
            elif kind == b"r":
                self._results[child.number] = value
                child.over = True
                self._selector.unregister(child.results)
            elif kind == b"c":
                error, problems = value
                raise error(*problems)
            else:
                raise ChildError(value)


def _send_all(pipe: int, data: bytes) -> None:
    view = memoryview(data)
    while view:
        view = view[os.write(pipe, view) :]
