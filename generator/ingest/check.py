"""What an editor should settle: every page and registry file looked at, nothing written."""

from __future__ import annotations

import glob
import re
from collections.abc import Container, Iterable, Iterator
from dataclasses import dataclass, replace
from pathlib import Path

from generator.errors import ChronicleError, Problem
from generator.ingest.assemble import transcript_of
from generator.linking.linker import Linker
from generator.linking.vocabulary import words
from generator.model import Event
from generator.registry import Registry
from generator.registry.report import suggest
from generator.store import front_matter, guard, pages
from generator.store.page import EventPage, StoredPage, read_text
from generator.text import yaml_text


@dataclass(frozen=True, kw_only=True, slots=True)
class Finding:
    """One thing to settle.

    ``severity`` is error (the site cannot be built or would be wrong) or warning; ``kind``
    a short name such as unknown-speaker; ``suggestion`` a registry entry to paste, or "".
    """

    path: str
    line: int | None
    severity: str
    kind: str
    what: str
    mend: str = ""
    suggestion: str = ""

    def __str__(self) -> str:
        where = self.path if self.line is None else f"{self.path}:{self.line}"
        mend = f"; {self.mend}" if self.mend else ""
        return f"{where}: {self.severity}: {self.what}{mend}"


def from_error(error: ChronicleError) -> tuple[Finding, ...]:
    """An error's problems as findings."""
    return tuple(
        Finding(
            path=problem.path,
            line=problem.line,
            severity="error",
            kind="broken",
            what=problem.what,
            mend=problem.mend,
        )
        for problem in error.problems
    )


def from_warnings(problems: Iterable[Problem]) -> tuple[Finding, ...]:
    """What the registry's loader let pass, but an editor should look at."""
    return tuple(
        Finding(
            path=problem.path,
            line=problem.line,
            severity="warning",
            kind="registry",
            what=problem.what,
            mend=problem.mend,
        )
        for problem in problems
    )


def check_page(path: Path, content: Path, linker: Linker | None) -> tuple[Finding, ...]:
    """Every finding of one event page.

    Without a ``linker``, that is without a registry that can be read, nothing is said of
    ids and names: none of them would be known, and the editor would look for faults in vain.
    """
    try:
        page = pages.read_page(path, content)
        stored = pages.read_stored(path, path.as_posix())
    except ChronicleError as error:
        return from_error(error)
    found = [
        *_topics(page.event),
        *_gaps(page.event),
        *_place(page.event, path, content),
        *_taken_in(stored.body, path),
    ]
    if linker is not None:
        found.extend(_unknown_ids(page.event, linker.registry))
        found.extend(_open_names(page, stored, linker))
    if not found:
        return ()
    text, _ = front_matter.split(read_text(path, path.as_posix()), path.as_posix())
    line_of = yaml_text.lines(text, path.as_posix(), first_line=2)
    return tuple(
        Finding(
            path=path.as_posix(),
            line=one.line or line_of.get((one.key,), 1),
            severity=one.severity,
            kind=one.kind,
            what=one.what,
            mend=one.mend,
            suggestion=one.suggestion,
        )
        for one in found
    )


def _open_names(page: EventPage, stored: StoredPage, linker: Linker) -> Iterator[_Found]:
    """What linking leaves to the editor, and the editor has not decided yet."""
    theirs = set(guard.edited(stored.data.get("guard"), stored.data))
    for notice in linker.link(transcript_of(page)).notices:
        key = _KEY_OF.get(notice.kind, "speakers")
        if key in theirs:
            continue  # the editor has decided, and wins over the linker
        mend = "add it to content/registry" if notice.suggestion else ""
        severity = "error" if notice.kind in _ERRORS else "warning"
        yield _Found(key, severity, notice.kind, notice.what, mend, notice.suggestion)


@dataclass(frozen=True, slots=True)
class _Found:
    """A finding before its line is looked up: ``key`` is the front matter key it is about.

    What is about the body has its ``line`` already.
    """

    key: str
    severity: str
    kind: str
    what: str
    mend: str = ""
    suggestion: str = ""
    line: int | None = None


_BELOW_NOTE = re.compile(r'^[ \t]*>.*\n(?!<a id=")(?=[ \t]*[^\s>])', re.MULTILINE)

_ERRORS = frozenset({"ambiguous-name"})
"""A name that two people answer to leaves the page wrong until an editor decides."""

_KEY_OF = {
    "unknown-place": "place_printed",
    "unplaced": "place_printed",
    "missing-date": "date",
}


def _unknown_ids(event: Event, registry: Registry) -> Iterator[_Found]:
    """Ids in the front matter that name nothing in the registry."""
    known: tuple[tuple[str, tuple[str | None, ...], Container[str]], ...] = (
        ("people", event.people, registry.people),
        ("countries", event.countries, registry.countries),
        ("mentioned", event.mentioned, registry.countries),
        ("host", (event.host,), registry.countries),
        ("organisations", event.organisations, registry.organisations),
        ("place", (event.place,), registry.places),
        ("milestones", event.milestones, registry.milestones),
        ("speakers", tuple(s.person for s in event.speakers), registry.people),
    )
    for key, ids, entries in known:
        for name in dict.fromkeys(ids):
            if name is not None and name not in entries:
                what = f"{name!r} in {key} is not in the registry"
                yield _Found(key, "error", "unknown-id", what, "add it or mend its spelling")


def _topics(event: Event) -> Iterator[_Found]:
    """Topics beside the curated ones: each has its page, but may be a slip."""
    known = words("topics")
    for topic in dict.fromkeys(event.topics):
        if topic not in known:
            mend = suggest(topic, known, "mend its spelling, or leave a topic of your own")
            yield _Found("topics", "warning", "unknown-topic", f"{topic!r} is a new topic", mend)


def _gaps(event: Event) -> Iterator[_Found]:
    code = event.language.split("-")[0]
    if not (2 <= len(code) <= 3 and code.isascii() and code.isalpha() and code.islower()):
        what = f"{event.language!r} is no code of a language"
        yield _Found("language", "error", "unknown-language", what, "write ru, en, kk …")
    if event.date is None:
        yield _Found("id", "warning", "missing-date", "the document has no date", "add date:")
    if not event.source.url and not event.source.file:
        what = "the page does not say where its words come from"
        yield _Found("source", "error", "missing-source", what, "add source.url")


def _place(event: Event, path: Path, content: Path) -> Iterator[_Found]:
    """A page that no reading of its source would find, or of which there are two."""
    ours = pages.page_path(replace(event, path=""))
    if len(path.relative_to(content).parts) != len(Path(ours).parts):
        what = "the page does not stand in a folder of events/, as its links need it"
        yield _Found("id", "error", "misplaced", what, f"move it to {ours}")
    if path.stem != event.key:
        what = f"the file is not called {event.key}.md, as id and language say"
        mend = "set these back, or rename the file, with which its address changes"
        yield _Found("id", "error", "misnamed", what, mend)
    for other in sorted((content / pages.EVENTS).glob(f"*/{glob.escape(event.key)}.md")):
        if other != path:
            what = f"the same document as {other.as_posix()}"
            yield _Found("id", "error", "double", what, "keep one of the two pages")


def _taken_in(body: str, path: Path) -> Iterator[_Found]:
    """Lines right below an editor's note, which Markdown takes for the note's own."""
    for match in _BELOW_NOTE.finditer(body):
        text = read_text(path, path.as_posix())
        line = text.count("\n") - body.count("\n", match.end()) + 1
        what = "the line goes on with the editor's note above it, and is none of the source's words"
        mend = "put an empty line before it if the source says it, or begin it with >"
        yield _Found("", "warning", "taken-in", what, mend, line=line)


def unique(findings: tuple[Finding, ...]) -> tuple[Finding, ...]:
    """Findings without the suggestions that an earlier one already made."""
    seen: set[str] = set()
    result: list[Finding] = []
    for finding in findings:
        if finding.suggestion in seen:
            finding = replace(finding, suggestion="")
        elif finding.suggestion:
            seen.add(finding.suggestion)
        result.append(finding)
    return tuple(result)
