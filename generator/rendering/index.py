"""The search index as files to copy: kept in the cache, so that a build copies what changed."""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path

from generator.exports import search
from generator.pages.page import Site
from generator.rendering.shell import Copies, as_stated
from generator.rendering.stamps import scan


def files(
    site: Site, *, content: Path, cache: Path, jobs: int, digests: Mapping[str, str]
) -> Copies:
    """Bring the index up to date; its files by their path below the site.

    ``digests`` are the SHA-256 of each document's page.

    Raises:
        ContentError: a page cannot be read.
    """
    folder = cache / "search-files"
    search.write(
        site.chronicle,
        content,
        folder,
        cache / "search-index",
        jobs,
        languages=site.languages,
        digests=digests,
    )
    begin = len(str(folder)) + 1
    return {name[begin:]: (name, as_stated(name, stat)) for name, stat in scan(folder)}
