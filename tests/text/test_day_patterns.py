"""Days in words by CLDR's patterns."""

from __future__ import annotations

from datetime import date
from typing import Literal

import pytest
from babel import Locale
from babel.dates import format_date, format_skeleton
from hypothesis import given
from hypothesis import strategies as st

from generator.text.day_patterns import in_words, named, of_skeleton

DAYS = st.dates(min_value=date(1000, 1, 1))


@pytest.mark.parametrize("locale", ["ru", "en_GB"])
@pytest.mark.parametrize("format", ["full", "long"])
@given(day=DAYS)
def test_a_day_is_written_as_babel_writes_it(
    day: date, format: Literal["full", "long"], locale: str
) -> None:
    """Made of parts, the words are the same."""
    assert format_date(day, format, locale) == in_words(day, named(format, locale), locale)


@pytest.mark.parametrize("locale", ["ru", "en_GB"])
@pytest.mark.parametrize("skeleton", ["yMMMd", "yMMM", "y", "MMMMd"])
@given(day=DAYS)
def test_a_skeleton_is_written_as_babel_writes_it(day: date, skeleton: str, locale: str) -> None:
    """The same for formats that are known by what they name."""
    pattern = of_skeleton(skeleton, locale)
    assert format_skeleton(skeleton, day, locale=Locale.parse(locale)) == in_words(
        day, pattern, locale
    )


def test_a_part_that_depends_on_more_is_not_kept() -> None:
    """The week of a year differs between days of one month."""
    weeks = [in_words(date(2022, 8, day), "w", "en_GB") for day in (1, 8)]
    assert ["31", "32"] == weeks
