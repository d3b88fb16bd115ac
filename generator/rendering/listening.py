"""How ``chronicle serve`` hears of a saved change: from the system, not by looking.

MkDocs' own observer looks at every file twice a second, which at ten thousand documents
keeps a processor a fifth busy and a change waiting.  Single files are still looked at: an
editor that puts a new file in an old one's place would end the system's watch of it.
"""

from __future__ import annotations

import os
from collections.abc import Callable
from pathlib import Path

from watchdog.events import (
    DirCreatedEvent,
    DirDeletedEvent,
    DirMovedEvent,
    FileCreatedEvent,
    FileDeletedEvent,
    FileModifiedEvent,
    FileMovedEvent,
    FileSystemEvent,
    FileSystemEventHandler,
)
from watchdog.observers import Observer
from watchdog.observers.api import ObservedWatch
from watchdog.observers.polling import PollingObserver

_CHANGES: list[type[FileSystemEvent]] = [
    *(FileCreatedEvent, FileDeletedEvent, FileModifiedEvent, FileMovedEvent),
    *(DirCreatedEvent, DirDeletedEvent, DirMovedEvent),
]
"""What is a change; a build that reads a file is told of too."""
_LOOK_EVERY = 0.5
"""Seconds between two looks at what is not told of."""


class _Counted(FileSystemEventHandler):
    """Hands on what counts; MkDocs' server is deaf to folders, so they go as files.

    A folder may come or go with its pages in it, and nothing is told of those.
    """

    def __init__(self, handler: FileSystemEventHandler, counts: Callable[[str], bool]) -> None:
        self.handler, self.counts = handler, counts

    def on_any_event(self, event: FileSystemEvent) -> None:
        """Hear of one change."""
        paths = [os.fsdecode(path) for path in (event.src_path, event.dest_path) if path]
        if type(event) in _CHANGES and any(map(self.counts, paths)):
            self.handler.dispatch(FileModifiedEvent(paths[0]) if event.is_directory else event)


class Listening:
    """What MkDocs' server wants of an observer.

    ``counts`` says of the path of a file or folder whether a change of it counts.  Where the
    system cannot tell (no more watches, a file system that has none), every file is looked
    at instead.
    """

    def __init__(self, counts: Callable[[str], bool] = lambda path: True) -> None:
        self._counts = counts
        self._told = Observer()
        self._looked = PollingObserver(timeout=_LOOK_EVERY)
        self._folders: list[tuple[FileSystemEventHandler, str]] = []
        self._only_looks = False

    def schedule(
        self, handler: FileSystemEventHandler, path: str, *, recursive: bool = False
    ) -> ObservedWatch:
        """Tell the handler of every change of a file, or of the files below a folder."""
        heard = _Counted(handler, self._counts)
        if Path(path).is_dir() and not self._only_looks:
            self._folders.append((heard, path))
            return self._told.schedule(heard, path, recursive=recursive, event_filter=_CHANGES)
        return self._looked.schedule(heard, path, recursive=recursive)

    def start(self) -> None:
        """Begin to listen."""
        try:
            self._told.start()
        except OSError:
            self._only_looks = True
            self._told.unschedule_all()
            for handler, path in self._folders:
                self._looked.schedule(handler, path, recursive=True)
        self._looked.start()

    def stop(self) -> None:
        """Listen no more."""
        self._told.stop()
        self._looked.stop()

    def join(self) -> None:
        """Wait until the last handler is through."""
        for observer in (self._told, self._looked):
            if observer.is_alive():
                observer.join()
