"""An event page: its front matter as an event, its body as blocks."""

from __future__ import annotations

from dataclasses import dataclass

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
