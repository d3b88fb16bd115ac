"""A built tree takes the place of the old one whole, whenever a run is killed."""

from __future__ import annotations

import os
from pathlib import Path

import pytest

from generator.rendering.swap import JOURNAL, Exchange
from tests.rendering.small_site import tree


@pytest.fixture(params=[False, True], ids=["folder", "mount"])
def exchange(
    request: pytest.FixtureRequest, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> Exchange:
    """A site of two files, and beside it a new version of one and a third.

    Into a site that is a mount point nothing can be moved from outside.
    """
    for name in ("cache", "site"):
        (tmp_path / name).mkdir()
    made = Exchange(tmp_path / "site", tmp_path / "cache")
    monkeypatch.setattr(Exchange, "_can_be_moved_into", lambda _: not request.param)
    made.begin()
    for folder, files in ((made.site, {"a": "old", "b": "old"}), (made.beside, {"a": "new"})):
        folder.mkdir(exist_ok=True)
        for name, text in files.items():
            (folder / name).write_text(text, "utf-8")
    (made.beside / "deep").mkdir()
    (made.beside / "deep/c").write_text("new", "utf-8")
    return made


def test_parts_take_their_place(exchange: Exchange) -> None:
    """Written files replace the old ones, removed ones go, the rest stays."""
    exchange.commit(whole=False, write=["a", "deep/c"], remove=["b"])

    assert {"a": b"new", "deep/c": b"new"} == tree(exchange.site)


def test_folder_comes_where_a_file_stood(exchange: Exchange) -> None:
    """A file that goes makes room for a folder of its name."""
    (exchange.beside / "b").mkdir()
    (exchange.beside / "b/d").write_text("new", "utf-8")
    exchange.commit(whole=False, write=["a", "b/d"], remove=["b"])

    assert {"a": b"new", "b/d": b"new"} == tree(exchange.site)


def test_a_whole_tree_takes_its_place(exchange: Exchange) -> None:
    """Nothing of the old tree is left, nor of the exchange."""
    exchange.commit(whole=True)

    assert ({"a": b"new", "deep/c": b"new"}, False, False) == (
        tree(exchange.site),
        exchange.beside.exists(),
        exchange.before.exists(),
    )


@pytest.mark.parametrize("whole", [True, False])
@pytest.mark.parametrize("kill_at", range(6))
def test_a_killed_exchange_is_finished(
    exchange: Exchange, monkeypatch: pytest.MonkeyPatch, whole: bool, kill_at: int
) -> None:
    """Killed between any two renames, the next run brings the exchange to its end."""
    left = kill_at

    def dying(name: str) -> None:
        real = getattr(os, name)

        def rename(*arguments: object, **options: object) -> object:
            nonlocal left
            if left == 0:
                raise KeyboardInterrupt
            left -= 1
            return real(*arguments, **options)

        monkeypatch.setattr(os, name, rename)

    dying("rename")
    dying("replace")
    killed = False
    try:
        exchange.commit(whole=whole, write=["a", "deep/c"], remove=["b"])
    except KeyboardInterrupt:
        killed = (exchange.cache / JOURNAL).exists()
    monkeypatch.undo()
    Exchange(exchange.site, exchange.cache).resume()
    old = {"a": b"old", "b": b"old"}
    new = {"a": b"new", "deep/c": b"new"}
    shown = {name: data for name, data in tree(exchange.site).items() if name[0] != "."}

    assert (new if killed or kill_at > 0 else old) == shown


def test_the_journal_is_whole_or_absent(exchange: Exchange) -> None:
    """A journal is written beside and renamed, so half a decision is none."""
    (exchange.cache / JOURNAL).with_suffix(".draft").write_text('{"whole": tr', "utf-8")

    assert False is exchange.resume()
