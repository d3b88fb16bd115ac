"""Write the generated pages to a folder, for another site builder."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import click

from generator import archive
from generator.cli._common import content_option
from generator.pages.on_disk import write_config, write_pages
from generator.pages.page import sites_of
from generator.pages.settings import read_settings


@click.command("pages")
@click.argument("folder", type=click.Path(path_type=Path, file_okay=False))
@content_option
@click.option(
    "--config",
    type=click.Path(path_type=Path, dir_okay=False, exists=True),
    default=Path("mkdocs.yml"),
    show_default=True,
    help="The site's configuration, which names the theme's folder.",
)
def command(folder: Path, content: Path, config: Path) -> None:
    """Write every page as Markdown to FOLDER/docs, and a mkdocs.yml that builds it.

    The result needs Material for MkDocs, the configuration and the theme's folder, but not
    this program's plugin.
    """
    settings = read_settings(config)
    sites = sites_of(
        archive.load(content),
        languages=settings.languages,
        today=date.today(),
        template_dirs=(str(settings.theme),),
        home_country=settings.home_country,
    )
    count = write_pages(sites, content=content, folder=folder)
    write_config(config, theme=settings.theme, folder=folder, sites=sites)
    click.echo(f"{count} pages written to {folder / 'docs'}")
