"""``chronicle build``: everything that ``mkdocs build`` gives, in parallel, and only once.

The steps of a build that has something to do stand in ``steps``; what depends on what is in
``touched``; how a killed run is made good in ``swap``; what a worker does in ``work``.
"""

from __future__ import annotations

import fcntl
import gc
import time
from collections.abc import Callable, Iterator
from contextlib import AbstractContextManager, contextmanager, nullcontext
from functools import cache
from pathlib import Path

from generator.errors import ContentError, Problem
from generator.rendering import state as kept
from generator.rendering.forks import aside
from generator.rendering.options import Options, Summary, key_of
from generator.rendering.stamps import Watched
from generator.rendering.state import Seen
from generator.rendering.steps import Build
from generator.rendering.swap import Exchange
from generator.rendering.today import is_past


class BusyError(ContentError):
    """Another build of the site is running."""


def build(options: Options) -> Summary:
    """Bring the site up to date.

    Raises:
        ContentError: content or configuration cannot be used; the site stays as it was.
        BusyError: another build is running.
    """
    began = time.monotonic()
    options.cache.mkdir(parents=True, exist_ok=True)
    with _alone(options.cache), _no_rubbish_collected():
        seen: Seen | None = kept.read(options.cache, kept.SEEN)
        if seen is not None and Exchange(Path(seen.site), options.cache).resume():
            seen = kept.read(options.cache, kept.SEEN)
        with _site_looked_at(seen, options.jobs) as as_left:
            looked = None if options.all or seen is None else _looked(seen)
            if seen is not None and _nothing_to_do(seen, looked, as_left, options):
                pages = sum(name.endswith("index.html") for name in seen.outputs)
                summary = Summary(pages=pages, roots=seen.watched.roots)
            else:
                begun = Build(options, seen, as_left, looked)
                summary = begun.run()
                summary.roots = begun.watched.roots
    summary.seconds = time.monotonic() - began
    return summary


@contextmanager
def _alone(cache: Path) -> Iterator[None]:
    """One build at a time."""
    with (cache / "lock").open("w") as lock:
        try:
            fcntl.flock(lock, fcntl.LOCK_EX | fcntl.LOCK_NB)
        except BlockingIOError:
            mend = "wait until it ends"
            raise BusyError(Problem(str(cache), "another build is running", mend)) from None
        yield


@contextmanager
def _no_rubbish_collected() -> Iterator[None]:
    """Thousands of records live to the end: nobody looks for rubbish among them."""
    gc.disable()
    try:
        yield
    finally:
        gc.enable()


def _site_looked_at(seen: Seen | None, jobs: int) -> AbstractContextManager[Callable[[], bool]]:
    """Whether the site is as the last build left it; looked up while this process goes on."""
    if seen is None:
        return nullcontext(lambda: False)
    return aside(seen.site_is_as_left) if jobs > 1 else nullcontext(cache(seen.site_is_as_left))


def _looked(seen: Seen) -> Watched:
    """The files that the last build depended on, as they are now."""
    looked = Watched(seen.watched.roots, seen.watched.leave)
    looked.look(seen.watched)
    return looked


def _nothing_to_do(
    seen: Seen, looked: Watched | None, as_left: Callable[[], bool], options: Options
) -> bool:
    key, _, moment = seen.key.rpartition(" ")
    return (
        looked is not None
        and key == key_of(options, seen.variables)
        and looked.same(seen.watched)
        and not is_past(moment)
        and as_left()
    )
