"""Show the site on localhost, and again after each saved change."""

from __future__ import annotations

from pathlib import Path

import click

from generator.cli._common import CACHE, jobs_option, warn
from generator.rendering.options import Options
from generator.rendering.serve import serve


@click.command("serve")
@click.option(
    "--config",
    type=click.Path(path_type=Path, dir_okay=False, exists=True),
    default=Path("mkdocs.yml"),
    show_default=True,
    help="The site's configuration.",
)
@jobs_option
@click.option("--host", default="127.0.0.1", show_default=True, help="Address to serve on.")
@click.option(
    "--port",
    type=click.IntRange(1, 65535),
    default=8000,
    show_default=True,
    help="Port to serve on.",
)
@click.option("--open", "browser", is_flag=True, help="Open the site in a browser.")
def command(config: Path, jobs: int, host: str, port: int, browser: bool) -> None:
    """Build the site, serve it, and refresh the open page after each saved change."""
    options = Options(config=config, cache=config.parent / CACHE, jobs=jobs, warn=warn)
    serve(options, host=host, port=port, say=click.echo, open_browser=browser)
