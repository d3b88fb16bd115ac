"""Write the generated pages to a folder, for another site builder."""

from __future__ import annotations

from pathlib import Path

import click

from generator import archive
from generator.cli._common import content_option
from generator.errors import ContentError, Problem
from generator.pages.on_disk import CONFIG, DOCS, write_pages
from generator.rendering.published import published
from generator.rendering.shell import load
from generator.rendering.whole import sites_for


@click.command("pages")
@click.argument("folder", type=click.Path(path_type=Path, file_okay=False))
@content_option
@click.option(
    "--config",
    type=click.Path(path_type=Path, dir_okay=False, exists=True),
    default=Path("mkdocs.yml"),
    show_default=True,
    help="The site's configuration.",
)
def command(folder: Path, content: Path, config: Path) -> None:
    """Write every page as Markdown to FOLDER/docs, and a mkdocs.yml that builds it.

    FOLDER is a new one, an empty one, or one that an earlier run wrote.  The result needs
    Material for MkDocs, the configuration and the theme's folder, but not this program's
    plugin.
    """
    _refuse(folder, content, config)
    settings = load(config, strict=False)
    theme = settings.theme.custom_dir
    if theme is None:
        what = "the theme has no folder of its own"
        raise ContentError(Problem(str(config), what, "write `custom_dir: overrides` in theme:"))
    shown = published(settings, content)
    chronicle = archive.load(content)
    events = tuple(event for event in chronicle.documents if event.path in shown)
    count = write_pages(
        sites_for(settings, archive.Chronicle(chronicle.registry, events)),
        content=content,
        by_hand=shown - {event.path for event in events},
        folder=folder,
        config=config,
        theme=Path(theme),
    )
    click.echo(f"{count} pages written to {folder / DOCS}")


def _refuse(folder: Path, content: Path, config: Path) -> None:
    """Stop before a folder is taken that cannot be filled."""
    if (folder / CONFIG).resolve() == config.resolve():
        what = f"the pages would get their own {CONFIG} in place of it"
        raise ContentError(Problem(str(config), what, "name another folder for the pages"))
    if folder.resolve().is_relative_to(content.resolve()):
        what = "it lies in the archive's folder, whose pages are read"
        raise ContentError(Problem(str(folder), what, "name a folder beside it"))
