"""``check``, ``relink`` and ``explain``: how an editor settles what is open."""

from __future__ import annotations

import json
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path

from click.testing import Result

from tests.cli.conftest import TRANSCRIPT

Run = Callable[..., Result]
PAGE = Path("content/events/2031/kremlin-912345.md")
PEOPLE = Path("content/registry/people.yml")
MERT = """
z-mert:
  names: {ru: Зора Мерт, en: Zora Mert}
  labels: [З.Мерт]
  country: XA
  sources: ["https://example.org/mert"]
"""


def _edit(old: str, new: str) -> None:
    text = PAGE.read_text("utf-8")
    assert old in text
    PAGE.write_text(text.replace(old, new, 1), "utf-8")


def _with_stranger(archive: Path) -> None:
    text = TRANSCRIPT.replace("Э.Варк:", "З.Мерт:")
    (archive / "meeting.txt").write_text(text, "utf-8")


def test_check_names_an_unknown_speaker_with_file_and_line(archive: Path, run: Run) -> None:
    """The label, its page and line, and an entry to paste."""
    _with_stranger(archive)
    run("ingest", "meeting.txt")
    result = run("check", "--format", "json")
    findings = [f for f in json.loads(result.stdout) if f["kind"] == "unknown-speaker"]

    assert (0, [True], [True], [True]) == (
        result.exit_code,
        [f["path"] == PAGE.as_posix() and f["line"] > 1 for f in findings],
        ["З.Мерт" in f["what"] for f in findings],
        ["labels:" in f["suggestion"] for f in findings],
    )


def test_check_ends_with_1_on_an_unknown_id(archive: Path, run: Run) -> None:
    """A person in the front matter who is not in the registry is an error."""
    run("ingest", "meeting.txt")
    PAGE.write_text(PAGE.read_text("utf-8").replace("elina-vark", "elina-wark"), "utf-8")
    result = run("check")

    assert (1, True) == (result.exit_code, "'elina-wark' in people" in result.stdout)


def test_check_asks_about_a_new_topic(archive: Path, run: Run) -> None:
    """A topic that is not curated is named with the nearest one, and harms nothing."""
    run("ingest", "meeting.txt")
    _edit("kind: meeting", "kind: meeting\ntopics: [enrgy]")
    result = run("check")

    assert (0, True) == (
        result.exit_code,
        "warning: 'enrgy' is a new topic; did you mean 'energy'?" in result.stdout,
    )


def test_check_asks_for_the_code_of_a_language(archive: Path, run: Run) -> None:
    """Browsers and search know languages by their codes alone."""
    run("ingest", "meeting.txt")
    _edit("language: ru", "language: Russian")
    result = run("check")

    assert (1, True) == (
        result.exit_code,
        f"{PAGE}:7: error: 'Russian' is no code of a language; write ru" in result.stdout,
    )


def test_check_and_relink_tell_of_a_value_and_go_on(archive: Path, run: Run) -> None:
    """A kind that does not exist is named with its line; the other page is read."""
    run("ingest", "meeting.txt")
    other = PAGE.with_name("kremlin-912346.md")
    other.write_text(PAGE.read_text("utf-8").replace("912345", "912346"), "utf-8")
    _edit("kind: meeting", "kind: meetng")
    said = f"{PAGE}:8: error: 'meetng' is no kind @ kind; did you mean 'meeting'?\n"
    check, relink = run("check"), run("relink")

    assert (1, True, 1, "1 failed, 1 unchanged\n") == (
        check.exit_code,
        said in check.stdout,
        relink.exit_code,
        relink.stdout,
    )


def test_check_ends_with_1_on_an_ambiguous_name(archive: Path, run: Run) -> None:
    """A label that two people answer to is linked to neither until an editor decides."""
    twin = MERT.replace("z-mert", "zina-mert").replace("Зора", "Зина")
    PEOPLE.write_text(PEOPLE.read_text("utf-8") + MERT + twin, "utf-8")
    _with_stranger(archive)
    run("ingest", "meeting.txt")
    result = run("check")

    assert (1, True, False) == (
        result.exit_code,
        "z-mert" in result.stdout and "zina-mert" in result.stdout,
        "person: z" in PAGE.read_text("utf-8"),
    )


def test_check_says_nothing_of_names_that_it_cannot_know(archive: Path, run: Run) -> None:
    """One slip in people.yml is one error: the people of the pages are not missing."""
    run("ingest", "meeting.txt")
    PEOPLE.write_text(PEOPLE.read_text("utf-8").replace("names:", "nmaes:", 1), "utf-8")
    result = run("check", "--format", "json")

    assert (1, {PEOPLE.as_posix()}, True) == (
        result.exit_code,
        {finding["path"] for finding in json.loads(result.stdout)},
        "not checked until the registry can be read" in result.stderr,
    )


def test_check_writes_suggestions(archive: Path, run: Run) -> None:
    """--suggest gives a file of registry entries."""
    _with_stranger(archive)
    run("ingest", "meeting.txt")
    run("check", "--suggest", "todo.yml")

    assert "З.Мерт" in (archive / "todo.yml").read_text("utf-8")


def test_relink_renews_links_and_nothing_else(archive: Path, run: Run) -> None:
    """A person added to the registry is linked; words and title stay."""
    _with_stranger(archive)
    run("ingest", "meeting.txt")
    body = PAGE.read_text("utf-8").split("\n---\n", 1)[1]
    PEOPLE.write_text(PEOPLE.read_text("utf-8") + MERT, "utf-8")
    run("relink")
    page = PAGE.read_text("utf-8")

    assert (True, body) == ("person: z-mert" in page, page.split("\n---\n", 1)[1])


def test_relink_leaves_an_editors_value(archive: Path, run: Run) -> None:
    """A list of people that a person wrote is not renewed."""
    run("ingest", "meeting.txt")
    old = "people: [boris-lim, elina-vark]"
    assert old in PAGE.read_text("utf-8")
    PAGE.write_text(PAGE.read_text("utf-8").replace(old, "people: [boris-lim]"), "utf-8")
    run("relink")

    assert "people: [boris-lim]" in PAGE.read_text("utf-8")


def test_relink_again_changes_nothing(archive: Path, run: Run) -> None:
    """The linker's values as they stand are left as they stand."""
    run("ingest", "meeting.txt")
    before = PAGE.read_bytes()
    result = run("relink")

    assert (before, "1 unchanged\n") == (PAGE.read_bytes(), result.stdout)


def test_explain_names_entry_and_rule(archive: Path, run: Run) -> None:
    """Each speaker stands with the registry entry that it was linked to."""
    result = run("explain", "meeting.txt")

    assert "speaker: Э.Варк = elina-vark" in result.stdout


def test_parse_prints_the_contract_and_writes_nothing(archive: Path, run: Run) -> None:
    """One JSON object a document; content/ stays as it was."""
    result = run("parse", "meeting.txt")
    document = json.loads(result.stdout)

    assert ("kremlin-912345", "elina-vark", False) == (
        document["id"],
        document["turns"][1]["person"],
        (archive / "content/events").exists(),
    )


def test_exit_status_reaches_the_shell(archive: Path) -> None:
    """The installed command ends with 1 when an input cannot be read."""
    result = subprocess.run(
        [sys.executable, "-m", "generator", "ingest", "none.txt"],
        capture_output=True,
        text=True,
        check=False,
    )

    assert (1, "none.txt: there is no such file or folder; check the path\n") == (
        result.returncode,
        result.stderr,
    )
