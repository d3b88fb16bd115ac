"""One input read and linked, as it runs in a worker process."""

from __future__ import annotations

import logging
from dataclasses import dataclass, replace

from generator.errors import ChronicleError, Problem
from generator.ingest.assemble import Draft, draft
from generator.linking.linker import Linker
from generator.model import Milestone
from generator.registry import Registry
from generator.sources.discovery import read
from generator.sources.reader import RawDocument

Given = RawDocument | ChronicleError
"""A document to read, or why there is none."""


@dataclass(frozen=True, kw_only=True)
class Understood:
    """What was made of one input; ``given`` has lost its bytes where nobody needs them."""

    given: Given
    drafts: tuple[Draft, ...] = ()
    milestones: tuple[Milestone, ...] = ()
    problems: tuple[Problem, ...] = ()


log = logging.getLogger(__name__)

_linker: Linker | None = None


def start(registry: Registry) -> None:
    """Make this process's linker; its automaton is costly and serves every document."""
    global _linker
    _linker = Linker(registry)


def linker() -> Linker:
    """The linker of this process; :func:`start` must have run."""
    assert _linker is not None
    return _linker


def understand(given: Given) -> Understood:
    """Read and link one input; :func:`start` must have run in this process."""
    if isinstance(given, ChronicleError):
        return Understood(given=given, problems=given.problems)
    drafts: list[Draft] = []
    milestones: list[Milestone] = []
    problems: tuple[Problem, ...] = ()
    try:
        for found in read(given):
            if isinstance(found, Milestone):
                milestones.append(found)
            else:
                drafts.append(draft(found, linker()))
    except ChronicleError as error:
        problems = error.problems
    except Exception as fault:  # ours, not the user's: it must not stop the rest of a batch
        log.debug("fault while reading %s", given.name, exc_info=True)
        what = f"a fault of this program ({type(fault).__name__}: {fault})"
        problems = (Problem(given.name, what, "please report it with the file"),)
    kept = given if drafts else replace(given, data=b"")
    return Understood(
        given=kept, drafts=tuple(drafts), milestones=tuple(milestones), problems=problems
    )
