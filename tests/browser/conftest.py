"""The sites that the browser tests look at, each built once for all workers.

``real`` is the project's own content; ``made_up`` an invented archive in which every kind
of page has something to show.
"""

from __future__ import annotations

import os
import shutil
import time
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from pathlib import Path

import pytest

from tests.browser.served import served
from tests.made_up.write import write
from tests.site_builder import ROOT, build

EVENTS = 80
"""Enough that every list, chart and calendar has entries, few enough to build in seconds."""
PATIENCE = 300
"""Seconds that a worker waits for another one's build."""


def _once(folder: Path, make: Callable[[Path], None]) -> Path:
    """Build a site below ``folder`` unless another worker does; its folder."""
    done = folder / "done"
    try:
        folder.mkdir(parents=True)
    except FileExistsError:
        until = time.monotonic() + PATIENCE
        while not done.exists():
            assert time.monotonic() < until, f"the site in {folder} was not built"
            time.sleep(0.2)
    else:
        make(folder)
        result = build(folder)
        assert result.returncode == 0, result.stderr
        done.touch()
    return folder / "site"


def _shared(factory: pytest.TempPathFactory) -> Path:
    base = factory.getbasetemp()
    return base.parent if "PYTEST_XDIST_WORKER" in os.environ else base


def _real(folder: Path) -> None:
    shutil.copytree(ROOT / "content", folder / "content")


def _made_up(folder: Path) -> None:
    write(folder, EVENTS)
    for name in ("about", "en"):
        shutil.copytree(ROOT / "content" / name, folder / "content" / name)


@dataclass(frozen=True)
class Site:
    """A served site: ``folder`` holds it, ``address`` ends in a slash."""

    folder: Path
    address: str

    def url(self, pattern: str) -> str:
        """The address of the largest page that a glob pattern finds ("people/*/")."""
        found = [path for path in self.folder.glob(f"{pattern}index.html") if path.is_file()]
        assert found, f"no page at {pattern}"
        largest = max(found, key=lambda path: (path.stat().st_size, path))
        return self.address + largest.parent.relative_to(self.folder).as_posix() + "/"


def _site(folder: Path) -> Iterator[Site]:
    with served(folder) as address:
        yield Site(folder=folder, address=address)


@pytest.fixture(scope="session")
def real(browser: object, tmp_path_factory: pytest.TempPathFactory) -> Iterator[Site]:
    """The project's own site."""
    yield from _site(_once(_shared(tmp_path_factory) / "real", _real))


@pytest.fixture(scope="session")
def made_up(browser: object, tmp_path_factory: pytest.TempPathFactory) -> Iterator[Site]:
    """A site of a made-up archive."""
    yield from _site(_once(_shared(tmp_path_factory) / "made-up", _made_up))
