"""The MkDocs plugin ``chronicle``: gives MkDocs the pages, and stays thin.

Event pages are files of the docs folder whose words are rendered here; index pages are
generated.  A hand-written page at the same path wins.  Nothing else imports MkDocs but
:mod:`generator.rendering`.
"""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, Any

from mkdocs.config import base
from mkdocs.config import config_options as c
from mkdocs.exceptions import PluginError
from mkdocs.plugins import BasePlugin, get_plugin_logger
from mkdocs.structure.files import File, Files
from mkdocs.utils import get_build_datetime, write_file

from generator import archive
from generator.errors import ChronicleError
from generator.exports import search
from generator.model import Event
from generator.pages import event
from generator.pages.build import build_all
from generator.pages.navigation import frame
from generator.pages.page import Page, Site, sites_of
from generator.rendering.frames import FILLED, Frames, dress, with_frames
from generator.rendering.nav import keep_out_of_nav
from generator.store import pages as store

if TYPE_CHECKING:
    from jinja2 import Environment
    from mkdocs.config.defaults import MkDocsConfig
    from mkdocs.structure.nav import Navigation
    from mkdocs.structure.pages import Page as MkDocsPage

log = get_plugin_logger("chronicle")


class ChronicleConfig(base.Config):  # type: ignore[no-untyped-call]  # MkDocs' hook is untyped
    """Options of the plugin in ``mkdocs.yml``."""

    languages = c.ListOfItems(c.Choice(("ru", "en")), default=["ru", "en"])
    """Interface languages; the first has its pages at the root, others below "en/"."""

    home_country = c.Type(str, default="RU")
    """ISO code of the country that is named first in a relationship's title."""

    search = c.Type(bool, default=True)
    """Whether the search index is built."""


class ChroniclePlugin(BasePlugin[ChronicleConfig]):  # type: ignore[no-untyped-call]  # the same
    """Turns the chronicle's pages into MkDocs pages."""

    def __init__(self) -> None:
        self.sites: dict[str, Site] = {}
        self.generated: dict[str, Page] = {}
        self.events: dict[str, Event] = {}
        self.alone = False
        self.last: Page | None = None
        self.nav: Navigation | None = None

    def on_files(self, files: Files, /, *, config: MkDocsConfig) -> Files:
        """Read the archive and add the index pages."""
        content = Path(config.docs_dir)
        try:
            chronicle = archive.load(content)
            sites = sites_of(
                chronicle,
                languages=tuple(self.config.languages),
                today=get_build_datetime().date(),
                template_dirs=tuple(config.theme.dirs),
                site_url=config.site_url or "",
                home_country=self.config.home_country,
            )
            pages = [page for site in sites for page in build_all(site)]
        except ChronicleError as error:
            raise PluginError(_below(error, content)) from None
        self.sites = {site.language: site for site in sites}
        self.events = {event.path: event for event in chronicle.documents}
        # Another plugin may want every page's content; without one it is made when written.
        self.alone = set(config.plugins) == {"chronicle"} and not config.hooks
        for file in list(files):
            if file.src_uri.split("/")[0] in store.PRIVATE:
                files.remove(file)
        self.generated = {}
        by_hand = {file.url for file in files}
        ours = [file for file in files if self._is_ours(file.src_uri)]
        for page in pages:
            file = File.generated(config, page.path, content="")
            if file.url not in by_hand:
                self.generated[page.path] = page
                ours.append(file)
        # All of them in one order, whichever way the site is built: the site map shows it.
        for file in sorted(ours, key=lambda file: file.src_uri):
            if file.src_uri in files.src_uris:
                files.remove(file)
            files.append(file)
        keep_out_of_nav(ours, config)
        config.extra["chronicle"] = frame(sites, {file.src_uri for file in files})
        return files

    def on_nav(self, nav: Navigation, /, *, config: MkDocsConfig, files: Files) -> None:
        """Remember the navigation: the frame shows it."""
        self.nav = nav

    def on_page_read_source(self, /, *, page: MkDocsPage, config: MkDocsConfig) -> str | None:
        """Spare MkDocs the reading of what is rendered here."""
        return "" if self._is_ours(page.file.src_uri) else None

    def on_page_markdown(
        self, markdown: str, /, *, page: MkDocsPage, config: MkDocsConfig, files: Files
    ) -> str | None:
        """Say the title now, so that it is known before any other page is rendered."""
        uri = page.file.src_uri
        if not self._is_ours(uri):
            return None
        if self.alone:
            made = self.generated.get(uri)
            page.meta = {
                "title": made.title if made else self.events[uri].title,
                "template": FILLED,
            }
        else:
            made = self.generated[uri] = self._made(uri, config)
            dress(page, made)
        return ""

    def on_page_content(
        self, html: str, /, *, page: MkDocsPage, config: MkDocsConfig, files: Files
    ) -> str | None:
        """Put the page's body and contents in."""
        made = self.generated.get(page.file.src_uri)
        if made is None or self.alone:
            return None
        dress(page, made)
        return made.body

    def on_env(self, env: Environment, /, *, config: MkDocsConfig, files: Files) -> Any:
        """Let pages fill the theme's frame instead of rendering it again and again."""
        assert self.nav is not None
        frames = Frames(config, env, self.nav, files.documentation_pages())
        return with_frames(env, frames, lambda uri: self._made(uri, config))

    def on_post_page(self, output: str, /, *, page: MkDocsPage, config: MkDocsConfig) -> None:
        """Write the files that belong beside a page, such as a document's receipt."""
        made = self.last if self.alone else self.generated.get(page.file.src_uri)
        if made is not None and self._is_ours(page.file.src_uri):
            for name, text in made.beside.items():
                write_file(text.encode(), str(Path(page.file.abs_dest_path).with_name(name)))

    def on_post_build(self, /, *, config: MkDocsConfig) -> None:
        """Bring the search index up to date; what is kept from the last build saves time."""
        if not self.config.search:
            return
        content = Path(config.docs_dir)
        cache = Path(config.config_file_path or content).parent / ".cache" / "chronicle" / "search"
        site = next(iter(self.sites.values()))
        try:
            search.write(
                site.chronicle, content, Path(config.site_dir), cache, languages=site.languages
            )
        except ChronicleError as error:
            raise PluginError(_below(error, content)) from None

    def _is_ours(self, uri: str) -> bool:
        return uri in self.generated or uri in self.events

    def _made(self, uri: str, config: MkDocsConfig) -> Page:
        """The page of a path; an event's is made now and kept until the next is asked for."""
        made = self.generated.get(uri)
        self.last = self._event(uri, config) if made is None else made
        return self.last

    def _event(self, uri: str, config: MkDocsConfig) -> Page:
        content = Path(config.docs_dir)
        try:
            return event.page_of(self.events[uri], tuple(self.sites.values()), content.as_posix())
        except ChronicleError as error:
            raise PluginError(_below(error, content)) from None


def _below(error: ChronicleError, content: Path) -> str:
    """The error's lines with paths as a user sees them from the project's folder."""
    return str(error).replace(f"{content.parent.as_posix()}/", "")
