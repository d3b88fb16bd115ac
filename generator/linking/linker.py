"""The one door of this room: a transcript in, an event with its links out."""

from __future__ import annotations

from dataclasses import dataclass

from generator.model import Event, Link, Transcript
from generator.registry import Registry


@dataclass(frozen=True, kw_only=True, slots=True)
class Notice:
    """Something that an editor should settle.

    ``kind`` is unknown-speaker, unknown-place, ambiguous-name, outside-term …; ``what``
    is one plain sentence; ``suggestion`` a registry entry to paste, as YAML, or "".
    """

    kind: str
    what: str
    suggestion: str = ""
    anchor: str = ""


@dataclass(frozen=True, kw_only=True, slots=True)
class Linked:
    """An event with every mention found in it and what an editor should settle."""

    event: Event
    mentions: tuple[Link, ...] = ()
    notices: tuple[Notice, ...] = ()


class Linker:
    """Links transcripts to one registry; make one and use it for many documents."""

    def __init__(self, registry: Registry) -> None:
        self.registry = registry

    def link(self, transcript: Transcript) -> Linked:
        """Link one transcript; every turn must have its anchor."""
        raise NotImplementedError
