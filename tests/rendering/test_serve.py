"""``chronicle serve`` shows a saved change."""

from __future__ import annotations

import os
import signal
import socket
import subprocess
import sys
import time
import urllib.error
import urllib.request
from collections.abc import Iterator
from pathlib import Path

import pytest

from generator.errors import ContentError, Problem
from generator.rendering.build import BusyError
from generator.rendering.options import Summary
from generator.rendering.serve import Builder, _once_free, _Server
from tests.rendering.small_site import make, retitle
from tests.site_builder import ROOT

pytestmark = pytest.mark.site

PATIENCE = 60
"""Seconds after which a server that says nothing is given up."""


def _begin(folder: Path) -> tuple[subprocess.Popen[str], str]:
    """A server of the site in a folder, and the site's address."""
    with socket.socket() as free:
        free.bind(("127.0.0.1", 0))
        port = free.getsockname()[1]
    command = [sys.executable, "-m", "generator", "serve", "--config", "site.yml"]
    server = subprocess.Popen(
        [*command, "--port", str(port)],
        cwd=folder,
        env={**os.environ, "NO_MKDOCS_2_WARNING": "1", "PYTHONPATH": str(ROOT)},
        stdout=subprocess.PIPE,
        stderr=subprocess.STDOUT,
        text=True,
        start_new_session=True,
    )
    return server, f"http://127.0.0.1:{port}/chronicle/"


@pytest.fixture
def served(tmp_path: Path) -> Iterator[tuple[Path, str]]:
    """A small site being served: its folder and its address."""
    make(tmp_path)
    server, address = _begin(tmp_path)
    try:
        yield tmp_path, address
    finally:
        server.terminate()
        server.communicate()


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


def test_a_new_page_by_hand_is_shown(served: tuple[Path, str]) -> None:
    """It stands right in content/, or in a folder that was not there before."""
    folder, address = served
    _until(address, "</html>")
    (folder / "content/novelty.md").write_text("# A novelty\n", "utf-8")
    (folder / "content/essays").mkdir()
    (folder / "content/essays/one.md").write_text("# An essay\n", "utf-8")

    assert (True, True) == (
        "A novelty" in _until(f"{address}novelty/", "A novelty"),
        "An essay" in _until(f"{address}essays/one/", "An essay"),
    )


def test_an_interrupt_says_that_it_ended(tmp_path: Path) -> None:
    """Nothing has been left undone, so nothing is to be gone on with."""
    make(tmp_path)
    server, address = _begin(tmp_path)
    _until(address, "</html>")
    os.killpg(server.pid, signal.SIGINT)
    said, _ = server.communicate()

    assert (["Ended."], False) == (said.splitlines()[-1:], "interrupted" in said)


def test_a_save_during_another_build_is_built_after_it() -> None:
    """The other build may have read the page before it was saved."""
    answers: list[Summary | ContentError] = [
        BusyError(Problem("cache", "another build is running", "wait until it ends")),
        Summary(pages=7),
    ]

    class Fake(Builder):
        def __init__(self) -> None:
            pass

        def build(self) -> Summary:
            answer = answers.pop(0)
            if isinstance(answer, ContentError):
                raise answer
            return answer

    said: list[str] = []
    summary = _once_free(Fake(), said.append)

    assert (7, 1) == (summary.pages, len(said))


@pytest.mark.parametrize(("host", "mend"), [("127.0.0.1", "--port"), ("no.such.host.", "--host")])
def test_where_it_cannot_be_served_is_told_in_a_line(host: str, mend: str) -> None:
    """A taken port asks for another port, an unknown host for another host."""
    with socket.socket() as taken:
        taken.bind(("127.0.0.1", 0))
        taken.listen()
        server = _Server(lambda: None, host, taken.getsockname()[1], ".")
        with pytest.raises(ContentError, match=mend):
            server.server_bind()
        server.server_close()
