"""What is wrong in one registry file, collected before anything is said about it.

Readers and checks call :meth:`Report.problem` with the place in the data; the line is looked
up once, at the end, and only if there is something to tell.
"""

from __future__ import annotations

from collections.abc import Iterable
from difflib import get_close_matches
from typing import NamedTuple

from generator.errors import Problem
from generator.text import yaml_text
from generator.text.yaml_text import Where


class Reference(NamedTuple):
    """An id that must exist: ``kind`` is country, place or organisation."""

    where: Where
    kind: str
    id: str


class Finding(NamedTuple):
    """A problem at a place in the data."""

    where: Where
    what: str
    mend: str


class Report:
    """Findings and references of one file; ``path`` is printed in front of each problem."""

    def __init__(self, path: str, text: str) -> None:
        self.path = path
        self.text = text
        self.findings: list[Finding] = []
        self.warnings: list[Finding] = []
        self.references: list[Reference] = []

    def problem(self, where: Where, what: str, mend: str) -> None:
        """Note something that must be mended."""
        self.findings.append(Finding(where, what, mend))

    def warn(self, where: Where, what: str, mend: str) -> None:
        """Note something that an editor should look at."""
        self.warnings.append(Finding(where, what, mend))

    def refer(self, where: Where, kind: str, identifier: str) -> None:
        """Note an id to be looked up when every file has been read."""
        self.references.append(Reference(where, kind, identifier))

    def problems(self, findings: Iterable[Finding]) -> list[Problem]:
        """Findings as problems with their lines, in order of line."""
        findings = list(findings)
        if not findings:
            return []
        marks = yaml_text.lines(self.text, self.path)
        problems = []
        for where, what, mend in findings:
            known = where
            while known and known not in marks:
                known = known[:-1]
            what = f"{what} @ {spell(where)}" if where else what
            problems.append(Problem(self.path, what, mend, marks.get(known, 1)))
        return sorted(problems, key=lambda problem: problem.line or 0)


def spell(where: Where) -> str:
    """A place as a person writes it: ``elena-vark.terms[0].from``."""
    written = ""
    for step in where:
        if isinstance(step, int):
            written += f"[{step}]"
        else:
            written += f".{step}" if written else step
    return written


def suggest(word: str, known: Iterable[str], otherwise: str) -> str:
    """How to mend an unknown word: the nearest known one, or ``otherwise``."""
    near = get_close_matches(word, list(known), n=1)
    return f"did you mean {near[0]!r}?" if near else otherwise
