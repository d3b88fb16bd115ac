"""The page of one document: head, words turn by turn, foot.

Made for every event, so it builds its HTML by joining strings; its parts stand in
:mod:`generator.pages.document`.  Every value is escaped where it is set.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from pathlib import Path

from generator.exports import records
from generator.model import Block, Event, Narration, Turn
from generator.pages.addresses import path_of_event
from generator.pages.document.desk import desk
from generator.pages.document.foot import foot
from generator.pages.document.head import head, language_mark
from generator.pages.document.words import words
from generator.pages.page import Page, Site
from generator.store import pages as store
from generator.store import receipt
from generator.store.page import EventPage, Handwritten

KIND = "event"
_LONGEST_DESCRIPTION = 160
"""Characters: search engines show no more."""


def render(page: EventPage, site: Site) -> Page:
    """The page of an event.

    It speaks the language of its document where the site speaks that, so that a Russian
    document has a Russian page wherever a reader comes from.
    """
    event = page.event
    its = desk(site, event)
    line = receipt.line_of(event, page.blocks)
    body = (
        f"<div class=dc-event>\n{head(event, its)}\n"
        f"<div class=dc-words{language_mark(event, its)}>\n"
        f"{words(event, page.blocks, its, line)}\n</div>\n{foot(event, its)}\n</div>"
    )
    return Page(
        path=path_of_event(event),
        kind=KIND,
        title=event.title,
        language=its.view.language,
        body=body,
        description=_description(event, page.blocks),
        beside={records.FILE: records.file_of(event, f"{site.root}{event.url}", line)},
        alternates={other.language: path_of_event(other) for other in its.others(event)},
    )


def page_of(event: Event, sites: Sequence[Site], content: Path | str) -> Page:
    """The page of an event of the chronicle, its words read from ``content``.

    The event is the chronicle's, not the file's: the chronicle knows which documents
    belong to one visit.

    Raises:
        ContentError: the file cannot be read.
    """
    site = next((site for site in sites if site.language == event.language), sites[0])
    blocks = store.read_blocks(f"{content}/{event.path}")
    return render(EventPage(event=event, blocks=blocks), site)


def _description(event: Event, blocks: Iterable[Block | Handwritten]) -> str:
    """The lead, or the first words; cut at a word."""
    said = event.lead or next(_paragraphs(blocks), "")
    if len(said) <= _LONGEST_DESCRIPTION:
        return said
    return said[:_LONGEST_DESCRIPTION].rsplit(" ", 1)[0] + "…"


def _paragraphs(blocks: Iterable[Block | Handwritten]) -> Iterator[str]:
    for block in blocks:
        if isinstance(block, Narration):
            yield block.text
        elif isinstance(block, Turn):
            yield from block.paragraphs
