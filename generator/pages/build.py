"""Every virtual page of a site: the page kinds found by discovery, and their pages.

A page kind is a module in this package that defines ``KIND`` and ``build(site)``.
"""

from __future__ import annotations

import importlib
import pkgutil
from collections.abc import Mapping
from functools import cache
from typing import cast

import generator.pages
from generator.errors import ContentError, Problem
from generator.pages.page import Page, PageKind, Site


@cache
def kinds() -> Mapping[str, PageKind]:
    """Every page kind by its name, in order of module names."""
    found: dict[str, PageKind] = {}
    for info in pkgutil.iter_modules(generator.pages.__path__):
        if info.ispkg:
            continue
        module = importlib.import_module(f"{generator.pages.__name__}.{info.name}")
        if hasattr(module, "KIND") and hasattr(module, "build"):
            kind = cast(PageKind, module)
            found[kind.KIND] = kind
    return found


def build_all(site: Site) -> list[Page]:
    """Every page of every kind in the site's language, in order of kinds.

    Raises:
        ContentError: two pages want the same path; every such pair is named.
    """
    pages: dict[str, Page] = {}
    problems = []
    for kind in kinds().values():
        for page in kind.build(site):
            other = pages.setdefault(page.path, page)
            if other is not page:
                problems.append(
                    Problem(
                        path=page.path,
                        what=f"two pages stand here, of kinds {other.kind!r} and {page.kind!r}",
                        mend="rename the registry entry that one of them is made from",
                    )
                )
    if problems:
        raise ContentError(*problems)
    return list(pages.values())
