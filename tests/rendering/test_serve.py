"""``chronicle serve`` shows a saved change."""

from __future__ import annotations

import os
import socket
import subprocess
import sys
import time
import urllib.error
import urllib.request
from collections.abc import Iterator
from pathlib import Path

import pytest

from tests.rendering.small_site import make, retitle
from tests.site_builder import ROOT

pytestmark = pytest.mark.site

PATIENCE = 60
"""Seconds after which a server that says nothing is given up."""


@pytest.fixture
def served(tmp_path: Path) -> Iterator[tuple[Path, str]]:
    """A small site being served: its folder and its address."""
    make(tmp_path)
    with socket.socket() as free:
        free.bind(("127.0.0.1", 0))
        port = free.getsockname()[1]
    command = [sys.executable, "-m", "generator", "serve", "--config", "site.yml"]
    server = subprocess.Popen(
        [*command, "--port", str(port)],
        cwd=tmp_path,
        env={**os.environ, "NO_MKDOCS_2_WARNING": "1", "PYTHONPATH": str(ROOT)},
    )
    try:
        yield tmp_path, f"http://127.0.0.1:{port}/chronicle/"
    finally:
        server.terminate()
        server.wait()


def _until(address: str, words: str) -> str:
    """The page once it has these words."""
    end = time.monotonic() + PATIENCE
    text = ""
    while words not in text and time.monotonic() < end:
        try:
            with urllib.request.urlopen(address) as answer:
                text = answer.read().decode()
        except (urllib.error.URLError, ConnectionError):
            time.sleep(0.2)
    return text


def test_a_saved_change_is_shown(served: tuple[Path, str]) -> None:
    """The page of a document has its new title, and asks the server for the next change."""
    folder, address = served
    page = sorted((folder / "content/events").rglob("*.md"))[0]
    url = address + page.relative_to(folder / "content").as_posix().removesuffix(".md") + "/"
    _until(url, "</html>")
    retitle(page, "A title just saved")
    shown = _until(url, "A title just saved")

    assert (True, True) == ("A title just saved" in shown, "livereload" in shown)
