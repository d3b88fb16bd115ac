"""Which files count, and which are not there."""

from __future__ import annotations

from pathlib import Path

import pytest

from generator.rendering import stamps
from generator.rendering.stamps import Root, Watched


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """A folder with a page, an original and an editor's draft."""
    for name in ("page.md", "sources/page.html", ".page.md.swp", ".drafts/page.md"):
        path = tmp_path / name
        path.parent.mkdir(exist_ok=True)
        path.write_text("text", "utf-8")
    return tmp_path


@pytest.mark.parametrize(
    ("hidden", "names"),
    [(False, ["page.md"]), (True, [".drafts/page.md", ".page.md.swp", "page.md"])],
)
def test_files_of_a_root(folder: Path, hidden: bool, names: list[str]) -> None:
    """Neither a folder that is left out nor, unless asked for, hidden names."""
    root = Root(str(folder), skip=(f"{folder}/sources",), hidden=hidden)
    found = sorted(path.removeprefix(f"{folder}/") for path, _ in root.files())

    assert (names, True) == (found, all(root.counts(f"{folder}/{name}") for name in names))


@pytest.mark.parametrize(
    "name", ["sources", "sources/page.html", ".page.md.swp", ".drafts/page.md"]
)
def test_what_does_not_count(folder: Path, name: str) -> None:
    """A change of it is none of the root's."""
    root = Root(str(folder), skip=(f"{folder}/sources",), hidden=False)

    assert False is root.counts(f"{folder}/{name}")


def test_a_link_to_nowhere_is_no_file(folder: Path) -> None:
    """Emacs makes one beside every file with unsaved changes."""
    (folder / "#page.md").symlink_to("somebody@host.1:2")

    assert f"{folder}/#page.md" not in dict(stamps.scan(folder))


def test_a_file_that_goes_after_it_was_listed_was_never_there(
    folder: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """It is gone when its bytes are to be read."""

    def gone(path: str | Path) -> str:
        raise FileNotFoundError(path)

    monkeypatch.setattr(stamps, "digest_of", gone)
    watched = Watched((Root(str(folder)),), "none")
    watched.look()

    assert ({}, {}) == (watched.digests, watched.stamps)
