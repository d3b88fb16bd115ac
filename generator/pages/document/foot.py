"""The foot of an event page: source, terms, digest, how to cite, and what stands beside.

To teach a licence, add its SPDX identifier to :data:`LICENCES`.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from datetime import date, time
from html import escape

from generator.exports import citation, moments, records
from generator.model import Event
from generator.pages.attributes import value
from generator.pages.document.desk import Desk
from generator.pages.document.words import text
from generator.pages.dress import is_web

LICENCES = {
    "CC-BY-4.0": ("CC BY 4.0", "https://creativecommons.org/licenses/by/4.0/"),
    "CC-BY-SA-4.0": ("CC BY-SA 4.0", "https://creativecommons.org/licenses/by-sa/4.0/"),
    "CC0-1.0": ("CC0 1.0", "https://creativecommons.org/publicdomain/zero/1.0/"),
}
"""Name and page of a licence, by its SPDX identifier (https://spdx.org/licenses/)."""


_ENCODINGS = ("windows-", "utf-")
_MENDED = re.compile(r"broken markup mended from line (\d+) on")


def licence_name(event: Event) -> str:
    """The licence as readers know it, or ""."""
    licence = event.source.licence or ""
    return LICENCES.get(licence, (licence, ""))[0]


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
    return f"<section class=dc-captions>\n<h2>{title}</h2>\n<ul>{items}</ul>\n</section>"


def _source(event: Event, desk: Desk) -> str:
    t = desk.said.t
    rows = "\n".join(f"<dt>{name}<dd>{fact}" for name, fact in _source_rows(event, desk))
    return (
        f"<footer class=dc-foot>\n<h2 id=source>{t('event.source')}</h2>\n"
        f"<dl class=dc-facts>\n{rows}\n</dl>\n"
        f"<details class=dc-cite id=cite><summary>{t('event.cite')}</summary>\n"
        f"<p>{text(citation.gost(event))}</p>\n"
        f"<p>{text(citation.chicago(event))}</p>{_here(event, desk)}\n"
        f"</details>\n</footer>"
    )


def _source_rows(event: Event, desk: Desk) -> Iterator[tuple[str, str]]:
    t, source = desk.said.t, event.source
    yield t("event.publisher"), escape(citation.publisher(event, desk.view.language))
    if source.url:
        yield t("event.document"), _page(source.url)
    yield t("event.licence"), _licence(event, desk)
    for key, moment in (("published", event.published), ("updated", event.updated)):
        if moment:
            yield t(f"event.{key}"), _moment(moment, event, desk)
    yield "SHA-256", f"<code>{escape(source.sha256)}</code>"
    if event.normalisations:
        yield t("event.read_with"), escape(", ".join(_normalisations(event, desk)))
    yield t("event.record"), f"<a href={records.FILE}>{escape(t('event.record_link'))}</a>"


def _moment(printed: str, event: Event, desk: Desk) -> str:
    """A date or a moment in the page's language; what is neither, as printed."""
    day, _, rest = printed.partition("T")
    try:
        when = date.fromisoformat(day)
        clock = time.fromisoformat(rest) if rest else None
    except ValueError:
        return text(printed)
    words: str = desk.view.date(when)
    if clock is None:
        return words
    zone = moments.zone_of(event)
    if clock.tzinfo:
        said = f"UTC{clock.isoformat()[-6:]}".replace("+00:00", "")
    else:
        said = desk.said.zone(zone) if zone else ""
    return f"{words}, {escape(desk.said.time(rest[:5]))}" + (f" ({escape(said)})" if said else "")


def _normalisations(event: Event, desk: Desk) -> Iterator[str]:
    """What was done to the source's characters, in the page's language."""
    said = desk.said
    for name in event.normalisations:
        key = f"normalisation.{name.replace(' ', '_')}"
        if key in said:
            yield said.t(key)
        elif found := _MENDED.fullmatch(name):
            yield said.t("normalisation.broken_markup", line=found[1])
        elif name.startswith(_ENCODINGS):
            yield said.t("normalisation.encoding", name=name)
        else:
            yield name


def _page(address: str) -> str:
    words = escape(address)
    return f"<a href={value(address)}>{words}</a>" if is_web(address) else words


def _licence(event: Event, desk: Desk) -> str:
    licence = event.source.licence
    if not licence:
        return escape(desk.said.t("event.no_licence"))
    name, page = LICENCES.get(licence, (licence, ""))
    # The quotes of quote.js end with both, and find them by this.
    words = f"id=licence>{escape(name)}"
    words = f"<a href={page} rel=license {words}</a>" if page else f"<span {words}</span>"
    if not event.source.attribution:
        return words
    return f"{words}, {escape(event.source.attribution)}"


def _here(event: Event, desk: Desk) -> str:
    """The page's own address, where the site knows it."""
    if not desk.site.root:
        return ""
    name = escape(desk.said.t("site.name"))
    return f"\n<p>{name}: {escape(desk.site.root)}{escape(event.url)}</p>"


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
        items = "".join(f"<li>{desk.dated_link(other)}</li>" for other in visit)
        blocks.append(f"<h2>{t('event.visit')}</h2>\n<ul>{items}</ul>")
    pairs = event.pairs if len(event.pairs) <= 3 else ()
    blocks.extend(filter(None, (_neighbours(event, pair, desk) for pair in pairs)))
    if not blocks:
        return ""
    inner = "\n".join(blocks)
    return f"<nav class=dc-beside aria-label={value(t('event.beside'))}>\n{inner}\n</nav>"


def _neighbours(event: Event, pair: str, desk: Desk) -> str:
    before, after = desk.neighbours(event, pair)
    sides = [
        f"<p class={side}><span>{desk.said.t(f'event.{side}')}</span> {desk.dated_link(other)}</p>"
        for side, other in (("before", before), ("after", after))
        if other is not None
    ]
    if not sides:
        return ""
    title = desk.link("relationship", pair)
    return f"<h2>{title}</h2>\n<div class=dc-steps>{''.join(sides)}</div>"
