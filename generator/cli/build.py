"""Build the site in parallel, and only what changed."""

from __future__ import annotations

from pathlib import Path

import click

from generator.cli._common import CACHE, Progress, jobs_option, warn
from generator.rendering.build import build
from generator.rendering.options import Options


@click.command("build")
@click.option(
    "--config",
    type=click.Path(path_type=Path, dir_okay=False, exists=True),
    default=Path("mkdocs.yml"),
    show_default=True,
    help="The site's configuration.",
)
@jobs_option
@click.option("--strict", is_flag=True, help="Take every warning for an error.")
@click.option("--all", "everything", is_flag=True, help="Build every page anew.")
@click.option("--explain", is_flag=True, help="Name every page that is built, and why.")
def command(config: Path, jobs: int, strict: bool, everything: bool, explain: bool) -> None:
    """Write to site/ what `mkdocs build` writes, byte for byte, and sooner.

    A run that is killed leaves the last good site; the next run goes on from there.
    """
    progress = Progress("pages")

    def step(count: int) -> None:
        for _ in range(count):
            progress.step("built")

    try:
        summary = build(
            Options(
                config=config,
                cache=config.parent / CACHE,
                jobs=jobs,
                strict=strict,
                all=everything,
                step=step,
                warn=warn,
            )
        )
    finally:
        progress.end()
    if summary.note:
        click.echo(summary.note, err=True)
    if explain:
        for path, why in summary.each:
            click.echo(f"{path}: {why}")
    click.echo(summary.told())
