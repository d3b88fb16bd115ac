"""After any edits an incremental build and a cold one give the same site."""

from __future__ import annotations

import os
import random
from collections.abc import Callable
from pathlib import Path

import pytest

from generator.pages import shelf
from tests.rendering.small_site import differences, make, next_day, pool, retitle, warm

pytestmark = pytest.mark.site

AT_ONCE = 3
"""Edits between two builds."""
Edit = Callable[[Path, random.Random], object]


def _events(content: Path) -> list[Path]:
    return sorted((content / "events").rglob("[!.]*.md"))


def _add(folder: Path, chance: random.Random) -> None:
    there = {path.name.removeprefix("renamed-") for path in _events(folder / "content")}
    new = [(name, text) for name, text in sorted(pool(200).items()) if Path(name).name not in there]
    for name, text in chance.sample(new, 2):
        path = folder / "content" / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(text, "utf-8")


def _visit(folder: Path, chance: random.Random) -> None:
    """A document that makes one visit of two: it stands on the day between them."""
    next_day(folder / "content", days=3)
    next_day(folder / "content", days=2)


def _change(folder: Path, chance: random.Random) -> None:
    retitle(chance.choice(_events(folder / "content")), f"Another title {chance.random()}")


def _change_words(folder: Path, chance: random.Random) -> None:
    """Change a word and set the time back: the time alone must not decide.

    An editor's lock, a link to nowhere, stands beside.
    """
    path = chance.choice(_events(folder / "content"))
    _set_back(path, path.read_text("utf-8").replace("Слова", "Елова"))
    note = folder / "content/about/note.txt"
    _set_back(note, note.read_text("utf-8")[::-1])
    for page in (path, note):
        page.with_name(f".#{page.name}").symlink_to("somebody@host.1:2")


def _set_back(path: Path, text: str) -> None:
    stat = path.stat()
    path.write_text(text, "utf-8")
    os.utime(path, ns=(stat.st_atime_ns, stat.st_mtime_ns))


def _move(folder: Path, chance: random.Random) -> None:
    """Another day, other people, another place: from one set of hub pages to another."""
    path, other = chance.sample(_events(folder / "content"), 2)
    text = path.read_text("utf-8")
    for key in ("people", "countries", "place", "host", "topics", "date"):
        lines = [
            line for line in other.read_text("utf-8").split("\n") if line.startswith(f"{key}:")
        ]
        text = "\n".join(
            lines[0] if lines and line.startswith(f"{key}:") else line for line in text.split("\n")
        )
    path.write_text(text, "utf-8")


def _delete(folder: Path, chance: random.Random) -> None:
    chance.choice(_events(folder / "content")).unlink()


def _rename(folder: Path, chance: random.Random) -> None:
    path = chance.choice(_events(folder / "content"))
    path.rename(path.with_name(f"renamed-{path.name}"))


def _registry(folder: Path, chance: random.Random) -> None:
    path = folder / "content/registry/people.yml"
    text = path.read_text("utf-8")
    line = chance.choice([line for line in text.split("\n") if line.startswith("    en: ")])
    path.write_text(text.replace(line, f"{line.rstrip()} the {chance.randrange(9)}th", 1), "utf-8")


def _template(folder: Path, chance: random.Random) -> None:
    path = folder / "overrides" / chance.choice(["main.html", "chronicle/person.html"])
    path.write_text(path.read_text("utf-8").replace("<h2", "<h2 data-x", 1) + "<!-- x -->", "utf-8")


def _configuration(folder: Path, chance: random.Random) -> None:
    name = f"copyright: Number {chance.randrange(99)}"
    for config in (folder / "site.yml", folder / "cold.yml"):
        lines = config.read_text("utf-8").split("\n")
        kept = [line for line in lines if line and not line.startswith("copyright")]
        config.write_text("\n".join([*kept, name, ""]), "utf-8")


def _by_hand(folder: Path, chance: random.Random) -> None:
    about = folder / "content/about"
    (about / "index.md").write_text(f"# About {chance.random()}\n\nNew words.\n", "utf-8")
    (about / f"more{chance.randrange(3)}.md").write_text("# More\n", "utf-8")
    (about / "note.txt").write_text(f"{chance.random()}\n", "utf-8")


def _wins(folder: Path, chance: random.Random) -> None:
    """A page by hand takes the place of a made one, or gives it back."""
    path = folder / "content/timeline.md"
    if path.exists():
        path.unlink()
    else:
        path.write_text("# Mine\n", "utf-8")


EDITS: tuple[Edit, ...] = (
    *(_add, _add, _change, _change, _change_words, _move, _move, _delete, _rename),
    *(_visit, _registry, _template, _configuration, _by_hand, _wins),
)


@pytest.mark.parametrize(
    ("seed", "limit", "most"), [(1, shelf.LIMIT, shelf.MOST), (2, 6, shelf.MOST), (3, 2, 2)]
)
def test_incremental_and_cold_builds_agree(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, seed: int, limit: int, most: int
) -> None:
    """Whatever was edited, the site is what a cold build of the same content gives.

    With a low limit lists are long enough for pages of years, and come to be so or cease;
    with a lower one for parts of months and days.
    """
    monkeypatch.setattr(shelf, "LIMIT", limit)
    monkeypatch.setattr(shelf, "MOST", most)
    make(tmp_path)
    chance = random.Random(seed)
    warm(tmp_path)
    edits = chance.sample(EDITS, len(EDITS))
    for number in range(0, len(edits), AT_ONCE):
        for edit in edits[number : number + AT_ONCE]:
            edit(tmp_path, chance)
        warm(tmp_path, jobs=1 + number % 2)
        told = [edit.__name__ for edit in edits[: number + AT_ONCE]]

        assert (told, []) == (told, sorted(differences(tmp_path)))
