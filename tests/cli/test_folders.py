"""Which folders the commands take for an archive."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest
from click.testing import Result

Run = Callable[..., Result]
COMMANDS = [
    ("check",),
    ("relink",),
    ("verify", "--site", "."),
    ("pages", "out", "--config", "mkdocs.yml"),
    ("parse", "meeting.txt"),
    ("explain", "meeting.txt"),
]


@pytest.mark.parametrize("command", COMMANDS, ids=[command[0] for command in COMMANDS])
def test_a_misspelt_folder_is_an_error(command: tuple[str, ...], archive: Path, run: Run) -> None:
    """Nothing is in order in a folder that is not there, whatever the command."""
    (archive / "mkdocs.yml").write_text("site_name: x\n", "utf-8")
    result = run(*command, "--content", "tpyo")

    assert (1, True) == (
        result.exit_code,
        result.stderr.startswith("tpyo: there is no such folder; "),
    )


def test_a_folder_without_events_and_registry_is_no_archive(archive: Path, run: Run) -> None:
    """The project's folder is easily named instead of its content/."""
    result = run("check", "--content", ".")

    assert (1, True) == (result.exit_code, result.stderr.startswith(".: this is no archive: "))


def test_a_command_outside_a_project_is_an_error(
    archive: Path,
    run: Run,
    tmp_path_factory: pytest.TempPathFactory,
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    """The folder that is looked at when none is named must be there too."""
    monkeypatch.chdir(tmp_path_factory.mktemp("elsewhere"))
    result = run("check")

    assert (1, True) == (result.exit_code, result.stderr.startswith("content: there is no such"))


def test_parse_needs_no_archive(archive: Path, run: Run) -> None:
    """A source file can be looked at anywhere; without a registry nobody is known."""
    (archive / "content").rename(archive / "away")
    result = run("parse", "meeting.txt")

    assert (0, True) == (result.exit_code, '"kremlin-912345"' in result.stdout)


def test_ingest_says_that_it_begins_an_archive(archive: Path, run: Run) -> None:
    """A misspelt folder is seen at once, and a new archive can begin."""
    result = run("ingest", "meeting.txt", "--content", "new")

    assert (0, True, True) == (
        result.exit_code,
        result.stderr.startswith("warning: new is a new archive: "),
        (archive / "new/events/2031/kremlin-912345.md").is_file(),
    )
