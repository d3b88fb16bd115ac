"""JSON as it is published."""

from __future__ import annotations

import json

import pytest
from hypothesis import given
from hypothesis import strategies as st

from generator.text.json_text import compact

VALUES = st.recursive(
    st.none()
    | st.booleans()
    | st.integers()
    | st.text(st.characters())
    | st.text('\ud800a\x00"\\'),
    lambda inner: st.lists(inner) | st.dictionaries(st.text(), inner),
)


@given(VALUES)
def test_is_what_python_writes(value: object) -> None:
    """Letters stay letters, also halves of pairs and numbers that no 64 bits hold."""
    assert compact(value) == json.dumps(value, ensure_ascii=False, separators=(",", ":"))


def test_order_stays() -> None:
    """A field keeps its place."""
    assert compact({"b": 1, "a": (2, 3)}) == '{"b":1,"a":[2,3]}'


def test_what_has_no_json() -> None:
    """A value without JSON is the program's fault, and told."""
    with pytest.raises(TypeError):
        compact({1, 2})
