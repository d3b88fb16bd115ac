"""A small made-up archive with its own copy of the theme, and its builds."""

from __future__ import annotations

import shutil
import time
from dataclasses import replace
from datetime import timedelta
from pathlib import Path

from generator.model import Edtf
from generator.rendering.build import build
from generator.rendering.options import Options, Summary
from generator.store import front_matter
from tests.made_up.archive import versions
from tests.made_up.write import _page, write
from tests.site_builder import ROOT

CONFIG = """\
INHERIT: {root}/mkdocs.yml
site_name: Made up
site_url: https://example.org/chronicle/
docs_dir: content
site_dir: {site}
theme: {{custom_dir: overrides}}
plugins: [chronicle]
"""
EVENTS = 24


def pool(count: int) -> dict[str, str]:
    """Path below ``content/`` and text of made-up documents."""
    return {
        f"events/{event.url.split('/')[1]}/{event.key}.md": _page(event)
        for event in versions(count, seed=3)
    }


def make(folder: Path) -> Path:
    """An archive of the first :data:`EVENTS` documents of the pool, with pages by hand."""
    content = write(folder, 0)
    for name, text in list(pool(EVENTS).items()):
        path = content / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(text, "utf-8")
    next_day(content, days=1)
    (content / "about").mkdir()
    (content / "about/index.md").write_text("# About\n\n[Times](../timeline/index.md)\n", "utf-8")
    (content / "about/note.txt").write_text("as it is\n", "utf-8")
    shutil.copytree(ROOT / "overrides", folder / "overrides")
    for site in ("site", "cold"):
        text = CONFIG.format(root=ROOT.as_posix(), site=site)
        (folder / f"{site}.yml").write_text(text, "utf-8")
    return content


def next_day(content: Path, days: int) -> None:
    """One more meeting of the first meeting's parties, so many days later: a visit."""
    first = next(
        event
        for event in versions(EVENTS, seed=3)
        if event.kind == "meeting" and len(event.pairs) == 1 and event.date and event.date.day
    )
    assert first.date is not None
    day = Edtf.of(first.date.lower + timedelta(days=days))
    more = replace(first, id=f"{first.id}{days}", date=day)
    path = content / f"events/{day.year}/{more.key}.md"
    path.write_text(_page(more), "utf-8")


def warm(folder: Path, jobs: int = 1) -> Summary:
    """Build on top of the last build."""
    return build(Options(config=folder / "site.yml", cache=folder / "cache", jobs=jobs))


def cold(folder: Path) -> Path:
    """Build from nothing, elsewhere."""
    cache = folder / f"cache-{time.monotonic_ns()}"
    build(Options(config=folder / "cold.yml", cache=cache, all=True))
    return folder / "cold"


def tree(site: Path) -> dict[str, bytes]:
    """Every file of a site."""
    return {
        path.relative_to(site).as_posix(): path.read_bytes()
        for path in sorted(site.rglob("*"))
        if path.is_file()
    }


def differences(folder: Path) -> list[str]:
    """Files in which the site and a cold build of the same content differ."""
    ours, fresh = tree(folder / "site"), tree(cold(folder))
    return [name for name in ours.keys() | fresh.keys() if ours.get(name) != fresh.get(name)]


def retitle(path: Path, title: str) -> None:
    """Change a document's title as an editor does."""
    text = path.read_text("utf-8")
    head, _ = front_matter.split(text, path.name)
    line = next(line for line in head.split("\n") if line.startswith("title:"))
    path.write_text(text.replace(line, f"title: {title}", 1), "utf-8")
