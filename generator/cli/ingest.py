"""Read source files into pages of content/events/."""

from __future__ import annotations

import json
from collections import Counter
from collections.abc import Iterator
from datetime import date
from pathlib import Path

import click

from generator.cli._common import Progress, jobs_option, new_content_option, to_write
from generator.cli._inputs import count_inputs, inputs, load_registry
from generator.errors import ChronicleError, of_system
from generator.ingest.batch import Batch, Result
from generator.store.files import write_atomically

_TOLD = ("updated", "changed", "kept", "poorer")


@click.command("ingest")
@click.argument("paths", nargs=-1, required=True, metavar="PATH…")
@new_content_option
@jobs_option
@click.option("--force", is_flag=True, help="Overwrite pages that a person has edited.")
@click.option(
    "--report",
    type=click.Path(path_type=Path, dir_okay=False),
    callback=to_write,
    help="Write what became of every document to this file, as JSON.",
)
def command(
    paths: tuple[str, ...], content: Path, jobs: int, force: bool, report: Path | None
) -> None:
    """Read each PATH (a file, a folder, "-", an address) into pages of content/events/.

    Reading a source again changes nothing.  A page that a person has edited stays as it
    is, unless --force is given.  One bad file does not stop the others; the exit status is
    then 1.
    """
    batch = Batch(
        content=content,
        registry=load_registry(content),
        today=date.today(),
        jobs=jobs,
        force=force,
    )
    progress = Progress("ingest", count_inputs(paths))
    failures: Counter[str] = Counter()
    rows: list[dict[str, object]] = []
    for result in _results(batch, paths):
        progress.step(result.outcome)
        failures.update(problem.what for problem in result.problems)
        if report is not None:  # only then is anything kept of each document
            rows.append(_row(result))
        _tell(result, progress)
    progress.end()
    click.echo(progress.told() or "nothing to read")
    _summary(failures)
    if report is not None:
        # A file's name need not be text; what is none of it stands as JSON's own escapes.
        told = json.dumps(rows, ensure_ascii=False, indent=1)
        write_atomically(report, told.encode("utf-8", "backslashreplace"))
    if failures:
        raise click.exceptions.Exit(1)


def _results(batch: Batch, paths: tuple[str, ...]) -> Iterator[Result]:
    """The batch's results; what ends it, a registry that cannot be written, is the last one."""
    try:
        yield from batch.run(inputs(paths))
    except ChronicleError as error:
        yield Result(name="", outcome="failed", problems=error.problems)
    except OSError as error:
        yield Result(name="", outcome="failed", problems=(of_system(error),))


def _tell(result: Result, progress: Progress) -> None:
    """What an editor must see at once: errors, warnings, pages that did not simply go through."""
    lines = [str(problem) for problem in result.problems]
    if result.outcome in _TOLD and result.why:
        lines.append(f"{result.name}: {result.outcome}: {result.page}: {result.why}")
    if result.outcome in ("new", "updated", "changed"):
        for notice in result.notices:
            lines.append(f"{result.name}: warning: {notice.what}")
            if notice.suggestion:
                lines.extend(f"    {line}" for line in notice.suggestion.rstrip().split("\n"))
    if lines:
        progress.say(*lines)


def _summary(failures: Counter[str]) -> None:
    """Failures by kind, most frequent first, when there is more than one."""
    if failures.total() > 1:
        click.echo("failed:", err=True)
        for what, count in sorted(failures.items(), key=lambda pair: (-pair[1], pair[0])):
            click.echo(f"  {count} × {what}", err=True)


def _row(result: Result) -> dict[str, object]:
    return {
        "input": result.name,
        "outcome": result.outcome,
        "page": result.page,
        "why": result.why,
        "warnings": [
            {"kind": n.kind, "what": n.what, "suggestion": n.suggestion} for n in result.notices
        ],
        "problems": [
            {"path": p.path, "line": p.line, "what": p.what, "mend": p.mend}
            for p in result.problems
        ],
    }
