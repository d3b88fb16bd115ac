"""What the theme's frame needs to know: the sections of the site, in each language.

Templates get it as plain data, ``config.extra.chronicle``, so that a site builder without
this program can show it too.  To add a section, add its page to
:data:`generator.pages.addresses.SINGLES` and its key to :data:`SECTIONS`, and to the
catalogues under ``nav``.
"""

from __future__ import annotations

from collections.abc import Collection, Iterable
from typing import Any

from generator.pages.addresses import address, path_of
from generator.pages.dress import prefix_of
from generator.pages.interface import interface
from generator.pages.page import Site

SECTIONS = (
    "timeline",
    "relationships",
    "countries",
    "people",
    "places",
    "organisations",
    "topics",
    "anniversaries",
    "coverage",
    "search",
    "about",
)
_STRINGS = (
    "label",
    "language",
    "skip",
    "contents",
    "foot",
    "lost",
    "lost_way",
)


def frame(sites: Iterable[Site], paths: Collection[str]) -> dict[str, Any]:
    """The frame's data per language, in the sites' order.

    ``paths`` are those of every page that is built; a section without a page is left
    out.  ``home`` and ``address`` are relative to the site's root.
    """
    return {site.language: _language(site, paths) for site in sites}


def _language(site: Site, paths: Collection[str]) -> dict[str, Any]:
    said = interface(site.language)
    prefix = prefix_of(site, site.language)
    sections = ((key, path_of(key, "", prefix)) for key in SECTIONS)
    return {
        "name": said.t("language.name"),
        "home": address(path_of("home", "", prefix)),
        "title": said.t("site.name"),
        "description": said.t("site.description"),
        "sections": [
            {"title": said.t(f"nav.{key}"), "address": address(path)}
            for key, path in sections
            if path in paths
        ],
        "words": {key: said.t(f"frame.{key}") for key in _STRINGS},
    }
