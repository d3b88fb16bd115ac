"""What a reader can take along from a page: feed, calendar, data, citations.

The files stand beside their page.  Data speak no language, so they stand beside the page in
the site's first language alone, and its other languages link to them there.  To add a file,
add it to the ``beside`` of its page here and a row to the page's list of links.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from datetime import UTC, date, datetime, time
from functools import cache
from heapq import nsmallest
from typing import NamedTuple

from generator.exports import atom, citation, ics, records
from generator.model import Event, Milestone, Relationship
from generator.pages.addresses import address, path_of
from generator.pages.document.foot import licence_name
from generator.pages.dress import View
from generator.pages.facts.anniversaries import Anniversary, Occasion, in_year
from generator.pages.page import Site

AHEAD = 10
"""Years after this one that a calendar holds."""


class File(NamedTuple):
    """A link to a file: its format's name, its address, its media type."""

    form: str
    href: str
    type: str


class Take(NamedTuple):
    """What can be taken along, in words, and its files."""

    name: str
    files: tuple[File, ...]


class _Rows:
    """Each document's data; that of many parties made once for all their relationships.

    What stands in one relationship alone is not kept: an archive's data would fill memory.
    """

    def __init__(self, site: Site) -> None:
        self._root = site.root
        # By identity: the site holds every event for as long as this cache lives.
        self._made: dict[int, tuple[str, str, str]] = {}

    def of(self, event: Event) -> tuple[str, str, str]:
        """The document as a line of JSON, as a row of CSV, as an entry for BibTeX."""
        made = self._made.get(id(event))
        if made is None:
            page = f"{self._root}{event.url}"
            record = records.record(event, page)
            made = (records.line(record), records.row(record), citation.bibtex(event, page))
            if len(event.countries) > 2:
                self._made[id(event)] = made
        return made


@cache
def _newest(site: Site) -> tuple[tuple[Event, ...], dict[int, int]]:
    """Every document, those that changed last first; and each one's place among them.

    A document stands in the feeds of its relationships and of the home page: it is put in
    its place once.
    """
    events = atom.newest(site.chronicle.events)
    # By identity: the site holds every event for as long as this cache lives.
    return events, {id(event): place for place, event in enumerate(events)}


def _latest(site: Site, events: Iterable[Event]) -> Iterator[Event]:
    """The documents of a feed, those that changed last first."""
    known, places = _newest(site)
    own = [places[id(event)] for event in events if id(event) in places]
    return (known[place] for place in nsmallest(atom.LATEST, own))


@cache
def _rows(site: Site) -> _Rows:
    return _Rows(site)


def feed(view: View, events: Iterable[Event], title: str, subtitle: str) -> str:
    """The feed of the latest of these documents, for the view's page."""
    site, root = view.site, view.site.root
    entries = [
        atom.Entry(
            event=event,
            address=f"{root}{event.url}" if root else view.event_url(event),
            publisher=citation.publisher(event, event.language),
            kind=view.said.kind(event.kind),
            licence=licence_name(event),
        )
        for event in _latest(site, events)
    ]
    own = address(view.path)
    return atom.feed(
        entries,
        title=title,
        subtitle=subtitle,
        language=view.language,
        page=f"{root}{own}" if root else "./",
        root=root.rstrip("/"),
        path=f"{own}{atom.FILE}",
        built=datetime.combine(site.today, time(), UTC),
    )


def calendar(view: View, known: Sequence[Occasion], name: str, *, every_year: bool) -> str:
    """Anniversaries of this year and the next :data:`AHEAD` years.

    From the year after next on only round ones, and with ``every_year`` those of two
    countries alone.
    """
    year = view.site.today.year
    coming = (a for later in range(year, year + AHEAD + 1) for a in in_year(known, later))
    days = [
        _day(view, anniversary)
        for anniversary in coming
        if anniversary.round
        or anniversary.day.year <= year + 1
        or (every_year and len(anniversary.occasion.parties) == 2)
    ]
    return ics.calendar(days, name=name, language=view.language, made=date(year, 1, 1))


def _day(view: View, anniversary: Anniversary) -> ics.Day:
    occasion = anniversary.occasion
    stone = occasion.milestone
    years = view.t("count.years", count=anniversary.years)
    what = view.name("milestone", stone.id) if stone else view.t("relationship.established_title")
    pair = "-".join(occasion.parties) if len(occasion.parties) == 2 else ""
    known = f"{view.said.date(occasion.day)} {' '.join(occasion.sources)}"
    between = f" ({view.name('relationship', pair)})" if pair else ""
    url = ""
    if view.site.root and pair and view.subjects.has_page("relationship", pair):
        url = view.site.root + address(path_of("relationship", pair, view.prefix))
    return ics.Day(
        id=f"{stone.id if stone else pair} {anniversary.day.year}",
        day=anniversary.day,
        title=f"{years}: {what}{between}",
        about=known,
        url=url,
    )


def of_pair(
    view: View,
    pair: str,
    title: str,
    events: Sequence[Event],
    known: Sequence[Occasion],
    relationship: Relationship | None,
    milestones: Sequence[Milestone],
) -> tuple[dict[str, str], list[Take]]:
    """The files beside a relationship's page, and the links to all that there is."""
    t = view.t
    beside = {atom.FILE: feed(view, events, title, t("relationship.kicker"))}
    taken = [Take(t("take.feed"), (File("Atom", atom.FILE, atom.TYPE),))]
    if known:
        name = f"{title}: {t('nav.anniversaries').lower()}"
        beside[ics.FILE] = calendar(view, known, name, every_year=True)
        taken.append(Take(t("take.calendar"), (File("iCalendar", ics.FILE, ics.TYPE),)))
    home = path_of("relationship", pair)
    if view.path == home:
        rows = [_rows(view.site).of(event) for event in events]
        beside[records.JSON] = records.as_json(
            pair, relationship, milestones, [made[0] for made in rows]
        )
        if rows:
            beside[records.CSV] = records.as_csv([made[1] for made in rows])
            beside[citation.BIBTEX] = "".join(made[2] for made in rows)
    there = view.file(address(home)) if view.path != home else ""
    data = [File("JSON", f"{there}{records.JSON}", "application/json")]
    if events:
        data.append(File("CSV", f"{there}{records.CSV}", "text/csv"))
        data.append(File("BibTeX", f"{there}{citation.BIBTEX}", "text/x-bibtex"))
    taken.append(Take(t("take.data"), tuple(data)))
    return beside, taken
