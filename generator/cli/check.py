"""List what an editor should settle in content/, each with its file and line."""

from __future__ import annotations

import json
from dataclasses import asdict
from pathlib import Path

import click

from generator.cli._common import Progress, content_option, jobs_option, to_write, warn
from generator.cli._inputs import load_registry
from generator.errors import ChronicleError
from generator.ingest.check import Finding, check_page, from_error, from_warnings, unique
from generator.ingest.parallel import ordered
from generator.linking.linker import Linker
from generator.registry import Registry
from generator.store.files import write_atomically
from generator.store.pages import event_files


@click.command("check")
@content_option
@jobs_option
@click.option(
    "--suggest",
    type=click.Path(path_type=Path, dir_okay=False),
    callback=to_write,
    help="Write the suggested registry entries to this file.",
)
@click.option(
    "--format",
    "layout",
    type=click.Choice(["text", "json"]),
    default="text",
    show_default=True,
    help="How to print the findings.",
)
def command(content: Path, jobs: int, suggest: Path | None, layout: str) -> None:
    """List unknown speakers and places, unknown ids, missing dates and sources, broken files.

    Errors end with exit status 1, warnings alone with 0.
    """
    findings: list[Finding] = []
    registry = None
    try:
        registry = load_registry(content)
        findings.extend(from_warnings(registry.warnings))
    except ChronicleError as error:
        findings.extend(from_error(error))
        warn("ids and names in the pages are not checked until the registry can be read")
    files = list(event_files(content))
    progress = Progress("check", len(files))
    work = [(path, content) for path in files]
    for found in ordered(_check, work, jobs=jobs, start=_start, arguments=(registry,)):
        progress.step("with findings" if found else "in order")
        findings.extend(found)
    progress.end()
    told = unique(tuple(findings))
    if layout == "json":
        click.echo(json.dumps([asdict(finding) for finding in told], ensure_ascii=False, indent=1))
    else:
        _print(told, progress)
    if suggest is not None:
        entries = [finding.suggestion for finding in told if finding.suggestion]
        write_atomically(suggest, "\n".join(entries))
    if any(finding.severity == "error" for finding in told):
        raise click.exceptions.Exit(1)


_linker: Linker | None = None


def _start(registry: Registry | None) -> None:
    global _linker  # one a process: it is costly and serves every page
    _linker = Linker(registry) if registry is not None else None


def _check(work: tuple[Path, Path]) -> tuple[Finding, ...]:
    return check_page(*work, _linker)


def _print(findings: tuple[Finding, ...], progress: Progress) -> None:
    for finding in findings:
        click.echo(str(finding))
        for line in finding.suggestion.rstrip().split("\n") if finding.suggestion else ():
            click.echo(f"    {line}")
    click.echo(f"{sum(progress.counts.values())} pages: {progress.told() or 'none'}", err=True)
