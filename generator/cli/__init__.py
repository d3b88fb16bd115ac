"""The ``chronicle`` command.

To add a command, add a module here that defines ``command``, a :mod:`click` command; its
name is the module's.  Modules are imported only when their command runs, so that
``chronicle --help`` is quick; the first line of the module's docstring is its summary.
"""

from __future__ import annotations

import ast
import contextlib
import importlib
import io
import os
import pkgutil
import sys
from pathlib import Path

import click

from generator import __version__
from generator.errors import ChronicleError, of_system


class _Commands(click.Group):
    """Finds commands as modules of this package."""

    def list_commands(self, ctx: click.Context) -> list[str]:
        return sorted(
            info.name for info in pkgutil.iter_modules(__path__) if not info.name.startswith("_")
        )

    def get_command(self, ctx: click.Context, cmd_name: str) -> click.Command | None:
        if cmd_name not in self.list_commands(ctx):
            return None
        found = importlib.import_module(f"{__name__}.{cmd_name}").command
        assert isinstance(found, click.Command)
        return found

    def format_commands(self, ctx: click.Context, formatter: click.HelpFormatter) -> None:
        with formatter.section("Commands"):
            formatter.write_dl([(name, _summary(name)) for name in self.list_commands(ctx)])


def _summary(name: str) -> str:
    """The first line of a command module's docstring, read without importing it."""
    source = Path(__file__).with_name(f"{name}.py").read_text(encoding="utf-8")
    return (ast.get_docstring(ast.parse(source)) or "").split("\n")[0]


@click.group(cls=_Commands)
@click.version_option(__version__, prog_name="chronicle")
def chronicle() -> None:
    """Transcripts of meetings, talks and calls in; a published chronicle out."""


def main() -> None:
    """Run the command; whatever a user can mend ends in one line and exit status 1."""
    for stream in (sys.stdout, sys.stderr):
        # A file's name need not be text, nor a terminal know our letters: both are told
        # with escapes rather than not at all.
        if isinstance(stream, io.TextIOWrapper):
            stream.reconfigure(errors="backslashreplace")
    try:
        # Outside its standalone mode click gives the exit status back instead of ending.
        status = chronicle(standalone_mode=False)
    except click.exceptions.Abort:
        click.echo("interrupted; run the same command again to go on", err=True)
        raise SystemExit(130) from None
    except click.ClickException as error:
        error.show()
        raise SystemExit(error.exit_code) from None
    except ChronicleError as error:
        click.echo(str(error), err=True)
        raise SystemExit(1) from None
    except OSError as error:
        click.echo(str(of_system(error)), err=True)
        status = 1
    # Everything is written and closed: taking an archive in memory apart, record by record,
    # would only keep the user waiting.
    with contextlib.suppress(OSError):  # the pipe's reader has seen enough, or it is said above
        sys.stdout.flush()
        sys.stderr.flush()
    os._exit(status if isinstance(status, int) else 0)
