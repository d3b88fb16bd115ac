"""A correction in the front matter moves no page, and what would is told."""

from __future__ import annotations

import json
from collections.abc import Callable
from pathlib import Path

from click.testing import Result

from generator.store import pages

Run = Callable[..., Result]
PAGE = Path("content/events/2031/kremlin-912345.md")


def _edit(old: str, new: str) -> None:
    PAGE.write_text(PAGE.read_text("utf-8").replace(old, new, 1), "utf-8")


def _errors(run: Run) -> list[str]:
    findings = json.loads(run("check", "--format", "json").stdout)
    return [finding["kind"] for finding in findings if finding["severity"] == "error"]


def test_corrected_date_keeps_the_address(archive: Path, run: Run) -> None:
    """A page whose year was mended stays where every link to it leads."""
    run("ingest", "meeting.txt")
    _edit('date: "2031-05-12"', 'date: "2029-05-12"')

    event = pages.read_event(PAGE, Path("content"))
    assert (2029, "events/2031/kremlin-912345/") == (event.date and event.date.year, event.url)


def test_corrected_date_is_no_error_and_makes_no_second_page(archive: Path, run: Run) -> None:
    """``check`` is content with it, and ``ingest`` finds the page again."""
    run("ingest", "meeting.txt")
    _edit('date: "2031-05-12"', 'date: "2029-05-12"')
    result = run("ingest", "meeting.txt")

    assert ("1 unchanged\n", []) == (result.stdout, _errors(run))


def test_id_that_is_not_the_files_name_is_told(archive: Path, run: Run) -> None:
    """An id edited by hand would make a second page of the next reading."""
    run("ingest", "meeting.txt")
    _edit("id: kremlin-912345", "id: kremlin-912346")

    assert ["misnamed"] == _errors(run)


def test_page_that_stands_twice_is_told(archive: Path, run: Run) -> None:
    """A copy of a page in another year's folder is named beside its twin, and the twin too."""
    run("ingest", "meeting.txt")
    twin = archive / "content/events/2030" / PAGE.name
    twin.parent.mkdir()
    twin.write_bytes(PAGE.read_bytes())
    result = run("check")

    assert (1, 2) == (result.exit_code, result.stdout.count("the same document as"))


def test_page_outside_a_years_folder_is_told(archive: Path, run: Run) -> None:
    """A page right below events/ would have wrong links; where it belongs is said."""
    run("ingest", "meeting.txt")
    PAGE.rename(archive / "content/events" / PAGE.name)

    assert "move it to events/2031/kremlin-912345.md" in run("check").stdout
