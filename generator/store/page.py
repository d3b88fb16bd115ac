"""An event page: its front matter as an event, its body as blocks."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from generator.errors import ContentError, Problem
from generator.model import Block, Event


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
        with open(path, "rb") as file:  # noqa: PTH123  # a Path costs more than the reading
            return file.read()
    except OSError as error:
        raise ContentError(Problem(shown, error.strerror or "cannot be read", "check it")) from None


def text_of(data: bytes, shown: str) -> str:
    """Bytes as text whose lines end as Python's do.

    Raises:
        ContentError: they are not UTF-8.
    """
    try:
        text = data.decode()
    except UnicodeDecodeError as error:
        what = f"not UTF-8 at byte {error.start}"
        raise ContentError(Problem(shown, what, "save the page as UTF-8")) from None
    return text.replace("\r\n", "\n").replace("\r", "\n") if "\r" in text else text
