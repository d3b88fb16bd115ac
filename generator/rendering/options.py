"""What a build is told, and what it tells."""

from __future__ import annotations

import hashlib
import os
import sys
from collections import Counter
from collections.abc import Callable, Sequence
from dataclasses import dataclass, field
from functools import cache
from importlib.metadata import version
from pathlib import Path

import generator
from generator.rendering.stamps import Root

WRITERS = ("mkdocs", "mkdocs-material", "markdown", "jinja2", "babel", "tzdata", "orjson")
"""Packages whose version decides how a page is written, dates and plurals included."""


@dataclass
class Summary:
    """What a build did: how many pages stand, which were built, and why."""

    pages: int = 0
    built: int = 0
    removed: int = 0
    reasons: Counter[str] = field(default_factory=Counter)
    each: list[tuple[str, str]] = field(default_factory=list)
    seconds: float = 0.0
    note: str = ""
    roots: tuple[Root, ...] = ()
    """What the site is made from."""

    def told(self) -> str:
        """The summary in one line."""
        if not self.built and not self.removed:
            return f"nothing changed: {self.pages} pages stand ({self.seconds:.1f} s)"
        why = ", ".join(f"{count} {reason}" for reason, count in self.reasons.most_common())
        gone = f", {self.removed} removed" if self.removed else ""
        return f"{self.built} of {self.pages} pages built ({why}){gone} in {self.seconds:.1f} s"


@dataclass(frozen=True)
class Options:
    """What the command line says; ``cache`` is the folder for what is kept.

    ``step`` hears of pages that are done, ``warn`` of what MkDocs warns of.
    """

    config: Path
    cache: Path
    jobs: int = 1
    strict: bool = False
    all: bool = False
    step: Callable[[int], None] = lambda count: None
    warn: Callable[[str], None] = lambda text: None


def key_of(options: Options, variables: Sequence[str]) -> str:
    """All that is not in a file: versions, how the command was called, and its environment.

    ``variables`` are the names that the configuration asks the environment for; what they
    say may be secret, so that only a digest of it is kept.
    """
    program = f"{generator.__version__} {sys.version_info[:3]} {_versions()}"
    said = repr([os.environ.get(name) for name in variables]).encode("utf-8", "surrogateescape")
    told = hashlib.blake2b(said, digest_size=8).hexdigest()
    return f"{program} {options.config.resolve()} strict={options.strict} environment={told}"


@cache
def _versions() -> str:
    return ",".join(version(name) for name in WRITERS)
