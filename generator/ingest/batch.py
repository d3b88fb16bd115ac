"""Many source files into pages: read and link on all processors, write one by one.

A bad file becomes a result with its problems and never stops the batch.  Originals are
written before the page that names them, each atomically, so that a run which is killed
anywhere can be repeated: it finds what is done unchanged and does the rest.
"""

from __future__ import annotations

import time
from collections.abc import Iterable, Iterator
from contextlib import suppress
from dataclasses import dataclass, field
from datetime import date
from pathlib import Path

from generator.errors import ChronicleError, Problem
from generator.ingest import clash, milestones, originals
from generator.ingest.assemble import Draft
from generator.ingest.parallel import ordered
from generator.ingest.settle import Decision, settle
from generator.ingest.understand import Given, start, understand
from generator.linking.linker import Notice
from generator.model import Event, Milestone
from generator.registry import Registry
from generator.sources.parts.problems import where
from generator.sources.reader import RawDocument
from generator.store import front_matter, pages
from generator.store.files import UNFINISHED, write_atomically
from generator.store.page import StoredPage

_ABANDONED = 3600
"""Seconds after which nobody goes on writing a file."""


@dataclass(frozen=True, kw_only=True)
class Result:
    """What became of one document, or of one input that gave none.

    ``outcome`` is new, unchanged, updated, changed, kept, poorer, milestone or failed;
    ``page`` the page's path below ``content/``, "" where there is none.
    """

    name: str
    outcome: str
    page: str = ""
    why: str = ""
    notices: tuple[Notice, ...] = ()
    problems: tuple[Problem, ...] = ()


def sweep(content: Path) -> None:
    """Remove half-written files that a killed run left; a run of this hour may still write."""
    for folder in (content / pages.EVENTS, content / originals.SOURCES):
        for path in folder.rglob(f"{UNFINISHED}*"):
            with suppress(OSError):
                if time.time() - path.stat().st_mtime > _ABANDONED:
                    path.unlink()


@dataclass(kw_only=True)
class Batch:
    """One run of ``chronicle ingest``.

    ``content`` is the folder that holds ``events``, ``sources`` and ``registry``.
    """

    content: Path
    registry: Registry
    today: date
    jobs: int = 1
    force: bool = False
    _milestones: list[tuple[str, Milestone]] = field(default_factory=list)
    _documents: clash.Documents = field(default_factory=clash.Documents)

    def run(self, given: Iterable[Given]) -> Iterator[Result]:
        """Ingest each input; results come in the inputs' order as they are written."""
        sweep(self.content)
        for item in ordered(
            understand, given, jobs=self.jobs, start=start, arguments=(self.registry,)
        ):
            name = item.given.name if isinstance(item.given, RawDocument) else ""
            if item.problems:
                yield Result(name=name, outcome="failed", problems=item.problems)
            self._milestones.extend((name, milestone) for milestone in item.milestones)
            for made in item.drafts:
                assert isinstance(item.given, RawDocument)
                yield self._write(made, item.given, alone=len(item.drafts) == 1)
        yield from self._put_milestones()

    def _put_milestones(self) -> Iterator[Result]:
        """Put in the dated facts together: they share one file."""
        found = (milestone for _, milestone in self._milestones)
        new = {milestone.id for milestone in milestones.add(self.content, self.registry, found)}
        for name, milestone in self._milestones:
            outcome = "milestone" if milestone.id in new else "unchanged"
            yield Result(name=name, outcome=outcome)

    def _write(self, made: Draft, raw: RawDocument, *, alone: bool) -> Result:
        event = made.linked.event
        notices = made.linked.notices
        shown = where(raw)
        try:
            path, stored = self._stored(event)
            if first := self._documents.repeats(made, shown):
                decision = Decision(outcome="unchanged", why=f"the same words as {first}")
            else:
                if stored is not None and not self.force:
                    clash.refuse_another(made, stored, shown, path.as_posix())
                decision = settle(made.data, made.body, stored, today=self.today, force=self.force)
            if decision.data is not None:
                self._put(event, path, decision.data, decision.body, raw, alone=alone)
            self._documents.settled(made, shown)
        except ChronicleError as error:
            return Result(name=raw.name, outcome="failed", problems=error.problems)
        except OSError as error:
            problem = Problem(
                str(error.filename or raw.name),
                f"cannot be written ({error.strerror})",
                "check the folder's rights and the disk's room",
            )
            return Result(name=raw.name, outcome="failed", problems=(problem,))
        return Result(
            name=raw.name,
            outcome=decision.outcome,
            page=path.relative_to(self.content).as_posix(),
            why=decision.why,
            notices=notices,
        )

    def _stored(self, event: Event) -> tuple[Path, StoredPage | None]:
        """Where the event's page is, also when an editor's date moved it, and what it says."""
        path = self.content / pages.page_path(event)
        if not path.exists():
            moved = sorted((self.content / pages.EVENTS).glob(f"*/{event.key}.md"))
            if not moved:
                return path, None
            path = moved[0]
        return path, pages.read_stored(path, path.as_posix())

    def _put(
        self,
        event: Event,
        path: Path,
        data: dict[str, object],
        body: str,
        raw: RawDocument,
        *,
        alone: bool,
    ) -> None:
        source = data["source"]
        assert isinstance(source, dict)
        if not source.get("file"):
            kept = (
                originals.keep(self.content, event, raw.member or raw.name, raw.data)
                if alone
                else originals.keep_collection(self.content, raw.name, raw.data)
            )
            data = {**data, "source": {**source, "file": kept}}
        write_atomically(path, front_matter.join(data, body))
