"""Options that several commands share, and the progress of long work."""

from __future__ import annotations

import sys
import time
from collections import Counter
from collections.abc import Callable
from contextlib import nullcontext
from pathlib import Path
from typing import TYPE_CHECKING, Any, TypeVar

import click

from generator.machine import default_jobs

if TYPE_CHECKING:
    from tqdm import tqdm

Decorated = TypeVar("Decorated", bound=Callable[..., Any])

CACHE = Path(".cache") / "chronicle"
"""Where builds keep what they know, beside the configuration."""
QUIET_SECONDS = 2.0
"""Work that takes longer shows its progress."""
PLAIN_SECONDS = 5.0
"""Between two plain lines where there is no terminal."""


def content_option(function: Decorated) -> Decorated:
    """``--content``: the folder with ``events``, ``sources`` and ``registry``."""
    return click.option(
        "--content",
        type=click.Path(path_type=Path, file_okay=False),
        default=Path("content"),
        show_default=True,
        help="Folder that holds events/, sources/ and registry/.",
    )(function)


def jobs_option(function: Decorated) -> Decorated:
    """``--jobs``: how many processors to use."""
    return click.option(
        "--jobs",
        "-j",
        type=click.IntRange(min=1),
        default=default_jobs,
        show_default="all processors",
        help="Processors to use.",
    )(function)


def warn(text: str) -> None:
    """A line on standard error about what can be mended but need not be."""
    click.echo(f"warning: {text}", err=True)


class Progress:
    """Counts outcomes and shows them on standard error once the work takes long.

    On a terminal that is a bar; elsewhere a plain line now and then.  ``total`` is the
    number of steps, or None where it is unknown.
    """

    def __init__(self, doing: str, total: int | None = None) -> None:
        self.doing = doing
        self.counts: Counter[str] = Counter()
        self._began = self._shown = time.monotonic()
        self._bar: tqdm[Any] | None = None
        if sys.stderr.isatty():
            from tqdm import tqdm  # slow to load, and of no use elsewhere

            self._bar = tqdm(total=total, desc=doing, delay=QUIET_SECONDS, leave=False)

    def step(self, outcome: str) -> None:
        """Count one outcome."""
        self.counts[outcome] += 1
        if self._bar is not None:
            self._bar.set_postfix_str(self.told(), refresh=False)
            self._bar.update()
            return
        now = time.monotonic()
        if now - self._began > QUIET_SECONDS and now - self._shown > PLAIN_SECONDS:
            self._shown = now
            click.echo(f"{self.doing}: {self.told()}", err=True)

    def say(self, *lines: str) -> None:
        """Print lines on standard error without tearing the bar."""
        apart = nullcontext() if self._bar is None else self._bar.external_write_mode(sys.stderr)
        with apart:
            for line in lines:
                click.echo(line, err=True)

    def told(self) -> str:
        """The counts in words: "3 new, 1 failed"."""
        return ", ".join(f"{count} {outcome}" for outcome, count in sorted(self.counts.items()))

    def end(self) -> None:
        """Clear the bar away."""
        if self._bar is not None:
            self._bar.close()
