"""The search page in a real browser: finding, filtering, sharing, by mouse and by keyboard."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

from tests.browser.served import served
from tests.browser.test_every_page import PHONE, VIEWS, Scheme, opened, violations
from tests.search.library import Library
from tests.search.test_words import CASES
from tests.site_builder import ROOT, build

if TYPE_CHECKING:
    from playwright.sync_api import Browser, Page

pytestmark = pytest.mark.browser

DOCUMENTS = (
    ("Нас объединяет общая граница.\nО мосте говорили тоже.", "2029-03-01"),
    ("Граница у нас не общая.", "2030-04-02"),
    ("Подписан договор о границе с Тальвией.", "2031-05-03"),
    ("Встретились с Орестом Даммом.", "2031-06-04"),
    ("The common border is open.", "2032-01-01"),
)


@pytest.fixture(scope="module")
def site(browser: Browser, tmp_path_factory: pytest.TempPathFactory) -> Iterator[str]:
    """The address of a site with a few documents."""
    library = Library(tmp_path_factory.mktemp("search"))
    for number, (words, day) in enumerate(DOCUMENTS, 1):
        library.add(number, words, day)
    result = build(library.folder)
    assert result.returncode == 0, result.stderr
    with served(library.folder / "site") as address:
        yield address


@pytest.fixture
def page(browser: Browser, site: str) -> Iterator[Page]:
    """A page on which nothing is asked yet."""
    page = browser.new_page()
    page.goto(f"{site}search/")
    yield page
    page.close()


def found(page: Page) -> list[str]:
    """The numbers of the documents in the list, in its order."""
    page.wait_for_function(
        "/\\d|Ничего|нет слова|found|No /.test(document.querySelector('[role=status]').textContent)"
    )
    return [title.rpartition(" ")[2] for title in page.locator(".dc-hit h2").all_inner_texts()]


def ask(page: Page, query: str) -> list[str]:
    """Type a query and send it."""
    page.evaluate("document.querySelector('[role=status]').textContent = ''")
    page.fill("#dc-q", query)
    page.press("#dc-q", "Enter")
    return found(page)


@pytest.mark.parametrize(
    ("query", "expected"),
    [
        ("граница", {"1", "2", "3"}),
        ("границею", {"1", "2", "3"}),  # no document has this form
        ("«общая граница»", {"1"}),
        ('"договор о границе"', {"3"}),
        ("«договор границе»", set()),
        ("Тальвия граница", {"3"}),
        ("Дамму", {"4"}),
        ("borders", {"5"}),
        ("звездолёт", set()),
    ],
)
def test_query_finds(page: Page, query: str, expected: set[str]) -> None:
    """Words in any form, all of them; a phrase word by word."""
    assert expected == set(ask(page, query))


def test_excerpt_leads_to_the_turn(page: Page) -> None:
    """A hit is shown in its lines, marked, with a link to the very paragraph."""
    ask(page, "мост")
    excerpt = page.locator(".dc-hit__text p")
    link = excerpt.locator("a").get_attribute("href") or ""

    assert ("мосте", "Э.Варк", "#t1p2") == (
        excerpt.locator("mark").inner_text(),
        excerpt.locator("a").inner_text(),
        link[link.index("#") :],
    )


def test_address_holds_the_question(page: Page, browser: Browser) -> None:
    """What one reader sees, another sees who opens the address."""
    ask(page, "граница")
    page.get_by_role("checkbox", name="2030").check()
    page.wait_for_function("document.querySelectorAll('.dc-hit').length === 1")
    page.select_option("#dc-sort", "old")
    other = browser.new_page()
    other.goto(page.url)

    assert (["2"], True, "old", "граница") == (
        found(other),
        other.get_by_role("checkbox", name="2030").is_checked(),
        other.input_value("#dc-sort"),
        other.input_value("#dc-q"),
    )
    other.close()


def test_filter_counts_and_goes_back(page: Page) -> None:
    """A filter says how many documents it leaves, and "back" takes it off."""
    ask(page, "граница")
    count = page.locator("[data-facet=year] li", has_text="2031").inner_text().split()[-1]
    page.get_by_role("checkbox", name="2031").check()
    page.wait_for_function("document.querySelectorAll('.dc-hit').length === 1")
    page.go_back()
    page.wait_for_function("document.querySelectorAll('.dc-hit').length === 3")

    assert ("1", False) == (count, page.get_by_role("checkbox", name="2031").is_checked())


def test_lists_by_date(page: Page) -> None:
    """The newest first, or the oldest."""
    ask(page, "граница")
    page.select_option("#dc-sort", "new")
    page.wait_for_function("document.querySelector('.dc-hit h2').textContent.endsWith('3')")
    newest = found(page)
    page.select_option("#dc-sort", "old")
    page.wait_for_function("document.querySelector('.dc-hit h2').textContent.endsWith('1')")

    assert (["3", "2", "1"], ["1", "2", "3"]) == (newest, found(page))


def test_hands_stay_on_the_keyboard(page: Page) -> None:
    """A slash leads to the search box, arrows lead through the list."""
    ask(page, "граница")
    page.locator("h1").click()
    page.keyboard.press("/")
    in_box = page.evaluate("document.activeElement.id")
    page.keyboard.press("ArrowDown")
    page.keyboard.press("ArrowDown")
    at = page.evaluate(
        "[...document.querySelectorAll('.dc-hit h2 a')].indexOf(document.activeElement)"
    )

    assert ("dc-q", 1) == (in_box, at)


def test_filters_alone_list_documents(page: Page, site: str) -> None:
    """Without words, a filter lists all that it leaves, the newest first."""
    page.goto(f"{site}en/search/?country=XA&year=2031")

    assert (["4", "3"], "2 documents") == (found(page), page.locator("[role=status]").inner_text())


@pytest.mark.parametrize(("size", "scheme"), VIEWS)
def test_answer_is_accessible(
    browser: Browser, site: str, size: tuple[int, int], scheme: Scheme
) -> None:
    """No axe violation, nothing from other hosts, nothing wider than the window."""
    with opened(browser, f"{site}search/?q=граница&kind=other", size, scheme) as (page, wrong):
        page.wait_for_selector(".dc-hit mark")
        if size == PHONE:
            page.locator(".dc-search__filters summary").click()
        wide = page.evaluate("document.documentElement.scrollWidth")

        assert [] == violations(page) + wrong
        assert wide <= size[0]


def test_without_scripts_the_page_leads_on(browser: Browser, site: str) -> None:
    """A reader without JavaScript is told where to look instead, and sees no dead form."""
    context = browser.new_context(java_script_enabled=False)
    page = context.new_page()
    page.goto(f"{site}search/?q=граница")
    links = page.locator(".dc-search__note a").count()

    assert (True, False) == (links > 3, page.locator("#dc-q").is_visible())
    context.close()


def test_browser_cuts_words_as_the_index_does(page: Page, site: str) -> None:
    """The twin of the tokeniser gives what the index was made with."""
    twin = page.evaluate(
        """async ([address, texts]) => {
          const { tokens } = await import(address);
          return texts.map((text) => tokens(text).map(({ word }) => word));
        }""",
        [f"{site}theme/search-words.js", [text for text, _ in CASES]],
    )

    assert [words for _, words in CASES] == twin


def test_scripts_are_small() -> None:
    """All scripts of the search page together stay below 20 KB compressed."""
    import gzip

    scripts = sorted(Path(ROOT / "overrides/theme").glob("search*.js"))

    assert len(gzip.compress(b"".join(path.read_bytes() for path in scripts))) < 20_000
