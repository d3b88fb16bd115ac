"""Work split among forked children, with one meeting half-way.

A child is a copy of this process: it has the archive in memory and sends back only what it
made.  ``fork`` is what makes that cheap; where there is none, or for one job, the work
runs here.
"""

from __future__ import annotations

import os
import pickle
import selectors
import struct
import traceback
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from typing import Any, TypeAlias

from generator.errors import ChronicleError
from generator.rendering import pickles

Meet: TypeAlias = Callable[[Any], Any]
"""Given to a child: hands in its share, waits for the others, returns what all made of it."""
Step: TypeAlias = Callable[[int], None]
"""Given to a child: tells that so many more pages are done."""


@dataclass(frozen=True, slots=True)
class Share:
    """Which part of the work is whose: child ``number`` of ``of``.

    ``parcels`` gives the numbers of parcels of work that no other child has taken yet, so
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


def in_children(
    jobs: int,
    work: Work,
    *,
    meeting: Callable[[list[Any]], Any] = lambda shares: shares,
    step: Step = lambda count: None,
    parcels: int = 0,
    always: bool = False,
) -> list[Any]:
    """The results of ``work`` in each of ``jobs`` children, in order.

    ``meeting`` makes of all shares what every child gets from its ``meet``; ``parcels``
    is how many there are to take (4096 at most); ``always`` forks a single child too.

    Raises:
        ChronicleError: a child raised it.
        ChildError: a child raised something else, or died.
    """
    if (jobs <= 1 and not always) or not hasattr(os, "fork"):
        alone = Share(0, 1, lambda share: meeting([share]), step, iter(range(parcels)))
        return [work(alone)]
    stock, filling = os.pipe()
    os.write(filling, b"".join(map(_PARCEL.pack, range(parcels))))
    os.close(filling)
    children = [_Child(number, jobs, work, stock) for number in range(jobs)]
    os.close(stock)
    try:
        return _gather(children, meeting, step)
    finally:
        for child in children:
            child.end()


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


def _gather(children: list[_Child], meeting: Callable[[list[Any]], Any], step: Step) -> list[Any]:
    results: dict[int, Any] = {}
    shares: dict[int, Any] = {}
    with selectors.DefaultSelector() as selector:
        for child in children:
            selector.register(child.results, selectors.EVENT_READ, child)
        while len(results) < len(children):
            for key, _ in selector.select():
                child = key.data
                try:
                    kind, value = _receive(child.results)
                except EOFError:
                    raise ChildError(f"child {child.number} died") from None
                if kind == b"s":
                    step(value)
                elif kind == b"m":
                    shares[child.number] = value
                elif kind == b"r":
                    results[child.number] = value
                    child.over = True
                    selector.unregister(child.results)
                elif kind == b"c":
                    error, problems = value
                    raise error(*problems)
                else:
                    raise ChildError(value)
            if len(shares) == len(children):
                answer = pickle.dumps(
                    meeting([shares[child.number] for child in children]), pickle.HIGHEST_PROTOCOL
                )
                shares.clear()
                for child in children:
                    _send_all(child.replies, _HEAD.pack(b"a", len(answer)) + answer)
    return [results[child.number] for child in children]


def _send_all(pipe: int, data: bytes) -> None:
    view = memoryview(data)
    while view:
        view = view[os.write(pipe, view) :]
