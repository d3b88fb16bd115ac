"""A value of front matter that cannot be right is named with its line; what can be is read."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest

from generator.errors import ContentError
from generator.model import Event
from generator.store.pages import read_event

PAGE = """---
id: oruna-12
title: Talks
language: en
source: {{publisher: oruna, sha256: "0", format: made_up}}
{line}
---

words
"""
WRONG = [
    ("kind: meetng", "'meetng' is no kind @ kind; did you mean 'meeting'?"),
    ("kind: [talks]", "a list is no kind @ kind; did you mean 'talks'?"),
    ("format: zoom", "'zoom' is no format @ format; write one of in-person, phone, "),
    ('time: "18:35+03:00"', "'18:35+03:00' is not a time @ time; write \"18:35\""),
    ('time: "1835"', "'1835' is not a time @ time; "),
    ("time: 1835", "1835 is not a time @ time; "),
    ('time: "24:00"', "'24:00' is not a time @ time; "),
    ("zone: Mars/Olympus", "'Mars/Olympus' is no time zone @ zone; write its IANA name"),
    ("zone: ../UTC", "'../UTC' is no time zone @ zone; "),
    ("zone: Europe", "'Europe' is no time zone @ zone; "),
    ("multilateral: no", "'no' is not true or false @ multilateral; write true or false"),
    ("multilateral: 1", "1 is not true or false @ multilateral; "),
    ("place: 3.10", "a number stands where a text is expected @ place; put it in quotes"),
    ("lead: true", "true is not a text @ lead; "),
    ("countries: [KZ, 7]", "not a list of texts @ countries; "),
    ("mentioned: [KZ, x/y]", "'x/y' is no id @ mentioned[1]; write an id of the registry"),
    ("people: [Elena Vark]", "'Elena Vark' is no id @ people[0]; "),
    ("place: ../vess", "'../vess' is no id @ place; "),
    ("speakers: [{label: X, words: many}]", "'many' is not a number @ speakers[0].words; "),
    ("speakers: [{label: X, turns: true}]", "true is not a number @ speakers[0].turns; "),
    ("speakers: [{person: x}]", "a key is missing: label @ speakers[0]; add it"),
    ("speakers: [{label: X, persn: x}]", "unknown key @ speakers[0].persn; did you mean 'person'?"),
    ("tags: [{kind: topic, text: [a]}]", "a list is not a text @ tags[0].text; "),
    ("tags: [topic]", "not a list of keys @ tags[0]; "),
    ("figures: [{value: '1', unit: x, confirmed: yes}]", "'yes' is not true or false @ figures"),
    ("figures: [{value: 'NaN', unit: x}]", "'NaN' is no number @ figures[0].value; write its"),
    ("figures: [{value: '1e999', unit: x}]", "'1e999' is no number @ figures[0].value; "),
    ("figures: [{value: '1', unit: x, period: '2021-13'}]", "the date cannot be read: "),
    ("snapshots: [1]", "not a list of mappings @ snapshots; "),
    ("summry: x", "unknown key @ summry; "),
    ("countrys: [KZ]", "unknown key @ countrys; did you mean 'countries'?"),
]
RIGHT: list[tuple[str, str, Any]] = [
    ('time: "00:05"', "time", "00:05"),
    ("kind: phone-call", "kind", "phone-call"),
    ("kind:", "kind", "other"),
    ("format: written", "format", "written"),
    ("zone: Asia/Almaty", "zone", "Asia/Almaty"),
    ("multilateral: true", "multilateral", True),
    ("multilateral: false", "multilateral", False),
    ("visit: 1984", "visit", "1984"),
    ("visit: Vess, May 1984", "visit", "Vess, May 1984"),
    ("countries: []", "countries", ()),
    ("topics: [мост-и-порт, nuclear-energy]", "topics", ("мост-и-порт", "nuclear-energy")),
]


def _read(line: str, folder: Path) -> Event:
    path = folder / "events/p.md"
    path.parent.mkdir()
    path.write_text(PAGE.format(line=line), "utf-8")
    return read_event(path, folder)


@pytest.mark.parametrize(("line", "said"), WRONG)
def test_what_cannot_be_right_is_an_error(line: str, said: str, tmp_path: Path) -> None:
    """The message has the value, its place in the front matter and what to do."""
    with pytest.raises(ContentError) as caught:
        _read(line, tmp_path)
    (problem,) = caught.value.problems

    assert str(problem).startswith(f"{tmp_path.as_posix()}/events/p.md:6: {said}")


@pytest.mark.parametrize(("line", "key", "value"), RIGHT)
def test_what_can_be_right_is_read(line: str, key: str, value: Any, tmp_path: Path) -> None:
    """Every kind of value has its meaning."""
    assert value == getattr(_read(line, tmp_path), key)


def test_digits_in_a_record_are_its_text(tmp_path: Path) -> None:
    """A tag's key that an editor wrote without quotes is the same key."""
    (tag,) = _read("tags: [{kind: person, text: X, key: 82}]", tmp_path).tags

    assert "82" == tag.key


def test_a_key_without_a_value_says_nothing(tmp_path: Path) -> None:
    """A speaker whose person was taken out is an unknown speaker."""
    (speaker,) = _read("speakers: [{label: X, person: null, anchor: null}]", tmp_path).speakers

    assert (None, "") == (speaker.person, speaker.anchor)
