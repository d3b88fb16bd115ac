"""A build sees every change of what a site is made from, wherever it stands."""

from __future__ import annotations

import os
import shutil
from pathlib import Path

import pytest

from generator.rendering.build import build
from generator.rendering.options import Options, Summary
from tests.rendering.small_site import make
from tests.site_builder import run_module

pytestmark = pytest.mark.site


@pytest.fixture(scope="module")
def archive(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A small archive that nobody changes."""
    folder = tmp_path_factory.mktemp("archive")
    make(folder)
    return folder


@pytest.fixture
def folder(archive: Path, tmp_path: Path) -> Path:
    """A copy of the archive to build and change."""
    shutil.copytree(archive, tmp_path, dirs_exist_ok=True)
    return tmp_path


def configure(folder: Path, more: str) -> None:
    """Add to the configuration."""
    with (folder / "site.yml").open("a", encoding="utf-8") as config:
        config.write(more)


def warm(folder: Path) -> Summary:
    """Build on top of the last build, with the cache where the command has it."""
    return build(Options(config=folder / "site.yml", cache=folder / ".cache/chronicle"))


def about(folder: Path) -> str:
    """The page that is written by hand, brought up to date."""
    warm(folder)
    return (folder / "site/about/index.html").read_text("utf-8")


def test_a_variable_of_the_environment_is_a_part_of_the_configuration(
    folder: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """The site names whom this run names, not that of the last one."""
    configure(folder, "copyright: !ENV [NAMED_HERE, nobody]\n")
    before = about(folder)
    monkeypatch.setenv("NAMED_HERE", "Someone else")

    assert (False, True) == (
        "Someone else" in before,
        "Someone else" in about(folder),
    )


def test_other_variables_are_no_change(folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """A build asks only for those that the configuration names."""
    warm(folder)
    monkeypatch.setenv("NAMED_NOWHERE", "something")

    assert 0 == warm(folder).built


def test_a_changed_hook_is_run(folder: Path) -> None:
    """What it does to pages shows after the next build."""
    hook = folder / "hook.py"
    text = "def on_page_content(html, **others):\n    return html + 'first words'\n"
    hook.write_text(text, "utf-8")
    configure(folder, "hooks: [hook.py]\n")
    told = []
    for words in ("first", "wholly other"):
        hook.write_text(text.replace("first", words), "utf-8")
        # MkDocs loads a hook once a process.
        run_module("generator", "build", "--config", "site.yml", folder=folder)
        told.append(f"{words} words" in (folder / "site/about/index.html").read_text("utf-8"))

    assert [True, True] == told


def test_nothing_changed_after_a_build_by_mkdocs_alone(folder: Path) -> None:
    """The second run finds that there is nothing to do."""
    (folder / "hook.py").write_text("", "utf-8")
    configure(folder, "hooks: [hook.py]\n")
    warm(folder)

    assert 0 == warm(folder).built


@pytest.mark.parametrize("watch", ["extra.txt", "."])
def test_a_watched_file_is_read_again(folder: Path, watch: str) -> None:
    """A snippet outside content/ changed; a folder with the site in it may be watched too."""
    (folder / "extra.txt").write_text("first words", "utf-8")
    configure(
        folder,
        f"watch: [{watch}]\n"
        f"markdown_extensions: [{{pymdownx.snippets: {{base_path: {folder.as_posix()}}}}}]\n",
    )
    page = folder / "content/about/index.md"
    page.write_text('# About\n\n--8<-- "extra.txt"\n', "utf-8")
    before = about(folder)
    again = warm(folder).built
    (folder / "extra.txt").write_text("other words", "utf-8")

    assert (True, 0, True) == ("first words" in before, again, "other words" in about(folder))


def test_the_bytes_of_a_copied_file_decide(folder: Path) -> None:
    """A file of the same size and time that says something else is copied."""
    source = folder / "content/about/note.txt"
    for words in ("aaaa", "bbbb"):
        source.write_text(words, "utf-8")
        os.utime(source, (1_700_000_000, 1_700_000_000))
        warm(folder)

    assert "bbbb" == (folder / "site/about/note.txt").read_text("utf-8")
