"""``chronicle build`` gives what ``mkdocs build`` gives, once, and never a mixture."""

from __future__ import annotations

import shutil
from importlib.metadata import version
from pathlib import Path

import pytest

from generator.errors import ContentError
from generator.rendering import options
from generator.rendering.build import build
from generator.rendering.options import Options
from tests.rendering.small_site import cold, make, retitle, tree, warm
from tests.site_builder import run_module

pytestmark = pytest.mark.site


@pytest.fixture(scope="module")
def once(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A small site, built by two processes."""
    folder = tmp_path_factory.mktemp("once")
    make(folder)
    warm(folder, jobs=2)
    return folder


@pytest.fixture
def built(once: Path, tmp_path: Path) -> Path:
    """A copy of the built site to change."""
    folder = tmp_path / "built"
    shutil.copytree(once, folder, ignore=shutil.ignore_patterns("cache"))
    warm(folder)
    return folder


def test_it_gives_what_mkdocs_gives(once: Path) -> None:
    """Every file, byte for byte."""
    result = run_module("mkdocs", "build", "-q", "-f", "cold.yml", folder=once)
    assert 0 == result.returncode, result.stderr
    ours, theirs = tree(once / "site"), tree(once / "cold")

    assert [] == [n for n in ours.keys() | theirs.keys() if ours.get(n) != theirs.get(n)]


def test_it_gives_what_mkdocs_gives_page_by_page(built: Path) -> None:
    """With a hook that may look at each page MkDocs renders them all; the bytes are the same."""
    (built / "hook.py").write_text("def on_pre_page(page, **others):\n    return page\n", "utf-8")
    with (built / "cold.yml").open("a", encoding="utf-8") as config:
        config.write("hooks: [hook.py]\n")
    result = run_module("mkdocs", "build", "-q", "-f", "cold.yml", folder=built)
    assert 0 == result.returncode, result.stderr
    ours, theirs = tree(built / "site"), tree(built / "cold")

    assert [] == [n for n in ours.keys() | theirs.keys() if ours.get(n) != theirs.get(n)]


def test_plugins_and_hooks_begin_and_end(built: Path) -> None:
    """A hook that fetches something first and puts it away at the end can do so."""
    (built / "hook.py").write_text(
        "from pathlib import Path\n\n"
        "def on_startup(command, dirty):\n    Path('began').write_text(f'{command} {dirty}')\n\n"
        "def on_shutdown():\n    Path('began').rename('ended')\n",
        "utf-8",
    )
    with (built / "site.yml").open("a", encoding="utf-8") as config:
        config.write("hooks: [hook.py]\n")
    result = run_module("generator", "build", "--config", "site.yml", folder=built)

    assert ("build False", True) == (
        (built / "ended").read_text("utf-8"),
        "the hook 'hook.py' wants to see every page" in result.stderr,
    )


def test_a_document_that_the_configuration_excludes_is_shown_nowhere(built: Path) -> None:
    """Neither its page nor an entry of it in any list, feed or index."""
    page = next((built / "content/events").rglob("oruna-3.md"))
    retitle(page, "Not for readers")
    shown = {name for name, data in tree(warmed(built)).items() if b"Not for readers" in data}
    with (built / "site.yml").open("a", encoding="utf-8") as config:
        config.write(f"exclude_docs: {page.relative_to(built / 'content')}\n")
    left = {name for name, data in tree(warmed(built)).items() if b"Not for readers" in data}

    assert (True, set()) == (len(shown) > 3, left)


def test_nothing_changed_builds_nothing(built: Path) -> None:
    """A second build finds that there is nothing to do."""
    assert 0 == warm(built).built


def test_one_changed_title_builds_few_pages(built: Path) -> None:
    """The document, its neighbours, its hub pages; not the other documents."""
    pages = sorted((built / "content/events").rglob("*.md"))
    retitle(pages[0], "Another title")
    summary = warm(built)
    documents = [path for path, _ in summary.each if path.startswith("events/")]

    assert 1 <= len(documents) < len(pages) / 2
    assert (documents[0], True) == (
        pages[0].relative_to(built / "content").as_posix(),
        "changed" in summary.reasons,
    )


def test_a_file_that_somebody_changed_in_the_site_is_mended(built: Path) -> None:
    """The site is what the content says, whatever happened to it."""
    before = tree(built / "site")
    (built / "site/index.html").write_text("spoilt", "utf-8")
    (built / "site/robots.txt").unlink(missing_ok=True)
    warm(built)

    assert before == tree(built / "site")


def test_broken_content_leaves_the_site(built: Path) -> None:
    """A page that cannot be read is named, and the last good site stands."""
    before = tree(built / "site")
    page = sorted((built / "content/events").rglob("*.md"))[0]
    page.write_text("no front matter", "utf-8")
    with pytest.raises(ContentError) as caught:
        warm(built)

    assert (page.name, before) == (
        Path(caught.value.problems[0].path).name,
        tree(built / "site"),
    )


def test_every_problem_is_told_at_once(built: Path) -> None:
    """Of a page and of the registry, by both ways of building."""
    page = sorted((built / "content/events").rglob("*.md"))[0]
    page.write_text("no front matter", "utf-8")
    with (built / "content/registry/people.yml").open("a", encoding="utf-8") as people:
        people.write("nobody: 1\n")
    with pytest.raises(ContentError) as caught:
        warm(built)
    told = {Path(problem.path).name for problem in caught.value.problems}
    result = run_module("mkdocs", "build", "-q", "-f", "cold.yml", folder=built)

    assert ({page.name, "people.yml"}, True, True) == (
        told,
        page.name in result.stderr,
        "people.yml" in result.stderr,
    )


def test_strict_takes_a_warning_for_an_error(built: Path) -> None:
    """A broken link in a hand-written page ends a strict build."""
    (built / "content/about/index.md").write_text("[gone](gone.md)\n", "utf-8")
    with pytest.raises(ContentError, match="1 warning in strict mode"):
        build(Options(config=built / "site.yml", cache=built / "cache", strict=True))


def test_hidden_files_of_the_site_stay(built: Path) -> None:
    """A .git folder in the site survives a build of every page, as with MkDocs."""
    (built / "site/.git").mkdir()
    (built / "site/.git/HEAD").write_text("ref", "utf-8")
    build(Options(config=built / "site.yml", cache=built / "cache", all=True))

    assert "ref" == (built / "site/.git/HEAD").read_text("utf-8")


def warmed(folder: Path) -> Path:
    """The site, brought up to date."""
    warm(folder)
    return folder / "site"


def test_new_version_of_a_writer_builds_everything(
    built: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """A newer Babel may say dates otherwise: no page of the old one is left beside its own."""
    newer = {"babel": "0"}
    monkeypatch.setattr(options, "version", lambda name: newer.get(name) or version(name))
    options._versions.cache_clear()
    try:
        summary = warm(built)
    finally:
        options._versions.cache_clear()

    assert {"another version or configuration"} == set(summary.reasons)


def test_what_stands_is_not_written_again(built: Path) -> None:
    """A changed name rebuilds every page, and writes those alone that say something else."""
    stood = {path: path.stat().st_mtime_ns for path in (built / "site").rglob("*")}
    registry = built / "content/registry/people.yml"
    registry.write_text(registry.read_text("utf-8").replace("Elena Vark", "Elena Varkas"), "utf-8")
    summary = warm(built, jobs=2)
    written = {
        path.name
        for path in (built / "site").rglob("*.*")
        if stood.get(path) != path.stat().st_mtime_ns
    }
    cold(built)

    assert ({"registry changed"}, True, False) == (
        set(summary.reasons),
        tree(built / "site") == tree(built / "cold"),
        "record.json" in written,
    )


def test_site_that_something_else_touched_is_replaced_whole(built: Path) -> None:
    """A file that nobody made is gone after the build, and a lost one is back."""
    (built / "site/index.html").unlink()
    (built / "site/stray.html").write_text("?", "utf-8")
    warm(built)
    cold(built)

    assert tree(built / "site") == tree(built / "cold")


def test_broken_link_of_a_page_by_hand_is_told(built: Path) -> None:
    """The page and the link are named."""
    (built / "content/about/index.md").write_text("# About\n\n[Gone](gone.md)\n", "utf-8")
    told: list[str] = []
    build(Options(config=built / "site.yml", cache=built / "cache", warn=told.append))

    assert [True] == ["about/index.md" in line and "gone.md" in line for line in told]
