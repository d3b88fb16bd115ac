"""What a reader is, what it gets, what it gives."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from typing import Protocol

from generator.model import Milestone, Transcript


@dataclass(frozen=True, kw_only=True)
class RawDocument:
    """Bytes to read: ``name`` is the path or address as the user gave it.

    ``member`` names the part inside a container (a WARC record's address, a row's
    number) and is None for a whole file; ``url`` is where the bytes were fetched, if
    known.
    """

    name: str
    data: bytes
    member: str | None = None
    url: str | None = None


class Reader(Protocol):
    """A module in this package, or one from the entry-point group."""

    NAME: str
    """The format's name, as in ``source.format``: "kremlin_text"."""

    RECOGNISES: str
    """One line for ``chronicle sources``: by what the format is recognised."""

    def sniff(self, raw: RawDocument) -> int:
        """How sure this reader is that the bytes are its format: 0 (no) to 100."""

    def parse(self, raw: RawDocument) -> Iterable[Transcript | Milestone]:
        """Read the bytes.

        Raises:
            SourceError: they are not as the format needs them; the problem has a line.
        """
