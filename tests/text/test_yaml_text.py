"""YAML that neither bites on reading nor lies to another reader on writing."""

from __future__ import annotations

from typing import Any

import pytest
import yaml
from hypothesis import given, settings
from hypothesis import strategies as st

from generator.errors import ContentError
from generator.text import yaml_text

TEXTS = st.text() | st.sampled_from(
    ["no", "Yes", "n", "~", "", "null", "1e3", "0o7", "18:35", "08:30", "1_000", "=", "<<", "a: b"]
)
DATA = st.recursive(
    TEXTS
    | st.none()
    | st.booleans()
    | st.integers()
    | st.floats(allow_nan=False).filter(lambda number: abs(number) != float("inf")),
    lambda inner: st.lists(inner, max_size=4) | st.dictionaries(TEXTS, inner, max_size=4),
    max_leaves=12,
)


@pytest.mark.parametrize(
    "text", ["NO", "yes", "off", "18:35", "2022-08-19", "2022-08", "007", "0x1F", "1_000", "1e5"]
)
def test_what_looks_special_stays_text(text: str) -> None:
    """A country, a time, a date and the like are read as they stand."""
    assert {"key": text} == yaml_text.load(f"key: {text}", "a.yml")


@pytest.mark.parametrize(
    ("text", "value"), [("7", 7), ("-1.5", -1.5), ("true", True), ("null", None), ("", None)]
)
def test_plain_values(text: str, value: object) -> None:
    """Numbers, true, false and null are what they are in YAML 1.2."""
    assert {"key": value} == yaml_text.load(f"key: {text}", "a.yml")


def test_quotes_make_text() -> None:
    """A number in quotes is text."""
    assert ["7", "true"] == yaml_text.load("['7', \"true\"]", "a.yml")


def test_keys_are_text() -> None:
    """A key is never a number, a truth value or nothing."""
    assert {"NO": 1, "1992": 2, "null": 3} == yaml_text.load("{NO: 1, 1992: 2, null: 3}", "a.yml")


def test_an_empty_document_is_nothing() -> None:
    """A file of comments holds no data."""
    assert yaml_text.load("# nothing yet\n", "a.yml") is None


def test_every_duplicate_key_is_named_with_its_line() -> None:
    """Two keys that stand twice are two problems."""
    with pytest.raises(ContentError) as caught:
        yaml_text.load("a: 1\nb: {c: 1, c: 2}\na: 3\n", "a.yml", first_line=11)

    assert [
        "a.yml:12: the key 'c' stands twice; keep one of them",
        "a.yml:13: the key 'a' stands twice; keep one of them",
    ] == str(caught.value).splitlines()


@pytest.mark.parametrize(
    ("text", "line"),
    [
        ("a: 1\nb: [", 3),
        ("a: !!python/object:os.x {}", 1),
        ("a: !!timestamp 2022-08-19", 1),
        ("a: &x 1\nb: *x", 2),
        ("*x : 1", 1),
        ("a: 1\n---\na: 1", 2),
        ("? [a]\n: b", 1),
        ("a: \x07", 1),
        ("\n\tb", 2),
        ("[" * 100_000, 1),
        ("a: 1\nb: \ud800", 2),
    ],
)
def test_what_is_not_plain_data_is_one_error(text: str, line: int) -> None:
    """Broken YAML, tags, aliases and a second document end in an error with a line."""
    with pytest.raises(ContentError) as caught:
        yaml_text.load(text, "a.yml")

    assert line in {problem.line for problem in caught.value.problems}


def test_lines_of_keys_and_items() -> None:
    """An error can point at a key or an item."""
    text = "a: 1\nb:\n  - x: 1\n    y: [1,\n     2]\n"

    expected = {
        ("a",): 1,
        ("b",): 2,
        ("b", 0): 3,
        ("b", 0, "x"): 3,
        ("b", 0, "y"): 4,
        ("b", 0, "y", 0): 4,
        ("b", 0, "y", 1): 5,
    }
    assert expected == yaml_text.lines(text, "a.yml")


@settings(deadline=None)
@given(st.text())
def test_any_text_is_data_or_an_error(text: str) -> None:
    """No text makes the reader fall."""
    try:
        yaml_text.load(text, "a.yml")
    except ContentError as error:
        assert error.problems


@settings(deadline=None)
@given(DATA)
def test_what_is_written_is_read_again(data: Any) -> None:
    """Writing and reading gives the same data."""
    assert data == yaml_text.load(yaml_text.dump(data), "a.yml")


@settings(deadline=None)
@given(DATA)
def test_an_older_reader_gets_the_same_data(data: Any) -> None:
    """A YAML 1.1 reader takes no text for a date, a number or a truth value."""
    assert data == yaml.load(yaml_text.dump(data), Loader=yaml.SafeLoader)


@settings(deadline=None)
@given(st.lists(TEXTS))
def test_a_text_stands_on_one_line(texts: list[str]) -> None:
    """However long or broken a text is, it makes one line."""
    assert max(1, len(texts)) == yaml_text.dump(texts).count("\n")


def test_block_style_with_keys_in_order() -> None:
    """The written form is the one an editor would write."""
    data = {
        "title": "Встреча: начало",
        "place": "Сочи",
        "date": "2031-08-19",
        "countries": ["XA", "NO"],
        "people": [],
        "terms": [{"office": {"ru": "президент"}, "to": None}],
    }

    expected = (
        'title: "Встреча: начало"\n'
        "place: Сочи\n"
        'date: "2031-08-19"\n'
        "countries:\n"
        "  - XA\n"
        '  - "NO"\n'
        "people: []\n"
        "terms:\n"
        "  - office:\n"
        "      ru: президент\n"
        "    to: null\n"
    )
    assert expected == yaml_text.dump(data)


def test_invisible_characters_are_seen() -> None:
    """A character that turns or hides text is written as its number."""
    assert '"а\\u202E\\u0000\\u200Bб"\n' == yaml_text.dump("а\u202e\x00\u200bб")


@pytest.mark.parametrize("data", [{"a": float("nan")}, {1: "a"}, {"a": object()}, ["\ud800"]])
def test_what_yaml_cannot_carry_is_refused(data: Any) -> None:
    """Not a number, keys of another kind, objects and half characters are errors."""
    with pytest.raises(ValueError):
        yaml_text.dump(data)
