"""Addresses of pages, and the ids that follow from them."""

from __future__ import annotations

import pytest

from generator.sources.parts import addresses

NEWS = "kremlin.ru/events/president/news/69182"


@pytest.mark.parametrize(
    ("address", "page"),
    [
        ("http://kremlin.ru/events/president/news/copy/69182", f"http://{NEWS}"),
        ("http://kremlin.ru/events/president/news/69182/print", f"http://{NEWS}"),
        ("https://www.kremlin.ru/events/president/news/69182#sel=1:1", f"http://{NEWS}"),
        ("http://en.kremlin.ru/events/president/news/69182/photos/1", f"http://en.{NEWS}"),
        ("http://en.special.kremlin.ru/events/president/news/69182", f"http://en.{NEWS}"),
        ("http://президент.рф/events/president/news/69182", f"http://{NEWS}"),
        (f"https://web.archive.org/web/20250522112055/http://www.{NEWS}", f"http://{NEWS}"),
        ("kremlin.ru/d/69182", "http://kremlin.ru/d/69182"),
    ],
)
def test_kremlin(address: str, page: str) -> None:
    """Every version of a page has the page's number and address."""
    assert ("69182", page) == addresses.kremlin(address)


@pytest.mark.parametrize(
    "address",
    [
        "http://kremlin.ru/events/president/news",
        "http://kremlin.ru/events/president/news/page/149",
        "http://example.org/events/president/news/69182",
        "http://notkremlin.ru/d/69182",
    ],
)
def test_no_page(address: str) -> None:
    """A list of pages and another site's page are none."""
    assert addresses.kremlin(address) is None


def test_kazakh_letters() -> None:
    """Letters that the slug library drops are kept as their neighbours."""
    assert "2031-04-05-vstrecha-v-akmoldakaragandy" == addresses.fallback_id(
        "2031-04-05", "Встреча в АқмолдәҚарағанды"
    )


def test_interval() -> None:
    """An interval gives its first day to the id."""
    assert "2031-04-05-talks" == addresses.fallback_id("2031-04-05/2031-04-07", "Talks")


def test_no_letters() -> None:
    """A title without letters still gives an id."""
    assert "2031-04-05-document" == addresses.fallback_id("2031-04-05", "***")
