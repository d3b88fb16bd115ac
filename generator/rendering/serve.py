"""``chronicle serve``: the site on localhost, built and shown again after each saved change.

MkDocs' own server refreshes browsers, ``listening`` hears of changes, the builds are ours.
Each runs in a child of a process that has in memory every module and what the last build
kept, and nothing else, so that a change of a template or of the archive meets no stale copy,
and no build's memory stays.
"""

from __future__ import annotations

import contextlib
import errno
import gc
import os
import pickle
import signal
import time
from collections.abc import Callable
from pathlib import Path
from urllib.parse import urlsplit

from mkdocs.livereload import LiveReloadServer

from generator.errors import ChronicleError, ContentError, Problem
from generator.rendering.build import BusyError, build
from generator.rendering.changes import PROGRAM
from generator.rendering.forks import ChildError, in_child
from generator.rendering.listening import Listening
from generator.rendering.options import Options, Summary
from generator.rendering.shell import load
from generator.rendering.stamps import Root
from generator.rendering.state import hold

_RETRY_AFTER = 0.5
"""Seconds after which a build is tried again while another one is running."""


class Builder:
    """A process that builds when asked; make it before any thread begins."""

    def __init__(self, options: Options) -> None:
        asked, self._ask = os.pipe()
        self._told, tell = os.pipe()
        self.pid = os.fork()
        if self.pid == 0:
            os.close(self._ask)
            os.close(self._told)
            _answer(asked, tell, options)
        os.close(asked)
        os.close(tell)

    def build(self) -> Summary:
        """Build now.

        Raises:
            ChronicleError: content cannot be used; the site is the one before.
        """
        with contextlib.suppress(BrokenPipeError):
            os.write(self._ask, b"b")
        size = int.from_bytes(os.read(self._told, 4), "big")
        if not size:
            raise ChronicleError(Problem("chronicle", "the builder is gone", "serve again"))
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


def _answer(asked: int, tell: int, options: Options) -> None:
    """What the builder does; it never returns into the code that forked it.

    An interrupt is for the server to tell: the builder, and what it forks, only go.
    """
    signal.signal(signal.SIGINT, lambda number, frame: os._exit(128 + number))
    try:
        while os.read(asked, 1):
            data = pickle.dumps(_build(options))
            os.write(tell, len(data).to_bytes(4, "big") + data)
            hold(options.cache)
            gc.freeze()  # a child that collects would copy what it only reads
    except BrokenPipeError:
        pass  # the server has gone meanwhile
    finally:
        os._exit(0)


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
        ChronicleError: the first build failed, or it cannot be served there.
    """
    builder = Builder(options)
    first = builder.build()
    say(first.told())
    config = load(options.config, strict=False)
    site = Path(config.site_dir)
    roots: list[Root] = []

    heard = {str(PROGRAM)}

    def heed(summary: Summary) -> None:
        roots[:] = summary.roots
        for root in roots:
            if root.path not in heard:
                heard.add(root.path)
                server.watch(root.path)

    def again() -> None:
        try:
            summary = _once_free(builder, say)
        except ChronicleError as error:
            say(str(error))
        else:
            say(summary.told())
            heed(summary)

    mount = urlsplit(config.site_url or "/").path
    server = _Server(again, host, port, str(site), mount)
    server.say = say
    server.error_handler = lambda code: _page(site / f"{code}.html")
    # All that the server asks of its own.
    server.observer = Listening(  # type: ignore[assignment]
        lambda path: any(root.counts(path) for root in roots)
    )
    heed(first)
    try:
        server.serve(open_in_browser=open_browser)  # type: ignore[no-untyped-call]  # MkDocs' own
    except KeyboardInterrupt:
        say("Ended.")
    finally:
        server.shutdown()
        builder.end()


def _once_free(builder: Builder, say: Callable[[str], None]) -> Summary:
    """Build, if need be after another command's build: it may not have seen the last save."""
    told = False
    while True:
        try:
            return builder.build()
        except BusyError as error:
            if not told:
                say(str(error))
                told = True
            time.sleep(_RETRY_AFTER)


class _Server(LiveReloadServer):
    """MkDocs' server, which says where it serves, or that it cannot, as everything here does."""

    say: Callable[[str], None] = staticmethod(print)

    def server_activate(self) -> None:
        """Begin to serve."""
        super().server_activate()
        self.say(f"Serving on {self.url}")

    def server_bind(self) -> None:
        """Take the port.

        Raises:
            ContentError: it is another's, or there is no such host here.
        """
        try:
            super().server_bind()
        except (OSError, UnicodeError) as error:
            host, port = self.server_address[:2]
            what = getattr(error, "strerror", None) or "it cannot be served there"
            of_the_port = getattr(error, "errno", None) in (errno.EADDRINUSE, errno.EACCES)
            mend = f"choose another {'--port' if of_the_port else '--host'}"
            raise ContentError(Problem(f"{host!s}:{port}", what, mend)) from None


def _page(path: Path) -> bytes | None:
    return path.read_bytes() if path.is_file() else None
