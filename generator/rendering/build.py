"""``chronicle build``: everything that ``mkdocs build`` gives, in parallel, and only once.

The steps of a build that has something to do stand in ``steps``; what depends on what is in
``touched``; how a killed run is made good in ``swap``; what a worker does in ``work``.
"""

from __future__ import annotations

import fcntl
import time
from collections.abc import Callable, Iterator
from contextlib import AbstractContextManager, contextmanager, nullcontext
from functools import cache
from pathlib import Path

from generator.errors import ContentError, Problem
from generator.rendering import state as kept
from generator.rendering.forks import aside
from generator.rendering.options import Options, Summary, key_of, today
from generator.rendering.state import Seen
from generator.rendering.steps import Build
from generator.rendering.swap import Exchange


def build(options: Options) -> Summary:
    """Bring the site up to date.

    Raises:
        ContentError: content or configuration cannot be used; the site stays as it was.
    """
    began = time.monotonic()
    options.cache.mkdir(parents=True, exist_ok=True)
    with _alone(options.cache):
        seen: Seen | None = kept.read(options.cache, kept.SEEN)
        if seen is not None and Exchange(Path(seen.site), options.cache).resume():
            seen = kept.read(options.cache, kept.SEEN)
        with _site_looked_at(seen, options.jobs) as as_left:
            summary = None if options.all else _nothing_to_do(seen, as_left, options)
            if summary is None:
                summary = Build(options, seen, as_left).run()
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
            raise ContentError(Problem(str(cache), "another build is running", mend)) from None
        yield


def _site_looked_at(seen: Seen | None, jobs: int) -> AbstractContextManager[Callable[[], bool]]:
    """Whether the site is as the last build left it; looked up while this process goes on."""
    if seen is None:
        return nullcontext(lambda: False)
    return aside(seen.site_is_as_left) if jobs > 1 else nullcontext(cache(seen.site_is_as_left))


def _nothing_to_do(
    seen: Seen | None, as_left: Callable[[], bool], options: Options
) -> Summary | None:
    if seen is None or seen.key != f"{key_of(options)} {today()}":
        return None
    if not seen.watched.same() or not as_left():
        return None
    return Summary(pages=sum(name.endswith("index.html") for name in seen.outputs))
