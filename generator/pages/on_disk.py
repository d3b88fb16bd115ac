"""Every page as a Markdown file, so that another site builder can render the chronicle.

The folder gets ``docs/`` with hand-written, event and index pages, and a ``mkdocs.yml``
without the ``chronicle`` plugin; nothing in it needs this program.
"""

from __future__ import annotations

import os
from collections.abc import Collection, Iterator, Mapping, Sequence
from pathlib import Path
from typing import Any

from generator.errors import ContentError
from generator.pages import event
from generator.pages.addresses import address
from generator.pages.build import build_all
from generator.pages.navigation import frame
from generator.pages.page import Heading, Page, Site
from generator.pages.written import Written
from generator.text import yaml_text

DOCS = "docs"
CONFIG = "mkdocs.yml"


def write_pages(
    sites: Sequence[Site],
    *,
    content: Path,
    by_hand: Collection[str],
    folder: Path,
    config: Path,
    theme: Path,
) -> int:
    """Write every page below ``folder/docs``; how many were made from the chronicle.

    ``by_hand`` are the paths below ``content`` of files to be taken as they are: such a
    page wins over one made for the same address.  ``folder/mkdocs.yml`` inherits
    ``config`` without the plugin, and names the folder of the ``theme``.  Pages of an
    earlier run that no longer exist are removed, and nothing else is.

    Raises:
        ContentError: a page of ``content`` cannot be read, or files that somebody else
            wrote stand in the way; those are left as they are, the others are written.
    """
    written = Written.begin(folder)
    for name in sorted(by_hand):
        written.write(f"{DOCS}/{name}", (content / name).read_bytes())
    paths = {name for name in by_hand if name.endswith(".md")}
    taken = {address(name) for name in paths}
    made = 0
    for page in _pages(sites, content):
        if (own := address(page.path)) in taken:
            continue
        written.write(f"{DOCS}/{page.path}", markdown_of(page))
        for name, text in page.beside.items():
            written.write(f"{DOCS}/{own}{name}", text)
        paths.add(page.path)
        made += 1
    data = _config(config, theme, folder, frame(sites, paths))
    written.write(CONFIG, yaml_text.dump(data))
    if problems := written.end():
        raise ContentError(*problems)
    return made


def _pages(sites: Sequence[Site], content: Path) -> Iterator[Page]:
    for site in sites:
        yield from build_all(site)
    for document in sites[0].chronicle.documents:
        yield event.page_of(document, tuple(sites), content)


def markdown_of(page: Page) -> str:
    """A page as Markdown: front matter, then its body, which is one block of HTML.

    No builder looks for headings in HTML, so the page's contents stand in front, as the
    theme shows them.
    """
    head: dict[str, Any] = {
        "title": page.title,
        "description": page.description,
        "language": page.language,
        "kind": page.kind,
        "alternates": dict(page.alternates),
    }
    if page.contents:
        head["contents"] = _contents(page.contents)
    return f"---\n{yaml_text.dump(head, width=96)}---\n\n{page.body}\n"


def _contents(headings: Sequence[Heading]) -> list[dict[str, Any]]:
    """Headings of level 3 below that of level 2 before them."""
    found: list[dict[str, Any]] = []
    for heading in headings:
        item = {"title": heading.title, "url": f"#{heading.id}", "level": heading.level}
        if heading.level > 2 and found:
            found[-1].setdefault("children", []).append(item)
        else:
            found.append(item)
    return found


def _config(config: Path, theme: Path, folder: Path, sections: Mapping[str, Any]) -> dict[str, Any]:
    """What differs from ``config``; ``sections`` are those of the site, for the theme."""
    return {
        "INHERIT": os.path.relpath(config, folder),
        "docs_dir": DOCS,
        "site_dir": "site",
        "theme": {"custom_dir": os.path.relpath(theme, folder)},
        "plugins": [],
        "extra": {"chronicle": dict(sections)},
    }
