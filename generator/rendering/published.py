"""What the configuration publishes, for commands that do not build."""

from __future__ import annotations

from collections.abc import Iterable
from pathlib import Path

from mkdocs.config.base import ValidationError
from mkdocs.config.defaults import MkDocsConfig
from mkdocs.exceptions import ConfigurationError
from mkdocs.structure.files import File, get_files, set_exclusions

from generator.errors import ContentError, Problem
from generator.rendering.shell import leave_out

_LEAVING_OUT = ("exclude_docs", "draft_docs")


def published(config: MkDocsConfig, content: Path) -> frozenset[str]:
    """Paths of every page and file below ``content`` that the site shows."""
    config.docs_dir = str(content.resolve())
    files = get_files(config)
    leave_out(files, config)
    return frozenset(file.src_uri for file in files if _is_shown(file))


def left_out(config_file: Path, paths: Iterable[str]) -> frozenset[str]:
    """Of pages below the docs folder those that a built site leaves out.

    Only what leaves out is looked at: neither theme nor plugins are loaded.

    Raises:
        ContentError: the configuration cannot be read.
    """
    config = MkDocsConfig(config_file_path=str(config_file))
    try:
        with config_file.open("rb") as file:
            config.load_file(file)
        for name, option in config._schema:
            if name in _LEAVING_OUT:
                config[name] = option.validate(config[name])
    except (ConfigurationError, ValidationError) as error:
        what = " ".join(str(error).split())  # MkDocs shows the place in lines of its own
        raise ContentError(Problem(str(config_file), what, "mend it")) from None
    files = [File(path, "", "", True) for path in paths]
    set_exclusions(files, config)
    return frozenset(file.src_uri for file in files if not _is_shown(file))


def _is_shown(file: File) -> bool:
    shown: bool = file.inclusion.is_included()  # type: ignore[no-untyped-call]  # MkDocs' own
    return shown
