"""An event page: its front matter as an event, its body as blocks."""

from __future__ import annotations

import os
from collections.abc import Mapping
from dataclasses import dataclass
from functools import partial
from pathlib import Path
from typing import Any

from generator.errors import ContentError, Problem
from generator.model import Block, Event

_READ = os.O_RDONLY | getattr(os, "O_BINARY", 0)
_MOST = 1 << 16
"""Bytes read at a time: more than nearly every page has."""
_MARK = "\ufeff"
"""The byte order mark that some editors put in front of UTF-8; it is no word of the page."""


@dataclass(frozen=True, kw_only=True, slots=True)
class Handwritten:
    """Markdown of an editor's own in the body: no source's words, shown set apart."""

    markdown: str


@dataclass(frozen=True, kw_only=True, slots=True)
class EventPage:
    """One page of ``content/events/``; turns carry their anchors."""

    event: Event
    blocks: tuple[Block | Handwritten, ...]


@dataclass(frozen=True, kw_only=True, slots=True)
class StoredPage:
    """A page as it stands on disk: front matter as plain data, body as Markdown."""

    data: Mapping[str, Any]
    body: str


def read_text(path: Path, shown: str) -> str:
    """The page's text; ``shown`` is its path for an error.

    Raises:
        ContentError: it cannot be read or is not UTF-8.
    """
    return text_of(read_bytes(path, shown), shown)


def read_bytes(path: Path | str, shown: str) -> bytes:
    """The page's bytes.

    Raises:
        ContentError: it cannot be read.
    """
    try:
        file = os.open(path, _READ)  # half the calls that a file object makes of the system
        try:
            parts = list(iter(partial(os.read, file, _MOST), b""))
        finally:
            os.close(file)
    except OSError as error:
        raise ContentError(Problem(shown, error.strerror or "cannot be read", "check it")) from None
    return b"".join(parts)


def text_of(data: bytes, shown: str) -> str:
    """Bytes as text without a byte order mark, whose lines end as Python's do.

    Raises:
        ContentError: they are not UTF-8.
    """
    try:
        text = data.decode()
    except UnicodeDecodeError as error:
        what = f"not UTF-8 at byte {error.start}"
        raise ContentError(Problem(shown, what, "save the page as UTF-8")) from None
    if text[:1] == _MARK:
        text = text[1:]
    return text.replace("\r\n", "\n").replace("\r", "\n") if "\r" in text else text
