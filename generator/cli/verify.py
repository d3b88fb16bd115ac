"""Prove from the built site that every published word is its source's."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

import click

from generator.cli._common import Progress, content_option, jobs_option
from generator.exports.verify import Verdict, Verifier
from generator.ingest.parallel import ordered
from generator.model import Event
from generator.store.pages import read_events


@click.command("verify")
@content_option
@click.option(
    "--site",
    type=click.Path(path_type=Path, file_okay=False, exists=True),
    default=Path("site"),
    show_default=True,
    help="Folder of the built site.",
)
@click.option(
    "--config",
    type=click.Path(path_type=Path, dir_okay=False),
    default=Path("mkdocs.yml"),
    show_default=True,
    help="The site's configuration, which may leave documents out.",
)
@jobs_option
def command(content: Path, site: Path, config: Path, jobs: int) -> None:
    """Read every original again and hold its words against the built page.

    Prints documents, words and differences, and writes a receipt beside each page.  Any
    difference, and any page that cannot be read, ends with exit status 1.
    """
    events, problems = read_events(content)
    # Documents from one file one after the other, so that it is read once.
    work = sorted(_published(events, config), key=lambda event: (event.source.file, event.key))
    progress = Progress("verify", len(work))
    # A page that cannot be read proves nothing, and is no reason to leave the others unproved.
    progress.say(*map(str, problems))
    words = differences = 0
    for verdict in ordered(_verify, work, jobs=jobs, start=_start, arguments=(content, site)):
        progress.step("different" if verdict.differences else "the same")
        words += verdict.words
        differences += len(verdict.differences)
        path = (content / verdict.event.path).as_posix()
        progress.say(*(f"{path}: {difference}" for difference in verdict.differences))
    progress.end()
    unread = f", {len(problems)} unreadable" if problems else ""
    click.echo(f"{len(work)} documents, {words} words, {differences} differences{unread}")
    if differences or problems:
        raise click.exceptions.Exit(1)


def _published(events: Sequence[Event], config: Path) -> Sequence[Event]:
    """Documents that have a page in the site; how many have none is told."""
    if not config.is_file():
        return events
    from generator.rendering.published import left_out  # here: MkDocs takes long to load

    without = left_out(config, [event.path for event in events])
    if without:
        told = f"{config} leaves {len(without)} of {len(events)} documents out of the site"
        click.echo(told, err=True)
    return [event for event in events if event.path not in without]


_verifier: Verifier | None = None


def _start(content: Path, site: Path) -> None:
    global _verifier  # one a process: it keeps the last original that it read
    _verifier = Verifier(content, site)


def _verify(event: Event) -> Verdict:
    assert _verifier is not None
    return _verifier.verify(event)
