"""``chronicle serve``: the site on localhost, built and shown again after each saved change.

MkDocs' own server refreshes browsers, ``listening`` hears of changes, the builds are ours.
Each runs in a child of a process that has in memory every module and what the last build
kept, and nothing else, so that a change of a template or of the archive meets no stale copy,
and no build's memory stays.
"""

from __future__ import annotations

import gc
import os
import pickle
from collections.abc import Callable
from pathlib import Path
from urllib.parse import urlsplit

from mkdocs.livereload import LiveReloadServer

from generator.errors import ChronicleError, Problem
from generator.rendering.build import build
from generator.rendering.changes import PROGRAM
from generator.rendering.forks import ChildError, in_child
from generator.rendering.listening import Listening
from generator.rendering.options import Options, Summary
from generator.rendering.shell import load
from generator.rendering.state import SEEN, Seen, hold, read


class Builder:
    """A process that builds when asked; make it before any thread begins."""

    def __init__(self, options: Options) -> None:
        asked, self._ask = os.pipe()
        self._told, tell = os.pipe()
        self.pid = os.fork()
        if self.pid == 0:
            os.close(self._ask)
            os.close(self._told)
            while os.read(asked, 1):
                data = pickle.dumps(_build(options))
                os.write(tell, len(data).to_bytes(4, "big") + data)
                hold(options.cache)
                gc.freeze()  # a child that collects would copy what it only reads
            os._exit(0)
        os.close(asked)
        os.close(tell)

    def build(self) -> Summary:
        """Build now.

        Raises:
            ChronicleError: content cannot be used; the site is the one before.
        """
        os.write(self._ask, b"b")
        size = int.from_bytes(os.read(self._told, 4), "big")
        data = b""
        while len(data) < size:
            data += os.read(self._told, size - len(data))
        result: Summary | ChronicleError = pickle.loads(data)
        if isinstance(result, ChronicleError):
            raise result
        return result

    def end(self) -> None:
        """Let the process go."""
        os.close(self._ask)
        os.close(self._told)
        os.waitpid(self.pid, 0)


def _build(options: Options) -> Summary | ChronicleError:
    def child() -> Summary:
        summary = build(options)
        summary.each = []  # nobody asks for it, and it may be long
        return summary

    try:
        made: Summary = in_child(child)
    except ChronicleError as error:
        return error
    except ChildError as error:
        return ChronicleError(Problem("chronicle", str(error), "report this"))
    return made


def serve(
    options: Options,
    *,
    host: str,
    port: int,
    say: Callable[[str], None],
    open_browser: bool = False,
) -> None:
    """Build, show, and go on until interrupted.

    Raises:
        ChronicleError: the first build failed.
        OSError: the port is taken.
    """
    builder = Builder(options)
    say(builder.build().told())
    config = load(options.config, strict=False)
    site = Path(config.site_dir)

    def again() -> None:
        try:
            say(builder.build().told())
        except ChronicleError as error:
            say(str(error))

    mount = urlsplit(config.site_url or "/").path
    server = LiveReloadServer(again, host, port, str(site), mount)
    server.error_handler = lambda code: _page(site / f"{code}.html")
    # All that the server asks of its own.
    server.observer = Listening()  # type: ignore[assignment]
    for path in watched(options.cache):
        server.watch(path)
    say(f"Serving on {server.url}")
    try:
        server.serve(open_in_browser=open_browser)  # type: ignore[no-untyped-call]  # MkDocs' own
    except KeyboardInterrupt:
        say("Ended.")
    finally:
        server.shutdown()
        builder.end()


def watched(cache: Path) -> list[str]:
    """Folders and files whose change leads to a build, as the last build saw them."""
    seen: Seen | None = read(cache, SEEN)
    found: list[str] = []
    for root, skip, _ in seen.watched.roots if seen else ():
        if root == str(PROGRAM):
            continue
        if skip:
            below = (path for path in Path(root).iterdir() if str(path) not in skip)
            found.extend(str(path) for path in below)
        else:
            found.append(root)
    return sorted(found)


def _page(path: Path) -> bytes | None:
    return path.read_bytes() if path.is_file() else None
