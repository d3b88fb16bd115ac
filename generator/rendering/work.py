"""What a child does: makes its share of the pages and writes them beside the site."""

from __future__ import annotations

import gc
import os
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field
from pathlib import Path

from generator.errors import ContentError, Problem
from generator.model import Event
from generator.pages import event as event_page
from generator.pages.addresses import address
from generator.pages.build import kinds
from generator.pages.page import Page, Site
from generator.rendering.forks import Meet, Step
from generator.rendering.frames import Frames, Shape
from generator.rendering.touched import DIVIDED, Unit

_STEP = 50
"""Pages between two signs of progress."""


@dataclass
class Made:
    """What one child made.

    ``outputs`` map a page's path to the files written for it, relative to the site;
    ``units`` a language, kind and id to its pages' paths.
    """

    outputs: dict[str, list[str]] = field(default_factory=dict)
    units: dict[tuple[str, Unit], list[str]] = field(default_factory=dict)
    frames: dict[Shape, str] = field(default_factory=dict)
    stale: bool = False
    """A frame differs from the last build's: every page must be built again."""


@dataclass
class Work:
    """What is to be made; the same for every child.

    ``units`` are to be built of the divided kinds, None for all; ``kept`` paths of pages
    that stand from the last build; ``taken`` addresses of pages written by hand.
    """

    frames: Frames
    sites: Sequence[Site]
    content: Path
    target: Path
    events: Sequence[Event]
    units: set[Unit] | None
    kept: frozenset[str]
    taken: frozenset[str]
    known_frames: dict[Shape, str]

    def __call__(self, number: int, of: int, meet: Meet, step: Step) -> Made:
        """Make one share of ``of``."""
        if of > 1:
            gc.freeze()
            gc.set_threshold(100_000)
        made = Made()
        writer = _Writer(self.target, made, step)
        singles = list(self._singles(number, of, made))
        self.frames.config.extra["chronicle"] = meet(
            [page.path for page in singles if address(page.path) not in self.taken]
        )
        shapes = sorted(self.known_frames, key=repr)[number::of]
        if any(self.frames.digest(shape) != self.known_frames[shape] for shape in shapes):
            made.stale = True
            return made
        for page in singles:
            self._write(page, writer)
        del singles
        for page in self._divided(number, of, made):
            self._write(page, writer)
        for event in self.events[number::of]:
            page = event_page.page_of(event, self.sites, self.content)
            writer.write(event.path, page, self.frames.page(page))
        writer.end()
        made.frames = self.frames.digests()
        return made

    def _write(self, page: Page, writer: _Writer) -> None:
        if address(page.path) not in self.taken:
            writer.write(page.path, page, self.frames.page(page))

    def _singles(self, number: int, of: int, made: Made) -> Iterator[Page]:
        """Pages of kinds that are built whole, every so-manieth kind here."""
        share = 0
        for site in self.sites:
            for name, kind in kinds().items():
                if name in DIVIDED:
                    continue
                share += 1
                if share % of == number:
                    for page in kind.build(site):
                        made.units.setdefault((site.language, (name, "")), []).append(page.path)
                        yield page

    def _divided(self, number: int, of: int, made: Made) -> Iterator[Page]:
        """Pages of divided kinds, every so-manieth id here."""
        share = 0

        def wanted(kind: str, id: str) -> bool:
            nonlocal share
            if self.units is not None and (kind, id) not in self.units:
                return False
            share += 1
            return share % of == number

        for site in self.sites:
            site.choice.wanted = wanted
            for name, kind in kinds().items():
                if name not in DIVIDED:
                    continue
                for page in kind.build(site):
                    assert site.choice.last is not None
                    made.units.setdefault((site.language, site.choice.last), []).append(page.path)
                    yield page


def together(shares: Iterable[Made]) -> Made:
    """What all children made.

    Raises:
        ContentError: two pages stand at one path.
    """
    whole = Made()
    for made in shares:
        for path, files in made.outputs.items():
            if path in whole.outputs:
                what, mend = "two pages stand here", "rename the registry entry of one of them"
                raise ContentError(Problem(path, what, mend))
            whole.outputs[path] = files
        for unit, paths in made.units.items():
            whole.units.setdefault(unit, []).extend(paths)
        whole.frames.update(made.frames)
    return whole


class _Writer:
    """Writes pages and remembers what it wrote."""

    def __init__(self, target: Path, made: Made, step: Step) -> None:
        self.target, self.made, self.step = f"{target}/", made, step
        self.count = 0

    def write(self, path: str, page: Page, html: str) -> None:
        if path in self.made.outputs:
            what, mend = "two pages stand here", "rename the registry entry of one of them"
            raise ContentError(Problem(path, what, mend))
        folder = address(path)
        full = self.target + folder
        os.makedirs(full, exist_ok=True)  # noqa: PTH103  # a Path costs more than the call
        files = {folder + "index.html": html.encode("utf-8", "xmlcharrefreplace")}
        for name, text in page.beside.items():
            files[folder + name] = text.encode()
        for name, data in files.items():
            with open(self.target + name, "wb", buffering=0) as file:  # noqa: PTH123  # the same
                file.write(data)
        self.made.outputs[path] = list(files)
        self.count += 1
        if self.count % _STEP == 0:
            self.step(_STEP)

    def end(self) -> None:
        self.step(self.count % _STEP)
