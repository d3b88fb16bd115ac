"""Where each page stands, and how one page links to another.

Paths are relative to the docs folder ("people/elena-vark.md"); links are always relative,
so that a site works below any folder of a host.  To add a page kind, add its folder to
:data:`FOLDERS`, or its single page to :data:`SINGLES`.
"""

from __future__ import annotations

from functools import lru_cache

from generator.model import Event

FOLDERS = {
    "year": "timeline",
    "relationship": "relationships",
    "country": "countries",
    "person": "people",
    "place": "places",
    "organisation": "organisations",
    "topic": "topics",
    "day": "days",
    "anniversary": "anniversaries",
}
"""Kinds with a page for each id; the folder's own page lists them all."""

SINGLES = {
    "home": "index.md",
    "timeline": "timeline/index.md",
    "relationships": "relationships/index.md",
    "countries": "countries/index.md",
    "people": "people/index.md",
    "places": "places/index.md",
    "organisations": "organisations/index.md",
    "topics": "topics/index.md",
    "days": "days/index.md",
    "anniversaries": "anniversaries.md",
    "coverage": "coverage.md",
    "search": "search.md",
    "about": "about/index.md",
    "method": "about/method.md",
    "licence": "about/licence.md",
    "corrections": "about/corrections.md",
}


def path_of(kind: str, id: str = "", prefix: str = "") -> str:
    """The path of a page: ``path_of("relationship", "KZ-RU", "en/")``.

    Raises:
        KeyError: there is no such kind of page.
    """
    if id:
        return f"{prefix}{FOLDERS[kind]}/{id.lower()}.md"
    return prefix + SINGLES[kind]


def path_of_event(event: Event) -> str:
    """The path of an event's page, which stands once, whatever the interface languages."""
    return f"{event.url.rstrip('/')}.md"


def address(path: str) -> str:
    """The address of a path below the site's root: "people/elena-vark/"; the home's is ""."""
    bare = path.removesuffix(".md")
    if bare == "index":
        return ""
    return bare.removesuffix("/index") + "/"


def url(from_path: str, to_path: str, anchor: str = "") -> str:
    """The shortest relative link from one page to another, or to a file (without ".md")."""
    target = address(to_path) if to_path.endswith(".md") else to_path
    link = ""
    for folder, way in _ways(from_path):
        if target.startswith(folder):
            link = way + target[len(folder) :]
            break
    return f"{link}#{anchor}" if anchor else link or "./"


@lru_cache(maxsize=256)
def _ways(path: str) -> tuple[tuple[str, str], ...]:
    """Every folder that a page lies in, its own first, the root ("") last, with the way up."""
    names = address(path).split("/")[:-1]
    return tuple(
        ("".join(f"{name}/" for name in names[:depth]), "../" * (len(names) - depth))
        for depth in range(len(names), -1, -1)
    )
