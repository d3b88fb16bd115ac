"""What every hub page shares: its address in each language, its contents, its links.

A hub page is made by :func:`hub` from its template; its lists of entries come from
:mod:`generator.pages.shelf`.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from html import escape, unescape
from urllib.parse import quote

from markupsafe import Markup

from generator.model import Edtf
from generator.pages.addresses import path_of
from generator.pages.dress import View
from generator.pages.page import Heading, Page, Site

_HEADING = re.compile(r'<h([23]) id="([^"]+)"[^>]*>(.*?)</h\1>', re.S)
_TAG = re.compile(r"<[^>]+>")


def hub(
    view: View,
    *,
    kind: str,
    title: str,
    template: str,
    description: str = "",
    id: str = "",
    **context: object,
) -> Page:
    """Render a hub page; its contents are the headings with an id that its body has."""
    body = view.render(
        f"chronicle/{template}.html",
        title=title,
        between=between,
        filtered=filtered,
        tags=tags,
        **context,
    )
    site = view.site
    alternates = {
        language: path_of(kind, id, "" if language == site.languages[0] else f"{language}/")
        for language in site.languages
        if language != view.language
    }
    return Page(
        path=view.path,
        kind=template,
        title=title,
        language=view.language,
        body=body,
        description=description,
        contents=contents(body),
        alternates=alternates,
    )


def contents(body: str) -> tuple[Heading, ...]:
    """The headings of a body that can be linked to."""
    return tuple(
        Heading(level=int(level), id=anchor, title=" ".join(unescape(_TAG.sub("", text)).split()))
        for level, anchor, text in _HEADING.findall(body)
        if level == "2"
    )


def at(site: Site, kind: str, id: str = "") -> View:
    """The view of a hub page in the site's language."""
    return View(site, path_of(kind, id, site.prefix))


def filtered(view: View, **filters: object) -> str:
    """The timeline with filters set: ``filtered(view, pair="KZ-RU", kind="visit")``.

    A list sets its filter more than once.
    """
    pairs: list[str] = []
    for name, value in filters.items():
        values = value if isinstance(value, list | tuple) else [value]
        pairs += [f"{name}={quote(str(one))}" for one in values if one not in (None, "")]
    return f"{view.url('timeline')}?{'&'.join(pairs)}"


def tags(view: View, kind: str, rows: Iterable[tuple[str, int]], **filters: object) -> Markup:
    """Entries (id, documents) of a kind; each count leads to the filtered timeline."""
    name = "pair" if kind == "relationship" else kind
    made = []
    for id, count in rows:
        href = escape(filtered(view, **filters, **{name: id}))
        words = escape(f"{view.name(kind, id)}: {view.t('count.documents', count=count)}")
        number = escape(view.said.number(count))
        made.append(
            f'<li>{view.link(kind, id)} <a href="{href}" aria-label="{words}">{number}</a></li>'
        )
    return Markup(f'<ul class="dc-tags">{"".join(made)}</ul>')


def between(first: Edtf, last: Edtf) -> str:
    """The years from one date to another, said once where they are the same."""
    return str(first.year) if first.year == last.year else f"{first.year}–{last.year}"


def compressed(years: Sequence[int]) -> str:
    """Years in order with runs drawn together: "1994, 1996–1999"."""
    runs: list[list[int]] = []
    for year in years:
        if runs and runs[-1][-1] == year - 1:
            runs[-1].append(year)
        else:
            runs.append([year])
    return ", ".join(str(r[0]) if len(r) == 1 else f"{r[0]}–{r[-1]}" for r in runs)
