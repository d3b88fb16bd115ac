"""A page is read as any editor saves it."""

from __future__ import annotations

import pytest

from generator.store.page import text_of


@pytest.mark.parametrize("saved", ["---\nid: x\n", "\ufeff---\nid: x\n", "\ufeff---\r\nid: x\r\n"])
def test_mark_and_line_ends_of_an_editor_are_no_text(saved: str) -> None:
    """What Windows' Notepad saves begins with its front matter like any other page."""
    assert "---\nid: x\n" == text_of(saved.encode(), "p.md")
