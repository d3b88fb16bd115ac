"""Every golden is read as the file beside it says."""

from __future__ import annotations

from pathlib import Path

import pytest

from generator.sources.discovery import readers
from tests.sources import goldens


@pytest.mark.parametrize(
    "path", list(goldens.sources()), ids=lambda path: f"{path.parent.name}/{path.name}"
)
def test_golden(path: Path) -> None:
    """The reading equals the expectation beside the source."""
    assert goldens.expected(path) == goldens.reading(path)


@pytest.mark.parametrize("name", list(readers()))
def test_reader_has_goldens(name: str) -> None:
    """A reader without a golden is not finished."""
    assert any((goldens.ROOT / name).glob("*.yml"))


@pytest.mark.parametrize("name", list(readers()))
def test_reader_has_a_heading(name: str) -> None:
    """The page on sources has a heading for each reader."""
    page = Path(__file__).parents[2] / "docs" / "sources.md"

    assert f"\n## {name}\n" in page.read_text(encoding="utf-8")
