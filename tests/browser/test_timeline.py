"""The timeline's filters and lanes, in a real browser, over the made-up archive."""

from __future__ import annotations

import json
from collections.abc import Iterator
from itertools import pairwise
from typing import TYPE_CHECKING, Any

import pytest

from tests.browser.conftest import Site

if TYPE_CHECKING:
    from playwright.sync_api import Browser, Page

pytestmark = pytest.mark.browser


@pytest.fixture
def page(browser: Browser) -> Iterator[Page]:
    """A page that must throw nothing."""
    thrown: list[str] = []
    opened = browser.new_page(viewport={"width": 1200, "height": 900})
    opened.on("pageerror", lambda error: thrown.append(str(error)))
    yield opened
    opened.close()
    assert [] == thrown


@pytest.fixture
def index(made_up: Site) -> Any:
    """The timeline's index as data."""
    return json.loads((made_up.folder / "timeline/index.json").read_text(encoding="utf-8"))


def counted(page: Page) -> int:
    """How many entries the status line says there are."""
    page.wait_for_function("document.querySelector('.dc-lanes__status')?.textContent.match(/\\d/)")
    return int("".join(c for c in page.inner_text(".dc-lanes__status") if c.isdigit()))


def expected(index: Any, code: str) -> int:
    """How many entries have a country as a party, by the index itself."""
    number = [known for known, _ in index["countries"]].index(code)
    fits = [number in members for members in index["sets"]["countries"]]
    return sum(fits[row] for row in index["rows"]["countries"])


def test_nothing_is_fetched_before_it_is_wanted(made_up: Site, page: Page) -> None:
    """The first sight of the timeline needs no index."""
    asked: list[str] = []
    page.on("request", lambda request: asked.append(request.url))
    page.goto(f"{made_up.address}timeline/", wait_until="networkidle")

    assert not [url for url in asked if url.endswith("index.json")]


def test_an_address_filters(made_up: Site, page: Page, index: Any) -> None:
    """An address with a filter shows what it says, so that it can be shared."""
    page.goto(f"{made_up.address}timeline/?country=XB")

    assert expected(index, "XB") == counted(page)


def test_choosing_writes_the_address(made_up: Site, page: Page) -> None:
    """A chosen country stands in the address, and going back takes it away."""
    page.goto(f"{made_up.address}timeline/")
    page.click(".dc-button--open")
    page.select_option("select[name=country]", "XB")
    page.wait_for_url("**/timeline/?country=XB")
    page.go_back()
    page.wait_for_url("**/timeline/")

    assert not page.is_visible(".dc-results")


def test_two_people_are_both_meant(made_up: Site, page: Page) -> None:
    """A person named twice over is a meeting of both."""
    page.goto(f"{made_up.address}timeline/?person=elena-vark")
    one = counted(page)
    page.goto(f"{made_up.address}timeline/?person=elena-vark&person=orest-damm")

    assert 0 < counted(page) < one


def test_a_count_of_meetings_leads_to_them(real: Site, page: Page) -> None:
    """The days that a country hosted are as many entries, talks and visits, calls left out."""
    page.goto(f"{real.address}relationships/kz-ru/")
    bar = page.locator("#places ~ table a.dc-bar").first
    number = int(bar.inner_text())
    bar.click()

    assert number == counted(page)


def test_words_search_titles(made_up: Site, page: Page) -> None:
    """Words are sought in what the list shows, on the pages of all years."""
    page.goto(f"{made_up.address}timeline/?q=саммит")
    page.wait_for_selector(".dc-results [data-k]")
    titles = page.locator(".dc-results [data-k]").all_inner_texts()

    assert [] == [title for title in titles if "саммит" not in title.lower()]


def test_results_link_to_documents(made_up: Site, page: Page) -> None:
    """A result leads to the document, whatever page it was fetched from."""
    page.goto(f"{made_up.address}timeline/?family=summit")
    page.wait_for_selector(".dc-results [data-k] a")
    page.locator(".dc-results [data-k] > a").first.click()
    page.wait_for_url("**/events/**")

    assert "саммит" in page.inner_text("h1").lower()


def test_a_mark_opens_its_stretch_of_time(made_up: Site, page: Page) -> None:
    """A mark with a count zooms to what it counts."""
    page.goto(f"{made_up.address}timeline/?lanes=country")
    mark = page.locator(".dc-lane__mark").first
    count = int(mark.inner_text() or "1")
    mark.press("Enter")
    page.wait_for_url("**since=**")

    assert count <= counted(page)


def test_every_mark_can_be_hit(made_up: Site, page: Page) -> None:
    """No two marks of a lane stand so near that a finger would hit both."""
    page.goto(f"{made_up.address}timeline/?lanes=family")
    page.wait_for_selector(".dc-lane__mark")
    lanes = page.evaluate(
        """[...document.querySelectorAll('.dc-lane')].map(lane =>
             [...lane.querySelectorAll('.dc-lane__mark')].map(m => m.getBoundingClientRect().x))"""
    )

    assert [] == [lane for lane in lanes for a, b in pairwise(lane) if b - a < 24]


def test_a_missing_index_leaves_the_list(made_up: Site, page: Page) -> None:
    """Where the index cannot be fetched the list stands and says why there is no filter."""
    page.route("**/index.json", lambda route: route.abort())
    page.goto(f"{made_up.address}timeline/?country=XB")
    page.wait_for_selector("#lanes .dc-quiet")

    assert page.is_visible("#timeline")


def test_family_filter_works_without_scripts(made_up: Site, browser: Browser) -> None:
    """The address of one kind shows only that kind, with JavaScript off."""
    context = browser.new_context(java_script_enabled=False)
    page = context.new_page()
    page.goto(f"{made_up.url('timeline/*/')}#only-public")
    items = page.locator("[data-k]").all()
    families = {item.get_attribute("data-k") for item in items}
    shown = {item.get_attribute("data-k") for item in items if item.is_visible()}
    context.close()

    assert {"p"} == shown
    assert families > shown
