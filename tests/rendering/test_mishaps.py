"""What can be mended is told in a line, and a damaged cache mends itself."""

from __future__ import annotations

from pathlib import Path

import pytest

from generator.errors import ContentError
from generator.rendering import state as kept
from generator.rendering.swap import JOURNAL, Exchange
from tests.rendering.small_site import differences, make, warm
from tests.site_builder import run_module

pytestmark = pytest.mark.site


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """A small archive that is not built yet."""
    make(tmp_path)
    return tmp_path


@pytest.mark.parametrize(
    ("setting", "instead", "told"),
    [
        ("[chronicle]", "[{chronicle: {languages: []}}]", "Name one language at least"),
        ("[chronicle]", "[{chronicle: {languages: [ru, ru]}}]", "Name each language once"),
        ("{custom_dir: overrides}", "{name: material}", "add `custom_dir: overrides` to theme:"),
        ("site_name: Made up", "strict: perhaps", "Config value 'strict'"),
    ],
)
def test_what_the_configuration_lacks_is_told_in_a_line(
    folder: Path, setting: str, instead: str, told: str
) -> None:
    """Its name, what is wrong, and what to do: by both ways of building."""
    for name in ("site.yml", "cold.yml"):
        config = folder / name
        text = config.read_text("utf-8").replace(setting, instead)
        if "theme" in told:  # nothing of it is to be inherited
            text = "\n".join(line for line in text.split("\n") if "INHERIT" not in line)
        config.write_text(text, "utf-8")
    with pytest.raises(ContentError) as caught:
        warm(folder)
    by_mkdocs = run_module("mkdocs", "build", "-q", "-f", "cold.yml", folder=folder)

    assert (1, True, True, False) == (
        len(str(caught.value).splitlines()),
        told in str(caught.value),
        told in by_mkdocs.stderr,
        "Traceback" in by_mkdocs.stderr,
    )


@pytest.mark.parametrize("name", [kept.SEEN, kept.MADE, "documents"])
def test_a_damaged_cache_is_as_good_as_none(folder: Path, name: str) -> None:
    """Whatever stands in its files, the site is what the content says."""
    warm(folder)
    for path in (folder / "cache").glob(f"{name}*"):
        data = bytearray(path.read_bytes())
        data[20::50] = b"\xff" * len(data[20::50])
        path.write_bytes(data)
    (folder / "content/about/more.md").write_text("# More\n", "utf-8")
    warm(folder)

    assert [] == differences(folder)


def test_a_damaged_journal_decides_nothing(tmp_path: Path) -> None:
    """What stood there cannot be known; the next build looks at the site as it is."""
    (tmp_path / JOURNAL).write_bytes(b"\xff\xfe{")

    assert (False, False) == (
        Exchange(tmp_path / "site", tmp_path).resume(),
        (tmp_path / JOURNAL).exists(),
    )
