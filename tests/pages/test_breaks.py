"""Relations that were broken off: no years are counted, no anniversaries kept, the day is told."""

from __future__ import annotations

from datetime import date

from generator.model import Milestone
from generator.pages import relationship, relationships
from generator.pages.document.desk import desk
from generator.pages.document.head import head
from generator.pages.facts.anniversaries import in_year, occasions, round_ones
from generator.pages.facts.breaks import breaks
from tests.pages.hub_site import (
    make_chronicle,
    make_event,
    make_milestone,
    make_sites,
    page_of,
    text,
)

OFF = make_milestone("off", "2020-03-01", "severance")
AGAIN = make_milestone("again", "2024-05-02", "resumption")


def body(*milestones: Milestone, today: date = date(2032, 11, 24)) -> str:
    """What the relationship page says, relations established in 2002."""
    site = make_sites(make_chronicle(milestones=milestones), today)[0]
    return text(page_of(relationship, site, "relationships/xa-xb.md").body)


def on_a_document(day: str, *milestones: Milestone) -> str:
    """What the page of a document of this day says in its head."""
    event = make_event(day=day)
    site = make_sites(make_chronicle([event], milestones))[0]
    return text(head(event, desk(site, event)))


def test_broken_off_relations_have_no_full_years() -> None:
    """The page says since when there are none, and counts nothing."""
    found = body(OFF)

    assert "Дипломатические отношения разорваны: 1 марта 2020 г. example.org" in found
    assert "полных" not in found
    assert "Следующая годовщина" not in found


def test_resumed_relations_name_the_break() -> None:
    """Years are counted from the establishment, and the break is told."""
    found = body(OFF, AGAIN)

    assert "С перерывом: 1 марта 2020 г. – 2 мая 2024 г. example.org" in found
    assert "30 полных лет" in found


def test_a_break_to_come_leaves_no_anniversary_to_count_to() -> None:
    """A site of an earlier day names the milestone, and is made."""
    assert "Следующая годовщина" not in body(OFF, today=date(2020, 2, 1))


def test_no_anniversary_while_broken_off() -> None:
    """The relations' anniversaries end with them and begin again with their resumption."""
    lasting = occasions(make_chronicle(milestones=[OFF]).registry)
    resumed = occasions(make_chronicle(milestones=[OFF, AGAIN]).registry)
    kept = [o for o in resumed if o.relationship]

    assert ([1, 0, 0], [1, 0, 1]) == (
        [len(in_year(lasting, year)) for year in (2019, 2023, 2032)],
        [len(in_year(kept, year)) for year in (2019, 2023, 2032)],
    )


def test_round_anniversaries_until_the_break() -> None:
    """Those that were kept stay on the page."""
    (born,) = occasions(make_chronicle(milestones=[OFF]).registry)

    assert [5, 10, 15] == [a.years for a in round_ones(born, date(2032, 11, 24))]


def test_a_document_of_the_break_says_so() -> None:
    """Instead of a running year."""
    found = on_a_document("2021-08-19", OFF, AGAIN)

    assert "дипломатические отношения разорваны: 1 марта 2020 г. example.org" in found
    assert "идёт" not in found


def test_a_document_before_the_break_counts() -> None:
    """Nobody knew of it then."""
    assert "идёт 18-й год" in on_a_document("2019-11-01", OFF)


def test_a_document_after_the_break_names_it() -> None:
    """Beside the year that runs."""
    found = on_a_document("2031-08-19", OFF, AGAIN)

    assert "идёт 29-й год" in found
    assert "с перерывом: 1 марта 2020 г. – 2 мая 2024 г." in found


def test_a_break_of_a_year_may_hold_on_any_of_its_days() -> None:
    """Known by its year alone, nothing is counted on a day of that year."""
    vague = make_milestone("off", "2020", "severance")

    assert "разорваны" in on_a_document("2020-02-01", vague)


def test_a_break_before_the_establishment_is_none() -> None:
    """The registry counts from the day on which relations were restored."""
    early = make_milestone("off", "1999-03-01", "severance")

    assert {} == breaks(make_chronicle(milestones=[early]).registry)


def test_a_break_with_a_third_country_is_not_theirs() -> None:
    """Only milestones of the two alone tell of their relations."""
    others = make_milestone("off", "2020-03-01", "severance", parties=("XA", "XB", "XC"))

    assert {} == breaks(make_chronicle(milestones=[others]).registry)


def test_tables_name_the_break() -> None:
    """Instead of years since the establishment."""
    site = make_sites(make_chronicle([make_event()], [OFF]))[0]
    found = text(page_of(relationships, site, "relationships/index.md").body)

    assert "разорваны: 1 мар. 2020" in found
    assert "30 лет" not in found
