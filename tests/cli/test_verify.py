"""``chronicle verify``: what it proves, what it finds, and that nothing stops it."""

from __future__ import annotations

import json
from collections.abc import Callable
from html import escape
from pathlib import Path

import pytest
from click.testing import Result

from generator.store import pages, receipt

Run = Callable[..., Result]
PAGE = Path("content/events/2031/kremlin-912345.md")
ORIGINAL = Path("content/sources/2031/kremlin-912345.txt")
TABLE = (
    "title,date,body\nTalks,2031-04-03,Elena Vark: Welcome.\n,,\n"
    "Visit,2031-04-04,Bor Lind: Thank you.\n"
)


def _publish() -> None:
    """Write the words of every page as a site shows them."""
    content = Path("content")
    for path in pages.event_files(content):
        page = pages.read_page(path, content)
        words = escape(receipt.line_of(page.event, page.blocks))
        html = Path("site") / page.event.url / "index.html"
        html.parent.mkdir(parents=True, exist_ok=True)
        html.write_text(f'<div class="dc-words">{words}</div>', "utf-8")


@pytest.fixture
def published(archive: Path, run: Run) -> Path:
    """The archive with its one document ingested and published."""
    run("ingest", "meeting.txt")
    _publish()
    return archive


def _replace(path: Path, old: str, new: str) -> None:
    path.write_text(path.read_text("utf-8").replace(old, new), "utf-8")


def test_words_of_the_source_are_proved(published: Path, run: Run) -> None:
    """A site as it was built has no differences."""
    assert "1 documents, 36 words, 0 differences\n" == run("verify").stdout


def test_original_that_was_altered_is_a_difference(published: Path, run: Run) -> None:
    """The same words put into original and page do not pass for the source's."""
    for path in (ORIGINAL, PAGE):
        _replace(path, "много дел", "мало дел")
    _publish()
    result = run("verify")

    assert (1, True, "1 documents, 36 words, 1 differences\n") == (
        result.exit_code,
        f"the original {ORIGINAL} is not the file that was ingested" in result.stderr,
        result.stdout,
    )


def test_page_without_a_digest_is_a_difference(published: Path, run: Run) -> None:
    """Without the digest nobody knows whether the original is the one that was ingested."""
    digest = next(line for line in PAGE.read_text("utf-8").split("\n") if "sha256:" in line)
    _replace(PAGE, digest, '  sha256: ""')

    assert "the page has no source.sha256" in run("verify").stderr


def test_page_without_an_original_is_a_difference(published: Path, run: Run) -> None:
    """Words that stand in no original are told, and are no traceback."""
    line = next(line for line in PAGE.read_text("utf-8").split("\n") if " file:" in line)
    _replace(PAGE, f"{line}\n", "")

    assert "the page names no original" in run("verify").stderr


def test_bad_row_leaves_the_good_rows_proved(archive: Path, run: Run) -> None:
    """A table of which a row cannot be read proves the pages of the others."""
    Path("t.csv").write_text(TABLE, "utf-8")
    run("ingest", "t.csv")
    _publish()
    result = run("verify")

    assert (0, "2 documents, 9 words, 0 differences\n") == (result.exit_code, result.stdout)


def test_document_that_is_gone_is_told_with_the_reason(archive: Path, run: Run) -> None:
    """Where a row can no longer be read, its page says why."""
    Path("t.csv").write_text(TABLE, "utf-8")
    run("ingest", "t.csv")
    _publish()
    kept = next(Path("content/sources/collections").iterdir())
    _replace(kept, "2031-04-03", "soon")

    assert "row 1: the date 'soon' cannot be read" in run("verify").stderr


def test_table_with_its_own_columns_is_proved(archive: Path, run: Run) -> None:
    """The map of columns is kept beside the original, so that it can be read again."""
    Path("t.csv").write_text("head,story\nTalks,Elena Vark: Welcome.\n", "utf-8")
    Path("t.csv.columns.yml").write_text("{title: head, body: story}", "utf-8")
    run("ingest", "t.csv")
    _publish()
    result = run("verify")

    assert (0, "1 documents, 4 words, 0 differences\n") == (result.exit_code, result.stdout)


def test_other_columns_do_not_overwrite_the_kept_ones(archive: Path, run: Run) -> None:
    """The same table read through another map is another original."""
    for name, title in (("a", "one"), ("b", "two")):
        Path(name).mkdir()
        Path(f"{name}/t.csv").write_text("one,two,story\nA,B,Elena Vark: Yes.\n", "utf-8")
        map_of = f"{{title: {title}, body: story}}"
        Path(f"{name}/t.csv.columns.yml").write_text(map_of, "utf-8")
    run("ingest", "a", "b")
    _publish()

    assert "2 documents, 8 words, 0 differences\n" == run("verify").stdout


def test_broken_page_does_not_stop_the_others(published: Path, run: Run) -> None:
    """A page that cannot be read is told, and the others are proved."""
    PAGE.with_name("broken.md").write_text("no front matter", "utf-8")
    result = run("verify")

    assert (1, True, "1 documents, 36 words, 0 differences, 1 unreadable\n") == (
        result.exit_code,
        result.stderr.startswith("content/events/2031/broken.md"),
        result.stdout,
    )


def test_damaged_record_is_written_anew(published: Path, run: Run) -> None:
    """A record that is no JSON does not stop the run, and gets its receipt."""
    record = Path("site/events/2031/kremlin-912345/record.json")
    record.write_text("{", "utf-8")
    run("verify")

    assert 36 == json.loads(record.read_text("utf-8"))[0]["custom"]["receipt"]["words"]


def test_original_that_is_a_folder_is_one_line(published: Path, run: Run) -> None:
    """What the system will not read is a difference with its reason."""
    ORIGINAL.unlink()
    ORIGINAL.mkdir()

    assert f"{ORIGINAL} cannot be read (Is a directory)" in run("verify").stderr
