"""Options that would give a wrong site end the build in one clear line; others build one."""

from __future__ import annotations

import shutil
from pathlib import Path

import pytest

from tests.site_builder import ROOT, configure, run_module

pytestmark = pytest.mark.site
FLAT = "use_directory_urls: false\n"
HOME = "plugins: {chronicle: {home_country: ru}}\n"
BUILDERS = (("mkdocs", "build"), ("generator", "build"), ("generator", "pages", "out"))


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """An archive without documents, and a site of an earlier build."""
    (tmp_path / "content/registry").mkdir(parents=True)
    (tmp_path / "site").mkdir()
    (tmp_path / "site/index.html").write_text("the last good site", "utf-8")
    return tmp_path


@pytest.mark.parametrize("builder", BUILDERS)
@pytest.mark.parametrize(
    ("lines", "told"),
    [
        (FLAT, "mkdocs.yml: use_directory_urls is off, "),
        (HOME, "mkdocs.yml: home_country 'ru' is no country's code; write RU\n"),
    ],
)
def test_what_cannot_be_is_refused(
    folder: Path, builder: tuple[str, ...], lines: str, told: str
) -> None:
    """By every command that makes pages."""
    config = configure(folder)
    kept = [line for line in config.read_text("utf-8").splitlines(True) if lines[:7] not in line]
    config.write_text("".join(kept) + lines, "utf-8")
    result = run_module(*builder, folder=folder)

    assert (1, True, False) == (
        result.returncode,
        told in result.stderr,
        "Traceback" in result.stderr,
    ), result.stderr


def test_flat_addresses_are_refused_before_the_site_is_emptied(folder: Path) -> None:
    """The last good site stands."""
    with configure(folder).open("a", encoding="utf-8") as config:
        config.write(FLAT)
    run_module("mkdocs", "build", folder=folder)

    assert "the last good site" == (folder / "site/index.html").read_text("utf-8")


@pytest.mark.parametrize("language", ["ru", "en"])
def test_the_projects_own_content_builds_in_one_language(tmp_path: Path, language: str) -> None:
    """No page written by hand has a link that only a site in two languages can hold."""
    shutil.copytree(ROOT / "content", tmp_path / "content")
    config = configure(tmp_path)
    text = config.read_text("utf-8")
    options = f"plugins: {{chronicle: {{languages: [{language}], search: false}}}}"
    config.write_text(text.replace("plugins: [chronicle]", options), "utf-8")
    result = run_module("mkdocs", "build", "--strict", folder=tmp_path)

    assert 0 == result.returncode, result.stderr
