"""How ``chronicle serve`` hears of a saved change: from the system, not by looking.

MkDocs' own observer looks at every file twice a second, which at ten thousand documents
keeps a processor a fifth busy and a change waiting.  Single files are still looked at: an
editor that puts a new file in an old one's place would end the system's watch of it.
"""

from __future__ import annotations

from pathlib import Path

from watchdog.events import (
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
    *(FileCreatedEvent, FileDeletedEvent, FileModifiedEvent, FileMovedEvent)
]
"""What counts as a change; a build that reads a file is told of too."""
_LOOK_EVERY = 0.5
"""Seconds between two looks at what is not told of."""


class Listening:
    """What MkDocs' server wants of an observer.

    Where the system cannot tell (no more watches, a file system that has none), every file
    is looked at instead.
    """

    def __init__(self) -> None:
        self._told = Observer()
        self._looked = PollingObserver(timeout=_LOOK_EVERY)
        self._folders: list[tuple[FileSystemEventHandler, str]] = []

    def schedule(
        self, handler: FileSystemEventHandler, path: str, *, recursive: bool = False
    ) -> ObservedWatch:
        """Tell the handler of every change of a file, or of the files below a folder."""
        if not Path(path).is_dir():
            return self._looked.schedule(handler, path)
        self._folders.append((handler, path))
        return self._told.schedule(handler, path, recursive=recursive, event_filter=_CHANGES)

    def start(self) -> None:
        """Begin to listen."""
        try:
            self._told.start()
        except OSError:
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
