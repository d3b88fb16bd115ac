"""What a worker does: makes its share of the pages and writes them beside the site."""

from __future__ import annotations

import gc
import os
from collections.abc import Callable, Collection, Iterable, Iterator, Mapping, Sequence
from contextlib import contextmanager
from dataclasses import dataclass, field
from pathlib import Path

from generator.errors import ContentError, Problem
from generator.model import Event
from generator.pages import event as event_page
from generator.pages.addresses import address
from generator.pages.build import kinds
from generator.pages.page import Page, Site
from generator.rendering.forks import Share, Step
from generator.rendering.frames import Frames, Shape
from generator.rendering.touched import DIVIDED, Unit
from generator.store.page import read_bytes

_NEW = os.O_WRONLY | os.O_CREAT | os.O_TRUNC | getattr(os, "O_BINARY", 0)
_STEP = 50
"""Pages between two signs of progress."""
_PARCEL = 20
"""Documents that a worker takes at a time, at least."""
_MOST_PARCELS = 4000
"""Times that there are documents to take, at most: see :func:`in_parallel`."""


@dataclass
class Made:
    """What one worker made.

    ``outputs`` map a page's path to its files, relative to the site; ``files`` each of
    those to its size and modification time (nanoseconds), ``same`` are those of them that
    stand already as they were made now; ``units`` a language, kind and id to its pages'
    paths.
    """

    outputs: dict[str, list[str]] = field(default_factory=dict)
    files: dict[str, tuple[int, int]] = field(default_factory=dict)
    same: set[str] = field(default_factory=set)
    units: dict[tuple[str, Unit], list[str]] = field(default_factory=dict)
    frames: dict[Shape, str] = field(default_factory=dict)
    stale: bool = False
    """A frame differs from the last build's: every page must be built again."""
    gone: list[str] = field(default_factory=list)
    """Pages of years that stood and are no longer there."""


@dataclass
class Work:
    """What is to be made; the same for every worker.

    ``units`` are to be built of the divided kinds, None for all; ``kept`` paths of pages
    that stand from the last build; ``taken`` addresses of pages written by hand;
    ``chores`` are done besides, each by one worker.  ``standing`` are the files of the
    ``site`` as it stands: what is made just as it stands is not written again.
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
    years: Mapping[tuple[str, Unit], Mapping[int, Sequence[str]]]
    """Per language and page, the pages of years that stood, by year."""
    chores: Sequence[Callable[[], object]] = ()
    site: Path = Path()
    standing: Mapping[str, tuple[int, int]] = field(default_factory=dict)

    def __call__(self, share: Share) -> Made:
        """Make one worker's share."""
        with _rubbish_collected():
            return self._make(share)

    def _make(self, share: Share) -> Made:
        made = Made()
        writer = _Writer(self, made, share.step)
        singles = list(self._singles(share, made))
        self.frames.config.extra["chronicle"] = share.meet(
            [page.path for page in singles if address(page.path) not in self.taken]
        )
        shapes = sorted(self.known_frames, key=repr)[share.number :: share.of]
        if any(self.frames.digest(shape) != self.known_frames[shape] for shape in shapes):
            made.stale = True
            return made
        for page in singles:
            self._write(page, writer)
        del singles
        for chore in self.chores[share.number :: share.of]:
            chore()
        for page in self._divided(share, made):
            self._write(page, writer)
        size = self.parcel
        for parcel in share.parcels:
            for event in self.events[parcel * size : (parcel + 1) * size]:
                page = event_page.page_of(event, self.sites, self.content)
                writer.write(event.path, page, self.frames.page(page))
        writer.end()
        made.frames = self.frames.digests()
        return made

    @property
    def parcel(self) -> int:
        """How many documents a worker takes at a time."""
        return max(_PARCEL, len(self.events) // _MOST_PARCELS + 1)

    @property
    def parcels(self) -> int:
        """How many times there are documents to take."""
        return -(-len(self.events) // self.parcel)

    def _mine(self, share: Share) -> Iterator[tuple[Site, int, int]]:
        """The sites that a worker has a part in: which part, of how many.

        A worker makes index pages of one language where there are workers enough, since
        pages of one language share what is made once.
        """
        languages = len(self.sites)
        for place, site in enumerate(self.sites):
            makers = range(place, share.of, languages) or (place % share.of,)
            if share.number in makers:
                yield site, makers.index(share.number), len(makers)

    def _write(self, page: Page, writer: _Writer) -> None:
        if address(page.path) not in self.taken:
            writer.write(page.path, page, self.frames.page(page))

    def _singles(self, share: Share, made: Made) -> Iterator[Page]:
        """Pages of kinds that are built whole, every so-manieth kind here."""
        names = [name for name in kinds() if name not in DIVIDED]
        for site, part, of in self._mine(share):
            for name in names[part::of]:
                for page in kinds()[name].build(site):
                    made.units.setdefault((site.language, (name, "")), []).append(page.path)
                    yield page

    def _divided(self, share: Share, made: Made) -> Iterator[Page]:
        """Pages of divided kinds, every so-manieth id here."""
        for site, part, of in self._mine(share):
            site.choice.wanted = self._every(part, of)
            site.choice.years_wanted = self._years(site.language, made)
            for name, kind in kinds().items():
                if name not in DIVIDED:
                    continue
                for page in kind.build(site):
                    assert site.choice.last is not None
                    made.units.setdefault((site.language, site.choice.last), []).append(page.path)
                    yield page

    def _every(self, part: int, of: int) -> Callable[[str, str], bool]:
        """Whether a page is wanted at all, and is of this part."""
        count = 0

        def wanted(kind: str, id: str) -> bool:
            nonlocal count
            if self.units is not None and (kind, id) not in self.units:
                return False
            count += 1
            return count % of == part

        return wanted

    def _years(
        self, language: str, made: Made
    ) -> Callable[[str, str, Collection[int]], Collection[int]]:
        """Which years of a list are wanted: the touched ones, or all if any came or went."""

        def wanted(kind: str, id: str, years: Collection[int]) -> Collection[int]:
            stood = self.years.get((language, (kind, id)), {})
            if self.units is not None and set(years) == stood.keys():
                return [year for year in years if (kind, f"{id}/{year}") in self.units]
            made.gone += [path for year in stood.keys() - set(years) for path in stood[year]]
            return years

        return wanted


@contextmanager
def _rubbish_collected() -> Iterator[None]:
    """Collect what templates leave behind, and do not look at the archive for it.

    The records of an archive live to the end: looking at them again and again costs time,
    and in a child memory too, since it copies what it touches.
    """
    threshold = gc.get_threshold()
    was_on = gc.isenabled()
    gc.freeze()
    gc.set_threshold(50_000, 20, 1000)
    gc.enable()
    try:
        yield
    finally:
        if not was_on:
            gc.disable()
        gc.set_threshold(*threshold)
        gc.unfreeze()


def together(shares: Iterable[Made]) -> Made:
    """What all workers made.

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
        whole.files.update(made.files)
        whole.same |= made.same
        for unit, paths in made.units.items():
            whole.units.setdefault(unit, []).extend(paths)
        whole.frames.update(made.frames)
        whole.gone += made.gone
        whole.stale = whole.stale or made.stale
    return whole


class _Writer:
    """Writes pages and remembers what it wrote."""

    def __init__(self, work: Work, made: Made, step: Step) -> None:
        self.target, self.site, self.standing = f"{work.target}/", f"{work.site}/", work.standing
        self.made, self.step = made, step
        self.count = 0

    def write(self, path: str, page: Page, html: str) -> None:
        if path in self.made.outputs:
            what, mend = "two pages stand here", "rename the registry entry of one of them"
            raise ContentError(Problem(path, what, mend))
        folder = address(path)
        files = {folder + "index.html": html.encode("utf-8", "xmlcharrefreplace")}
        for name, text in page.beside.items():
            files[folder + name] = text.encode()
        self.made.outputs[path] = list(files)
        if self.standing:
            files = {name: data for name, data in files.items() if not self._stands(name, data)}
        if files:
            _make_folder(self.target + folder)
        for name, data in files.items():
            self.made.files[name] = _written(self.target + name, data)
        self.count += 1
        if self.count % _STEP == 0:
            self.step(_STEP)

    def _stands(self, name: str, data: bytes) -> bool:
        """Whether the file stands in the site with these bytes."""
        stat = self.standing.get(name)
        if stat is None or stat[0] != len(data) or read_bytes(self.site + name, name) != data:
            return False
        self.made.files[name] = stat
        self.made.same.add(name)
        return True

    def end(self) -> None:
        self.step(self.count % _STEP)


def _make_folder(path: str) -> None:
    try:
        os.mkdir(path)  # noqa: PTH102  # a Path costs more than the call
    except FileExistsError:
        pass
    except FileNotFoundError:
        os.makedirs(path)  # noqa: PTH103  # the same


def _written(path: str, data: bytes) -> tuple[int, int]:
    """Write a new file by the fewest calls; its size and modification time."""
    file = os.open(path, _NEW, 0o666)
    try:
        left = memoryview(data)
        while left:
            left = left[os.write(file, left) :]
        stat = os.fstat(file)
    finally:
        os.close(file)
    return stat.st_size, stat.st_mtime_ns
