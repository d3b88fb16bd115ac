"""Say for one file which names were found where, and by which rule."""

from __future__ import annotations

from pathlib import Path

import click

from generator.cli._common import registry_option
from generator.cli._inputs import load_registry
from generator.errors import ChronicleError
from generator.ingest.assemble import draft, transcript_of
from generator.linking.linker import Linked, Linker
from generator.model import Milestone
from generator.sources.discovery import read
from generator.sources.walk import expand
from generator.store import pages


@click.command("explain")
@click.argument("path", type=click.Path(path_type=Path, exists=True, dir_okay=False))
@registry_option
def command(path: Path, content: Path) -> None:
    """Print every mention in PATH, a source file or a page of content/events/.

    A line a mention: where it stands, the exact words, the registry entry, the rule.
    """
    linker = Linker(load_registry(content))
    if path.suffix == ".md" and content.resolve() in path.resolve().parents:
        page = pages.read_page(path.resolve(), content.resolve())
        _explain(linker.link(transcript_of(page)))
        return
    for given in expand(str(path)):
        if isinstance(given, ChronicleError):
            raise given
        for found in read(given):
            if not isinstance(found, Milestone):
                _explain(draft(found, linker).linked)


def _explain(linked: Linked) -> None:
    event = linked.event
    click.echo(f"{event.key}: {event.kind}, {event.format or 'format unknown'}")
    click.echo(f"parties: {', '.join(event.countries) or 'none'}; host: {event.host or 'unknown'}")
    for speaker in event.speakers:
        click.echo(f"speaker: {speaker.label} = {speaker.person or 'unknown'}")
    for mention in linked.mentions:
        where = mention.anchor or event.key
        click.echo(f"{where}: {mention.text!r} = {mention.kind} {mention.id} ({mention.rule})")
    for notice in linked.notices:
        click.echo(f"{notice.anchor or event.key}: {notice.kind}: {notice.what}")
