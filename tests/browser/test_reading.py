"""A reader's way through a document: keyboard, quotes, light and dark, paper, no script."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import UTC, datetime
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

from tests.browser.conftest import Site

if TYPE_CHECKING:
    from playwright.sync_api import Browser, Page

pytestmark = pytest.mark.browser

DOCUMENT = "events/2022/kremlin-69182/"


@pytest.fixture
def document(browser: Browser, real: Site) -> Iterator[Page]:
    """The project's first document, opened with a clipboard."""
    context = browser.new_context(permissions=["clipboard-read", "clipboard-write"])
    page = context.new_page()
    page.goto(real.url(DOCUMENT))
    page.wait_for_selector(".q")
    yield page
    context.close()


@pytest.fixture
def plain(browser: Browser) -> Iterator[Page]:
    """A browser whose scripts are off, on a system that is set to dark."""
    context = browser.new_context(java_script_enabled=False, color_scheme="dark")
    yield context.new_page()
    context.close()


def clipboard(page: Page) -> str:
    """What was copied."""
    page.wait_for_selector(".dc-said--now")
    text: str = page.evaluate("navigator.clipboard.readText()")
    return text


def test_a_quote_carries_its_source(document: Page) -> None:
    """Speaker, date, publisher, licence and the turn's address go with the words."""
    document.locator("#t4 .q").click()
    words, source, address = clipboard(document).replace("\u202f", " ").split("\n")

    assert "«Спасибо, благодарю Вас, Владимир Владимирович.»" == words
    assert "— Касым-Жомарт Токаев, 19 августа 2022 г., Kremlin.ru (CC BY 4.0)" == source
    assert address.endswith(f"{DOCUMENT}#t4")


def test_a_selection_is_quoted_with_its_paragraph(document: Page) -> None:
    """Only the selected words are copied, with the address of their paragraph."""
    document.locator("#t1p2").select_text()
    document.locator("#t1 .q").click()
    quote = clipboard(document)

    assert quote.startswith("«Этот год особенный: мы отмечаем 30-летие")
    assert quote.endswith("#t1p2")
    assert "Уважаемый" not in quote


def test_the_keyboard_reaches_everything(document: Page) -> None:
    """From the address bar: skip link, sections, speakers, permalinks and quotes, in order."""
    order = ("dc-skip", "dc-brand", "Отношения", "В.Путин", "k", "q")
    seen: list[str] = []
    for _ in range(40):
        document.keyboard.press("Tab")
        # Material marks what has the focus with a class of its own.
        name = "(e = document.activeElement, e.className.replace('focus-visible', '').trim())"
        seen.append(document.evaluate(f"{name} || document.activeElement.textContent.trim()"))
    firsts = [seen.index(name) for name in order]

    assert "dc-skip" == seen[0]
    assert sorted(firsts) == firsts


def test_the_skip_link_leads_to_the_words(document: Page) -> None:
    """One key press passes the header by."""
    document.keyboard.press("Tab")
    document.keyboard.press("Enter")
    document.keyboard.press("Tab")

    assert document.evaluate("document.activeElement.closest('article') !== null")


def test_focus_is_visible(document: Page) -> None:
    """What has the focus has an outline."""
    document.keyboard.press("Tab")
    document.keyboard.press("Tab")

    assert "solid" == document.evaluate("getComputedStyle(document.activeElement).outlineStyle")


def test_the_choice_of_dark_is_kept(document: Page, real: Site) -> None:
    """System, light, dark in turn; the choice holds on the next page."""
    button = document.locator(".dc-scheme")
    button.click()
    button.click()
    document.goto(real.url("timeline/"))

    assert "slate" == document.evaluate("document.body.dataset.mdColorScheme")


def test_a_permalink_marks_its_paragraph(browser: Browser, real: Site) -> None:
    """A link to a paragraph shows it in the window, marked."""
    page = browser.new_page(viewport={"width": 390, "height": 700})
    page.goto(f"{real.url(DOCUMENT)}#t2p3")
    mark = page.locator("#t2p3")

    assert mark.evaluate("e => e.matches(':target')")
    assert 0 <= mark.bounding_box()["y"] < 300  # type: ignore[index]  # it is on the page
    page.close()


def test_the_speaker_stays_in_sight_on_a_phone(browser: Browser, real: Site) -> None:
    """While a long turn passes, its speaker's name is one line at the top."""
    page = browser.new_page(viewport={"width": 390, "height": 700})
    page.goto(f"{real.url(DOCUMENT)}#t2p4")
    box = page.locator("#t2 .s").bounding_box()

    assert box is not None
    assert box["y"] < 5
    assert box["height"] < 40
    page.close()


@pytest.mark.parametrize(
    "path", ["", "timeline/", "relationships/kz-ru/", "people/vladimir-putin/", DOCUMENT]
)
def test_without_scripts_every_link_and_word_is_there(plain: Page, real: Site, path: str) -> None:
    """Sections, heading and at least one way on are visible; nothing waits for a script."""
    plain.goto(real.url(path))

    assert plain.locator("h1").is_visible()
    assert plain.locator(".dc-nav a").first.is_visible()
    assert plain.locator("article a[href]").first.is_visible()


def test_without_scripts_the_way_to_the_document_can_be_walked(plain: Page, real: Site) -> None:
    """Home, relationships, Russia and Kazakhstan, the meeting: four clicks of plain links."""
    plain.goto(real.url(""))
    plain.locator(".dc-nav a", has_text="Отношения").click()
    plain.locator("article a[href$='kz-ru/']").first.click()
    plain.locator("article a[href*='kremlin-69182']").first.click()

    assert plain.url.endswith(DOCUMENT)
    assert plain.locator("#t2 .s a").first.is_visible()


def test_without_scripts_dark_follows_the_system(plain: Page, real: Site) -> None:
    """A dark system gets a dark page."""
    plain.goto(real.url(DOCUMENT))

    # Playwright evaluates in a page whose own scripts are off.
    assert "rgb(23, 24, 27)" == plain.evaluate("getComputedStyle(document.body).backgroundColor")


def test_contents_open_without_scripts_on_a_phone(plain: Page, real: Site) -> None:
    """The page's contents are a closed list that a tap opens."""
    plain.set_viewport_size({"width": 390, "height": 800})
    plain.goto(real.url("relationships/kz-ru/"))
    link = plain.locator(".dc-contents a").first
    before = link.is_visible()
    plain.locator(".dc-contents summary").click()

    assert (False, True) == (before, link.is_visible())


def test_a_document_prints_whole(browser: Browser, real: Site, tmp_path: Path) -> None:
    """Paper has the words and the source, and no buttons, sections or languages."""
    page = browser.new_page()
    page.goto(real.url(DOCUMENT))
    page.emulate_media(media="print")

    assert page.locator("#t4").is_visible()
    assert page.locator("#source").is_visible()
    hidden = (".dc-nav", ".dc-tools", ".k", ".q", ".dc-skip")
    assert [] == [name for name in hidden if page.locator(name).first.is_visible()]
    page.close()


def test_a_relationship_prints_as_a_document(browser: Browser, real: Site, tmp_path: Path) -> None:
    """The PDF of a relationship has all its pages and stays within the paper."""
    page = browser.new_page()
    page.goto(real.url("relationships/kz-ru/"))
    page.emulate_media(media="print")
    paper = page.pdf(format="A4")
    page.set_viewport_size({"width": 700, "height": 1000})

    assert paper.count(b"/Type /Page\n") > 2
    assert page.evaluate("document.documentElement.scrollWidth") <= 700
    page.close()


def test_the_languages_lead_to_each_other(document: Page, real: Site) -> None:
    """The Russian relationship leads to the English one, and back."""
    document.goto(real.url("relationships/kz-ru/"))
    document.locator(".dc-language").click()
    english = document.url
    document.locator(".dc-language").click()

    assert (real.url("en/relationships/kz-ru/"), real.url("relationships/kz-ru/")) == (
        english,
        document.url,
    )


def test_this_day_is_the_readers_day(browser: Browser, real: Site) -> None:
    """Read on the evening of 21 October in Moscow, the page knows that it is the 22nd in Astana."""
    page = browser.new_page()
    page.clock.install(time=datetime(2027, 10, 21, 19, 30, tzinfo=UTC))
    page.goto(f"{real.address}relationships/kz-ru/", wait_until="networkidle")
    page.wait_for_selector(".dc-now [data-k]")
    found = page.inner_text(".dc-now")
    page.close()

    assert (True, True) == (
        "Москва — 21 октября, Астана — 22 октября" in found,
        "Установлены дипломатические отношения" in found,
    )


def test_this_day_is_fetched_for_the_first_page(browser: Browser, real: Site) -> None:
    """On 19 August the first page shows the meeting in Sochi, whenever it was built."""
    page = browser.new_page()
    page.clock.install(time=datetime(2027, 8, 19, 9, tzinfo=UTC))
    page.goto(real.address, wait_until="networkidle")
    page.wait_for_selector(".dc-now [data-k]")
    page.click(".dc-now [data-k] a")
    address = page.url
    page.close()

    assert f"{real.address}events/2022/kremlin-69182/" == address
