"""Figures stated of a relationship: whose they are, and which of them can be compared."""

from __future__ import annotations

import pytest

from generator.model import Event, Figure
from generator.pages import relationship
from generator.pages.hub import at
from generator.pages.parts import figures
from tests.pages.hub_site import make_chronicle, make_event, make_sites, page_of, text


def stated(
    value: str = "24500000000",
    period: str | None = "2029",
    words: str = "объём торговли составил 24,5 миллиарда долларов",
    unit: str = "USD",
) -> Figure:
    """A year's trade."""
    return Figure(
        value=value, period=period, words=words, unit=unit, measure="trade", anchor="t1p1"
    )


def said(*given: Figure, **more: object) -> Event:
    """A document of 2031 with these figures."""
    return make_event("a", "2031-08-19", figures=given, **more)


def found(*events: Event) -> figures.Figures:
    """The figures of Oruna and Talvia."""
    site = make_sites(make_chronicle(events))[0]
    return figures.figures(at(site, "relationship", "XA-XB"), events, "XA-XB")


def test_levels_of_years_are_drawn() -> None:
    """What the trade amounted to in two whole years can be compared."""
    (series,) = found(said(stated(), stated("26000000000", "2030"))).series

    assert "dc-line" in series.charts[0]


@pytest.mark.parametrize(
    "other",
    [
        pytest.param(stated(period=None), id="without its time"),
        pytest.param(stated(period="2030-01/2030-05"), id="of some months"),
        pytest.param(stated(period="2031"), id="of a year that is not over"),
        pytest.param(stated(period="2035"), id="of a year to come"),
        pytest.param(stated(period="2030~"), id="of about a year"),
        pytest.param(stated(period="2030", unit="percent"), id="a share"),
        pytest.param(stated(period="2030", words="24,5 миллиарда долларов"), id="unsaid"),
        pytest.param(stated(period="2030", words="вырос на 1,5 миллиарда долларов"), id="a rise"),
        pytest.param(
            stated(period="2030", words="trade increased by $1.5 billion"), id="an increase"
        ),
        pytest.param(
            stated(period="2030", words="рост составил 1,5 миллиарда больше"), id="a comparison"
        ),
        pytest.param(stated(period="2030", words="the goal of $30 billion"), id="a goal"),
        pytest.param(
            stated(period="2030", words="since then investment reached $17 billion"), id="a sum"
        ),
    ],
)
def test_what_may_be_no_level_is_not_drawn(other: Figure) -> None:
    """A figure that is surely a level makes no line with one that may be none."""
    assert not found(said(stated(), other)).drawn


def test_reached_after_a_rise_is_a_level() -> None:
    """Of "grew by 66 percent and reached $1 billion" the sum is a level."""
    words = "our turnover grew by a record 66.3 percent and reached nearly $1 billion"

    assert found(said(stated(), stated("1000000000", "2030", words))).drawn


@pytest.mark.parametrize(
    "more",
    [
        pytest.param({"countries": ("XA", "XB", "XC")}, id="a third party"),
        pytest.param({"multilateral": True}, id="an organisation's"),
    ],
)
def test_figure_among_more_is_no_pair_s_own(more: dict[str, object]) -> None:
    """What was said where others took part may be about them: it stands apart, undrawn."""
    kept = found(said(stated(), stated("26000000000", "2030"), **more))

    assert ((), 2) == (kept.series, len(kept.among_more))


def test_two_values_of_one_year_are_not_joined() -> None:
    """Where two sides count the same year differently, no line goes through both."""
    given = [stated(), stated("26000000000", "2030"), stated("27000000000", "2030")]
    (series,) = found(said(*given)).series

    assert "dc-line" not in series.charts[0]


def test_figures_among_more_name_what_they_measure() -> None:
    """Their table says of each what it measures, and links to the words."""
    site = make_sites(make_chronicle([said(stated(), multilateral=True)]))[0]
    body = page_of(relationship, site, "relationships/xa-xb.md").body

    assert "Из многосторонних документов" in body
    assert "товарооборот: 24,5" in text(body)
    assert "a/#t1p1" in body
