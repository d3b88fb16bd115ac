"""``chronicle ingest``: what a person does with it, end to end."""

from __future__ import annotations

import json
from collections.abc import Callable
from pathlib import Path

from click.testing import Result

from tests.cli.conftest import TRANSCRIPT

Run = Callable[..., Result]
PAGE = Path("content/events/2031/kremlin-912345.md")


def _edit(old: str, new: str) -> None:
    PAGE.write_text(PAGE.read_text("utf-8").replace(old, new, 1), "utf-8")


def _files(folder: Path) -> dict[str, bytes]:
    return {
        path.relative_to(folder).as_posix(): path.read_bytes()
        for path in sorted(folder.rglob("*"))
        if path.is_file()
    }


def test_transcript_becomes_a_page(archive: Path, run: Run) -> None:
    """One file in, one page out, linked to the registry."""
    result = run("ingest", "meeting.txt")

    assert (0, True) == (result.exit_code, "person: elina-vark" in PAGE.read_text("utf-8"))


def test_original_is_kept_byte_for_byte(archive: Path, run: Run) -> None:
    """The source file stands in content/sources/ as it was."""
    run("ingest", "meeting.txt")

    kept = archive / "content/sources/2031/kremlin-912345.txt"
    assert (archive / "meeting.txt").read_bytes() == kept.read_bytes()


def test_ingesting_again_changes_nothing(archive: Path, run: Run) -> None:
    """The second run leaves every byte of content/ as it was."""
    run("ingest", "meeting.txt")
    before = _files(archive / "content")
    result = run("ingest", "meeting.txt")

    assert (before, "1 unchanged\n") == (_files(archive / "content"), result.stdout)


def test_edited_words_are_not_overwritten(archive: Path, run: Run) -> None:
    """A body that a person edited stays, and the run says so."""
    run("ingest", "meeting.txt")
    _edit("Добрый день", "Добрый вечер")
    edited = PAGE.read_text("utf-8")
    result = run("ingest", "meeting.txt")

    assert (edited, True) == (PAGE.read_text("utf-8"), "a person edited the page" in result.stderr)


def test_force_overwrites_edited_words(archive: Path, run: Run) -> None:
    """With --force the page is the source's again."""
    run("ingest", "meeting.txt")
    before = PAGE.read_text("utf-8")
    _edit("Добрый день", "Добрый вечер")
    run("ingest", "--force", "meeting.txt")

    assert before == PAGE.read_text("utf-8")


def _corrected_then_changed(archive: Path, run: Run) -> None:
    """A page whose kind the editor corrected, read again from a source with other words."""
    run("ingest", "meeting.txt")
    _edit("kind: meeting", "kind: talks")
    changed = TRANSCRIPT.replace("много дел", "много общих дел")
    (archive / "meeting.txt").write_text(changed, "utf-8")
    run("ingest", "meeting.txt")


def test_editors_values_survive_a_changed_source(archive: Path, run: Run) -> None:
    """A place corrected by hand stays when the source is read with other words."""
    _corrected_then_changed(archive, run)
    page = PAGE.read_text("utf-8")

    assert (True, True) == ("kind: talks" in page, "много общих дел" in page)


def test_editors_values_survive_a_third_reading(archive: Path, run: Run) -> None:
    """What stayed when the source changed stays when the same file is read once more."""
    _corrected_then_changed(archive, run)
    before = PAGE.read_text("utf-8")
    result = run("ingest", "meeting.txt")

    assert ("1 unchanged\n", before) == (result.stdout, PAGE.read_text("utf-8"))


def test_changed_source_is_reported_and_kept_as_a_snapshot(archive: Path, run: Run) -> None:
    """New words make a new original beside the old one, with the change in words."""
    run("ingest", "meeting.txt")
    changed = TRANSCRIPT.replace("много дел", "много общих дел")
    (archive / "meeting.txt").write_text(changed, "utf-8")
    result = run("ingest", "meeting.txt")
    page = PAGE.read_text("utf-8")

    assert ("1 changed\n", True, True) == (
        result.stdout,
        "{+общих+}" in page,
        (archive / "content/sources/2031/kremlin-912345.2.txt").exists(),
    )


def test_changed_source_does_not_touch_an_edited_page(archive: Path, run: Run) -> None:
    """Where a person edited and the source changed, the page stays and both are said."""
    run("ingest", "meeting.txt")
    _edit("Добрый день", "Добрый вечер")
    edited = PAGE.read_text("utf-8")
    changed = TRANSCRIPT.replace("много дел", "много общих дел")
    (archive / "meeting.txt").write_text(changed, "utf-8")
    result = run("ingest", "meeting.txt")

    assert (edited, True) == (PAGE.read_text("utf-8"), "the source has changed" in result.stderr)


def _calls(path: Path, *ids: str) -> None:
    """Write a table of telephone conversations of one day, with ids or without."""
    said = ("The first call, on grain.", "Another call, later.", "A third, on water.")
    rows: list[dict[str, str]] = [
        {"title": "Telephone conversation", "date": "2031-01-03", "body": f"Elina Vark: {words}"}
        for words in said[: max(2, len(ids))]
    ]
    for row, number in zip(rows, ids, strict=False):
        row["id"] = number
    path.write_text("\n".join(json.dumps(row) for row in rows), "utf-8")


def test_rows_of_one_day_and_title_are_two_pages_by_their_ids(archive: Path, run: Run) -> None:
    """Numbers in a table's id column keep two calls of one day apart, however often read."""
    _calls(archive / "two.jsonl", "101", "102")
    run("ingest", "two.jsonl")
    result = run("ingest", "two.jsonl")

    assert ("2 unchanged\n", ["101.en.md", "102.en.md"]) == (
        result.stdout,
        [path.name.rpartition("-")[2] for path in sorted(archive.glob("content/events/*/*"))],
    )


def test_row_does_not_take_another_rows_page(archive: Path, run: Run) -> None:
    """Of two rows that nothing but their words tells apart the second is an error."""
    _calls(archive / "two.jsonl")
    result = run("ingest", "two.jsonl")

    assert (1, True, True) == (
        result.exit_code,
        result.stderr.startswith("two.jsonl:2: row 2 would take the page of two.jsonl:1 (row 1)"),
        "The first call" in next(archive.glob("content/events/*/*")).read_text("utf-8"),
    )


def test_same_words_twice_in_a_table_are_one_page(archive: Path, run: Run) -> None:
    """A row that a scraper wrote twice is no news."""
    _calls(archive / "two.jsonl")
    first = (archive / "two.jsonl").read_text("utf-8").split("\n")[0]
    (archive / "two.jsonl").write_text(f"{first}\n{first}\n", "utf-8")

    assert "1 new, 1 unchanged\n" == run("ingest", "two.jsonl").stdout


def test_text_does_not_take_another_texts_page(archive: Path, run: Run) -> None:
    """Two files of one date and title are named, both of them, and the first stays."""
    head = "Telephone conversation\n\n2031-01-03\n\n"
    (archive / "a.txt").write_text(f"{head}Elina Vark: On bread, trade and grain.\n", "utf-8")
    (archive / "b.txt").write_text(f"{head}Elina Vark: Rivers, lakes and water.\n", "utf-8")
    together = run("ingest", "a.txt", "b.txt")
    alone = run("ingest", "b.txt")

    assert (1, True, 1, True, True) == (
        together.exit_code,
        "b.txt: the document would take the page of a.txt" in together.stderr,
        alone.exit_code,
        "quite other words" in alone.stderr,
        "bread" in next(archive.glob("content/events/*/*")).read_text("utf-8"),
    )


def test_bad_files_do_not_stop_the_batch(archive: Path, run: Run) -> None:
    """Missing, empty, binary and unknown files each give one line; the good one is read."""
    (archive / "empty.txt").write_bytes(b"")
    (archive / "binary.txt").write_bytes(b"\x89PNG\x00\x01\x02\x00")
    result = run("ingest", "none.txt", "empty.txt", "binary.txt", "meeting.txt")
    lines = [line for line in result.stderr.split("\n") if ";" in line]

    assert (1, 3, True) == (result.exit_code, len(lines), PAGE.exists())


def test_unreadable_date_is_named_with_its_line(archive: Path, run: Run) -> None:
    """A date that cannot be read gives path and line and writes nothing."""
    (archive / "meeting.txt").write_text(TRANSCRIPT.replace("2031-05-12", "2031-15-12"), "utf-8")
    result = run("ingest", "meeting.txt")

    assert (1, True, False) == (
        result.exit_code,
        result.stderr.startswith("meeting.txt:5: "),
        (archive / "content/events").exists(),
    )


def test_unknown_speaker_is_a_warning_with_an_entry_to_paste(archive: Path, run: Run) -> None:
    """A label that nobody answers to is kept as printed and named, not guessed."""
    (archive / "meeting.txt").write_text(TRANSCRIPT.replace("Э.Варк:", "З.Мерт:"), "utf-8")
    result = run("ingest", "meeting.txt")

    assert (0, True, True) == (
        result.exit_code,
        "З.Мерт" in result.stderr,
        "labels:" in result.stderr,
    )


def test_broken_registry_is_reported_at_once(archive: Path, run: Run) -> None:
    """A registry entry with an unknown country ends the run with one clear line."""
    people = archive / "content/registry/people.yml"
    people.write_text(people.read_text("utf-8").replace("country: XA\n", "country: QQ\n"), "utf-8")
    result = run("ingest", "meeting.txt")

    assert (1, True) == (result.exit_code, "content/registry/people.yml:" in result.stderr)


def test_report_says_what_became_of_every_document(archive: Path, run: Run) -> None:
    """--report writes a row for each document as JSON."""
    run("ingest", "meeting.txt", "none.txt", "--report", "report.json")
    rows = json.loads((archive / "report.json").read_text("utf-8"))

    assert ["new", "failed"] == [row["outcome"] for row in rows]


def test_parallel_and_single_runs_write_the_same(archive: Path, run: Run) -> None:
    """Two processes give the same pages as one."""
    for number in range(6):
        text = TRANSCRIPT.replace("912345", f"91234{number}")
        (archive / f"in/{number}.txt").parent.mkdir(exist_ok=True)
        (archive / f"in/{number}.txt").write_text(text, "utf-8")
    run("ingest", "--jobs", "1", "in")
    single = _files(archive / "content")
    for path in (archive / "content/events").rglob("*.md"):
        path.unlink()
    run("ingest", "--jobs", "2", "in")

    assert single == _files(archive / "content")
