"""The quick reader agrees with YAML, or says that it is not certain."""

from __future__ import annotations

import random
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from generator.errors import ContentError
from generator.store.front_matter import to_data
from generator.text import yaml_quick, yaml_text
from tests.made_up.archive import versions

_TEXTS = st.text(
    st.sampled_from("abЯЁ «»“”'\"\\:#,-[]{}?!&*%@`~|>0179.=/\n\t\xa0\u2028\x85\x00–…"), max_size=12
)
_KEYS = st.text(st.sampled_from("abcd_"), min_size=1, max_size=3)
_SCALARS = (
    _TEXTS
    | st.sampled_from(["yes", "null", "NO", "18:35", "2022-08-19", "007", "1e3", "true", ""])
    | st.integers(-9, 10**17)
    | st.booleans()
    | st.none()
)
_DATA = st.dictionaries(
    _KEYS,
    st.recursive(
        _SCALARS,
        lambda inner: st.lists(inner, max_size=3) | st.dictionaries(_KEYS, inner, max_size=3),
        max_leaves=6,
    ),
    max_size=4,
)


def _slowly(text: str) -> Any:
    try:
        return yaml_text.load(text, "x.md")
    except ContentError:
        return ContentError


def _agrees(text: str) -> bool:
    quick = yaml_quick.read(text)
    return quick is yaml_quick.NOT_CERTAIN or repr(quick) == repr(_slowly(text))


@given(_DATA, st.sampled_from([0, 30, 96]))
def test_it_reads_what_is_written(data: dict[str, Any], width: int) -> None:
    """Whatever ``dump`` writes is read as YAML reads it, or left to YAML."""
    assert _agrees(yaml_text.dump(data, width=width))


@given(_DATA, st.randoms(use_true_random=False))
def test_it_never_misreads_a_page_that_a_person_edited(
    data: dict[str, Any], chance: random.Random
) -> None:
    """One character more, less or other is read as YAML reads it, or left to YAML."""
    text = yaml_text.dump(data, width=40)
    at = chance.randrange(len(text))
    put = chance.choice(["", " ", "  ", "\n", "\n ", "#", ": ", ":", "'", '"', "- ", ",", "]", "x"])
    edited = text[:at] + put + text[at + chance.randrange(2) :]

    assert _agrees(edited)


@given(st.text(st.sampled_from("ab: -[]{},'\"#\n01.&*|>?!~"), max_size=24))
def test_it_never_misreads_anything(text: str) -> None:
    """Arbitrary text of YAML's own characters is no trap."""
    assert _agrees(text)


@pytest.mark.parametrize("text", ["", "\n", "a", "a:", "a: b\n\n", "a: b\na: c\n", "- a\n"])
def test_edges(text: str) -> None:
    """Short texts and texts with a key twice."""
    assert _agrees(text)


def test_made_up_documents_need_no_slow_reading() -> None:
    """What the program writes is read quickly, all of it."""
    dumped = [yaml_text.dump(to_data(event), width=96) for event in versions(40)]

    assert [] == [text for text in dumped if yaml_quick.read(text) is yaml_quick.NOT_CERTAIN]
