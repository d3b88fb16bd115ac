"""Keeping thousands of pages out of MkDocs' slow ways: its navigation, its Markdown."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import Any

from mkdocs.config.defaults import MkDocsConfig
from mkdocs.structure.files import File, Files, InclusionLevel
from mkdocs.structure.pages import Page


class MadePage(Page):
    """A page whose body is not made from Markdown."""

    def render(self, config: MkDocsConfig, files: Files) -> None:
        """Nothing to do; a Markdown converter for an empty text would take long to make."""
        self.content = ""


def keep_out_of_nav(files: Iterable[File], config: MkDocsConfig) -> None:
    """Give each file its page now, outside MkDocs' own navigation.

    The frame has the chronicle's sections, and MkDocs' navigation of all pages takes time
    that grows with their square.  Pages that ``nav`` of the configuration names are left
    to it, since it may give them a title.
    """
    named = set(_paths(config.nav))
    for file in files:
        if file.src_uri in named:
            continue
        if file.inclusion in (InclusionLevel.UNDEFINED, InclusionLevel.INCLUDED):
            file.inclusion = InclusionLevel.NOT_IN_NAV
        MadePage(None, file, config)


def _paths(nav: Any) -> Iterator[str]:
    if isinstance(nav, str):
        yield nav.lstrip("/")
    elif isinstance(nav, dict):
        for value in nav.values():
            yield from _paths(value)
    elif isinstance(nav, list):
        for item in nav:
            yield from _paths(item)
