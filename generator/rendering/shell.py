"""MkDocs' part of a build: configuration, theme, hand-written pages, files as they are."""

from __future__ import annotations

import logging
import os
import shutil
from collections.abc import Callable, Collection, Iterable, Iterator, Mapping
from fnmatch import fnmatch
from pathlib import Path

from mkdocs.commands.build import _build_extra_template, _build_theme_template, get_context
from mkdocs.commands.build import build as mkdocs_build
from mkdocs.config import load_config
from mkdocs.config.defaults import MkDocsConfig
from mkdocs.exceptions import Abort, ConfigurationError
from mkdocs.structure.files import File, Files, set_exclusions
from mkdocs.structure.nav import Navigation, get_navigation
from mkdocs.utils import markdown_extensions, write_file

from generator.errors import ContentError, Problem
from generator.rendering.compiled import templates
from generator.rendering.listed import addresses_of, docs_files, listed
from generator.rendering.stamps import scan
from generator.store import pages as store

_NOT_FILES = ("*.py", "*.pyc", "*.html", "*readme*", "mkdocs_theme.yml", "locales/*")
_IDLE = ("assets/javascripts/*", "assets/stylesheets/*.map")
"""Files of Material's that no page asks for, 2.3 MB."""
Copies = Mapping[str, tuple[str, str]]
"""Files that are only copied: path below the site → source, and which bytes it has.

The latter is a digest, or size and modification time where nobody has read the file.
"""
Staged = dict[str, tuple[int, int]]
"""Files written beside the site: path below it → size, modification time (nanoseconds)."""


def load(config_file: Path, *, strict: bool) -> MkDocsConfig:
    """The configuration.

    Raises:
        ContentError: it cannot be used.
    """
    shown = str(config_file)
    with _Errors() as errors:
        try:
            config: MkDocsConfig = load_config(shown, strict=strict or None)
        except (ConfigurationError, Abort) as error:
            told = errors.told or [str(error)]
            raise ContentError(*(Problem(shown, what, "mend it") for what in told)) from None
    if "chronicle" not in config.plugins:
        raise ContentError(
            Problem(str(config_file), "the plugin is not on", "add `- chronicle` to plugins:")
        )
    return config


def build(config: MkDocsConfig, target: Path, shown: str) -> Staged:
    """MkDocs' own build, into ``target``; ``shown`` names the configuration in an error.

    Raises:
        ContentError: MkDocs gave up.
    """
    config.site_dir = str(target)
    config.plugins.on_startup(command="build", dirty=False)
    try:
        mkdocs_build(config)
    except Abort as error:
        what = str(error) or "MkDocs gave up"
        mend = "mend what is named above"
        raise ContentError(Problem(shown, what, mend)) from None
    finally:
        config.plugins.on_shutdown()
    begin = len(config.site_dir) + 1
    return {name[begin:]: (stat.st_size, stat.st_mtime_ns) for name, stat in scan(target)}


def in_the_way(config: MkDocsConfig) -> str:
    """What only MkDocs' own build can honour, in words; "" if nothing."""
    others = sorted(set(config.plugins) - {"chronicle"} - set(config.hooks))
    if others:
        return f"the plugin {others[0]!r} wants to see every page"
    if config.hooks:
        return f"the hook {next(iter(config.hooks))!r} wants to see every page"
    if config.nav is not None:
        return "`nav` arranges pages by name"
    for name in ("exclude_docs", "draft_docs"):
        if config[name] is not None:
            return f"`{name}` leaves pages out"
    return "" if config.use_directory_urls else "use_directory_urls is off"


def asks_for_material(config: MkDocsConfig) -> bool:
    """Whether something of Material's is switched on that needs its own frame and scripts.

    ``overrides/main.html`` asks the same.
    """
    theme, extra = config.theme, config.extra
    return bool(
        theme.get("features")
        or theme.get("palette")
        or "material/search" in config.plugins
        or any(extra.get(name) for name in ("analytics", "consent", "version"))
    )


def leave_out(files: Files, config: MkDocsConfig) -> None:
    """Take out what is not published: what is only read, and scripts that no page loads.

    An editor's own files stay, whatever their names.
    """
    idle = () if asks_for_material(config) else _IDLE
    themes = set(config.theme.dirs) - {config.theme.custom_dir}
    for file in list(files):
        name = file.src_uri
        if name.split("/")[0] in store.PRIVATE or (
            file.src_dir in themes and any(fnmatch(name, pattern) for pattern in idle)
        ):
            files.remove(file)


class Shell:
    """One build's files and theme; ``target`` is where MkDocs is to write."""

    def __init__(self, config: MkDocsConfig, target: Path) -> None:
        self.config = config
        config.site_dir = str(target)
        config.plugins.on_config(config)
        self.files = docs_files(config)
        self.env = config.theme.get_env()
        self.env.bytecode_cache = templates()
        for file in theme_files(config, {file.src_uri for file in self.files}):
            self.files.append(file)
        leave_out(self.files, config)
        set_exclusions(self.files, config)
        self.by_hand = tuple(file for file in self.files.documentation_pages() if file.page is None)
        self.nav: Navigation = get_navigation(self.files, config)

    @property
    def docs(self) -> list[File]:
        """Hand-written pages."""
        return list(self.by_hand)

    @property
    def taken(self) -> frozenset[str]:
        """Addresses of hand-written pages, which win over pages made for them."""
        return addresses_of(self.by_hand)

    def copies(self, digests: Mapping[str, str]) -> Copies:
        """Every file to be copied as it is; ``digests`` are known of those that are watched."""
        found = {}
        for file in self.files:
            included = file.inclusion.is_included()  # type: ignore[no-untyped-call]  # MkDocs' own
            if included and not file.is_documentation_page():
                source = file.abs_src_path
                assert source is not None
                found[file.dest_uri] = (source, digests.get(source) or as_stated(source))
        return found

    def write(self, made: Iterable[str]) -> Iterator[str]:
        """Render hand-written pages and the theme's own; ``made`` are all other pages.

        Yields the written files' paths below the site.
        """
        config, files = self.config, self.files
        for file in listed((path for path in made if path not in files.src_uris), config):
            files.append(file)
        for file in self.by_hand:
            page = file.page
            assert page is not None
            page.read_source(config)
            page.render(config, files)
        for template in config.theme.static_templates:
            _build_theme_template(template, self.env, files, config, self.nav)
            yield from self._written(template, f"{template}.gz")
        for template in config.extra_templates:
            _build_extra_template(template, files, config, self.nav)
            yield from self._written(template)
        for file in self.by_hand:
            yield self._page(file, files)
        for file in self.by_hand:
            assert file.page is not None
            level = config.validation.links.anchors
            file.page.validate_anchor_links(files=files, log_level=level)

    def _written(self, *names: str) -> Iterator[str]:
        return (name for name in names if Path(self.config.site_dir, name).is_file())

    def _page(self, file: File, files: Files) -> str:
        page = file.page
        assert page is not None
        page.active = True
        context = get_context(self.nav, self.docs, self.config, page)
        template = self.env.get_template(page.meta.get("template", "main.html"))
        html = template.render(context)
        page.active = False
        write_file(html.encode("utf-8", "xmlcharrefreplace"), file.abs_dest_path)
        return file.dest_uri


def theme_files(config: MkDocsConfig, taken: Collection[str]) -> Iterator[File]:
    """What ``Files.add_files_from_theme`` adds, without a look at Material's 11,000 icons.

    Hidden folders, where those stand, are not published; the first folder of the theme
    that has a file wins, and a file of the docs wins over all.
    """
    found: dict[str, str] = {}
    for folder in config.theme.dirs:
        for name in _visible(folder):
            found.setdefault(name, folder)
    skip = (*_NOT_FILES, *(f"*{ending}" for ending in markdown_extensions))
    for name in sorted(found.keys() - taken):
        lower = name.lower()
        if name not in config.theme.static_templates and not any(
            fnmatch(lower, pattern) for pattern in skip
        ):
            yield File(name, found[name], config.site_dir, config.use_directory_urls)


def _visible(folder: str) -> Iterator[str]:
    for where, folders, names in os.walk(folder):
        folders[:] = [name for name in folders if not name.startswith(".")]
        below = where[len(folder) :].lstrip("/")
        for name in names:
            if not name.startswith("."):
                yield f"{below}/{name}" if below else name


def as_stated(path: str, stat: os.stat_result | None = None) -> str:
    """Which bytes a file has, as far as size and time tell."""
    stat = stat or os.stat(path)  # noqa: PTH116  # a Path costs more than the call
    return f"{stat.st_size} {stat.st_mtime_ns}"


def copy(files: Copies, target: Path) -> None:
    """Copy files below ``target``."""
    folders: set[str] = set()
    for name, (source, _) in files.items():
        to = f"{target}/{name}"
        folder = to.rpartition("/")[0]
        if folder not in folders:
            os.makedirs(folder, exist_ok=True)  # noqa: PTH103  # a Path costs more than the call
            folders.add(folder)
        shutil.copyfile(source, to)


class _Errors(logging.Handler):
    """Collects what MkDocs finds wrong with the configuration; its warnings it may tell."""

    def __init__(self) -> None:
        super().__init__(logging.WARNING)
        self.told: list[str] = []

    def emit(self, record: logging.LogRecord) -> None:
        """Hear of one problem."""
        if record.levelno >= logging.ERROR:
            self.told.append(record.getMessage())
        elif logging.lastResort:
            logging.lastResort.handle(record)

    def __enter__(self) -> _Errors:
        logging.getLogger("mkdocs").addHandler(self)
        return self

    def __exit__(self, *_: object) -> None:
        logging.getLogger("mkdocs").removeHandler(self)


class Warnings(logging.Handler):
    """Tells and counts what MkDocs warns of while this is entered: broken links above all."""

    def __init__(self, tell: Callable[[str], None]) -> None:
        super().__init__(logging.WARNING)
        self.tell = tell
        self.count = 0

    def emit(self, record: logging.LogRecord) -> None:
        """Tell one warning."""
        self.count += 1
        self.tell(record.getMessage())

    def __enter__(self) -> Warnings:
        logging.getLogger("mkdocs").addHandler(self)
        return self

    def __exit__(self, *_: object) -> None:
        logging.getLogger("mkdocs").removeHandler(self)
