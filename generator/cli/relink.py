"""Renew the links of content/events/ after a change of the registry."""

from __future__ import annotations

from pathlib import Path

import click

from generator.cli._common import Progress, content_option, jobs_option
from generator.cli._inputs import load_registry
from generator.errors import ChronicleError, of_system
from generator.ingest.parallel import ordered
from generator.ingest.relink import relink
from generator.ingest.understand import linker, start
from generator.store.pages import event_files


@click.command("relink")
@content_option
@jobs_option
def command(content: Path, jobs: int) -> None:
    """Renew people, countries, place, kind and the other linked keys of every event page.

    Words, and values that a person has edited, are not touched.
    """
    files = list(event_files(content))
    progress = Progress("relink", len(files))
    failed = False
    work = [(path, content) for path in files]
    registry = load_registry(content)
    for path, changed, problems in ordered(
        _relink, work, jobs=jobs, start=start, arguments=(registry,)
    ):
        progress.step("failed" if problems else "relinked" if changed else "unchanged")
        if problems:
            progress.say(problems)
            failed = True
        elif changed:
            progress.say(f"{path}: {', '.join(changed)}")
    progress.end()
    click.echo(progress.told() or "no pages")
    if failed:
        raise click.exceptions.Exit(1)


def _relink(work: tuple[Path, Path]) -> tuple[str, tuple[str, ...], str]:
    path, content = work
    try:
        return path.as_posix(), relink(path, content, linker()), ""
    except ChronicleError as error:
        return path.as_posix(), (), str(error)
    except OSError as error:  # one page that cannot be written does not stop the others
        return path.as_posix(), (), str(of_system(error, path.as_posix()))
