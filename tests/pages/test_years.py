"""Full years and anniversaries are counted from the day itself."""

from __future__ import annotations

from datetime import date, timedelta

from hypothesis import given
from hypothesis import strategies as st

from generator.model import Edtf
from generator.pages.facts.years import (
    anniversary,
    full_years,
    is_round,
    next_anniversary,
    years_on,
)

BORN = date(1992, 10, 22)
DAYS = st.dates(min_value=date(1600, 1, 1), max_value=date(2400, 1, 1))


def test_full_years_only() -> None:
    """On 19 August 2022 relations established on 22 October 1992 are 29 years old."""
    assert 29 == full_years(BORN, date(2022, 8, 19))


def test_the_day_itself_counts() -> None:
    """On 22 October 2022 they are 30."""
    assert 30 == full_years(BORN, date(2022, 10, 22))


def test_leap_day() -> None:
    """Relations of 29 February are a year older on 1 March of a common year."""
    assert date(2021, 3, 1) == anniversary(date(2020, 2, 29), 1)


def test_next_is_today() -> None:
    """An anniversary that falls today is the next one."""
    assert (30, date(2022, 10, 22)) == next_anniversary(BORN, date(2022, 10, 22))


def test_next_after_today() -> None:
    """The day after, the next one is a year away."""
    assert (31, date(2023, 10, 22)) == next_anniversary(BORN, date(2022, 10, 23))


def test_vague_date_tells_no_years() -> None:
    """In August 2022 nobody can say how many full years have passed since "1992"."""
    assert None is years_on(Edtf.parse("1992"), date(2022, 8, 19))


def test_vague_date_tells_years_when_certain() -> None:
    """On 31 December 2022 thirty full years have passed since any day of 1992."""
    assert 30 == years_on(Edtf.parse("1992"), date(2022, 12, 31))


def test_round_is_every_fifth() -> None:
    """25 and 30 are round, 0 and 29 are not."""
    assert [False, True, False, True] == [is_round(n) for n in (0, 25, 29, 30)]


@given(DAYS, st.integers(1, 300))
def test_anniversary_begins_its_year(since: date, years: int) -> None:
    """On an anniversary its years are full, and the day before they are not."""
    day = anniversary(since, years)

    assert (years, years - 1) == (full_years(since, day), full_years(since, day - timedelta(1)))


@given(DAYS, DAYS)
def test_next_never_passed(since: date, today: date) -> None:
    """The next anniversary is today or later, and at most a year and a day away."""
    _, day = next_anniversary(since, max(today, since))

    assert timedelta(0) <= day - max(today, since) <= timedelta(367)
