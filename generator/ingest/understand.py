"""One input read and linked, as it runs in a worker process."""

from __future__ import annotations

import logging
from collections.abc import Callable
from dataclasses import dataclass, replace
from typing import Generic, TypeVar

from generator.errors import ChronicleError, Problem
from generator.ingest.assemble import Draft, Glance, draft, glance
from generator.linking.linker import Linker
from generator.model import Milestone, Transcript
from generator.registry import Registry
from generator.sources.discovery import read, readers
from generator.sources.reader import RawDocument

Given = RawDocument | ChronicleError
"""A document to read, or why there is none."""


Made = TypeVar("Made")


@dataclass(frozen=True, kw_only=True)
class Understood(Generic[Made]):
    """What was made of one input; ``given`` has lost its bytes where nobody needs them."""

    given: Given
    drafts: tuple[Made, ...] = ()
    milestones: tuple[Milestone, ...] = ()
    problems: tuple[Problem, ...] = ()


log = logging.getLogger(__name__)

_linker: Linker | None = None


def start(registry: Registry) -> None:
    """Make this process's linker and readers; both are costly and serve every document."""
    global _linker
    readers()
    _linker = Linker(registry)


def linker() -> Linker:
    """The linker of this process; :func:`start` must have run."""
    assert _linker is not None
    return _linker


def understand(given: Given) -> Understood[Draft]:
    """Read, link and lay out one input; :func:`start` must have run in this process."""
    return _understood(given, draft)


def look(given: Given) -> Understood[Glance]:
    """Read one input and link it as far as ``chronicle parse`` tells; as :func:`understand`."""
    return _understood(given, glance)


def _understood(given: Given, make: Callable[[Transcript, Linker], Made]) -> Understood[Made]:
    if isinstance(given, ChronicleError):
        return Understood(given=given, problems=given.problems)
    made: list[Made] = []
    milestones: list[Milestone] = []
    problems: tuple[Problem, ...] = ()
    try:
        for found in read(given):
            if isinstance(found, Milestone):
                milestones.append(found)
            else:
                made.append(make(found, linker()))
    except ChronicleError as error:
        problems = error.problems
    except Exception as fault:  # ours, not the user's: it must not stop the rest of a batch
        log.debug("fault while reading %s", given.name, exc_info=True)
        what = f"a fault of this program ({type(fault).__name__}: {fault})"
        problems = (Problem(given.name, what, "please report it with the file"),)
    kept = given if made else replace(given, data=b"")
    return Understood(
        given=kept, drafts=tuple(made), milestones=tuple(milestones), problems=problems
    )
