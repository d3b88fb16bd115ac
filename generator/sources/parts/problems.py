"""One clear error line for a document that cannot be read."""

from __future__ import annotations

from generator.errors import Problem, SourceError
from generator.sources.reader import RawDocument


def where(raw: RawDocument) -> str:
    """The document's name as the user gave it, with the member of a container behind it."""
    return raw.name if raw.member is None else f"{raw.name} ({raw.member})"


def source_error(raw: RawDocument, what: str, mend: str, line: int | None = None) -> SourceError:
    """An error about ``raw``; ``line`` counts from 1."""
    return SourceError(Problem(path=where(raw), what=what, mend=mend, line=line))
