"""``chronicle verify``: every document that the site shows, and no other."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest
from click.testing import Result

Run = Callable[..., Result]
LEAVING_OUT = (
    "exclude_docs: |\n  events/2031/*\n",
    "draft_docs: kremlin-912345.md\n",
    "INHERIT: base.yml\n",
)


@pytest.fixture
def unbuilt(archive: Path, run: Run) -> Path:
    """An archive with one document, and a site without its page."""
    run("ingest", "meeting.txt")
    (archive / "site").mkdir()
    (archive / "base.yml").write_text("site_name: Base\nexclude_docs: events/*\n", "utf-8")
    return archive


def test_a_missing_page_is_a_difference(unbuilt: Path, run: Run) -> None:
    """Without a configuration every document has a page."""
    result = run("verify", "--jobs", "1")

    assert (1, True) == (result.exit_code, "index.html is missing" in result.stderr)


@pytest.mark.parametrize("lines", LEAVING_OUT)
def test_a_document_that_is_not_published_has_no_page(unbuilt: Path, run: Run, lines: str) -> None:
    """The configuration left it out, in whichever way: that is no difference, but is told."""
    (unbuilt / "mkdocs.yml").write_text(f"site_name: Made up\n{lines}", "utf-8")
    result = run("verify", "--jobs", "1")

    assert (0, "mkdocs.yml leaves 1 of 1 documents out of the site\n") == (
        result.exit_code,
        result.stderr,
    )


def test_another_document_left_out_hides_no_missing_page(unbuilt: Path, run: Run) -> None:
    """Only the documents that are named are not looked for."""
    (unbuilt / "mkdocs.yml").write_text("exclude_docs: events/2030/*\n", "utf-8")
    result = run("verify", "--jobs", "1")

    assert 1 == result.exit_code


@pytest.mark.parametrize("lines", ["exclude_docs: [", "exclude_docs: {a: b}", "INHERIT: no.yml"])
def test_a_broken_configuration_is_one_clear_line(unbuilt: Path, run: Run, lines: str) -> None:
    """Nobody can tell what it leaves out."""
    (unbuilt / "mkdocs.yml").write_text(f"{lines}\n", "utf-8")
    result = run("verify", "--jobs", "1")

    assert (1, 1, True) == (
        result.exit_code,
        result.stderr.count("\n"),
        result.stderr.startswith("mkdocs.yml: "),
    ), result.stderr
