"""Dated facts of a source come to stand at the end of a file that is a person's."""

from __future__ import annotations

from pathlib import Path

import pytest

from generator import registry
from generator.errors import ContentError
from generator.ingest import milestones
from generator.model import Edtf, Milestone

FACT = Milestone(
    id="1925-03-02-us-xa",
    date=Edtf.parse("1925-03-02"),
    kind="treaty",
    parties=("US", "XA"),
    titles={"ru": "Договор о торговле", "en": "Treaty of Commerce"},
    notes={"en": "Signed at Strelsau"},
    source="https://example.org/commerce",
)
COUNTRIES = "XA:\n  names: {ru: Руритания, en: Ruritania}\n"
THERE = """# By hand.
1922-07-28-us-xa:
  date: 1922-07-28
  kind: recognition
  parties: [US, XA]
  titles: {ru: Признание, en: Recognition}
  source: https://example.org/recognition
"""


@pytest.fixture
def content(tmp_path: Path) -> Path:
    """An archive with a registry of one country."""
    folder = tmp_path / "registry"
    folder.mkdir()
    (folder / "countries.yml").write_text(COUNTRIES, "utf-8")
    return tmp_path


def _add(content: Path, text: str) -> str:
    path = content / "registry/milestones.yml"
    path.write_text(text, "utf-8")
    milestones.add(content, registry.load(path.parent), [FACT])
    return path.read_text("utf-8")


@pytest.mark.parametrize("text", ["", "# nothing yet\n", THERE, THERE.rstrip(), "\ufeff" + THERE])
def test_a_fact_comes_behind_what_stands_there(content: Path, text: str) -> None:
    """The file as it was, then the fact; the registry reads both."""
    found = _add(content, text)

    assert (True, FACT.titles) == (
        found.startswith(text.rstrip()),
        registry.load(content / "registry").milestones[FACT.id].titles,
    )


def test_a_remark_of_the_source_is_a_note(content: Path) -> None:
    """What the source adds to a fact stands under the registry's own name for it."""
    _add(content, "")

    assert "Signed at Strelsau" == registry.load(content / "registry").milestones[FACT.id].note


@pytest.mark.parametrize("text", ["{}\n", THERE + "...\n", "{a: b}\n"])
def test_a_file_that_cannot_be_extended_stays(content: Path, text: str) -> None:
    """Braces have no end at which a fact could stand: the file is left, and that is an error."""
    known = registry.load(content / "registry")
    path = content / "registry/milestones.yml"
    path.write_text(text, "utf-8")
    with pytest.raises(ContentError, match=r"milestones\.yml: no entry can be put at the end"):
        milestones.add(content, known, [FACT])

    assert text == path.read_text("utf-8")
