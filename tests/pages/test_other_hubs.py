"""Anniversaries, days of the year, coverage, timeline, countries: what each must say."""

from __future__ import annotations

from datetime import date

import pytest

from generator.model import Organisation
from generator.pages import (
    anniversaries,
    country,
    coverage,
    day,
    organisation,
    relationship,
    relationships,
    timeline,
    year,
)
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


def test_a_milestone_names_its_parties() -> None:
    """In a list of all that happened, an establishment of relations says between whom."""
    stone = make_milestone("est", "2003-05-01", "establishment")
    site = make_sites(make_chronicle(milestones=[stone]))[0]

    assert "Договор est Тальвия — Оруна example.org" in text(
        page_of(year, site, "timeline/2003.md").body
    )


def test_a_milestone_says_its_kind_where_the_title_does_not() -> None:
    """A treaty's title may be a name, an establishment's says that it is one."""
    site = make_sites(make_chronicle(milestones=[make_milestone("t", "2003-05-01")]))[0]

    assert "Тальвия — Оруна, договор" in text(page_of(year, site, "timeline/2003.md").body)


def test_a_relationships_own_page_does_not_repeat_its_parties() -> None:
    """They are its title."""
    site = make_sites(make_chronicle(milestones=[make_milestone("t", "2003-05-01")]))[0]
    listed = page_of(relationship, site, "relationships/xa-xb.md").body.split('id="m-t"')[1]

    assert "Оруна" not in text(listed).split("example.org")[0]


def test_a_title_in_another_language_is_marked() -> None:
    """For screen readers and hyphenation."""
    stone = make_milestone("t", "2003-05-01", titles={"en": "Treaty of Lakes"})
    site = make_sites(make_chronicle(milestones=[stone]))[0]

    assert "<span lang=en>Treaty of Lakes</span>" in page_of(year, site, "timeline/2003.md").body


def test_an_organisation_without_known_members_counts_none() -> None:
    """Nought members of the United Nations would be a false statement."""
    union = Organisation(id="lake-union", names={"ru": "Озёрный союз", "en": "Lake Union"})
    site = make_sites(make_chronicle(organisations=[union]))[0]

    assert "#members" not in page_of(organisation, site, "organisations/lake-union.md").body


@pytest.mark.parametrize(
    ("years", "expected"),
    [((2020, 2020, 2021), "Больше всего в 2020 году: 2."), ((2020, 2020, 2021, 2021), "")],
)
def test_a_chart_names_the_fullest_year_only_where_one_is(
    years: tuple[int, ...], expected: str
) -> None:
    """What two years share is said of neither."""
    events = [make_event(f"e{n}", f"{when}-03-04") for n, when in enumerate(years)]
    site = make_sites(make_chronicle(events))[0]
    found = text(page_of(timeline, site, "timeline/index.md").body)

    assert expected in found
    assert ("Больше всего" in found) == bool(expected)


def test_a_chart_says_what_it_does_not_draw() -> None:
    """Milestones long before the first document are in the list alone."""
    stones = [make_milestone("old", "1900-01-01"), make_milestone("new", "2019-01-01")]
    events = [make_event("e1", "2020-03-04"), make_event("e2", "2021-03-04")]
    site = make_sites(make_chronicle(events, stones))[0]

    assert "Ещё 1 запись — в списке" in text(page_of(timeline, site, "timeline/index.md").body)


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
    """A document of a month is not given a day below the month's heading."""
    chronicle = make_chronicle([make_event("a", "2031-08")])
    found = page_of(timeline, make_sites(chronicle)[0], "timeline/index.md").body
    listed = found.split('id="y2031-08"')[1]

    assert listed.startswith("><h4>август</h4><ol><li data-k=m><span></span> <a href=")


def test_a_doubted_date_may_need_two_lines() -> None:
    """Its words are longer than the place of a day's number."""
    chronicle = make_chronicle([make_event("a", "2031-08-19?")])
    found = page_of(timeline, make_sites(chronicle)[0], "timeline/index.md").body

    assert "<li data-k=m><span>19 авг. 2031" in found.replace("\u202f", " ").replace("\xa0", " ")


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
