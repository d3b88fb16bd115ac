"""``chronicle pages``: what a configuration publishes, and nobody else's files touched."""

from __future__ import annotations

import re
import shutil
from collections.abc import Callable
from pathlib import Path

import pytest
import yaml
from click.testing import Result

from generator.store.files import write_atomically
from tests.site_builder import ROOT, configure, run_module

Run = Callable[..., Result]
KEY = "kremlin-912345"
EVENT = f"events/2031/{KEY}.md"


@pytest.fixture
def content(archive: Path, run: Run) -> Path:
    """The archive's folder with one document and its configuration."""
    run("ingest", "meeting.txt")
    configure(archive)
    return archive / "content"


@pytest.fixture
def out(content: Path, run: Run) -> Path:
    """A folder that the command has filled."""
    result = run("pages", "out")
    assert 0 == result.exit_code, result.stderr
    return content.parent / "out"


def set_option(text: str) -> None:
    """Add lines to the configuration."""
    with Path("mkdocs.yml").open("a", encoding="utf-8") as config:
        config.write(f"{text}\n")


def files(folder: Path) -> dict[str, bytes]:
    """Every file of a folder."""
    return {str(path): path.read_bytes() for path in folder.rglob("*") if path.is_file()}


def test_a_folder_of_somebody_elses_files_is_left_alone(content: Path, run: Run) -> None:
    """Files that stood there first stand there still, and nothing came."""
    thesis = content.parent / "out/docs/thesis.md"
    thesis.parent.mkdir(parents=True)
    thesis.write_text("mine", "utf-8")
    before = files(content.parent / "out")
    result = run("pages", "out")

    assert (1, before) == (result.exit_code, files(content.parent / "out"))
    assert (
        "out: files stand in it that this command did not write; name a new or an empty folder\n"
        == result.stderr
    )


def test_the_projects_own_folder_is_left_alone(content: Path, run: Run) -> None:
    """In a clone ``chronicle pages .`` would overwrite the configuration that it reads."""
    before = files(content.parent)
    result = run("pages", ".")

    assert (1, before) == (result.exit_code, files(content.parent))


def test_the_archives_folder_is_left_alone(content: Path, run: Run) -> None:
    """Pages written among those that are read would be read the next time."""
    result = run("pages", "content/out")

    assert (1, False) == (result.exit_code, (content / "out").exists())


def test_an_empty_folder_is_filled(content: Path, run: Run) -> None:
    """A folder may stand already."""
    (content.parent / "out").mkdir()
    result = run("pages", "out")

    assert (0, True) == (result.exit_code, (content.parent / "out/docs" / EVENT).is_file())


def test_the_next_run_removes_a_page_that_is_no_more(content: Path, out: Path, run: Run) -> None:
    """The page of a document that was removed goes, with its folder."""
    (content / EVENT).unlink()
    result = run("pages", "out")

    assert (0, False) == (result.exit_code, (out / "docs/events").exists())


def test_the_next_run_leaves_a_file_that_came(out: Path, run: Run) -> None:
    """A file that somebody put among the pages stays."""
    thesis = out / "docs/thesis.md"
    thesis.write_text("mine", "utf-8")
    result = run("pages", "out")

    assert (0, "mine") == (result.exit_code, thesis.read_text("utf-8"))


def test_the_next_run_leaves_a_page_that_was_edited(out: Path, run: Run) -> None:
    """An edit is not overwritten; the page is named, and what to do."""
    page = out / "docs/people/index.md"
    page.write_text("mine", "utf-8")
    result = run("pages", "out")

    assert (1, "mine") == (result.exit_code, page.read_text("utf-8"))
    assert result.stderr.startswith("out/docs/people/index.md: ")


def test_the_next_run_leaves_an_edited_page_that_is_no_more(
    content: Path, out: Path, run: Run
) -> None:
    """Nor is an edit removed with the document."""
    page = out / "docs" / EVENT
    page.write_text("mine", "utf-8")
    (content / EVENT).unlink()
    result = run("pages", "out")

    assert (1, "mine") == (result.exit_code, page.read_text("utf-8"))


def test_the_next_run_leaves_a_file_that_is_a_page_word_for_word(
    content: Path, out: Path, run: Run
) -> None:
    """Who put it there may need it when the page is no more."""
    page = content / "about.md"
    copy = out / "docs/about.md"
    for path in (page, copy):
        path.write_text("# Mine\n", "utf-8")
    results = [run("pages", "out")]
    page.unlink()
    results.append(run("pages", "out"))

    assert ([0, 0], True) == ([result.exit_code for result in results], copy.exists())


def test_a_killed_run_is_finished_by_the_next(
    content: Path, run: Run, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Killed after any file, the command knows its own files."""
    left = 3

    def dying(path: Path, data: bytes | str) -> bool:
        nonlocal left
        left -= 1
        if not left:
            raise KeyboardInterrupt
        return write_atomically(path, data)

    with monkeypatch.context() as patched:
        patched.setattr("generator.pages.written.write_atomically", dying)
        killed = run("pages", "out")
    again = run("pages", "out")

    assert (True, 0) == (killed.exit_code != 0, again.exit_code), again.stderr


@pytest.mark.parametrize("option", ["exclude_docs", "draft_docs"])
def test_what_the_configuration_leaves_out_is_not_written(
    content: Path, run: Run, option: str
) -> None:
    """Neither the page of a document that is left out nor a word of it in any list."""
    set_option(f"{option}: {EVENT}")
    run("pages", "out")
    shown = [name for name, data in files(content.parent / "out").items() if KEY in str(data)]

    assert [] == [name for name in shown if not name.endswith("/mkdocs.yml")]


def test_options_may_be_written_as_a_mapping(content: Path, run: Run) -> None:
    """MkDocs reads plugins with their options from a mapping too."""
    text = Path("mkdocs.yml").read_text("utf-8")
    mapping = "plugins: {chronicle: {languages: [en]}}"
    Path("mkdocs.yml").write_text(text.replace("plugins: [chronicle]", mapping), "utf-8")
    run("pages", "out")
    home = content.parent / "out/docs/index.md"

    assert (True, False) == (
        "language: en" in home.read_text("utf-8"),
        home.with_name("en").exists(),
    )


def test_the_theme_of_an_inherited_configuration_is_found(content: Path, run: Run) -> None:
    """As MkDocs does, from the folder of the configuration that inherits."""
    folder = content.parent
    shutil.copytree(ROOT / "overrides", folder / "dress")
    (folder / "shared").mkdir()
    base = Path("mkdocs.yml").read_text("utf-8")
    base = re.sub(r"custom_dir: .*/overrides", "custom_dir: dress", base)
    (folder / "shared/base.yml").write_text(base, "utf-8")
    Path("mkdocs.yml").write_text("INHERIT: shared/base.yml\n", "utf-8")
    result = run("pages", "out")
    written = yaml.safe_load((folder / "out/mkdocs.yml").read_text("utf-8"))

    assert (0, "../dress") == (result.exit_code, written["theme"]["custom_dir"]), result.stderr


def test_feeds_know_the_sites_address(content: Path, run: Run) -> None:
    """The address of the site stands before those in a feed."""
    set_option("site_url: https://example.org/sub/")
    run("pages", "out")
    feed = (content.parent / "out/docs/feed.xml").read_text("utf-8")

    assert f"https://example.org/sub/events/2031/{KEY}/" in feed


@pytest.mark.site
def test_pages_are_those_of_the_site(content: Path, out: Path) -> None:
    """MkDocs without this program gives the same pages, but for the search's."""
    for folder in (content.parent, out):
        result = run_module("mkdocs", "build", "-q", folder=folder)
        assert 0 == result.returncode, result.stderr
    ours, theirs = content.parent / "site", out / "site"
    pages = {path.relative_to(ours) for path in ours.rglob("*.html")}

    assert [] == [
        page
        for page in sorted(pages)
        if page.parent.name != "search"
        and (ours / page).read_bytes() != (theirs / page).read_bytes()
    ]
