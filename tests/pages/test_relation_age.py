"""How old a relationship was on the day of a document."""

from __future__ import annotations

import pytest

from generator.model import Edtf, Relationship
from generator.pages.document.desk import desk
from generator.pages.document.head import relation_age
from tests.pages.hub_site import make_chronicle, make_event, make_sites
from tests.pages.test_event import text_of


@pytest.mark.parametrize(
    ("day", "expected"),
    [
        (
            "2031-08-19",
            "идёт 29-й год дипломатических отношений (установлены 22 октября 2002 г.), "
            "до 29-летия — 64 дня",
        ),
        (
            "2032-10-22",
            "ровно 30 лет со дня установления дипломатических отношений (22 октября 2002 г.)",
        ),
        (
            "2032-10-23",
            "идёт 31-й год дипломатических отношений (установлены 22 октября 2002 г.), "
            "до 31-летия — 364 дня",
        ),
        ("2002-10-22", "день установления дипломатических отношений"),
        ("2002-10-21", "до установления дипломатических отношений (22 октября 2002 г.)"),
        ("2032-10", ""),
        ("2032-10-22?", ""),
    ],
)
def test_age_of_relations_counts_full_years_from_the_day(day: str, expected: str) -> None:
    """A year is full on its day and not before; a vague date tells no age."""
    event = make_event(day=day)
    site = make_sites(make_chronicle((event,)))[0]
    relationship = site.chronicle.registry.relationships["XA-XB"]

    found = text_of(relation_age(relationship, event, desk(site, event)))
    plain = found.replace("\u202f", " ").replace("\xa0", " ").replace("\u2060", "")
    assert expected == plain


def test_age_of_relations_of_imprecise_beginning() -> None:
    """Where only the year is known, the page says the year and counts nothing."""
    event = make_event()
    site = make_sites(make_chronicle((event,)))[0]
    vague = Relationship(
        pair="XA-XB", established=Edtf.parse("2002"), sources=("https://example.org",)
    )

    found = text_of(relation_age(vague, event, desk(site, event)))
    assert "дипломатические отношения установлены — 2002\u202fг." == found
