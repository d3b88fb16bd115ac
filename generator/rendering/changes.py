"""Which files a build depends on, and which change of them means that every page is built."""

from __future__ import annotations

import re
from collections.abc import Callable
from pathlib import Path

from mkdocs.config.defaults import MkDocsConfig

import generator
from generator.rendering.stamps import Watched
from generator.rendering.state import Seen
from generator.store import pages as store

_INHERIT = re.compile(r"^INHERIT:\s*['\"]?([^'\"\n#]+)", re.M)
PROGRAM = Path(generator.__file__).parent


def roots(config: MkDocsConfig) -> tuple[tuple[str, tuple[str, ...]], ...]:
    """Folders, with names to skip in them, and files that a build depends on."""
    files: list[Path] = []
    file: Path | None = Path(config.config_file_path)
    while file is not None and file.is_file() and file not in files:
        files.append(file)
        inherits = _INHERIT.search(file.read_text("utf-8"))
        file = (file.parent / inherits[1].strip()).resolve() if inherits else None
    folders = [(config.docs_dir, ("sources",)), (str(PROGRAM), ())]
    if config.theme.custom_dir:
        folders.append((config.theme.custom_dir, ()))
    return (*((str(file), ()) for file in files), *folders)


def events_in(content: Path | str) -> str:
    """What the path of every document's page begins with."""
    return f"{content}/{store.EVENTS}/"


def program_changed(before: Seen, watched: Watched) -> bool:
    """Whether the program is another one: what it kept may mean something else now."""
    own = f"{PROGRAM}/"
    was, now = (
        {path: digest for path, digest in seen.digests.items() if path.startswith(own)}
        for seen in (before.watched, watched)
    )
    return was != now


def why_all(
    before: Seen | None,
    as_left: Callable[[], bool],
    key: str,
    watched: Watched,
    config: MkDocsConfig,
) -> str:
    """Why every page must be built, or "" if only some must.

    ``as_left`` says whether nobody touched the site since ``before``.
    """
    if before is None:
        return "first build"
    if before.key.rpartition(" ")[0] != key:
        return "another version or configuration"
    if not as_left():
        return "the site was changed by something else"
    old, new = before.watched.digests, watched.digests
    theme = config.theme.custom_dir or "\0"
    for path in sorted(old.keys() | new.keys()):
        if old.get(path) != new.get(path) and (why := _why(path, config.docs_dir, theme)):
            return why
    return ""


def _why(path: str, content: str, theme: str) -> str:
    if path.startswith(events_in(content)):
        return ""
    if path.startswith(f"{content}/registry/"):
        return "registry changed"
    if path.startswith(f"{content}/"):
        return ""  # hand-written pages are made by every build
    if path.startswith(f"{PROGRAM}/"):
        return "program changed"
    if path.startswith(f"{theme}/"):
        return "theme changed" if path.endswith((".html", ".yml")) else ""
    return "configuration changed"
