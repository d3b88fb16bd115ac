"""The first page: what is latest, what comes next, what happened on this day."""

from __future__ import annotations

import re
from datetime import date

from generator.pages import home
from generator.pages.navigation import frame
from tests.pages.hub_site import make_chronicle, make_event, make_milestone, make_sites, page_of

TODAY = date(2032, 8, 19)


def body(*days: str, language: int = 0) -> str:
    """The home page of events on these days, for 19 August 2032."""
    events = [make_event(f"oruna-{number}", day) for number, day in enumerate(days)]
    site = make_sites(make_chronicle(events, (make_milestone("m1", "2020-09-01"),)), TODAY)[
        language
    ]
    return page_of(home, site, f"{site.prefix}index.md").body


def section(html: str, id: str) -> str:
    """The part of a page that this id begins."""
    return html.split(f' id="{id}"')[1].split("</section>")[0]


def test_latest_documents_stand_first() -> None:
    """The newest document leads, and only the last few are shown."""
    html = body(*(f"20{year}-01-01" for year in range(10, 30)))
    found = re.findall(r"events/(\d{4})/", section(html, "latest"))

    assert ["2029", "2028", "2027", "2026", "2025", "2024"] == found


def test_this_day_in_other_years() -> None:
    """What happened on 19 August of other years is there; another day is not."""
    html = section(body("2030-08-19", "2031-08-19", "2031-08-20"), "this-day")

    assert ["2030", "2031"] == re.findall(r"events/(\d{4})/", html)


def test_a_day_without_history_has_no_section() -> None:
    """A section with nothing to show is not shown."""
    assert 'id="this-day"' not in body("2031-08-20")


def test_next_anniversaries_are_counted_from_today() -> None:
    """The treaty of 1 September 2020 comes first, 13 days off."""
    html = section(body(), "coming")

    assert "12\xa0лет" in html.replace("12 лет", "12\xa0лет")
    assert html.index("Договор m1") < html.index("22 окт")


def test_every_relationship_is_in_the_matrix() -> None:
    """The pair stands in the matrix with its documents counted."""
    html = section(body("2031-08-19"), "relationships")

    assert "relationships/xa-xb/" in html


def test_home_speaks_both_languages() -> None:
    """The English home stands below en/ and leads to English pages."""
    html = body("2031-08-19", language=1)

    assert ("Latest documents" in html, 'href="timeline/"' in html) == (True, True)


def test_frame_names_sections_that_have_a_page() -> None:
    """A section without a page is not offered."""
    sites = make_sites(make_chronicle(), TODAY)
    shown = frame(sites, {"timeline/index.md", "en/about/index.md"})

    assert ["timeline/"] == [section["address"] for section in shown["ru"]["sections"]]
    assert ["en/about/"] == [section["address"] for section in shown["en"]["sections"]]
