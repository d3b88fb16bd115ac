"""What the operating system refuses is told in one line, and the rest is done."""

from __future__ import annotations

import json
import os
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path

import pytest
from click.testing import Result

from generator.store.files import write_atomically
from tests.cli.conftest import TRANSCRIPT

Run = Callable[..., Result]
GOLDEN = Path(__file__).parents[1] / "goldens/state_timelines/ruritania.xml"
REFUSED = "cannot be read or written (Permission denied); check the path, its rights and the disk"


def _write_but_the_first(path: Path, text: str) -> bool:
    if path.stem == "kremlin-1":
        raise PermissionError(13, "Permission denied", str(path))
    return write_atomically(path, text)


def test_relink_names_a_page_that_cannot_be_written(
    archive: Path, run: Run, monkeypatch: pytest.MonkeyPatch
) -> None:
    """The page and the reason stand in one line; the others are relinked."""
    for number in "12":
        (archive / "meeting.txt").write_text(TRANSCRIPT.replace("912345", number), "utf-8")
        run("ingest", "meeting.txt")
    people = archive / "content/registry/people.yml"
    people.write_text(people.read_text("utf-8").replace("elina-vark", "elina-varkas"), "utf-8")
    monkeypatch.setattr("generator.ingest.relink.write_atomically", _write_but_the_first)
    result = run("relink", "--jobs", "1")

    assert (1, "1 failed, 1 relinked\n", True) == (
        result.exit_code,
        result.stdout,
        result.stderr.startswith(f"content/events/2031/kremlin-1.md: {REFUSED}"),
    )


@pytest.mark.parametrize("command", [("ingest", "meeting.txt", "--report"), ("check", "--suggest")])
def test_a_file_that_cannot_be_written_is_told_before_the_work(
    command: tuple[str, ...], archive: Path, run: Run
) -> None:
    """Nobody waits for a report that has nowhere to stand."""
    result = run(*command, "meeting.txt/report.json")

    assert (1, "meeting.txt/report.json: cannot be written there; ", "", False) == (
        result.exit_code,
        result.stderr.split("name a file")[0],
        result.stdout,
        (archive / "content/events").exists(),
    )


def test_a_report_is_written_where_the_milestones_cannot_be(archive: Path, run: Run) -> None:
    """Facts that find no place in the registry are one failure beside the documents."""
    (archive / "content/registry/milestones.yml").write_text("{}\n", "utf-8")
    result = run("ingest", "meeting.txt", str(GOLDEN), "--report", "report.json")
    rows = json.loads((archive / "report.json").read_text("utf-8"))

    assert (1, "1 failed, 1 new\n", ["new", "failed"]) == (
        result.exit_code,
        result.stdout,
        [row["outcome"] for row in rows],
    )


def test_a_folder_that_leads_in_a_circle_stops_no_other(archive: Path, run: Run) -> None:
    """What cannot be walked is named; the file named after it is read."""
    (archive / "circle").symlink_to("circle")
    (archive / "folder").mkdir()
    (archive / "folder/self").symlink_to("self")
    result = run("ingest", "circle", "folder", "meeting.txt")

    assert (1, "2 failed, 1 new\n") == (result.exit_code, result.stdout)


def test_a_name_that_is_no_text_is_reported_with_escapes(archive: Path) -> None:
    """A file from an old disk, whose name is in no encoding of ours, has its row too."""
    name = os.fsdecode(b"old-\xe9.txt")
    try:
        (archive / name).write_text(TRANSCRIPT, "utf-8")
    except OSError:
        pytest.skip("this file system knows only names that are text")
    result = _shell(["ingest", name, "--report", "report.json"], subprocess.PIPE)

    assert (0, "1 new\n", [name]) == (
        result.returncode,
        result.stdout,
        [row["input"] for row in json.loads((archive / "report.json").read_text("utf-8"))],
    )


@pytest.mark.skipif(not Path("/dev/full").exists(), reason="there is no disk that is always full")
def test_a_full_disk_is_one_line(archive: Path) -> None:
    """Where nothing more can be printed the command says so and ends with 1."""
    with Path("/dev/full").open("w") as full:
        result = _shell(["parse", "meeting.txt"], full.fileno())

    assert (1, ["chronicle: cannot be read or written (No space left on device)"]) == (
        result.returncode,
        [line.split(";")[0] for line in result.stderr.splitlines()],
    )


def _shell(arguments: list[str], output: int) -> subprocess.CompletedProcess[str]:
    return subprocess.run(
        [sys.executable, "-m", "generator", *arguments],
        stdout=output,
        stderr=subprocess.PIPE,
        text=True,
        check=False,
    )
