"""The head of an event page: title, lead, and what, when, where, who as a fact box."""

from __future__ import annotations

from collections.abc import Iterator
from html import escape

from generator.model import DatedName, Edtf, Event, Place, Relationship
from generator.pages.attributes import value
from generator.pages.document.desk import Desk
from generator.pages.document.words import text
from generator.pages.facts.breaks import Break, broken_off
from generator.pages.facts.years import anniversary, full_years

_MOST_PAIRS = 3
"""With more parties than these make, a page names the parties, not each relationship."""


def head(event: Event, desk: Desk) -> str:
    """The header element of an event page."""
    lang = language_mark(event, desk)
    lead = f"\n<p class=dc-lead{lang}>{text(event.lead)}</p>" if event.lead else ""
    rows = "\n".join(f"<dt>{name}<dd>{fact}" for name, fact in _rows(event, desk))
    return (
        f"<header class=dc-head>\n<p class=dc-kicker>{_kicker(event, desk)}</p>\n"
        f"<h1{lang}>{text(event.title)}</h1>{lead}\n"
        f"<dl class=dc-facts>\n{rows}\n</dl>\n</header>"
    )


def language_mark(event: Event, desk: Desk) -> str:
    """The language of the words where the page around them speaks another."""
    return "" if event.language == desk.view.language else f" lang={value(event.language)}"


def _kicker(event: Event, desk: Desk) -> str:
    kind = escape(desk.said.kind(event.kind))
    if event.format == "video" or (event.format == "phone" and event.kind != "phone-call"):
        kind = f"{kind}, {escape(desk.said.t(f'format.{event.format}'))}"
    return kind


def _rows(event: Event, desk: Desk) -> Iterator[tuple[str, str]]:
    t = desk.said.t
    yield t("event.when"), _when(event, desk)
    if event.place or event.place_printed:
        yield t("event.where"), _where(event, desk)
    if event.people:
        yield t("event.who"), desk.links("person", event.people)
    if event.participants:
        present = "; ".join(map(text, event.participants))
        yield t("event.participants"), f"<span class=dc-participants>{present}</span>"
    if 0 < len(event.pairs) <= _MOST_PAIRS:
        yield (
            t("event.relations"),
            "<br>".join(_relation(pair, event, desk) for pair in event.pairs),
        )
    elif event.countries:
        yield t("event.parties"), desk.links("country", event.countries)
    if event.organisations:
        yield t("event.organisations"), desk.links("organisation", event.organisations)
    if event.topics:
        yield t("event.topics"), desk.links("topic", event.topics)


def _when(event: Event, desk: Desk) -> str:
    if event.date is None:
        return escape(desk.said.t("date.undated"))
    words: str = desk.view.date(event.date, weekday=True)
    if not words.startswith("<time"):
        words = f"<span>{words}</span>"  # quote.js finds the date as the first element
    if not event.time:
        return words
    clock = escape(desk.said.time(event.time))
    zone = f" ({escape(desk.said.zone(event.zone))})" if event.zone else ""
    return f"{words}, {clock}{zone}"


def _where(event: Event, desk: Desk) -> str:
    printed = event.place_printed
    place = desk.registry.places.get(event.place or "")
    if place is None or event.place is None:
        return text(printed or event.place or "")
    name = _name_then(place, event.date, desk)
    href = desk.href("place", event.place)
    words = f"<a href={href}>{escape(name)}</a>" if href else escape(name)
    host = f", {desk.link('country', event.host)}" if event.host else ""
    if not printed or printed.replace("\xa0", " ") in (name, *place.names.values()):
        return words + host
    as_printed = desk.said.html("event.printed", words=f"\0{printed}\0")
    return f"{words}{host} <small>{str(as_printed).replace(chr(0), '')}</small>"


def _name_then(place: Place, when: Edtf | None, desk: Desk) -> str:
    """The name that the place bore on the day of the event."""
    if when is not None:
        for dated in place.dated_names:
            if _bore(dated, when):
                return desk.said.name(dated.names)
    return desk.said.name(place.names)


def _bore(dated: DatedName, when: Edtf) -> bool:
    begun = dated.start is None or dated.start.lower <= when.lower
    return begun and (dated.end is None or when.upper <= dated.end.upper)


def _relation(pair: str, event: Event, desk: Desk) -> str:
    link = desk.link("relationship", pair)
    relationship = desk.registry.relationships.get(pair)
    if relationship is None or not relationship.sources:
        return link
    broken = desk.breaks.get(pair)
    day = event.date.day if event.date and broken else None
    if day and (off := broken_off(broken or (), day)):
        words = desk.said.html("event.broken_off", date=desk.view.date(off.severance.date))
        return f"{link} <span class=dc-age>{words}{desk.stated(off)}</span>"
    age = relation_age(relationship, event, desk)
    if not age:
        return link
    breaks = "".join(_interrupted(one, desk) for one in broken or () if day and one.over(day))
    return f"{link} <span class=dc-age>{age}{desk.founded(pair, relationship)}{breaks}</span>"


def _interrupted(one: Break, desk: Desk) -> str:
    assert one.resumption is not None
    first, last = desk.view.date(one.severance.date), desk.view.date(one.resumption.date)
    words = desk.said.html("event.interrupted", first=first, last=last)
    return f"; {words}{desk.stated(one)}"


def relation_age(relationship: Relationship, event: Event, desk: Desk) -> str:
    """How old the relations were that day, as HTML; "" where that cannot be told.

    Full years are counted only from the day itself: on 19 August 2022 relations
    established on 22 October 1992 are in their 30th year, 64 days before it is full.
    """
    since = relationship.established
    day = event.date.day if event.date else None
    if since is None or day is None or event.date is None or event.date.uncertain:
        return ""
    said, begun = desk.said, desk.view.date(since)
    if since.day is None or since.uncertain:
        return said.html("event.established", date=begun)
    years = full_years(since.day, day)
    if day < since.day:
        return said.html("event.before_relations", date=begun)
    if day == anniversary(since.day, years):
        key = "event.to_the_day" if years else "event.first_day"
        return said.html(key, count=years, date=begun)
    left = (anniversary(since.day, years + 1) - day).days
    return said.html(
        "event.in_year",
        ordinal=said.ordinal(years + 1),
        years=years + 1,
        date=begun,
        count=left,
    )
