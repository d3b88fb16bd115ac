"""An editor's notes in a page's body, as ``check`` sees them."""

from __future__ import annotations

import json
from collections.abc import Callable
from pathlib import Path

from click.testing import Result

Run = Callable[..., Result]
PAGE = Path("content/events/2031/kremlin-912345.md")


def test_line_that_a_note_takes_in_is_told_with_its_line(archive: Path, run: Run) -> None:
    """Words right below a note are taken for the note's, which an editor may not mean."""
    run("ingest", "meeting.txt")
    text = PAGE.read_text("utf-8").replace("У нас много дел.", "> A note.\nУ нас много дел.")
    PAGE.write_text(text, "utf-8")
    found = json.loads(run("check", "--format", "json").stdout)

    assert [1 + text.split("\n").index("У нас много дел.")] == [
        finding["line"] for finding in found if finding["kind"] == "taken-in"
    ]


def test_note_right_above_a_turn_is_in_order(archive: Path, run: Run) -> None:
    """A turn's anchor ends the note: nothing is taken in."""
    run("ingest", "meeting.txt")
    text = PAGE.read_text("utf-8").replace('<a id="t2">', '> A note.\n> Its end.\n<a id="t2">')
    PAGE.write_text(text, "utf-8")

    assert "goes on with the editor's note" not in run("check").stdout
