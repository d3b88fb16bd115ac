"""Dates as sources print them, in Russian and English."""

from __future__ import annotations

import pytest

from generator.text.source_dates import Order, Stamp, ambiguous, order_of, read, read_time


@pytest.mark.parametrize(
    ("printed", "expected"),
    [
        ("19 августа 2022 года, 18:35", Stamp("2022-08-19", "18:35")),
        ("August 19, 2022, 18:35", Stamp("2022-08-19", "18:35")),
        ("19 August 2022", Stamp("2022-08-19")),
        ("2022-08-19 18:35:00", Stamp("2022-08-19", "18:35")),
        ("2022-08-19T18:35", Stamp("2022-08-19", "18:35")),
        ("19.08.2022", Stamp("2022-08-19")),
        ("03.04.2031", Stamp("2031-04-03")),
        ("19/08/2022", Stamp("2022-08-19")),
        ("08/19/2022, 6:35 p.m.", Stamp("2022-08-19", "18:35")),
        ("05/05/2031", Stamp("2031-05-05")),
        ("May 6, 2018, Sunday", Stamp("2018-05-06")),
        ("воскресенье, 6 мая 2018 г.", Stamp("2018-05-06")),
        ("September 10, 1970, 3 p.m.", Stamp("1970-09-10", "15:00")),
        ("June 4, 1961, 12:15 a.m.", Stamp("1961-06-04", "00:15")),
        ("13–14 марта 2025 года", Stamp("2025-03-13/2025-03-14")),
        ("30 апреля – 2 мая 2025 года", Stamp("2025-04-30/2025-05-02")),
        ("March 3–5, 1999", Stamp("1999-03-03/1999-03-05")),
        ("сентябрь 1970 года", Stamp("1970-09")),
    ],
)
def test_read(printed: str, expected: Stamp) -> None:
    """A printed date is read with its time and its precision."""
    assert expected == read(printed)


@pytest.mark.parametrize(
    "printed",
    [
        "в 2013 году",
        "31 июня 2022 года",
        "2022-13-40 18:35:00",
        "5–3 мая 2025 года",
        "03/04/2031",
        "2022",
        "",
    ],
)
def test_no_date(printed: str) -> None:
    """What no calendar has, and what is no date, is not read."""
    assert read(printed) is None


@pytest.mark.parametrize(
    ("order", "expected"),
    [("day-month", Stamp("2031-04-03")), ("month-day", Stamp("2031-03-04")), (None, None)],
)
def test_date_between_slashes(order: Order | None, expected: Stamp | None) -> None:
    """What may be two days is read where the order is known, and only there."""
    assert expected == read("03/04/2031", order)


def test_two_days() -> None:
    """A date that may be two days is told with both."""
    assert ("2031-04-03", "2031-03-04") == ambiguous("03/04/2031")


@pytest.mark.parametrize(
    ("printed", "expected"),
    [("13/05/2031", "day-month"), ("05/13/2031", "month-day"), ("05/05/2031", None), ("x", None)],
)
def test_order(printed: str, expected: Order | None) -> None:
    """A day above 12 shows what stands first."""
    assert expected == order_of(printed)


def test_time_alone() -> None:
    """A time of day is written with two digits."""
    assert "09:05" == read_time("9:05:30")
