"""Print what is understood of source files, and write nothing."""

from __future__ import annotations

import json
from dataclasses import dataclass
from pathlib import Path

import click

from generator.cli._common import Progress, jobs_option, registry_option
from generator.cli._inputs import count_inputs, inputs, load_registry
from generator.ingest.contract import as_json, milestone_as_json
from generator.ingest.parallel import ordered
from generator.ingest.understand import Given, look, start
from generator.sources.reader import RawDocument


@dataclass(frozen=True, kw_only=True)
class _Parsed:
    lines: tuple[str, ...] = ()
    problems: tuple[str, ...] = ()


@click.command("parse")
@click.argument("paths", nargs=-1, required=True, metavar="PATH…")
@click.option(
    "--format",
    "layout",
    type=click.Choice(["jsonl"]),
    default="jsonl",
    show_default=True,
    help="How to print: one JSON object a line.",
)
@registry_option
@jobs_option
def command(paths: tuple[str, ...], layout: str, content: Path, jobs: int) -> None:
    """Print one JSON object for each document understood below each PATH; write nothing.

    What cannot be read goes to standard error, a line each; the exit status is then 1.
    """
    progress = Progress("parse", count_inputs(paths))
    failed = False
    for parsed in ordered(
        _parse, inputs(paths), jobs=jobs, start=start, arguments=(load_registry(content),)
    ):
        for line in parsed.lines:
            progress.step("read")
            click.echo(line)
        for problem in parsed.problems:
            progress.step("failed")
            progress.say(problem)
            failed = True
    progress.end()
    if failed:
        raise click.exceptions.Exit(1)


def _parse(given: Given) -> _Parsed:
    understood = look(given)
    name = given.name if isinstance(given, RawDocument) else ""
    found = [as_json(name, draft.transcript, draft.linked) for draft in understood.drafts]
    found += [milestone_as_json(name, milestone) for milestone in understood.milestones]
    return _Parsed(
        lines=tuple(json.dumps(document, ensure_ascii=False) for document in found),
        problems=tuple(map(str, understood.problems)),
    )
