"""A folder of content as a chronicle: registry and events read, visits grouped."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import replace
from pathlib import Path

from generator import registry
from generator.chronicle import Chronicle
from generator.errors import ContentError, Problem
from generator.linking.visits import group_visits
from generator.model import Event
from generator.store import pages

__all__ = ["Chronicle", "assembled", "load", "with_visits"]


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
    return Chronicle(known, with_visits(events))


def with_visits(events: tuple[Event, ...]) -> tuple[Event, ...]:
    """Events that know their visit; what an editor wrote in the front matter stands."""
    visits = group_visits(events)
    return tuple(
        replace(event, visit=visits[event.key])
        if event.visit is None and event.key in visits
        else event
        for event in events
    )


def assembled(known: registry.Registry, events: tuple[Event, ...], content: Path) -> Chronicle:
    """A chronicle of events that were read before.

    Raises:
        ContentError: two of them are the same document.
    """
    if problems := tuple(_doubles(events, content)):
        raise ContentError(*problems)
    return Chronicle(known, with_visits(events))


def _doubles(events: Iterable[Event], content: Path) -> Iterator[Problem]:
    """Two pages of one document would share their address."""
    seen: dict[str, str] = {}
    for event in events:
        if (first := seen.setdefault(event.key, event.path)) != event.path:
            what = f"the same document as {first}"
            yield Problem((content / event.path).as_posix(), what, "keep one of the two pages")
