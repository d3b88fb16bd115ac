"""The foot of an event page: source, terms, digest, how to cite, and what stands beside.

To teach a licence, add its SPDX identifier to :data:`LICENCES`.
"""

from __future__ import annotations

from collections.abc import Iterator
from html import escape

from generator.model import Event
from generator.model.publishers import PUBLISHERS
from generator.pages.document.desk import Desk
from generator.pages.document.words import text
from generator.pages.dress import is_web
from generator.store import receipt

LICENCES = {
    "CC-BY-4.0": ("CC BY 4.0", "https://creativecommons.org/licenses/by/4.0/"),
    "CC-BY-SA-4.0": ("CC BY-SA 4.0", "https://creativecommons.org/licenses/by-sa/4.0/"),
    "CC0-1.0": ("CC0 1.0", "https://creativecommons.org/publicdomain/zero/1.0/"),
}
"""Name and page of a licence, by its SPDX identifier (https://spdx.org/licenses/)."""


def licence_name(event: Event) -> str:
    """The licence as readers know it, or ""."""
    licence = event.source.licence or ""
    return LICENCES.get(licence, (licence, ""))[0]


def publisher_name(event: Event, desk: Desk) -> str:
    """The publisher's name in the page's language."""
    known = PUBLISHERS.get(event.source.publisher)
    return desk.said.name(known.names) if known else event.source.publisher


def foot(event: Event, desk: Desk) -> str:
    """Captions, source, citation and neighbours."""
    return "\n".join(
        filter(None, (_captions(event, desk), _source(event, desk), _beside(event, desk)))
    )


def _captions(event: Event, desk: Desk) -> str:
    if not event.captions:
        return ""
    items = "".join(f"<li>{text(caption)}</li>" for caption in event.captions)
    title = escape(desk.said.t("event.captions"))
    return f'<section class="dc-captions">\n<h2>{title}</h2>\n<ul>{items}</ul>\n</section>'


def _source(event: Event, desk: Desk) -> str:
    t = desk.said.t
    rows = "\n".join(
        f"<div><dt>{name}</dt><dd>{fact}</dd></div>" for name, fact in _source_rows(event, desk)
    )
    return (
        f'<footer class="dc-foot">\n<h2 id="source">{t("event.source")}</h2>\n'
        f'<dl class="dc-facts">\n{rows}\n</dl>\n'
        f'<h2 id="cite">{t("event.cite")}</h2>\n'
        f'<p class="dc-cite">{_citation(event, desk)}</p>\n</footer>'
    )


def _source_rows(event: Event, desk: Desk) -> Iterator[tuple[str, str]]:
    t, source = desk.said.t, event.source
    yield t("event.publisher"), escape(publisher_name(event, desk))
    if source.url:
        yield t("event.document"), _page(source.url)
    yield t("event.licence"), _licence(event, desk)
    for key, moment in (("published", event.published), ("updated", event.updated)):
        if moment:
            yield t(f"event.{key}"), text(moment)
    yield "SHA-256", f"<code>{escape(source.sha256)}</code>"
    yield t("event.receipt"), f'<a href="{receipt.FILE}">{escape(t("event.receipt_link"))}</a>'


def _page(address: str) -> str:
    words = escape(address)
    return f'<a href="{words}" rel="external">{words}</a>' if is_web(address) else words


def _licence(event: Event, desk: Desk) -> str:
    licence = event.source.licence
    if not licence:
        return escape(desk.said.t("event.no_licence"))
    name, page = LICENCES.get(licence, (licence, ""))
    words = f'<a href="{page}" rel="license">{name}</a>' if page else escape(name)
    if not event.source.attribution:
        return words
    return f"{words}, {escape(event.source.attribution)}"


def _citation(event: Event, desk: Desk) -> str:
    date = f", {escape(desk.said.date(event.date))}" if event.date else ""
    licence = f" ({escape(licence_name(event))})" if event.source.licence else ""
    parts = [f"{text(event.title)} // {escape(publisher_name(event, desk))}{date}{licence}."]
    if event.source.url:
        parts.append(f"{_page(event.source.url)}.")
    here = desk.site.site_url.rstrip("/")
    if here:
        parts.append(f"{escape(desk.said.t('site.name'))}: {_page(f'{here}/{event.url}')}")
    return " ".join(parts)


def _beside(event: Event, desk: Desk) -> str:
    """Other versions, the visit's other documents, the neighbours in each relationship."""
    t = desk.said.t
    blocks: list[str] = []
    others = desk.others(event)
    if others:
        links = ", ".join(
            f"{escape(desk.said.language_name(other.language))}: {desk.event_link(other)}"
            for other in others
        )
        blocks.append(f"<h2>{t('event.other_language')}</h2>\n<p>{links}</p>")
    visit = desk.of_visit(event)
    if visit:
        items = "".join(f"<li>{_dated(other, desk)}</li>" for other in visit)
        blocks.append(f"<h2>{t('event.visit')}</h2>\n<ul>{items}</ul>")
    pairs = event.pairs if len(event.pairs) <= 3 else ()
    blocks.extend(filter(None, (_neighbours(event, pair, desk) for pair in pairs)))
    if not blocks:
        return ""
    inner = "\n".join(blocks)
    return f'<nav class="dc-beside" aria-label="{escape(t("event.beside"))}">\n{inner}\n</nav>'


def _neighbours(event: Event, pair: str, desk: Desk) -> str:
    before, after = desk.neighbours(event, pair)
    sides = [
        f'<p class="{side}"><span>{desk.said.t(f"event.{side}")}</span> {_dated(other, desk)}</p>'
        for side, other in (("before", before), ("after", after))
        if other is not None
    ]
    if not sides:
        return ""
    title = desk.link("relationship", pair)
    return f'<h2>{title}</h2>\n<div class="dc-steps">{"".join(sides)}</div>'


def _dated(event: Event, desk: Desk) -> str:
    date = f"{desk.view.date(event.date, short=True)} " if event.date else ""
    return f"{date}{desk.event_link(event)}"
