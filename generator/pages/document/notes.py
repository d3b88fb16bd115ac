"""An editor's own Markdown as HTML in which nothing can run."""

from __future__ import annotations

import re
from functools import cache
from xml.etree.ElementTree import Element

from markdown import Markdown
from markdown.extensions import Extension
from markdown.treeprocessors import Treeprocessor

from generator.pages.dress import is_web

_BLANK_LINES = re.compile(r"\n\s*\n")
# No colon, so no scheme; no ampersand and none of the library's own place-holders, behind
# which a colon could hide.
_RELATIVE = re.compile(r"[^:&\x00-\x1f]*")


class _SafeAddresses(Treeprocessor):
    """Keeps addresses that are relative or on the web; pictures only from this site."""

    def run(self, root: Element) -> None:
        for element in root.iter():
            for name in {"href", "src"} & element.attrib.keys():
                address = element.attrib[name]
                linked = name == "href" and is_web(address)
                if not linked and not _RELATIVE.fullmatch(address):
                    del element.attrib[name]


class _Plain(Extension):
    """Markdown without raw HTML."""

    def extendMarkdown(self, md: Markdown) -> None:  # noqa: N802  # the library's name
        md.preprocessors.deregister("html_block")
        md.inlinePatterns.deregister("html")
        md.treeprocessors.register(_SafeAddresses(md), "safe_addresses", -10)


@cache
def _markdown() -> Markdown:
    return Markdown(extensions=[_Plain()])


def note_html(markdown: str) -> str:
    """The note as HTML without blank lines; raw HTML in it is shown, not obeyed."""
    made: str = _markdown().reset().convert(markdown)
    return _BLANK_LINES.sub("\n", made)
