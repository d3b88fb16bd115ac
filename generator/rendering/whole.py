"""Every page of a site at once, in parallel: what plain ``mkdocs build`` lets the plugin do.

The pages are written while MkDocs collects its files.  From then on it knows them by their
addresses only, as targets of links and for the site map, and goes on with the pages that
are written by hand.
"""

from __future__ import annotations

import gc
import pickle
import time
from collections.abc import Callable, Sequence
from functools import partial
from pathlib import Path
from typing import Any

from mkdocs.config.defaults import MkDocsConfig
from mkdocs.plugins import get_plugin_logger
from mkdocs.structure.files import File, Files, InclusionLevel
from mkdocs.structure.nav import get_navigation

from generator import archive
from generator.errors import ContentError, Problem
from generator.model import Event
from generator.pages.build import kinds
from generator.pages.dress import environment
from generator.pages.navigation import frame
from generator.pages.page import Site, sites_of
from generator.pages.settings import checked_home
from generator.rendering import forks, pickles
from generator.rendering.compiled import templates
from generator.rendering.forks import Share
from generator.rendering.frames import Frames
from generator.rendering.listed import ListedFile, addresses_of, listed
from generator.rendering.today import home_zone, today
from generator.rendering.work import Made, Work, together
from generator.store import pages as store

log = get_plugin_logger("chronicle")
TEMPLATES = "chronicle"
"""The folder of a theme that has the templates of made pages."""
_FEW = 200
"""Documents that are read faster in one process than in several."""
_PARCEL = 100
"""Documents that a worker reads at a time, at least."""
_MOST_PARCELS = 4000
"""Times that there are documents to read, at most: see :func:`forks.in_parallel`."""
_TELL_EVERY = 5.0
"""Seconds between two lines that tell how far the work is."""


class MadeFiles(Files):
    """Files of a site whose made pages stand already: MkDocs renders the others."""

    def documentation_pages(
        self, *, inclusion: Callable[[InclusionLevel], bool] = InclusionLevel.is_included
    ) -> Sequence[File]:
        """Pages that are written by hand."""
        pages = super().documentation_pages(inclusion=inclusion)
        return [file for file in pages if not isinstance(file, ListedFile)]

    @property
    def every_page(self) -> list[File]:
        """Every page, for the site map."""
        return [file for file in self if file.is_documentation_page()]


def make(config: MkDocsConfig, files: Files, *, jobs: int) -> tuple[tuple[Site, ...], MadeFiles]:
    """Write every made page below ``site_dir``; the sites, and the files with the pages.

    Raises:
        ContentError: content cannot be used; every problem is named.
    """
    gc.disable()
    try:
        content = Path(config.docs_dir)
        environment.cache_clear()
        environment(tuple(config.theme.dirs)).bytecode_cache = templates()
        chronicle = archive.load(content, partial(_every_event, jobs))
        sites = sites_for(config, chronicle)
        paths = frozenset(event.path for event in chronicle.documents)
        others = MadeFiles(file for file in files if file.src_uri not in paths)
        nav = get_navigation(others, config)
        by_hand = others.documentation_pages()
        env = config.theme.get_env()
        env.bytecode_cache = templates()
        work = Work(
            frames=Frames(config, env, nav, list(by_hand)),
            sites=sites,
            content=content,
            target=Path(config.site_dir),
            events=chronicle.documents,
            units=None,
            kept=paths,
            taken=addresses_of(by_hand),
            known_frames={},
            years={},
        )
        made = in_parallel(work, {file.src_uri for file in by_hand}, jobs, _Teller())
        for file in by_hand:
            file.page = None  # MkDocs makes its own navigation
        for file in listed(sorted(work.kept | made.outputs.keys()), config):
            if file.src_uri not in others.src_uris:
                others.append(file)
        return sites, others
    finally:
        gc.enable()


def in_parallel(work: Work, by_hand: set[str], jobs: int, step: Callable[[int], None]) -> Made:
    """The pages, made by several workers; what they made, put together."""

    def sections(paths: list[list[str]]) -> dict[str, object]:
        everywhere = {*work.kept, *by_hand, *(path for share in paths for path in share)}
        told = work.frames.config.extra["chronicle"] = frame(work.sites, everywhere)
        return told

    return together(
        forks.in_parallel(jobs, work, meeting=sections, step=step, parcels=work.parcels)
    )


def sites_for(config: MkDocsConfig, chronicle: archive.Chronicle) -> tuple[Site, ...]:
    """The site in each of its languages, as the configuration has it.

    Raises:
        ContentError: the configuration asks for what cannot be.
    """
    refuse(config)
    if not any(Path(folder, TEMPLATES).is_dir() for folder in config.theme.dirs):
        what = "the theme has no templates for the chronicle's pages"
        raise ContentError(Problem(_name(config), what, "add `custom_dir: overrides` to theme:"))
    options = config.plugins["chronicle"].config
    home = checked_home(options.home_country, chronicle.registry, _name(config))
    return sites_of(
        chronicle,
        languages=tuple(options.languages),
        today=today(home_zone(chronicle.registry, home)),
        template_dirs=tuple(config.theme.dirs),
        site_url=config.site_url or "",
        home_country=home,
    )


def refuse(config: MkDocsConfig) -> None:
    """Stop where MkDocs is asked for addresses that no link would lead to.

    Raises:
        ContentError: it is.
    """
    if not config.use_directory_urls:
        what = "use_directory_urls is off, but a page and its data share a folder of their own"
        raise ContentError(Problem(_name(config), what, "leave it on"))


def _name(config: MkDocsConfig) -> str:
    """The configuration file as a user sees it from the folder of the command."""
    file, here = Path(config.config_file_path), Path.cwd()
    return str(file.relative_to(here) if file.is_relative_to(here) else file)


def _every_event(jobs: int, content: Path) -> tuple[tuple[Event, ...], tuple[Problem, ...]]:
    paths = [path.relative_to(content).as_posix() for path in store.event_files(content)]
    events, problems = read(content, paths, jobs)
    return tuple(event for _, event in events), problems


def read(
    content: Path, paths: Sequence[str], jobs: int
) -> tuple[list[tuple[str, Event]], tuple[Problem, ...]]:
    """As :func:`generator.store.pages.read_all`, on several processors.

    This process also loads what pages are made with, while children read already.
    """
    size = max(_PARCEL, len(paths) // _MOST_PARCELS + 1)

    def share_of(share: Share) -> list[tuple[int, Any]]:
        if share.number == 0:
            kinds()
        found: list[tuple[int, Any]] = []
        for parcel in share.parcels:
            part = store.read_all(content, paths[parcel * size : (parcel + 1) * size])
            # A child packs at once: at its end, this process would wait for it.
            found.append((parcel, pickles.dumps(part) if share.number else part))
        return found

    few = len(paths) <= _FEW
    shares = forks.in_parallel(1 if few else jobs, share_of, parcels=-(-len(paths) // size))
    parts: dict[int, Any] = {parcel: part for share in shares for parcel, part in share}
    events: list[tuple[str, Event]] = []
    problems: list[Problem] = []
    for _, part in sorted(parts.items()):
        found, broken = pickle.loads(part) if isinstance(part, bytes) else part
        events.extend(found)
        problems.extend(broken)
    return events, tuple(problems)


class _Teller:
    """Tells now and then how many pages are made."""

    def __init__(self) -> None:
        self.count = 0
        self.told = time.monotonic()

    def __call__(self, count: int) -> None:
        self.count += count
        if time.monotonic() - self.told > _TELL_EVERY:
            self.told = time.monotonic()
            log.info("%d pages made", self.count)
