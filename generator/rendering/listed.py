"""Pages that MkDocs only lists: in the site map, and as targets of links.

An archive has thousands.  MkDocs works out the addresses of each with ``pathlib`` and
``urljoin``, which takes longer than making a page; ours follow from the path alone.
"""

from __future__ import annotations

import os
import re
from collections.abc import Iterable, Iterator
from pathlib import Path
from urllib.parse import quote, unquote, urlsplit

from mkdocs.config.defaults import MkDocsConfig
from mkdocs.structure.files import File, Files, InclusionLevel, set_exclusions
from mkdocs.structure.pages import Page
from mkdocs.structure.toc import TableOfContents
from mkdocs.utils import get_build_date, log

from generator.pages.addresses import address
from generator.store import pages as store

_AS_IT_IS = re.compile(r"[\w.~/-]+", re.ASCII)
"""What an address need not quote."""
_FIRST = ("index", "README")
"""Names that stand for their folder; MkDocs takes them before other files."""


class ListedFile(File):
    """A made page as a file; ``uri`` is its path below the docs folder, ending in ".md"."""

    def __init__(self, uri: str, site_dir: str) -> None:
        folder = address(uri)
        self.src_uri = uri
        self.src_dir = None
        self.dest_dir = site_dir
        self.use_directory_urls = True
        self.inclusion = InclusionLevel.NOT_IN_NAV
        self.dest_uri = f"{folder}index.html"
        self.url = (folder if _AS_IT_IS.fullmatch(folder) else quote(folder)) or "./"

    def is_documentation_page(self) -> bool:
        """It is one."""
        return True


class ListedPage(Page):
    """The page of a :class:`ListedFile`; nobody asks for its words."""

    previous_page = next_page = None
    edit_url = markdown = content = None
    toc = TableOfContents([])

    def __init__(self, file: ListedFile, root: str | None, day: str) -> None:
        file.page = self
        self.file = file
        self.active = False
        self.update_date = day
        self.meta = {}
        self.canonical_url = f"{root}{self.url}" if root else None
        self.abs_url = f"{urlsplit(root).path}{self.url}" if root else None


def listed(uris: Iterable[str], config: MkDocsConfig) -> Iterator[File]:
    """The made pages with these paths below the docs folder."""
    root = config.site_url
    root = f"{root.rstrip('/')}/" if root else None
    day, site_dir = get_build_date(), config.site_dir
    for uri in uris:
        file = ListedFile(uri, site_dir)
        ListedPage(file, root, day)
        yield file


def addresses_of(by_hand: Iterable[File]) -> frozenset[str]:
    """Addresses of hand-written pages, which win over pages made for them."""
    urls = (unquote(file.url) for file in by_hand)
    return frozenset("" if url in (".", "./") else url for url in urls)


def docs_files(config: MkDocsConfig) -> Files:
    """What ``mkdocs.structure.files.get_files`` finds, but for event pages."""
    files: dict[str, File] = {}
    readmes: list[tuple[File, File]] = []
    for folder, folders, names in os.walk(config.docs_dir, followlinks=True):
        folders.sort()
        below = os.path.relpath(folder, config.docs_dir)
        events = Path(below).parts[:1] == (store.EVENTS,)
        by_destination: dict[str, File] = {}
        for name in sorted(names, key=_order):
            if events and name.endswith(".md"):
                continue
            path = os.path.join(below, name)  # noqa: PTH118  # as MkDocs does
            file = File(path, config.docs_dir, config.site_dir, config.use_directory_urls)
            files[file.src_uri] = file
            if (other := by_destination.setdefault(file.dest_uri, file)) is not file:
                readmes.append((other, file))
    set_exclusions(files.values(), config)
    for readme, index in readmes:
        if not index.inclusion.is_included():  # type: ignore[no-untyped-call]  # MkDocs' own
            del files[index.src_uri]
            continue
        log.warning(
            "Excluding '%s' from the site because it conflicts with '%s'.",
            *(readme.src_uri, index.src_uri),
        )
        del files[readme.src_uri]
    return Files(files.values())


def _order(name: str) -> tuple[bool, str]:
    return os.path.splitext(name)[0] not in _FIRST, name  # noqa: PTH122  # a name is no path
