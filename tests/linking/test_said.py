"""Dates and figures said in speech."""

from __future__ import annotations

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from generator.linking.dates import dates_in
from generator.linking.figures import figures_in
from generator.model import Figure

DAY = date(2029, 8, 19)


def said(text: str, language: str = "ru") -> list[tuple[str, str]]:
    """(words, EDTF) of each date."""
    return [(text[s.start : s.end], s.date.text) for s in dates_in(text, DAY, language)]


def figures(text: str, language: str = "ru") -> list[Figure]:
    """The figures of one paragraph."""
    return figures_in(text, dates_in(text, DAY, language), language)


@pytest.mark.parametrize(
    ("text", "edtf"),
    [
        ("22 октября 1992 года", "1992-10-22"),
        ("22 октября", "2029-10-22"),
        ("22 октября прошлого года", "2028-10-22"),
        ("октябре", "2029-10"),
        ("октябре 2013 года", "2013-10"),
        ("мае прошлого года", "2028-05"),
        ("2013 году", "2013"),
        ("2013–2015 годах", "2013/2015"),
        ("прошлом году", "2028"),
        ("следующего года", "2030"),
        ("30 лет тому назад", "1999"),
        ("тридцать лет назад", "1999"),
        ("около 20 лет назад", "2009~"),
        ("первые пять месяцев текущего года", "2029-01/2029-05"),
        ("первом полугодии 2020 года", "2020-01/2020-06"),
        ("III квартал", "2029-07/2029-09"),
        ("вчера", "2029-08-18"),
    ],
)
def test_a_russian_date_is_as_precise_as_it_was_said(text: str, edtf: str) -> None:
    """Days, months, years, counted years and intervals, against 19 August 2029."""
    assert [(text, edtf)] == said(text)


@pytest.mark.parametrize(
    ("text", "edtf"),
    [
        ("October 22, 1992", "1992-10-22"),
        ("22 October 1992", "1992-10-22"),
        ("October 2013", "2013-10"),
        ("in 2013", "2013"),
        ("last year", "2028"),
        ("thirty years ago", "1999"),
        ("first five months of this year", "2029-01/2029-05"),
        ("tomorrow", "2029-08-20"),
    ],
)
def test_an_english_date_is_as_precise_as_it_was_said(text: str, edtf: str) -> None:
    """The same in English."""
    assert [(text, edtf)] == said(text, "en")


def test_a_month_that_is_to_come_is_the_next_one() -> None:
    """In August, "в январе будет" is next year's January."""
    assert [("январе", "2030-01")] == said("в январе будет саммит")


@pytest.mark.parametrize("text", ["I may say", "маем", "март", "в двадцатом зале", "34 процента"])
def test_words_that_look_like_dates_are_none(text: str) -> None:
    """The verb may, a bare nominative, an ordinal and a percentage are no dates."""
    assert [] == said(text, "en" if text.isascii() else "ru")


@given(st.text(), st.sampled_from(["ru", "en", "de"]))
def test_any_text_is_read_and_dates_lie_in_order_within_it(text: str, language: str) -> None:
    """Positions are the text's own, whatever it holds."""
    end = 0
    for found in dates_in(text, DAY, language):
        assert end <= found.start < found.end <= len(text)
        end = found.end


def test_a_figure_has_number_unit_measure_period_and_the_exact_words() -> None:
    """It measures trade and speaks of last year."""
    text = "Товарооборот растёт: в\u00a0прошлом году вырос на 34,4 процента, и это хорошо."

    (found,) = figures(text)

    assert ("34.4", "percent", "trade", "2028") == (
        found.value,
        found.unit,
        found.measure,
        found.period,
    )
    assert "в\u00a0прошлом году вырос на 34,4 процента" == found.words
    assert not found.confirmed


@pytest.mark.parametrize(
    ("text", "value", "unit"),
    [
        ("торговля: 24,5 миллиарда долларов", "24500000000", "USD"),
        ("торговля: 4,5 [миллиарда долларов]", "4500000000", "USD"),
        ("торговля: 1 234,5 млн евро", "1234500000", "EUR"),
        ("торговля: 20 миллиардов 500 миллионов рублей", "20500000000", "RUB"),
        ("торговля выросла в полтора раза", "1.5", "times"),
        ("торговля выросла на два процента", "2", "percent"),
        ("обучается 17 тысяч студентов", "17000", "person"),
    ],
)
def test_a_russian_number_is_scaled_to_plain_decimals(text: str, value: str, unit: str) -> None:
    """Commas, groups, words, brackets and scales."""
    assert [(value, unit)] == [(found.value, found.unit) for found in figures(text)]


@pytest.mark.parametrize(
    ("text", "value", "unit"),
    [
        ("trade reached $24.5 billion", "24500000000", "USD"),
        ("trade reached 1,234 million euros", "1234000000", "EUR"),
        ("trade grew by 8.8 per cent", "8.8", "percent"),
    ],
)
def test_an_english_number_is_scaled_to_plain_decimals(text: str, value: str, unit: str) -> None:
    """A comma groups, a full stop parts."""
    assert [(value, unit)] == [(found.value, found.unit) for found in figures(text, "en")]


def test_the_ends_of_a_range_are_two_figures() -> None:
    """From five to six billion."""
    found = figures("Объём торговли – 5–6 миллиардов долларов")

    assert ["5000000000", "6000000000"] == [figure.value for figure in found]


@pytest.mark.parametrize("text", ["Нас 30 человек", "Уступки на 5 процентов", "торговля, 5 лет"])
def test_a_number_that_measures_nothing_known_is_no_figure(text: str) -> None:
    """Better none than one that nobody can read."""
    assert [] == figures(text)


@pytest.mark.parametrize(
    ("text", "language"),
    [
        ("Spending on roads rose to 5 percent of the GDP", "en"),
        ("GDP is large, and roads take 5 percent of our national GDP", "en"),
        ("расходы на дороги выросли до 5 процентов ВВП", "ru"),
        ("The contribution of one worker to the GDP was $20", "en"),
        ("The contribution to the GDP of the mines rose by 5 percent", "en"),
        ("ВВП на душу населения составил 7 миллиардов долларов", "ru"),
        ("валовой внутренний региональный продукт достиг 7 миллиардов рублей", "ru"),
        ("40 percent of the population", "en"),
        ("5 процентов экспорта", "ru"),
    ],
)
def test_a_part_of_what_is_named_is_no_figure_of_it(text: str, language: str) -> None:
    """Five percent of the GDP say nothing of the GDP."""
    assert [] == figures(text, language)


@pytest.mark.parametrize(
    ("text", "language"),
    [
        ("GDP grows, and labour productivity rose by 30 percent", "en"),
        ("oil matters, and the price is $45", "en"),
        ("экспорт растёт, инфляция составила 5 процентов", "ru"),
        ("exports: a plant with a capacity of 16 million tonnes", "en"),
        ("пропускная мощность выросла на 5 процентов", "ru"),
    ],
)
def test_a_number_is_of_what_is_named_nearest_even_if_that_is_not_kept(
    text: str, language: str
) -> None:
    """Productivity is no GDP, and the capacity of a plant no electricity."""
    assert [] == figures(text, language)


@pytest.mark.parametrize(
    ("text", "language", "measure"),
    [
        ("GDP grew by 5 percent", "en", "gdp"),
        ("на 5 процентов вырос экспорт", "ru", "exports"),
        ("a capacity of 200 megawatts", "en", "power-capacity"),
        ("выработка электроэнергии выросла на 5 процентов", "ru", "power"),
        ("70 процентов торговли идёт в национальных валютах", "ru", "currency-share"),
    ],
)
def test_a_figure_is_of_a_measure_that_its_unit_can_measure(
    text: str, language: str, measure: str
) -> None:
    """Growth in percent, capacity in watts, shares of currencies."""
    assert [measure] == [found.measure for found in figures(text, language)]


def test_an_inserted_unit_keeps_its_brackets_in_the_words() -> None:
    """The words are the page's own, brackets closed."""
    assert ["8,8 [процента]"] == [f.words for f in figures("Торговля растёт, 8,8 [процента].")]


@given(st.text(), st.sampled_from(["ru", "en"]))
def test_the_words_of_a_figure_stand_in_the_text(text: str, language: str) -> None:
    """Never a word that nobody said."""
    given_text = f"торговля trade {text} 5 процентов 7 per cent"
    for figure in figures(given_text, language):
        assert figure.words in given_text
