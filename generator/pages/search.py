"""The search page: its words and names for the script that searches.

The index that the script asks for is made by :mod:`generator.exports.search`; without
JavaScript the page leads to the lists.
"""

from __future__ import annotations

from collections.abc import Iterable

from generator.model.event import KINDS
from generator.pages.dress import View
from generator.pages.hub import at, hub
from generator.pages.interface import catalogue
from generator.pages.page import Page, Site

KIND = "search"
_DATES = ("undated", "uncertain", "approximate", "doubtful")


def build(site: Site) -> Iterable[Page]:
    """The page."""
    view = at(site, KIND)
    yield hub(
        view,
        kind=KIND,
        title=view.t("search.title"),
        template="search",
        description=view.t("search.description"),
        data=_for_script(view),
    )


def _for_script(view: View) -> dict[str, object]:
    """What the script says, plural forms and all, and where the index stands."""
    said = catalogue(view.language)
    prefix = "search.script."
    words = {key.removeprefix(prefix): said[key] for key in said if key.startswith(prefix)}
    return {
        "language": view.language,
        "locale": str(view.said.locale).replace("_", "-"),
        "root": view.file(""),
        "words": words,
        "dates": {key: said[f"date.{key}"] for key in _DATES},
        "kinds": {kind: view.said.kind(kind) for kind in KINDS},
    }
