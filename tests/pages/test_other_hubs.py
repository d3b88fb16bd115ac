"""Anniversaries, days of the year, coverage, timeline, countries: what each must say."""

from __future__ import annotations

from datetime import date

from generator.pages import anniversaries, country, coverage, day, relationships, timeline, year
from tests.pages.hub_site import (
    make_chronicle,
    make_event,
    make_milestone,
    make_sites,
    page_of,
    text,
)


def test_round_anniversaries_are_marked() -> None:
    """The 30th anniversary is said to be a round one, the 29th is not."""
    site = make_sites(make_chronicle(), date(2032, 1, 1))[0]
    before = make_sites(make_chronicle(), date(2031, 1, 1))[0]
    coming = [
        text(page_of(anniversaries, s, "anniversaries.md").body).split("Круглые даты")[0]
        for s in (site, before)
    ]

    assert [True, False] == ["круглая дата" in found for found in coming]


def test_today_s_anniversary_is_today() -> None:
    """On the day itself the anniversary has come."""
    site = make_sites(make_chronicle(), date(2032, 10, 22))[0]

    assert "Сегодня 22 окт. 2032" in text(page_of(anniversaries, site, "anniversaries.md").body)


def test_days_until() -> None:
    """Before the day it is said how many days are left."""
    site = make_sites(make_chronicle(), date(2032, 10, 20))[0]

    assert "через 2 дня" in text(page_of(anniversaries, site, "anniversaries.md").body)


def test_future_is_styled_apart() -> None:
    """What has not come yet does not look like what has."""
    site = make_sites(make_chronicle(), date(2032, 10, 20))[0]

    assert "dc-anniversary--future" in page_of(timeline, site, "timeline/index.md").body


def test_planned_milestone_is_to_come() -> None:
    """A milestone dated after today stands under what is to come, not in the past."""
    chronicle = make_chronicle([make_event("a")], [make_milestone("m", "2040-01-01")])
    found = text(page_of(timeline, make_sites(chronicle)[0], "timeline/index.md").body)

    assert found.index("Впереди") < found.index("Договор m")


def test_undated_have_a_group_of_their_own() -> None:
    """A document without a date is listed, and nowhere among the years."""
    chronicle = make_chronicle([make_event("a"), make_event("b", None)])
    found = page_of(timeline, make_sites(chronicle)[0], "timeline/index.md").body

    assert "Встреча b" in found.split('id="undated"')[1]


def test_vague_date_keeps_its_precision() -> None:
    """A document of a month is not given a day."""
    chronicle = make_chronicle([make_event("a", "2031-08")])
    found = text(page_of(timeline, make_sites(chronicle)[0], "timeline/index.md").body)

    assert "авг. 2031" in found


def test_a_day_gathers_years() -> None:
    """A day's page lists what happened on it in every year."""
    chronicle = make_chronicle([make_event("a", "2030-08-19"), make_event("b", "2031-08-19")])
    found = text(page_of(day, make_sites(chronicle)[0], "days/08-19.md").body)

    assert "Встреча a" in found
    assert "Встреча b" in found


def test_vague_dates_have_no_day() -> None:
    """What is known by its month stands on no day's page."""
    chronicle = make_chronicle([make_event("a", "2031-08")], established=None)

    assert [] == list(day.build(make_sites(chronicle)[0]))


def test_coverage_counts_what_is_missing() -> None:
    """Years without documents and documents without a place are named."""
    chronicle = make_chronicle([make_event("a", "2028-01-01"), make_event("b", "2031-01-01")])
    found = text(page_of(coverage, make_sites(chronicle)[0], "coverage.md").body)

    assert "Годы без документов: 2029–2030." in found
    assert "у 2 документов место не указано" in found


def test_country_leads_to_its_relationships() -> None:
    """A country's page leads to its relationship with each other country."""
    found = page_of(country, make_sites(make_chronicle())[0], "countries/xa.md").body

    assert 'href="../../relationships/xa-xb/"' in found


def test_relationships_say_full_years() -> None:
    """The table of relationships counts full years from the day."""
    site = make_sites(make_chronicle(), date(2032, 8, 19))[0]
    found = text(page_of(relationships, site, "relationships/index.md").body)

    assert "22 окт. 2002 г. 29 лет" in found


def test_milestone_of_a_very_full_year_has_its_anchor_there() -> None:
    """A year with a page for each month shows its milestones, where links to them lead."""
    events = [make_event(f"e-{n}", f"2030-{n % 12 + 1:02}-{n % 28 + 1:02}") for n in range(500)]
    site = make_sites(make_chronicle(events, [make_milestone("m7", "2030-05-01")]))[0]
    found = page_of(year, site, "timeline/2030.md").body

    assert (1, 1) == (found.count('id="m-m7"'), found.count("<li data-k="))
