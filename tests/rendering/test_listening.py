"""A saved change is heard of, however an editor saves and whatever the system can tell."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from pathlib import Path
from queue import Empty, Queue

import pytest
from watchdog.events import FileSystemEvent, FileSystemEventHandler
from watchdog.observers import Observer

from generator.rendering.listening import Listening

PATIENCE = 20
"""Seconds after which nothing more is expected."""


class _Heard(FileSystemEventHandler):
    def __init__(self) -> None:
        self.paths: Queue[str] = Queue()

    def on_any_event(self, event: FileSystemEvent) -> None:
        if not event.is_directory:
            self.paths.put(Path(str(event.src_path)).name)

    def of(self, name: str) -> str:
        """The name, once it is heard of."""
        while (heard := self.paths.get(timeout=PATIENCE)) != name:
            pass
        return heard


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """A folder with a page in it, and a file beside it."""
    (tmp_path / "content").mkdir()
    (tmp_path / "content" / "page.md").write_text("old", "utf-8")
    (tmp_path / "site.yml").write_text("old", "utf-8")
    return tmp_path


@pytest.fixture
def listen(folder: Path) -> Iterator[Callable[[], _Heard]]:
    """Begins to listen to the folder and to the file."""
    begun = []

    def begin() -> _Heard:
        observer, heard = Listening(lambda path: "unheard" not in path), _Heard()
        observer.schedule(heard, str(folder / "content"), recursive=True)
        observer.schedule(heard, str(folder / "site.yml"))
        observer.start()
        begun.append(observer)
        return heard

    yield begin
    for observer in begun:
        observer.stop()
        observer.join()


def _replace(folder: Path, name: str) -> None:
    """Save as many editors do: a new file, made elsewhere, takes the old one's name."""
    draft = folder / "draft"
    draft.write_text("new", "utf-8")
    draft.replace(folder / name)


def test_a_file_of_a_folder_that_is_replaced_is_heard_of(
    folder: Path, listen: Callable[[], _Heard]
) -> None:
    """Nobody wrote into the file, and yet it is another."""
    heard = listen()
    _replace(folder, "content/page.md")

    assert "page.md" == heard.of("page.md")


def test_a_single_file_is_heard_of_each_time_it_is_replaced(
    folder: Path, listen: Callable[[], _Heard]
) -> None:
    """A new file under its name is looked at like the old one."""
    heard = listen()
    told = []
    for _ in range(2):
        _replace(folder, "site.yml")
        told.append(heard.of("site.yml"))

    assert ["site.yml", "site.yml"] == told


def test_reading_is_no_change(folder: Path, listen: Callable[[], _Heard]) -> None:
    """A build reads every page; it must not call for another build."""
    heard = listen()
    (folder / "content" / "page.md").read_text("utf-8")

    with pytest.raises(Empty):
        heard.paths.get(timeout=1.5)


def test_a_folder_that_comes_or_goes_is_heard_of(
    folder: Path, listen: Callable[[], _Heard]
) -> None:
    """Its pages come and go with it, though nobody tells of each."""
    heard = listen()
    (folder / "content/section").mkdir()
    came = heard.of("section")
    (folder / "content/section").rename(folder / "elsewhere")

    assert ("section", "section") == (came, heard.of("section"))


def test_what_does_not_count_is_not_heard_of(folder: Path, listen: Callable[[], _Heard]) -> None:
    """An editor's lock beside a page asks for no build."""
    heard = listen()
    (folder / "content/unheard.md").write_text("", "utf-8")
    (folder / "content/page.md").write_text("new", "utf-8")

    assert "page.md" == heard.paths.get(timeout=PATIENCE)


def test_a_draft_that_takes_a_pages_name_is_heard_of(
    folder: Path, listen: Callable[[], _Heard]
) -> None:
    """A move counts for either of its names."""
    (folder / "content/unheard.md").write_text("new", "utf-8")
    heard = listen()
    (folder / "content/unheard.md").replace(folder / "content/page.md")

    assert "unheard.md" == heard.paths.get(timeout=PATIENCE)


def test_where_the_system_cannot_tell_files_are_looked_at(
    folder: Path, listen: Callable[[], _Heard], monkeypatch: pytest.MonkeyPatch
) -> None:
    """An editor on a full or foreign file system sees the change all the same."""

    def no_more(_: object) -> None:
        raise OSError("no more watches")

    monkeypatch.setattr(Observer, "start", no_more)
    heard = listen()
    (folder / "content" / "page.md").write_text("newer", "utf-8")

    assert "page.md" == heard.of("page.md")
