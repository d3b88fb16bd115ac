"""Which files of ``content/events/`` are pages."""

from __future__ import annotations

from pathlib import Path

import pytest

from generator.store.pages import event_files


@pytest.fixture
def content(tmp_path: Path) -> Path:
    """An archive with two years."""
    for name in ("2030/b.md", "2030/a.md", "2030-31/c.md", "2030/a.txt"):
        path = tmp_path / "content/events" / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text("", "utf-8")
    return tmp_path / "content"


def _names(content: Path) -> list[str]:
    return [path.relative_to(content / "events").as_posix() for path in event_files(content)]


def test_pages_come_in_order_of_path(content: Path) -> None:
    """Folder by folder, as the chronicle is loaded by every command."""
    assert ["2030/a.md", "2030/b.md", "2030-31/c.md"] == _names(content)


def test_a_linked_year_is_a_year(content: Path) -> None:
    """MkDocs follows the link as well: its pages are documents, not bare Markdown."""
    (content / "events/2030-31").rename(content.parent / "elsewhere")
    (content / "events/2031").symlink_to(content.parent / "elsewhere")

    assert ["2030/a.md", "2030/b.md", "2031/c.md"] == _names(content)


def test_hidden_files_are_no_pages(content: Path) -> None:
    """An editor's lock is a link to nowhere."""
    (content / "events/2030/.#a.md").symlink_to("somebody@host.1:2")
    (content / "events/.drafts").mkdir()
    (content / "events/.drafts/d.md").write_text("", "utf-8")

    assert ["2030/a.md", "2030/b.md", "2030-31/c.md"] == _names(content)
