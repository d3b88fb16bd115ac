"""An organisation's page: members by status and date, each with its source."""

from __future__ import annotations

from generator.model import Edtf, Membership, Organisation
from generator.pages import organisation
from tests.pages.hub_site import make_chronicle, make_sites, page_of, text

UNION = Organisation(
    id="lake-union",
    names={"ru": "Озёрный союз", "en": "Lake Union"},
    founded=Edtf.parse("2003-05-02"),
    members=(
        Membership(country="XB", start=Edtf.parse("2003-05-02"), source="https://example.org/b"),
        Membership(
            country="XA",
            start=Edtf.parse("2003-05-02"),
            end=Edtf.parse("2010-12-31"),
            source="https://example.org/a",
        ),
        Membership(
            country="XA",
            start=Edtf.parse("2011-01-01"),
            status="observer",
            notes={"ru": "с оговоркой", "en": "with a reservation"},
            confidence="medium",
            source="https://example.org/c",
        ),
    ),
    sources=("https://example.org/union",),
)


def body(language: int = 0) -> str:
    """The page of the Lake Union."""
    site = make_sites(make_chronicle(organisations=[UNION]))[language]
    return page_of(organisation, site, f"{site.prefix}organisations/lake-union.md").body


def test_members_by_date_with_sources() -> None:
    """A membership stands with its time and its source."""
    assert "Оруна 2 мая 2003" in text(body())
    assert 'href="https://example.org/a"' in body()


def test_only_today_s_members_are_counted() -> None:
    """Who has left, or only observes, is no member today."""
    assert "1 участник сегодня" in text(body())


def test_statuses_stand_apart() -> None:
    """Members stand before observers."""
    found = text(body())

    assert found.index("Участники") < found.index("Наблюдатели")


def test_founded_with_source() -> None:
    """The founding day has its source."""
    assert "Дата основания: 2 мая 2003" in text(body())
    assert 'href="https://example.org/union"' in body()


def test_remark_is_in_the_pages_language() -> None:
    """A remark on a membership stands in the language of the page."""
    assert ("с оговоркой" in body(), "with a reservation" in body(1)) == (True, True)


def test_what_is_not_sure_says_so() -> None:
    """A membership of medium confidence is marked."""
    assert 1 == body().count("dc-medium")
