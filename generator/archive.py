"""A folder of content as a chronicle: registry and events read, visits grouped."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from dataclasses import replace
from pathlib import Path
from typing import TypeAlias

from generator import registry
from generator.chronicle import Chronicle
from generator.errors import ContentError, Problem
from generator.linking.visits import group_visits
from generator.model import Event
from generator.store import pages

__all__ = ["Chronicle", "load"]

Reading: TypeAlias = Callable[[Path], tuple[tuple[Event, ...], tuple[Problem, ...]]]
"""How the events below a folder are read: each that can be, and every problem of the others."""


def load(content: Path, read: Reading = pages.read_events) -> Chronicle:
    """Read the archive below ``content``; ``read`` gives its events, and every problem.

    Raises:
        ContentError: every problem of every registry file and of every event page.
    """
    problems: list[Problem] = []
    known = registry.Registry()
    try:
        known = registry.load(content / "registry")
    except ContentError as error:
        problems.extend(error.problems)
    events, broken = read(content)
    problems.extend(broken)
    problems.extend(_doubles(events, content))
    if problems:
        raise ContentError(*problems)
    return Chronicle(known, _with_visits(events))


def _with_visits(events: tuple[Event, ...]) -> tuple[Event, ...]:
    """Events that know their visit; what an editor wrote in the front matter stands."""
    visits = group_visits(events)
    return tuple(
        replace(event, visit=visits[event.key])
        if event.visit is None and event.key in visits
        else event
        for event in events
    )


def _doubles(events: Iterable[Event], content: Path) -> Iterator[Problem]:
    """Two pages of one document would share their address."""
    seen: dict[str, str] = {}
    for event in events:
        if (first := seen.setdefault(event.key, event.path)) != event.path:
            what = f"the same document as {first}"
            yield Problem((content / event.path).as_posix(), what, "keep one of the two pages")
