"""How long after a save ``chronicle serve`` has refreshed the open page.

``python -m bench.serving FOLDER`` serves the archive that ``bench.build_vs_hugo`` made in
FOLDER/COUNT, opens a document as a browser does, adds a word to its file three times, and
prints the seconds from each save to the page that has the word.  ``bench.build_vs_hugo``
prints the slowest as a ratio to Hugo's full build.
"""

from __future__ import annotations

import argparse
import os
import re
import socket
import subprocess
import sys
import time
import urllib.request
from pathlib import Path

from tests.site_builder import ROOT

_PATIENCE = 120.0
"""Seconds after which a server that says nothing is given up."""
_ASKS = re.compile(r"livereload\((\d+), (\d+)\)")


def saved_to_refreshed(here: Path, times: int = 3) -> list[float]:
    """Seconds for each of so many saves; the file is then as it was."""
    port = _free_port()
    command = [sys.executable, "-m", "generator", "serve", "--port", str(port)]
    environment = {**os.environ, "NO_MKDOCS_2_WARNING": "1", "PYTHONPATH": str(ROOT)}
    file = sorted((here / "content" / "events").rglob("*.md"))[-1]
    text = file.read_text("utf-8")
    address = f"http://127.0.0.1:{port}/events/{file.parent.name}/{file.stem}/"
    with (here / "serve.log").open("w") as log:
        server = subprocess.Popen(command, cwd=here, stdout=log, stderr=log, env=environment)
    try:
        _opened(address)
        return [_refreshed(address, file, f"Слово{number}") for number in range(times)]
    finally:
        server.terminate()
        server.wait()
        file.write_text(text, "utf-8")


def _refreshed(address: str, file: Path, word: str) -> float:
    """Open the page, save the word, wait as the page's script does, open it again."""
    asks = _ASKS.search(_opened(address))
    assert asks is not None, f"{address} does not ask for changes"
    time.sleep(3)  # the build before has ended, and the file's last change is past
    text = file.read_text("utf-8")
    began = time.monotonic()
    file.write_text(f"{text}\n{word}\n", "utf-8")
    host = address.split("/events/")[0]
    end = time.monotonic() + _PATIENCE
    while word not in _opened(address):
        assert time.monotonic() < end, f"{address} is not refreshed"
        with urllib.request.urlopen(f"{host}/livereload/{asks[1]}/{asks[2]}") as answer:
            answer.read()  # held back until something has changed
    return time.monotonic() - began


def _opened(address: str) -> str:
    """The page, as soon as the server is there."""
    end = time.monotonic() + _PATIENCE
    while True:
        try:
            with urllib.request.urlopen(address) as answer:
                return str(answer.read().decode())
        except OSError:
            if time.monotonic() > end:
                raise
            time.sleep(0.1)


def _free_port() -> int:
    with socket.socket() as free:
        free.bind(("127.0.0.1", 0))
        return int(free.getsockname()[1])


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("folder", type=Path)
    parser.add_argument("--count", type=int, default=10_000)
    options = parser.parse_args()
    seconds = saved_to_refreshed(options.folder.resolve() / str(options.count))
    print("saved to refreshed: " + ", ".join(f"{each:.2f} s" for each in seconds))


if __name__ == "__main__":
    main()
