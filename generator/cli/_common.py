"""Options that several commands share, and the progress of long work."""

from __future__ import annotations

import os
import sys
import time
from collections import Counter
from collections.abc import Callable
from contextlib import nullcontext
from pathlib import Path
from typing import TYPE_CHECKING, Any, TypeVar

import click
from click.core import ParameterSource

from generator.errors import ContentError, Problem
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
    """``--content``: the folder of an archive, which must be there.

    A check of a folder that is misspelt would find everything in order.
    """
    return _content(function, _demand)


def registry_option(function: Decorated) -> Decorated:
    """``--content`` for commands that only ask its registry: none is needed unless one is named."""
    return _content(function, _demand_named)


def new_content_option(function: Decorated) -> Decorated:
    """``--content`` for commands that may begin an archive, and then say so."""
    return _content(function, _tell_new)


def _content(function: Decorated, looked_at: Callable[..., Path]) -> Decorated:
    return click.option(
        "--content",
        type=click.Path(path_type=Path, file_okay=False),
        default=Path("content"),
        show_default=True,
        callback=looked_at,
        help="Folder that holds events/, sources/ and registry/.",
    )(function)


def _is_archive(content: Path) -> bool:
    return any((content / part).is_dir() for part in ("events", "registry"))


def _demand(context: click.Context, option: click.Parameter, content: Path) -> Path:
    if _is_archive(content):
        return content
    what = "there is no such folder"
    if content.is_dir():
        what = "this is no archive: it has neither events/ nor registry/"
    mend = "run the command in the project's folder, or name the archive's with --content"
    raise ContentError(Problem(content.as_posix(), what, mend))


def _demand_named(context: click.Context, option: click.Parameter, content: Path) -> Path:
    named = context.get_parameter_source("content") is not ParameterSource.DEFAULT
    return _demand(context, option, content) if named else content


def _tell_new(context: click.Context, option: click.Parameter, content: Path) -> Path:
    if not _is_archive(content):
        warn(f"{content.as_posix()} is a new archive: it has no registry that would know anybody")
    return content


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


def to_write(context: click.Context, option: click.Parameter, path: Path | None) -> Path | None:
    """The callback of a file that is written last: whether it can be is asked before the work."""
    if path is not None:
        folder = next(parent for parent in path.absolute().parents if parent.exists())
        if not (folder.is_dir() and os.access(folder, os.W_OK | os.X_OK)):
            mend = "name a file in a folder that you may write to"
            raise ContentError(Problem(path.as_posix(), "cannot be written there", mend))
    return path


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
