"""Words: how they are cut, folded, brought to one form, and written as numbers."""

from __future__ import annotations

import json
from functools import cache
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from generator import registry
from generator.exports.search.codec import decode, encode
from generator.exports.search.keys import Keys
from generator.exports.search.names import keys_of_names, people, phrases
from generator.exports.search.shards import FORMS, file_name, forms_files, prefix_of
from generator.exports.search.words import CODE, raw_tokens, tokens
from generator.linking.declension import Declension

CASES = json.loads(Path(__file__).with_name("words.json").read_text("utf-8"))
CONTENT = Path(__file__).parents[2] / "content"


@cache
def _keys() -> Keys:
    return Keys(keys_of_names(registry.load(CONTENT / "registry")))


def _of(text: str) -> list[str]:
    return [_keys()[word] for word in tokens(text)]


@pytest.mark.parametrize(("text", "expected"), CASES)
def test_text_is_cut_into_folded_words(text: str, expected: list[str]) -> None:
    """The same cases are run through the browser's twin in tests/search/test_page.py."""
    assert expected == tokens(text)


@given(st.text(st.characters(codec=CODE)) | st.text())
def test_plain_text_is_cut_alike_in_bytes(text: str) -> None:
    """The short way gives the words of the long one, or nothing at all."""
    said = raw_tokens(text)

    assert said is None or tokens(text) == [word.decode(CODE) for word in said]


def test_every_plain_character_is_cut_alike_in_bytes() -> None:
    """No character of the code is folded in another way."""
    plain = [c for c in map(chr, range(0x3000)) if raw_tokens(f"а{c}б") is not None]
    cut = {c: [word.decode(CODE) for word in raw_tokens(f"а{c}б") or ()] for c in plain}

    assert {c: tokens(f"а{c}б") for c in plain} == cut
    assert {*"ЁёЇї№«»—\n09Zz"} <= {*plain}


@given(st.lists(st.integers(0, 2**40)))
def test_numbers_survive(numbers: list[int]) -> None:
    """What is encoded can be decoded."""
    assert numbers == decode(encode(numbers))


@pytest.mark.parametrize(
    ("name", "forms"),
    [
        ("Токаев", ["Токаева", "Токаеву", "Токаевым", "Токаеве", "ТОКАЕВА"]),
        ("Казахстан", ["Казахстана", "Казахстану", "Казахстаном", "Казахстане"]),
        ("Лавров", ["Лаврова", "Лаврову", "Лавровым", "Лаврове"]),
        ("Соединённые Штаты", ["Соединённых Штатов", "Соединенными Штатами"]),
        ("Куба", ["Кубы", "Кубе", "Кубу", "Кубой"]),
        ("Республика", ["Республики", "республик", "республиками"]),
    ],
)
def test_forms_share_a_key(name: str, forms: list[str]) -> None:
    """Forms that a reader may type have the key of the name, in any spelling."""
    assert [_of(name)] * len(forms) == list(map(_of, forms))


def test_every_case_of_every_registered_name_has_one_key() -> None:
    """No name of the project's registry is lost in any of its cases."""
    known = registry.load(CONTENT / "registry")
    declension = Declension()
    declined = [
        (" ".join(p[:3]), " ".join(f)) for p in people(known) for f in declension.person(*p)
    ]
    declined += [(phrase, form) for phrase in phrases(known) for form in declension.phrase(phrase)]
    # "о-ва" (islands) is an abbreviation that declines by another rule.
    declined = [(name, form) for name, form in declined if not name.startswith("о-ва ")]

    assert [] == [(name, form) for name, form in declined if _of(name) != _of(form)]


def test_name_is_not_the_common_word_that_looks_like_it() -> None:
    """Lavrov is not a laurel, though "лавров" is its genitive plural."""
    assert _of("Лавров") != _of("лавр")


def test_forms_are_cut_into_files_by_prefix() -> None:
    """Each file stays small, and its name says its prefix."""
    pairs = {
        f"{a}{b}{c}": "слово" for a in "абв" for b in "абвгдежзик" for c in map(str, range(90))
    }
    files = forms_files(pairs)
    names = [file_name(prefix).removeprefix("f/") for prefix in files]

    assert sorted(files) == sorted(map(prefix_of, names))
    assert max(text.count("\n") + 1 for text in files.values()) <= FORMS
    assert sum(text.count("\n") + 1 for text in files.values()) == len(pairs)
