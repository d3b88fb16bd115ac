"""docs/registry.md explains every field that is read; its examples and the README's are true."""

from __future__ import annotations

import re
import shutil
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest

from generator.registry import load
from generator.registry.entries import FILES
from generator.registry.fields import Shape
from generator.text import yaml_text

ROOT = Path(__file__).parents[2]
DOCS = ROOT / "docs" / "registry.md"


def section(name: str) -> str:
    """The part of the page about one file."""
    return DOCS.read_text(encoding="utf-8").split(f"\n## {name}.yml\n")[1].split("\n## ")[0]


def example(name: str) -> str:
    """The example of one file."""
    (block,) = re.findall(r"```yaml\n(.*?)```", section(name), re.DOTALL)
    return str(block)


def fields(shape: Shape) -> Iterator[str]:
    """Every field as the page writes it: ``terms[].from``, ``level.since``."""
    for name, field in shape.items():
        yield name
        if field.inner is not None:
            dots = "." if name == "level" else "[]."
            yield from (f"{name}{dots}{inner}" for inner in fields(field.inner))


def used(entries: list[Any]) -> Iterator[str]:
    """Every field that entries have, as the page writes it."""
    for entry in entries:
        for name, value in entry.items():
            yield name
            if name == "level":
                yield from (f"level.{inner}" for inner in value)
            elif isinstance(value, list) and isinstance(value[0], dict):
                yield from (f"{name}[].{inner}" for inner in used(value))


@pytest.mark.parametrize("name", FILES)
def test_every_field_is_explained(name: str) -> None:
    """Each field of a file has its place in the file's table, and nothing else has."""
    rows = re.findall(r"^\| (`[^|]*`) \| [^|]+ \|$", section(name), re.MULTILINE)

    explained = [field for row in rows for field in re.findall(r"`([^`]+)`", row)]

    assert sorted(fields(FILES[name].shape)) == sorted(explained)


@pytest.mark.parametrize("name", FILES)
def test_every_field_has_an_example(name: str) -> None:
    """Each field of a file stands in the file's example."""
    entries = list(yaml_text.load(example(name), name).values())

    assert set(fields(FILES[name].shape)) <= set(used(entries))


def test_the_examples_are_a_registry(tmp_path: Path) -> None:
    """All examples together load without a problem or a warning."""
    for name in FILES:
        (tmp_path / f"{name}.yml").write_text(example(name), encoding="utf-8")

    assert () == load(tmp_path).warnings


def test_the_readmes_examples_fit_into_the_archive(tmp_path: Path) -> None:
    """Put into the files that the README names, its entries are understood as printed."""
    text = (ROOT / "README.md").read_text(encoding="utf-8")
    blocks = list(re.finditer(r"```yaml\n(.*?)```", text, re.DOTALL))
    named = [re.findall(r"registry/(\w+)\.yml", text[: block.start()])[-1] for block in blocks]
    shutil.copytree(ROOT / "content" / "registry", tmp_path, dirs_exist_ok=True)
    for name, block in zip(named, blocks, strict=True):
        with (tmp_path / f"{name}.yml").open("a", encoding="utf-8") as file:
            file.write(f"\n{block[1]}")
    registry = load(tmp_path)

    assert (["people", "countries", "relationships"], "XA", True, ()) == (
        named,
        registry.people["elina-vark"].country,
        "XA-XB" in registry.relationships,
        registry.warnings,
    )
