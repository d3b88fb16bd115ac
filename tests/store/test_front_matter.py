"""Front matter is read back as it was written, also in compact rows."""

from __future__ import annotations

from typing import Any

import pytest
import yaml
from hypothesis import given
from hypothesis import strategies as st

from generator.errors import ContentError
from generator.model import Edtf, Event, SourceRef, Speaker, Tag
from generator.store import front_matter
from generator.text import yaml_text

SOURCE = SourceRef(publisher="oruna", sha256="0" * 64, format="made_up")
EVENT = Event(
    id="oruna-12",
    language="en",
    title="Talks: NO, 18:35 | {{ x }}",
    date=Edtf.parse("2031-05"),
    countries=("NO", "XA"),
    speakers=(Speaker(label="Э.Варк: [x], {y}", person=None, turns=1, words=3, anchor="t1"),),
    tags=(Tag(kind="country", text="Норвегия", key="NO"),),
    source=SOURCE,
    path="events/2031/oruna-12.md",
)
SCALAR = st.one_of(st.text(st.characters(codec="utf-8"), max_size=20), st.integers(), st.none())
DATA = st.recursive(
    SCALAR,
    lambda inner: st.one_of(
        st.lists(inner, max_size=4),
        st.dictionaries(st.text(st.characters(codec="utf-8"), max_size=9), inner, max_size=4),
    ),
    max_leaves=12,
)


def test_event_survives_front_matter() -> None:
    """An event written and read again is the same event."""
    page = front_matter.join(front_matter.to_data(EVENT), "words\n")
    text, body = front_matter.split(page, "page.md")

    assert (EVENT, "words\n") == (
        front_matter.from_data(yaml_text.load(text, "page.md"), EVENT.path),
        body,
    )


@given(st.dictionaries(st.text(st.characters(codec="utf-8"), max_size=9), DATA, max_size=4))
def test_compact_yaml_is_read_back(data: dict[str, Any]) -> None:
    """Rows on one line hold the same data, for us and for a YAML 1.1 reader."""
    text = yaml_text.dump(data, width=96)

    assert (data, data) == (yaml_text.load(text, "x"), yaml.safe_load(text))


def test_every_problem_is_named_at_once() -> None:
    """A broken front matter gives one error a problem, each with its line."""
    text = "id: x\ntitle: y\nlanguage: en\ndate: tomorrow\ncolour: red\n"
    with pytest.raises(ContentError) as caught:
        front_matter.from_data(
            yaml_text.load(text, "p.md"), "p.md", yaml_text.lines(text, "p.md", first_line=2)
        )

    assert [6, None, 5] == [problem.line for problem in caught.value.problems]


def test_page_without_end_of_front_matter_is_an_error() -> None:
    """A front matter that a person left open is named with its line."""
    with pytest.raises(ContentError, match=r"page\.md:1: the front matter does not end"):
        front_matter.split("---\nid: x\n", "page.md")
