"""Full years and anniversaries of a day, counted only from the day itself."""

from __future__ import annotations

from datetime import date

from generator.model import Edtf


def anniversary(since: date, years: int) -> date:
    """The day on which ``years`` full years have passed since ``since``.

    Relations established on 29 February are a year older on 1 March of a common year:
    only then has the full year certainly passed.
    """
    year = since.year + years
    try:
        return since.replace(year=year)
    except ValueError:
        return date(year, 3, 1)


def full_years(since: date, day: date) -> int:
    """How many full years have passed on ``day``; negative before ``since``."""
    years = day.year - since.year
    return years if anniversary(since, years) <= day else years - 1


def years_on(since: Edtf | None, day: date) -> int | None:
    """Full years on ``day`` since a date of any precision.

    None where the date is missing or too imprecise to tell: in August 2022 nobody can
    say how many full years have passed since "1992".
    """
    if since is None:
        return None
    most, least = full_years(since.lower, day), full_years(since.upper, day)
    return least if most == least else None


def next_anniversary(since: date, day: date) -> tuple[int, date]:
    """The first anniversary on or after ``day``: (years, date)."""
    years = full_years(since, day)
    falls = anniversary(since, years)
    if falls != day:
        years += 1
        falls = anniversary(since, years)
    return max(years, 1), max(falls, anniversary(since, 1))


def is_round(years: int) -> bool:
    """Whether an anniversary is kept with ceremony: every fifth."""
    return years > 0 and years % 5 == 0
