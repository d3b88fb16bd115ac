"""The interface's words: catalogues that agree, plurals, dates."""

from __future__ import annotations

import re

import pytest

from generator.errors import ContentError
from generator.model import Edtf
from generator.pages.interface import catalogue, interface, languages, placeholders
from tests.site_builder import ROOT


@pytest.mark.parametrize("language", languages())
def test_catalogues_have_the_same_keys(language: str) -> None:
    """A string that one language has, every language has."""
    assert set(catalogue("ru")) == set(catalogue(language))


@pytest.mark.parametrize("language", languages())
def test_catalogues_have_the_same_placeholders(language: str) -> None:
    """Every language waits for the same values."""
    expected = {key: placeholders(entry) for key, entry in catalogue("ru").items()}
    found = {key: placeholders(entry) for key, entry in catalogue(language).items()}

    assert expected == found


@pytest.mark.parametrize("language", languages())
def test_counted_strings_have_every_plural_form(language: str) -> None:
    """A counted string has each plural form that its language knows."""
    locale = interface(language).locale
    wanted = set(locale.plural_form.tags) | {"other"}
    counted = {k: set(e) for k, e in catalogue(language).items() if not isinstance(e, str)}

    assert set(locale.ordinal_form.tags) | {"other"} == counted.pop("ordinal")
    assert dict.fromkeys(counted, wanted) == counted


@pytest.mark.parametrize(
    ("count", "expected"),
    [(1, "1 событие"), (3, "3 события"), (11, "11 событий"), (1021, "1\xa0021 событие")],
)
def test_russian_plurals(count: int, expected: str) -> None:
    """Russian chooses one, few or many by the last digits, and groups thousands."""
    assert expected == interface("ru").t("count.events", count=count)


@pytest.mark.parametrize(
    ("edtf", "expected"),
    [
        ("2032-08-09", "9 августа 2032 г."),
        ("2032-08", "август 2032 г."),
        ("2032", "2032 г."),
        ("2032?", "2032 г. (предположительно)"),
        ("2032-10-02/2032-10-14", "2–14 октября 2032 г."),
        ("2032-09-28/2032-10-02", "28 сентября – 2 октября 2032 г."),
        ("2032-08/..", "с августа 2032 г."),
        ("../2032-08-09", "до 9 августа 2032 г."),
    ],
)
def test_russian_dates_keep_their_precision(edtf: str, expected: str) -> None:
    """A date is said as precisely as it is known, in the case that the phrase wants."""
    assert expected == interface("ru").date(edtf).replace("\u202f", " ")


def test_a_weekday_stands_before_the_day() -> None:
    """A full date begins with the day of the week."""
    assert "Monday, 9 August 2032" == interface("en").date("2032-08-09", weekday=True)


def test_a_span_may_be_open() -> None:
    """A term that still runs says since when."""
    assert "с 1 марта 2028\u202fг." == interface("ru").span(Edtf.parse("2028-03-01"), None)


def test_a_missing_key_is_an_error() -> None:
    """A template that asks for a string nobody wrote fails, with the catalogue's name."""
    with pytest.raises(KeyError, match=r"strings/ru\.yml has no 'no\.such'"):
        interface("ru").t("no.such")


def test_an_unknown_language_is_an_error() -> None:
    """A language without a catalogue is refused with those that there are."""
    with pytest.raises(ContentError, match="choose one of en, ru or add the file"):
        interface("xx")


def test_scripts_speak_every_language() -> None:
    """What scripts say on every page (said.js) is there in each language of the catalogues."""
    said = (ROOT / "overrides" / "theme" / "said.js").read_text("utf-8")

    assert sorted(languages()) == sorted(re.findall(r"^  (\w\w): \{", said, re.MULTILINE))


def test_values_are_escaped_in_html() -> None:
    """What fills a placeholder cannot bring markup of its own."""
    assert "since &lt;i&gt;" == str(interface("en").html("date.since", date="<i>"))
