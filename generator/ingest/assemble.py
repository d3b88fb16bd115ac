"""A transcript and its links as a page's front matter and body, and a page as a transcript."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import Any

from generator.linking.linker import Linked, Linker
from generator.model import Block, Mark, Narration, Rule, Subhead, Transcript, Turn
from generator.store import body, front_matter
from generator.store.page import EventPage


@dataclass(frozen=True, kw_only=True, slots=True)
class Draft:
    """A page before it meets the one on disk: plain front matter, body, and notices."""

    transcript: Transcript
    data: dict[str, Any]
    body: str
    linked: Linked


@dataclass(frozen=True, kw_only=True, slots=True)
class Glance:
    """A transcript and its links, without the page."""

    transcript: Transcript
    linked: Linked


def draft(transcript: Transcript, linker: Linker) -> Draft:
    """Link a transcript and lay it out as a page."""
    blocks = _anchored(transcript)
    linked = linker.link(replace(transcript, blocks=blocks))
    return Draft(
        transcript=transcript,
        data=front_matter.to_data(linked.event),
        body=body.to_markdown(blocks),
        linked=linked,
    )


def glance(transcript: Transcript, linker: Linker) -> Glance:
    """Link a transcript as far as ``chronicle parse`` tells of it."""
    anchored = replace(transcript, blocks=_anchored(transcript))
    return Glance(transcript=transcript, linked=linker.link(anchored, said=False))


def _anchored(transcript: Transcript) -> tuple[Block, ...]:
    return tuple(
        block
        for block in body.with_anchors(transcript.blocks)
        if isinstance(block, Narration | Subhead | Rule | Mark | Turn)
    )


def transcript_of(page: EventPage) -> Transcript:
    """The transcript that a page holds; an editor's own notes are left aside."""
    event = page.event
    blocks: tuple[Block, ...] = tuple(
        block
        for block in page.blocks
        if isinstance(block, Narration | Subhead | Rule | Mark | Turn)
    )
    return Transcript(
        id=event.id,
        language=event.language,
        title=event.title,
        date=event.date.text if event.date else None,
        time=event.time,
        zone=event.zone,
        place=event.place_printed,
        lead=event.lead,
        blocks=blocks,
        captions=event.captions,
        participants=event.participants,
        tags=event.tags,
        published=event.published,
        updated=event.updated,
        normalisations=event.normalisations,
        source=event.source,
    )
