"""Which files a build depends on, and which change of them means that every page is built."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import yaml
from mkdocs.config.defaults import MkDocsConfig

import generator
from generator.rendering.stamps import Root, Watched
from generator.rendering.state import Seen
from generator.store import pages as store

_INHERIT = re.compile(r"^INHERIT:\s*['\"]?([^'\"\n#]+)", re.M)
_ENVIRONMENT = "!ENV"
"""The tag of a value that MkDocs takes from the environment."""
_LOADER: Any = getattr(yaml, "CSafeLoader", yaml.SafeLoader)
PROGRAM = Path(generator.__file__).parent


def _files(config: MkDocsConfig) -> list[Path]:
    """The configuration's file, and those that it inherits from."""
    files: list[Path] = []
    file: Path | None = Path(config.config_file_path)
    while file is not None and file.is_file() and file not in files:
        files.append(file)
        inherits = _INHERIT.search(file.read_text("utf-8"))
        file = (file.parent / inherits[1].strip()).resolve() if inherits else None
    return files


def roots(config: MkDocsConfig) -> tuple[Root, ...]:
    """Folders and files that a build depends on."""
    docs = config.docs_dir
    # MkDocs leaves hidden files out, unless `exclude_docs` lets them in: editors keep locks
    # and drafts under such names.
    found = [
        *(Root(str(file)) for file in _files(config)),
        Root(docs, skip=(f"{docs}/sources",), hidden=config.exclude_docs is not None),
        Root(str(PROGRAM)),
    ]
    if config.theme.custom_dir:
        found.append(Root(config.theme.custom_dir))
    beside = Path(config.config_file_path).parent
    found += [Root(str((beside / name).resolve())) for name in config.hooks]
    # What is built may stand in a folder that is watched.
    found += [Root(path, skip=(config.site_dir,), hidden=False) for path in config.watch]
    return tuple(found)


def variables(config: MkDocsConfig) -> tuple[str, ...]:
    """The names that the configuration asks the environment for."""
    found: set[str] = set()
    for file in _files(config):
        depth = 0  # of lists, in one with the tag
        events: Iterator[Any] = yaml.parse(file.read_text("utf-8"), Loader=_LOADER)
        for event in events:
            tagged = getattr(event, "tag", None) == _ENVIRONMENT
            if isinstance(event, yaml.SequenceStartEvent) and (depth or tagged):
                depth += 1
            elif isinstance(event, yaml.SequenceEndEvent) and depth:
                depth -= 1
            elif isinstance(event, yaml.ScalarEvent) and (depth or tagged):
                found.add(event.value)
    return tuple(sorted(found))


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
    for path in sorted(old.keys() | new.keys()):
        if old.get(path) != new.get(path) and (why := _why(path, config)):
            return why
    return ""


def _why(path: str, config: MkDocsConfig) -> str:
    content, theme = config.docs_dir, config.theme.custom_dir or "\0"
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
    extra = any(path.startswith(f"{folder}/") or path == folder for folder in config.watch)
    return "a watched file changed" if extra else "configuration changed"
