"""A folder of content as a chronicle: registry and events read, visits grouped."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from pathlib import Path

from generator import registry
from generator.chronicle import Chronicle
from generator.errors import ContentError, Problem
from generator.model import Event
from generator.store import pages

__all__ = ["Chronicle", "load"]


def load(content: Path) -> Chronicle:
    """Read the archive below ``content``.

    Raises:
        ContentError: every problem of every registry file and of every event page.
    """
    problems: list[Problem] = []
    known = registry.Registry()
    try:
        known = registry.load(content / "registry")
    except ContentError as error:
        problems.extend(error.problems)
    events, broken = pages.read_events(content)
    problems.extend(broken)
    problems.extend(_doubles(events, content))
    if problems:
        raise ContentError(*problems)
    return Chronicle(known, events)


def _doubles(events: Iterable[Event], content: Path) -> Iterator[Problem]:
    """Two pages of one document would share their address."""
    seen: dict[str, str] = {}
    for event in events:
        if (first := seen.setdefault(event.key, event.path)) != event.path:
            what = f"the same document as {first}"
            yield Problem((content / event.path).as_posix(), what, "keep one of the two pages")
