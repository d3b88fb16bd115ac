"""A small registry of made-up countries, written to a folder file by file."""

from __future__ import annotations

from pathlib import Path

import pytest

from generator.errors import ContentError
from generator.registry import Registry, load

GOOD = {
    "countries": "XA: {names: {ru: Оруна, en: Oruna}}\nXB: {names: {ru: Талия, en: Talia}}\n",
    "people": (
        "elena-vark:\n"
        "  names: {ru: Элена Варк, en: Elena Vark}\n"
        "  country: XA\n"
        "  labels: [Э.Варк]\n"
        "  terms:\n"
        "    - {role: head_of_state, country: XA, from: 2028, to: 2031, source: https://a.example/a}\n"
    ),
    "places": (
        "vess: {kind: city, names: {ru: Весс, en: Vess}, country: XA, source: https://a.example/v}\n"
    ),
}


def write(directory: Path, **files: str) -> Path:
    """The good registry with some files replaced."""
    for name, text in (GOOD | files).items():
        (directory / f"{name}.yml").write_text(text, encoding="utf-8")
    return directory


def loaded(directory: Path, **files: str) -> Registry:
    """The good registry with some files replaced, loaded."""
    return load(write(directory, **files))


def complaints(directory: Path, **files: str) -> list[str]:
    """Lines of the error that loading ends with, each without the folder."""
    write(directory, **files)
    with pytest.raises(ContentError) as caught:
        load(directory)
    return str(caught.value).replace(f"{directory}/", "").splitlines()
