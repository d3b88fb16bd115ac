"""Every error that a user of the chronicle can meet, each ending in one clear line.

To add one, subclass :class:`ChronicleError` in the room that raises it only if a caller
must tell it apart; otherwise raise one of these.
"""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True)
class Problem:
    """One thing that is wrong: where, what, and what to do about it.

    ``path`` is printed as the user gave it; ``line`` counts from 1, or is None where the
    problem has no line.
    """

    path: str
    what: str
    mend: str
    line: int | None = None

    def __str__(self) -> str:
        where = self.path if self.line is None else f"{self.path}:{self.line}"
        return f"{where}: {self.what}; {self.mend}"


def of_system(error: OSError, path: str = "") -> Problem:
    """What the operating system refused, at ``path`` or, without one, where the error says."""
    what = f"cannot be read or written ({error.strerror or type(error).__name__})"
    mend = "check the path, its rights and the disk's room"
    return Problem(path or str(error.filename or "chronicle"), what, mend)


class ChronicleError(Exception):
    """Something a user can mend; ``str()`` of it is what the user reads, a line a problem."""

    def __init__(self, *problems: Problem) -> None:
        super().__init__("\n".join(map(str, problems)))
        self.problems = problems


class SourceError(ChronicleError):
    """A source file cannot be read as a document."""


class ContentError(ChronicleError):
    """A page or a registry file in ``content/`` is not as the chronicle needs it."""
