"""List the source formats that can be read, and by what each is recognised."""

from __future__ import annotations

import click

from generator.sources.discovery import readers


@click.command("sources")
def command() -> None:
    """List every reader: its name and what it recognises."""
    known = readers()
    width = max(map(len, known), default=0)
    for name, reader in known.items():
        click.echo(f"{name.ljust(width)}  {reader.RECOGNISES}")
