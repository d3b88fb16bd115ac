"""The theme's frame, rendered once for all pages that share it, then filled by joining.

A theme's template takes a millisecond or more a page and says the same on nearly all of
them.  Here it is rendered for a dummy page whose title, body, address … are marks; where
the marks stand in the output are the slots of the frame.  Whatever a template may decide
by (:class:`Shape`) has a frame of its own.  A page whose frame cannot be told is rendered
in full, so that a template may do what it likes: it is only slower.

To let a template decide by one more thing, add that to :class:`Shape`.
"""

from __future__ import annotations

import hashlib
import re
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from typing import Any

from jinja2 import Environment
from markupsafe import Markup, escape
from mkdocs.commands.build import get_context
from mkdocs.config.defaults import MkDocsConfig
from mkdocs.structure.files import File
from mkdocs.structure.nav import Navigation
from mkdocs.structure.pages import Page as MkDocsPage
from mkdocs.structure.toc import get_toc

from generator.pages.page import Heading, Page

TEMPLATE = "main.html"
_PROBE = "a&amp;b & c<i>d</i>\"e'f"
"""What stands between the marks of a text, to see what the template does to texts."""
_MARK = re.compile(
    r"qzq(?P<bare>folder|leaf|version\d+)zqz|qzq(?P<name>[a-z]+\d*)q(?P<probe>.*?)qzqendzqz", re.S
)
_PLAIN = re.compile(r"[A-Za-z0-9._~-]+")


def _as_is(text: str) -> str:
    return text


def _escaped(text: str) -> str:
    return str(escape(text))


def _stripped(text: str) -> str:
    return str(escape(Markup(text).striptags()))


_TREATMENTS: tuple[Callable[[str], str], ...] = (_as_is, _escaped, _stripped)


@dataclass(frozen=True, slots=True)
class Shape:
    """What templates may decide by: pages of one shape share a frame.

    ``folder`` is the page's parent folder, an id in it replaced by a mark: links out of
    the frame begin there.  Depth alone would not do, since a link into the page's own
    first folder is shorter than one into another.
    """

    kind: str
    language: str
    folder: str
    has_heading: bool
    has_description: bool
    contents: tuple[int, ...]
    versions: tuple[tuple[str, str], ...]


class Frames:
    """The frames of one build."""

    def __init__(
        self, config: MkDocsConfig, env: Environment, nav: Navigation, files: Sequence[File]
    ) -> None:
        self.config, self.env, self.nav, self.files = config, env, nav, files
        self.prefixes = tuple(
            f"{language}/" for language in config.plugins["chronicle"].config["languages"][1:]
        )
        self._frames: dict[Shape, list[Any] | None] = {}

    def page(self, made: Page) -> str:
        """The whole page as HTML."""
        filled = self.fill(made)
        return self.in_full(made) if filled is None else filled

    def fill(self, made: Page) -> str | None:
        """The page in its shape's frame, or None if it must be rendered in full."""
        placed = _place(made, self.prefixes)
        if placed is None:
            return None
        shape, values = placed
        if shape not in self._frames:
            self._frames[shape] = self._frame(shape)
        frame = self._frames[shape]
        if frame is None:
            return None
        values["title"] = made.title
        values["description"] = made.description
        values["content"] = made.body
        for number, heading in enumerate(made.contents):
            values[f"id{number}"] = heading.id
            values[f"heading{number}"] = heading.title
        return "".join([part if type(part) is str else part[1](values[part[0]]) for part in frame])

    def digest(self, shape: Shape) -> str:
        """What a shape's frame is, for telling whether it is another than last time."""
        if shape not in self._frames:
            self._frames[shape] = self._frame(shape)
        told = repr(
            [part if isinstance(part, str) else part[0] for part in self._frames[shape] or ()]
        )
        return hashlib.blake2b(told.encode(), digest_size=16).hexdigest()

    def digests(self) -> dict[Shape, str]:
        """Every frame used so far."""
        return {shape: self.digest(shape) for shape in self._frames}

    def in_full(self, made: Page) -> str:
        """The page as the template renders it."""
        page = mkdocs_page(made, self.config)
        return self._render(page)

    def _render(self, page: MkDocsPage) -> str:
        context = get_context(self.nav, self.files, self.config, page)
        self.config._current_page = page
        page.active = True
        try:
            return self.env.get_template(TEMPLATE).render(context)
        finally:
            page.active = False
            self.config._current_page = None

    def _frame(self, shape: Shape) -> list[Any] | None:
        """The template's output for a dummy page, cut at the marks."""
        output = self._render(mkdocs_page(_dummy(shape), self.config))
        parts: list[Any] = []
        end = 0
        for mark in _MARK.finditer(output):
            parts.append(output[end : mark.start()])
            end = mark.end()
            if mark["bare"]:
                parts.append((mark["bare"], _as_is))
                continue
            treatment = _treatment(mark["name"], mark["probe"])
            if treatment is None:
                return None
            parts.append((mark["name"], treatment))
        parts.append(output[end:])
        # Half a mark: the template cut a text, so what it would do to another is not known.
        if any("qzq" in part or "zqz" in part for part in parts if isinstance(part, str)):
            return None
        if sum(1 for part in parts if part == ("content", _as_is)) != 1:
            return None
        return parts


def mkdocs_page(made: Page, config: MkDocsConfig) -> MkDocsPage:
    """A made page as MkDocs' own, ready for the template."""
    if made.kind == "event":
        file = File(made.path, config.docs_dir, config.site_dir, config.use_directory_urls)
    else:
        file = File.generated(config, made.path, content="")
    page = MkDocsPage(None, file, config)
    page.markdown = ""
    dress(page, made)
    return page


def dress(page: MkDocsPage, made: Page) -> None:
    """Give MkDocs' page what the theme shows of a made one."""
    page.meta = {
        "title": made.title,
        "description": made.description,
        "language": made.language,
        "kind": made.kind,
        "alternates": made.alternates,
    }
    page.content = made.body
    page.toc = get_toc(_tokens(made))


def _tokens(made: Page) -> list[Any]:
    """Contents as MkDocs wants them: level 3 below the level 2 before it."""
    tokens: list[Any] = []
    for heading in made.contents:
        token = {
            "level": heading.level,
            "id": heading.id,
            "name": heading.title,
            "children": [],
        }
        into = tokens[-1]["children"] if heading.level > 2 and tokens else tokens
        into.append(token)
    return tokens


def _place(made: Page, prefixes: Sequence[str]) -> tuple[Shape, dict[str, str]] | None:
    """A page's shape and its addresses, or None for one that stands alone in its shape."""
    # As text: a Path of each of thousands of pages takes longer than filling its frame.
    prefix = next((prefix for prefix in prefixes if made.path.startswith(prefix)), "")
    below = made.path[len(prefix) :].split("/")
    leaf = below[-1].removesuffix(".md")
    values = {"leaf": leaf}
    if len(below) < 2 or leaf == "index":
        return None
    folder = f"{prefix}{below[0]}"
    if len(below) == 3:
        folder += "/qzqfolderzqz"
        values["folder"] = below[1]
    elif len(below) > 3:
        return None
    if not all(map(_PLAIN.fullmatch, values.values())):
        return None
    versions = []
    for number, (language, other) in enumerate(made.alternates.items()):
        parent, _, stem = other.removesuffix(".md").rpartition("/")
        if prefix and other == made.path.removeprefix(prefix):
            form = "-" + prefix
        elif other == f"{language}/{made.path}":
            form = "+" + f"{language}/"
        elif parent == made.path.rpartition("/")[0] and _PLAIN.fullmatch(stem):
            form = ""
            values[f"version{number}"] = stem
        else:
            return None
        versions.append((language, form))
    shape = Shape(
        kind=made.kind,
        language=made.language,
        folder=folder,
        has_heading="<h1" in made.body,
        has_description=bool(made.description),
        contents=tuple(heading.level for heading in made.contents),
        versions=tuple(versions),
    )
    return shape, values


def _dummy(shape: Shape) -> Page:
    """A page of marks."""
    path = f"{shape.folder}/qzqleafzqz.md"
    alternates = {}
    for number, (language, form) in enumerate(shape.versions):
        if form.startswith("-"):
            alternates[language] = path.removeprefix(form[1:])
        elif form.startswith("+"):
            alternates[language] = form[1:] + path
        else:
            alternates[language] = f"{shape.folder}/qzqversion{number}zqz.md"
    return Page(
        path=path,
        kind=shape.kind,
        title=_mark("title"),
        language=shape.language,
        body=_mark("content", ("<h1" if shape.has_heading else "") + _PROBE),
        description=_mark("description") if shape.has_description else "",
        contents=tuple(
            Heading(level=level, id=_mark(f"id{number}"), title=_mark(f"heading{number}"))
            for number, level in enumerate(shape.contents)
        ),
        alternates=alternates,
    )


def _mark(name: str, probe: str = _PROBE) -> str:
    return f"qzq{name}q{probe}qzqendzqz"


def _treatment(name: str, found: str) -> Callable[[str], str] | None:
    """What the template did to a text: nothing, or one of what themes do."""
    if name == "content":
        return _as_is if found.endswith(_PROBE) else None
    return next((treat for treat in _TREATMENTS if found == treat(_PROBE)), None)
