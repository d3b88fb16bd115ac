"""Every page as a Markdown file, so that another site builder can render the chronicle.

The folder gets ``docs/`` with hand-written, event and index pages, and a ``mkdocs.yml``
without the ``chronicle`` plugin; nothing in it needs this program.
"""

from __future__ import annotations

import os
from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import Any

from generator.pages import event
from generator.pages.addresses import address
from generator.pages.build import build_all
from generator.pages.navigation import frame
from generator.pages.page import Page, Site
from generator.store import pages as store
from generator.store.files import write_atomically
from generator.text import yaml_text


def write_pages(sites: Iterable[Site], *, content: Path, folder: Path) -> int:
    """Write every page below ``folder/docs``; how many were made from the chronicle.

    A hand-written page at the same path wins.  Pages of an earlier run that no longer
    exist are removed: ``folder/docs`` belongs to this command.

    Raises:
        ContentError: a page of ``content`` cannot be read.
    """
    docs = folder / "docs"
    written = {path.relative_to(content) for path in _by_hand(content)}
    for relative in written:
        write_atomically(docs / relative, (content / relative).read_bytes())
    by_hand = {address(path.as_posix()) for path in written if path.suffix == ".md"}
    made = 0
    for page in _pages(tuple(sites), content):
        relative = Path(page.path)
        if address(page.path) in by_hand:
            continue
        write_atomically(docs / relative, markdown_of(page))
        written.add(relative)
        for name, text in page.beside.items():
            beside = Path(address(page.path)) / name
            write_atomically(docs / beside, text)
            written.add(beside)
        made += 1
    for path in sorted(docs.rglob("*"), reverse=True):
        if path.is_dir():
            if not any(path.iterdir()):
                path.rmdir()
        elif path.relative_to(docs) not in written:
            path.unlink()
    return made


def _pages(sites: tuple[Site, ...], content: Path) -> Iterator[Page]:
    for site in sites:
        yield from build_all(site)
    for document in sites[0].chronicle.documents:
        yield event.page_of(document, sites, content)


def _by_hand(content: Path) -> Iterator[Path]:
    for path in sorted(content.rglob("*")):
        top = path.relative_to(content).parts[0]
        if path.is_file() and top not in (*store.PRIVATE, store.EVENTS):
            yield path


def markdown_of(page: Page) -> str:
    """A page as Markdown: front matter, then its body, which is one block of HTML."""
    head: dict[str, Any] = {
        "title": page.title,
        "description": page.description,
        "language": page.language,
        "kind": page.kind,
        "alternates": dict(page.alternates),
    }
    return f"---\n{yaml_text.dump(head, width=96)}---\n\n{page.body}\n"


def write_config(config: Path, *, theme: Path, folder: Path, sites: Iterable[Site]) -> None:
    """Write ``folder/mkdocs.yml``, which inherits ``config`` without the plugin.

    The sections of the pages that stand in ``folder/docs`` go with it, for the theme.
    """
    docs = folder / "docs"
    paths = {path.relative_to(docs).as_posix() for path in docs.rglob("*.md")}
    data = {
        "INHERIT": os.path.relpath(config, folder),
        "docs_dir": "docs",
        "site_dir": "site",
        "theme": {"custom_dir": os.path.relpath(theme, folder)},
        "plugins": [],
        "extra": {"chronicle": frame(sites, paths)},
    }
    write_atomically(folder / "mkdocs.yml", yaml_text.dump(data))
