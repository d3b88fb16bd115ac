"""Every kind of page, in light and dark, wide and narrow: accessible, whole, self-contained."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from typing import TYPE_CHECKING, Literal
from urllib.parse import urlsplit

import pytest

from tests.browser.conftest import Site

if TYPE_CHECKING:
    from playwright.sync_api import Browser, Page

pytestmark = pytest.mark.browser

REAL = ("", "timeline/", "relationships/kz-ru/", "events/2022/kremlin-69182/")
KINDS = (
    "",
    "timeline/",
    "timeline/*/",
    "relationships/",
    "relationships/*/",
    "countries/",
    "countries/*/",
    "people/",
    "people/*/",
    "places/",
    "places/*/",
    "organisations/",
    "organisations/*/",
    "topics/",
    "topics/*/",
    "days/",
    "days/*/",
    "anniversaries/",
    "coverage/",
    "about/",
    "about/method/",
    "events/*/*/",
    "en/",
    "en/relationships/*/",
)
Scheme = Literal["light", "dark"]
WIDE, PHONE = (1200, 900), (390, 844)
VIEWS: tuple[tuple[tuple[int, int], Scheme], ...] = (
    (WIDE, "light"),
    (WIDE, "dark"),
    (PHONE, "light"),
    (PHONE, "dark"),
)
RULES = {"runOnly": ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa"]}


@contextmanager
def opened(
    browser: Browser, url: str, size: tuple[int, int], scheme: Scheme = "light"
) -> Iterator[tuple[Page, list[str]]]:
    """A page as a reader opens it, and everything about it that went wrong."""
    wrong: list[str] = []
    page = browser.new_page(viewport={"width": size[0], "height": size[1]}, color_scheme=scheme)
    home = urlsplit(url).netloc
    page.on(
        "request",
        lambda request: (
            None if urlsplit(request.url).netloc == home else wrong.append(f"asks {request.url}")
        ),
    )
    page.on(
        "response",
        lambda response: (
            wrong.append(f"{response.status} {response.url}") if response.status >= 400 else None
        ),
    )
    page.on("pageerror", lambda error: wrong.append(f"throws {error}"))
    page.on(
        "console",
        lambda message: (
            wrong.append(f"says {message.text}") if message.type in ("error", "warning") else None
        ),
    )
    page.goto(url)
    page.wait_for_selector(".dc-scheme")  # the last thing that a page's script makes
    yield page, wrong
    page.close()


def violations(page: Page) -> list[str]:
    """What axe-core finds against WCAG 2 A and AA, a line each."""
    from axe_playwright_python.sync_playwright import (  # type: ignore[import-untyped]  # has none
        Axe,
    )

    # What lies far below is laid out only when a reader comes near (book.css); axe-core would
    # measure it where it does not stand yet.
    page.add_style_tag(content=".dc-year { content-visibility: visible !important; }")
    found = Axe().run(page, options={**RULES, "resultTypes": ["violations"]})
    return [
        f"{rule['id']}: {node['html'][:160]} {node.get('failureSummary', '')[:200]}"
        for rule in found.response["violations"]
        for node in rule["nodes"][:3]
    ]


@pytest.mark.parametrize(("size", "scheme"), VIEWS)
@pytest.mark.parametrize("path", REAL)
def test_own_pages_are_accessible_and_self_contained(
    browser: Browser, real: Site, path: str, size: tuple[int, int], scheme: Scheme
) -> None:
    """No axe violation, no console error, no request to another host, nothing missing."""
    with opened(browser, real.url(path), size, scheme) as (page, wrong):
        assert [] == violations(page) + wrong


@pytest.mark.parametrize(("size", "scheme"), [(WIDE, "light"), (PHONE, "dark")])
@pytest.mark.parametrize("path", KINDS)
def test_every_kind_is_accessible_and_self_contained(
    browser: Browser, made_up: Site, path: str, size: tuple[int, int], scheme: Scheme
) -> None:
    """The same for every kind of page, full of entries."""
    with opened(browser, made_up.url(path), size, scheme) as (page, wrong):
        assert [] == violations(page) + wrong


@pytest.mark.parametrize("width", [320, 390, 768, 1200, 1920])
def test_no_page_scrolls_sideways(browser: Browser, made_up: Site, width: int) -> None:
    """From 320 pixels up no kind of page is wider than its window."""
    too_wide = {}
    for path in KINDS:
        with opened(browser, made_up.url(path), (width, 800)) as (page, _):
            found = page.evaluate("document.documentElement.scrollWidth")
            if found > width:
                too_wide[path] = found

    assert {} == too_wide
