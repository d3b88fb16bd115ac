"""Names in running words: every case, the longest, whole words only; the cache of forms."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from generator.linking import gazetteer as gazetteers
from generator.linking.forms import generate
from generator.linking.gazetteer import Gazetteer
from generator.model import Country, Person, Place
from generator.registry import Registry

EARTH = Registry(
    countries={
        code: Country(code=code, names={"ru": ru, "en": en})
        for code, ru, en in (
            ("TG", "Того", "Togo"),
            ("GE", "Грузия", "Georgia"),
            ("GN", "Гвинея", "Guinea"),
            ("GW", "Гвинея-Бисау", "Guinea-Bissau"),
            ("KZ", "Казахстан", "Kazakhstan"),
            ("BA", "Босния и Герцеговина", "Bosnia and Herzegovina"),
        )
    },
    places={"minsk": Place(id="minsk", kind="city", names={"ru": "Минск", "en": "Minsk"})},
    people={
        "vela-orn": Person(
            id="vela-orn",
            names={"ru": "Вела Орн-Тарский", "en": "Vela Orn-Tarsky"},
            given="Вела",
            surname="Орн-Тарский",
            gender="male",
        )
    },
)
GAZETTEER = Gazetteer(generate(EARTH))


def names_in(text: str) -> list[tuple[str, str]]:
    """(words, id) of every hit that means an entry."""
    return [
        (text[hit.start : hit.end], identifier)
        for hit in GAZETTEER.find(text)
        for identifier in dict.fromkeys(m[1] for m in hit.meanings if m[0] != "none")
    ]


@pytest.mark.parametrize(
    ("text", "words", "identifier"),
    [
        ("мы были в Казахстане", "Казахстане", "KZ"),
        ("с Республикой Казахстан", "Республикой Казахстан", "KZ"),
        ("с казахстанскими партнёрами", "казахстанскими", "KZ"),
        ("Kazakhstan’s economy", "Kazakhstan", "KZ"),
        ("в Боснии\u00a0и Герцеговине", "Боснии\u00a0и Герцеговине", "BA"),
        ("Минском", "Минском", "minsk"),
        ("В.Орн-Тарскому", "В.Орн-Тарскому", "vela-orn"),
    ],
)
def test_a_name_is_found_in_every_case(text: str, words: str, identifier: str) -> None:
    """Endings, no-break spaces and apostrophes do not hide a name."""
    assert (words, identifier) in names_in(text)


def test_a_compound_adjective_names_both_countries() -> None:
    """Two halves, two countries, and the words are found where they stand."""
    found = names_in("Грузинско-казахстанские переговоры")

    assert [("Грузинско-", "GE"), ("казахстанские", "KZ")] == found


def test_the_longest_name_wins() -> None:
    """Guinea-Bissau is not Guinea."""
    assert [("Guinea-Bissau", "GW")] == names_in("Guinea-Bissau")


@pytest.mark.parametrize(
    "text",
    ["того, кто пришёл", "Того, кто пришёл", "Он пришёл. Того, кто ушёл", "министр", "Minsker"],
)
def test_a_word_that_looks_like_a_name_is_none(text: str) -> None:
    """Small letters, a sentence's start and longer words keep Togo and Minsk away."""
    assert [] == names_in(text)


def test_a_name_inside_a_sentence_is_one_though_a_common_word_is_spelled_alike() -> None:
    """Behind a preposition with a capital letter, Того is the country."""
    assert [("Того", "TG")] == names_in("поездка в Того")


def test_a_phrase_that_only_holds_a_name_means_something_else() -> None:
    """Atlanta, Georgia is not in the Caucasus."""
    assert "GE" not in {identifier for _, identifier in names_in("in Atlanta, Georgia, today")}


@given(st.text())
def test_any_text_is_searched_and_hits_lie_in_order_within_it(text: str) -> None:
    """Positions are the text's own, whatever it holds."""
    end = 0
    for hit in GAZETTEER.find(text):
        assert end <= hit.start < hit.end <= len(text)
        end = hit.end


def test_forms_are_made_once_and_read_from_disk_after_that(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """With the registry unchanged, nothing is generated a second time."""
    gazetteers.load(EARTH, tmp_path)
    monkeypatch.setattr(gazetteers, "generate", lambda _: pytest.fail("generated again"))

    again = gazetteers.load(EARTH, tmp_path)

    assert ["KZ"] == [hit.meanings[0][1] for hit in again.find("Казахстану")]


def test_forms_are_made_anew_when_the_registry_changes(tmp_path: Path) -> None:
    """A new alias is found at once."""
    gazetteers.load(EARTH, tmp_path)
    changed = replace(
        EARTH,
        countries={"XB": Country(code="XB", names={"en": "Veska"}, aliases={"en": ("Veskania",)})},
    )

    assert 1 == len(gazetteers.load(changed, tmp_path).find("Veskania"))


@pytest.mark.parametrize("kept", ["", "{", "[]", '{"meanings": 1}', "\x00"])
def test_a_spoilt_cache_is_made_good(tmp_path: Path, kept: str) -> None:
    """A file that cannot be read is as good as none."""
    gazetteers.load(EARTH, tmp_path)
    for file in tmp_path.glob("forms-*.json"):
        file.write_text(kept, encoding="utf-8")

    assert 1 == len(gazetteers.load(EARTH, tmp_path).find("Казахстану"))


def test_a_cache_that_cannot_be_written_stops_nothing(tmp_path: Path) -> None:
    """A file stands where the folder should be: the forms are made all the same."""
    blocked = tmp_path / "file"
    blocked.write_text("", encoding="utf-8")

    assert 1 == len(gazetteers.load(EARTH, blocked).find("Казахстану"))
