"""Reading and writing the pages of ``content/events/``."""

from __future__ import annotations

import hashlib
import os
from collections.abc import Iterable, Iterator
from pathlib import Path

from generator.errors import ContentError, Problem
from generator.model import Block, Event
from generator.store import body, front_matter
from generator.store.page import EventPage, Handwritten, StoredPage, read_bytes, read_text, text_of
from generator.text import yaml_quick, yaml_text

EVENTS = "events"
PRIVATE = ("registry", "sources")
"""Folders of ``content/`` that are read but not published."""


def page_path(event: Event) -> str:
    """Where an event's page stands below ``content/``: "events/2022/kremlin-69182.md"."""
    return f"{event.url.rstrip('/')}.md"


def read_stored(path: Path, shown: str) -> StoredPage:
    """A page as it stands on disk.

    Raises:
        ContentError: there is no readable front matter.
    """
    return _stored(read_text(path, shown), shown)


def _stored(page: str, shown: str) -> StoredPage:
    text, markdown = front_matter.split(page, shown)
    data = yaml_quick.read(text)
    if data is yaml_quick.NOT_CERTAIN:
        data = yaml_text.load(text, shown, first_line=2)
    if not isinstance(data, dict):
        mend = "write 'key: value' lines"
        raise ContentError(Problem(shown, "the front matter is not a list of keys", mend, 2))
    return StoredPage(data=data, body=markdown)


def read_event(path: Path, content: Path) -> Event:
    """The event of a page; the body is not looked at.

    Raises:
        ContentError: the front matter cannot be used; every problem with its line.
    """
    return _event(path, content)[0]


def read_page(path: Path, content: Path) -> EventPage:
    """A page whole.

    Raises:
        ContentError: as in :func:`read_event`.
    """
    event, markdown = _event(path, content)
    return EventPage(event=event, blocks=body.with_anchors(body.from_markdown(markdown)))


def read_blocks(path: str) -> tuple[Block | Handwritten, ...]:
    """The words of a page whose event is known already: the front matter is not read.

    Raises:
        ContentError: as in :func:`read_event`.
    """
    _, markdown = front_matter.split(text_of(read_bytes(path, path), path), path)
    return body.with_anchors(body.from_markdown(markdown))


def _event(path: Path, content: Path) -> tuple[Event, str]:
    shown = path.as_posix()
    return _parsed(read_text(path, shown), path.relative_to(content).as_posix(), shown)


def _parsed(page: str, relative: str, shown: str) -> tuple[Event, str]:
    stored = _stored(page, shown)
    try:
        return front_matter.from_data(stored.data, relative), stored.body
    except ContentError:
        # Lines are looked up only now that an error needs them: it takes a second pass.
        text, _ = front_matter.split(page, shown)
        line_of = yaml_text.lines(text, shown, first_line=2)
        try:
            front_matter.from_data(stored.data, shown, line_of)
        except ContentError as error:
            raise error from None
        raise


def event_files(content: Path) -> Iterator[Path]:
    """Every event page's file, in order of path.

    As for MkDocs, links are followed and hidden names left out, such as an editor's locks.
    """
    found: list[Path] = []
    for folder, folders, names in os.walk(content / EVENTS, followlinks=True):
        folders[:] = [name for name in folders if name[0] != "." and name != "__pycache__"]
        here = Path(folder)
        found += [here / name for name in names if name.endswith(".md") and name[0] != "."]
    return iter(sorted(found))


def read_events(content: Path) -> tuple[tuple[Event, ...], tuple[Problem, ...]]:
    """Every event that can be read, and every problem of those that cannot."""
    read, problems = read_all(content, (p.relative_to(content) for p in event_files(content)))
    return tuple(event for _, event in read), problems


def read_all(
    content: Path, paths: Iterable[Path | str]
) -> tuple[list[tuple[str, Event]], tuple[Problem, ...]]:
    """The pages at these paths below ``content``: SHA-256 and event; and every problem."""
    read: list[tuple[str, Event]] = []
    problems: list[Problem] = []
    folder = content.as_posix()
    for path in paths:
        relative = path if isinstance(path, str) else path.as_posix()
        shown = f"{folder}/{relative}"
        try:
            data = read_bytes(shown, shown)
            event, _ = _parsed(text_of(data, shown), relative, shown)
            read.append((hashlib.sha256(data).hexdigest(), event))
        except ContentError as error:
            problems.extend(error.problems)
    return read, tuple(problems)
