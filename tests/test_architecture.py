"""The house stands as CONTRIBUTING.md says, and every door has its sign."""

from __future__ import annotations

import re
import shutil
import subprocess
import sys
from pathlib import Path

import click
import pytest

from generator import plugin
from generator.cli import chronicle
from generator.sources.discovery import readers
from generator.store.front_matter import KEYS

ROOT = Path(__file__).parent.parent


def _lint_imports(folder: Path) -> subprocess.CompletedProcess[str]:
    command = [sys.executable, "-c", "from importlinter.cli import lint_imports_command as c; c()"]
    return subprocess.run(
        [*command, "--no-cache"], cwd=folder, capture_output=True, text=True, check=False
    )


@pytest.fixture
def copy(tmp_path: Path) -> Path:
    """A copy of the package with its contracts."""
    shutil.copytree(
        ROOT / "generator",
        tmp_path / "generator",
        ignore=shutil.ignore_patterns("__pycache__"),
    )
    shutil.copy(ROOT / "pyproject.toml", tmp_path)
    return tmp_path


def test_layers_are_kept(copy: Path) -> None:
    """Every room imports only from the rooms below it."""
    result = _lint_imports(copy)

    assert (0, "") == (result.returncode, result.stderr), result.stdout


@pytest.mark.parametrize(
    ("room", "line"),
    [
        ("text/words.py", "import generator.store.body"),
        ("pages/page.py", "import mkdocs.plugins"),
        ("store/body.py", "import bs4"),
    ],
)
def test_planted_violation_breaks_the_contract(copy: Path, room: str, line: str) -> None:
    """An import that goes up, to MkDocs or to an HTML parser is found."""
    path = copy / "generator" / room
    path.write_text(f"{path.read_text('utf-8')}\n{line}\n", "utf-8")

    assert 1 == _lint_imports(copy).returncode


def _headings(document: str) -> set[str]:
    text = (ROOT / "docs" / document).read_text("utf-8")
    return set(re.findall(r"^#{2,3} +`?([^`\n]+?)`? *$", text, re.MULTILINE))


def test_every_command_has_a_heading() -> None:
    """docs/commands.md describes each command."""
    assert isinstance(chronicle, click.Group)
    context = click.Context(chronicle)

    assert set() == set(chronicle.list_commands(context)) - {
        heading.removeprefix("chronicle ") for heading in _headings("commands.md")
    }


def test_every_option_is_documented() -> None:
    """docs/commands.md names each option of each command below its heading."""
    text = (ROOT / "docs" / "commands.md").read_text("utf-8")
    sections = dict(re.findall(r"^## `chronicle (\w+)`\n(.*?)(?=^## |\Z)", text, re.M | re.S))
    assert isinstance(chronicle, click.Group)
    context = click.Context(chronicle)
    missing = []
    for name in chronicle.list_commands(context):
        command = chronicle.get_command(context, name)
        assert command is not None
        for parameter in command.params:
            if isinstance(parameter, click.Option):
                option = max(parameter.opts, key=len)
                if f"`{option}" not in sections.get(name, ""):
                    missing.append(f"{name} {option}")

    assert [] == missing


def test_every_reader_has_a_heading_and_a_golden() -> None:
    """docs/sources.md describes each format, and each has examples that prove it."""
    goldens = ROOT / "tests" / "goldens"
    with_examples = {path.parent.name for path in goldens.glob("*/*")}

    assert set() == set(readers()) - (_headings("sources.md") & with_examples)


def test_every_front_matter_key_is_documented() -> None:
    """docs/front-matter.md explains each key of an event page."""
    text = (ROOT / "docs" / "front-matter.md").read_text("utf-8")

    assert [] == [key for key in KEYS if f"| `{key}`" not in text]


def test_every_plugin_option_is_documented() -> None:
    """docs/commands.md explains each option of the MkDocs plugin."""
    text = (ROOT / "docs" / "commands.md").read_text("utf-8")
    options = [name for name, _ in plugin.ChronicleConfig._schema]

    assert [] == [name for name in options if f"`{name}`" not in text]


def test_every_dependency_has_its_reason() -> None:
    """The README's table has a row for each dependency."""
    project = (ROOT / "pyproject.toml").read_text("utf-8")
    block = re.search(r"^dependencies = \[(.*?)^\]", project, re.M | re.S)
    assert block is not None
    names = re.findall(r'^  "([A-Za-z0-9_.-]+)', block[1], re.M)
    readme = (ROOT / "README.md").read_text("utf-8")

    assert [] == [name for name in names if f"| {name} |" not in readme]


def test_versions_agree() -> None:
    """The citation names the version of the package."""
    from generator import __version__

    assert f"\nversion: {__version__}\n" in (ROOT / "CITATION.cff").read_text("utf-8")
