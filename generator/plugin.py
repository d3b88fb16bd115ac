"""The MkDocs plugin ``chronicle``: gives MkDocs the pages, and stays thin.

Event pages are files of the docs folder whose words are rendered here; index pages are
generated.  All are written at once (:mod:`generator.rendering.whole`) unless another
plugin, a hook or ``nav`` wants to see each: then MkDocs renders them one by one.  A
hand-written page at the same path wins.  Nothing else imports MkDocs but
:mod:`generator.rendering`.
"""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from mkdocs.config import base
from mkdocs.config import config_options as c
from mkdocs.exceptions import PluginError
from mkdocs.plugins import BasePlugin, get_plugin_logger
from mkdocs.structure.files import File, Files
from mkdocs.utils import write_file

from generator import archive
from generator.errors import ChronicleError
from generator.exports import search
from generator.machine import default_jobs
from generator.model import Event
from generator.pages import event
from generator.pages.build import build_all
from generator.pages.navigation import frame
from generator.pages.page import Page, Site
from generator.rendering.frames import dress
from generator.rendering.nav import keep_out_of_nav
from generator.rendering.shell import in_the_way, leave_out
from generator.rendering.whole import MadeFiles, make, refuse, sites_for

if TYPE_CHECKING:
    from mkdocs.config.defaults import MkDocsConfig
    from mkdocs.structure.pages import Page as MkDocsPage
    from mkdocs.utils.templates import TemplateContext

log = get_plugin_logger("chronicle")


class Languages(c.ListOfItems[str]):
    """One interface language or more, each once."""

    def run_validation(self, value: object) -> list[str]:
        """The languages.

        Raises:
            ValidationError: there is none, or one stands there twice.
        """
        found: list[str] = super().run_validation(value)
        if not found:
            raise base.ValidationError("Name one language at least, such as [ru]")
        if len(set(found)) < len(found):
            raise base.ValidationError(f"Name each language once; received: {found}")
        return found


class ChronicleConfig(base.Config):  # type: ignore[no-untyped-call]  # MkDocs' hook is untyped
    """Options of the plugin in ``mkdocs.yml``."""

    languages = Languages(c.Choice(("ru", "en")), default=["ru", "en"])
    """Interface languages; the first has its pages at the root, others below "en/"."""

    home_country = c.Type(str, default="RU")
    """ISO code of the country that is named first in a relationship's title."""

    search = c.Type(bool, default=True)
    """Whether the search index is built."""


class ChroniclePlugin(BasePlugin[ChronicleConfig]):  # type: ignore[no-untyped-call]  # the same
    """Turns the chronicle's pages into MkDocs pages."""

    def __init__(self) -> None:
        self.serving = False
        self.made: MadeFiles | None = None
        self.sites: tuple[Site, ...] = ()
        self.events: dict[str, Event] = {}
        self.generated: dict[str, Page] = {}

    def on_startup(self, *, command: str, dirty: bool) -> None:
        """Remember whether MkDocs serves: then it has threads, beside which no fork is safe."""
        self.serving = command == "serve"

    def on_config(self, config: MkDocsConfig) -> None:
        """Refuse what cannot be built now, before MkDocs empties the site's folder."""
        try:
            refuse(config)
        except ChronicleError as error:
            raise PluginError(str(error)) from None

    def on_files(self, files: Files, /, *, config: MkDocsConfig) -> Files:
        """Make the pages, or, where something else wants to see each, add them as files."""
        leave_out(files, config)
        content = Path(config.docs_dir)
        self.made, self.events, self.generated = None, {}, {}
        try:
            if in_the_way(config):
                return self._added(files, config, content)
            jobs = 1 if self.serving else default_jobs()
            self.sites, self.made = make(config, files, jobs=jobs)
        except ChronicleError as error:
            raise PluginError(_below(error, content)) from None
        return self.made

    def _added(self, files: Files, config: MkDocsConfig, content: Path) -> Files:
        chronicle = archive.load(content)
        left_out = {file.src_uri for file in files if self._is_left_out(file)}
        shown = tuple(event for event in chronicle.documents if event.path not in left_out)
        chronicle = archive.Chronicle(chronicle.registry, shown)
        self.sites = sites_for(config, chronicle)
        self.events = {event.path: event for event in shown}
        by_hand = {file.url for file in files}
        ours = [file for file in files if file.src_uri in self.events]
        for page in (page for site in self.sites for page in build_all(site)):
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
        config.extra["chronicle"] = frame(self.sites, {file.src_uri for file in files})
        return files

    def on_template_context(
        self, context: TemplateContext, /, *, template_name: str, config: MkDocsConfig
    ) -> TemplateContext:
        """Show the site map the pages that stand already."""
        if self.made is not None:
            context["pages"] = self.made.every_page
        return context

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
        if uri in self.events:
            self.generated[uri] = self._event(uri, Path(config.docs_dir))
        dress(page, self.generated[uri])
        return ""

    def on_page_content(
        self, html: str, /, *, page: MkDocsPage, config: MkDocsConfig, files: Files
    ) -> str | None:
        """Put the page's body and contents in."""
        made = self.generated.get(page.file.src_uri)
        if made is None:
            return None
        dress(page, made)
        return made.body

    def on_post_page(self, output: str, /, *, page: MkDocsPage, config: MkDocsConfig) -> None:
        """Write the files that belong beside a page, such as a document's record."""
        made = self.generated.get(page.file.src_uri)
        if made is not None:
            for name, text in made.beside.items():
                write_file(text.encode(), str(Path(page.file.abs_dest_path).with_name(name)))

    def on_post_build(self, /, *, config: MkDocsConfig) -> None:
        """Bring the search index up to date; what is kept from the last build saves time."""
        if not self.config.search:
            return
        content = Path(config.docs_dir)
        site = self.sites[0]
        try:
            search.write(
                site.chronicle,
                content,
                Path(config.site_dir),
                _cache(config) / "search",
                languages=site.languages,
            )
        except ChronicleError as error:
            raise PluginError(_below(error, content)) from None

    def _is_left_out(self, file: File) -> bool:
        """Whether the configuration keeps a page out of the site, or a draft out of a build."""
        level = file.inclusion
        return not (level.is_in_serve() if self.serving else level.is_included())  # type: ignore[no-untyped-call]  # MkDocs' own

    def _is_ours(self, uri: str) -> bool:
        return uri in self.generated or uri in self.events

    def _event(self, uri: str, content: Path) -> Page:
        try:
            return event.page_of(self.events[uri], self.sites, content.as_posix())
        except ChronicleError as error:
            raise PluginError(_below(error, content)) from None


def _cache(config: MkDocsConfig) -> Path:
    """The folder for what may be kept from one build to the next."""
    return Path(config.config_file_path or config.docs_dir).parent / ".cache" / "chronicle"


def _below(error: ChronicleError, content: Path) -> str:
    """The error's lines with paths as a user sees them from the project's folder."""
    return str(error).replace(f"{content.parent.as_posix()}/", "")
