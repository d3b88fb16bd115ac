"""A transcript of title and blocks alone, where everything else comes from a table's columns."""

from __future__ import annotations

import hashlib
import re

from generator.model import Block, SourceRef, Transcript
from generator.sources.parts import addresses
from generator.sources.reader import RawDocument

_CYRILLIC = re.compile(r"[А-яЁё]")


def bare(
    raw: RawDocument, title: str, blocks: tuple[Block, ...], done: tuple[str, ...], form: str
) -> Transcript:
    """The transcript; ``form`` is the source's format."""
    return Transcript(
        id=addresses.fallback_id(None, title),
        language="ru" if _CYRILLIC.search(title) else "en",
        title=title,
        blocks=blocks,
        normalisations=done,
        source=SourceRef(
            publisher="text",
            url=raw.url,
            sha256=hashlib.sha256(raw.data).hexdigest(),
            format=form,
        ),
    )
