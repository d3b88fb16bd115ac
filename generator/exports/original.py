"""Originals of ``content/sources/`` read again, to hold pages against them."""

from __future__ import annotations

import hashlib
from dataclasses import dataclass
from pathlib import Path

from generator.errors import ChronicleError
from generator.model import Event, Transcript
from generator.sources.discovery import read
from generator.sources.reader import RawDocument
from generator.store import body, receipt


class UnprovenError(Exception):
    """A page cannot be held against an original; ``str()`` says why."""


@dataclass(frozen=True, kw_only=True, slots=True)
class Original:
    """A file as it is today: its SHA-256, its documents by id and language, what was wrong."""

    path: str
    sha256: str
    documents: dict[tuple[str, str], list[Transcript]]
    problems: tuple[str, ...] = ()

    def of(self, event: Event) -> tuple[tuple[str, ...], ...]:
        """The words of the document that ``event`` is; of each, where several have its id.

        Raises:
            UnprovenError: it is not in the file, or cannot be read any more.
        """
        found = self.documents.get((event.id, event.language))
        if found is None and not self.problems and len(self.documents) == 1:
            # An editor has mended the id or the language of a file's only document.
            found = next(iter(self.documents.values()))
        if found is None:
            raise UnprovenError(self._why())
        return tuple(map(_words, found))

    def _why(self) -> str:
        if not self.problems:
            return f"no such document in the original {self.path}"
        more = len(self.problems) - 1
        return f"{self.problems[0]}{f' (and {more} more)' if more else ''}"


def reread(path: Path) -> Original:
    """Read an original: every document that it gives, whatever is wrong with the others.

    Raises:
        OSError: the file is not there, or may not be read.
    """
    data = path.read_bytes()
    documents: dict[tuple[str, str], list[Transcript]] = {}
    problems: tuple[str, ...] = ()
    try:
        for found in read(RawDocument(name=path.as_posix(), data=data)):
            if isinstance(found, Transcript):
                documents.setdefault((found.id, found.language), []).append(found)
    except ChronicleError as error:
        problems = tuple(map(str, error.problems))
    except Exception as fault:  # a reader's, not the user's: the other pages are still proved
        problems = (f"{path.as_posix()}: a fault of its reader ({type(fault).__name__}: {fault})",)
    return Original(
        path=path.as_posix(),
        sha256=hashlib.sha256(data).hexdigest(),
        documents=documents,
        problems=problems,
    )


def _words(transcript: Transcript) -> tuple[str, ...]:
    return tuple(receipt.line_of(transcript, body.with_anchors(transcript.blocks)).split())
