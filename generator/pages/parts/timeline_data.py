"""The timeline's index for the browser: what filters and lanes need to know of each entry.

One small file holds every dated entry as numbers, in the order in which the pages of years
list them; titles stay on those pages, which the browser fetches when it shows entries.
Names of fields are explained in ``overrides/theme/timeline/archive.js``, which
reads them.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from generator.model import Event
from generator.pages.dress import View
from generator.pages.facts.entries import Entry, Year
from generator.pages.facts.kinds import FAMILIES, family
from generator.pages.facts.meetings import host_of
from generator.pages.facts.presence import present, tells_of_meeting
from generator.pages.shelf import LIMIT
from generator.text.json_text import compact

MILESTONE = "milestone"


class _Table(dict[str, int]):
    """Ids in order of first use, each with its number."""

    def __missing__(self, id: str) -> int:
        number = self[id] = len(self)
        return number


class _Sets(dict[tuple[str, ...], int]):
    """Numbers of sets of ids, of which an archive has few different ones."""

    def __init__(self, table: _Table) -> None:
        super().__init__()
        self.table = table
        self.known: dict[tuple[int, ...], int] = {}

    def __missing__(self, ids: tuple[str, ...]) -> int:
        members = tuple(sorted({self.table[id] for id in ids}))
        number = self[ids] = self.known.setdefault(members, len(self.known))
        return number


def index(view: View, years: Sequence[Year]) -> str:
    """The index as JSON, of the years as the timeline's pages list them."""
    archive = view.site.chronicle
    countries, people, places, organisations, topics, languages, kinds = (
        _Table() for _ in range(7)
    )
    party_sets, people_sets = _Sets(countries), _Sets(people)
    organisation_sets, topic_sets = _Sets(organisations), _Sets(topics)
    language_sets = _Sets(languages)
    rows: list[tuple[int, ...]] = []  # of the columns that ROWS names
    spans: dict[int, int] = {}
    day = 0
    for entry in _listed(years):
        when = entry.date
        assert when is not None
        start = when.lower.toordinal() if when.lower.year > 1 else when.upper.toordinal()
        if when.precision != "day" and when.upper.year < 9999 and when.upper.toordinal() > start:
            spans[len(rows)] = when.upper.toordinal() - start
        place = -1 if entry.place is None else places[entry.place]
        if isinstance(entry, Event):
            versions = archive.versions.get(entry.id, (entry,))
            row = (
                kinds[entry.kind],
                party_sets[entry.countries],
                people_sets[entry.people],
                organisation_sets[entry.organisations],
                topic_sets[entry.topics],
                language_sets[tuple([version.language for version in versions])],
                place,
                -1 if entry.host is None else countries[entry.host],
                people_sets[present(entry)],
            )
        else:
            stated = (entry.organisation,) if entry.organisation else ()
            met = tells_of_meeting(entry, view.site.today)
            host = host_of(entry, archive.registry.places) if met else None
            row = (
                kinds[MILESTONE],
                party_sets[entry.parties],
                people_sets[()],
                organisation_sets[stated],
                topic_sets[()],
                language_sets[()],
                place,
                -1 if host is None else countries[host],
                -1 if met else people_sets[()],
            )
        rows.append((start - day, *row))
        day = start
    parents = archive.registry.places
    for id in list(places):
        while (known := parents.get(id)) and known.parent:
            id = known.parent
            places[id]  # gives it its number
    above = {id: parents[id].parent for id in places if id in parents}
    columns = zip(*rows, strict=True) if rows else [()] * len(ROWS)
    return compact(
        {
            "pages": _pages(years),
            "families": [[name, view.t(f"family.{name}")] for name in (*FAMILIES, MILESTONE)],
            "kinds": [[kind, _kind_name(view, kind), _family(kind)] for kind in kinds],
            "countries": _named(view, "country", countries),
            "people": _people(view, people, countries),
            "organisations": _named(view, "organisation", organisations),
            "topics": _named(view, "topic", topics),
            "languages": [[code, view.said.language_name(code)] for code in languages],
            "places": [
                [id, view.name("place", id), places.get(above.get(id) or "", -1)] for id in places
            ],
            "sets": {
                "countries": list(party_sets.known),
                "people": list(people_sets.known),
                "organisations": list(organisation_sets.known),
                "topics": list(topic_sets.known),
                "languages": list(language_sets.known),
            },
            "rows": dict(zip(ROWS, columns, strict=True)),
            "spans": {str(row): days for row, days in spans.items()},
        }
    )


ROWS = (
    "day",
    "kind",
    "countries",
    "people",
    "organisations",
    "topics",
    "languages",
    "place",
    "host",
    "met",
)


def _pages(years: Sequence[Year]) -> list[tuple[str, int]]:
    """Which page lists how many of the entries, in order; addresses below the timeline's."""
    pages: list[tuple[str, int]] = []
    for year in years:
        if year.count <= LIMIT:
            pages.append((f"{year.year}/", year.count))
            continue
        for month in year.months:
            address = f"{year.year}-{month.month:02}/" if month.month else f"{year.year}/"
            pages.append((address, len(month.entries)))
    return pages


def _listed(years: Sequence[Year]) -> Iterable[Entry]:
    for year in years:
        yield from year.entries


def _named(view: View, kind: str, table: _Table) -> list[tuple[str, str]]:
    return [(id, view.name(kind, id)) for id in table]


def _people(view: View, people: _Table, countries: _Table) -> list[tuple[str, str, int]]:
    known = view.site.chronicle.registry.people
    rows = []
    for id, name in _named(view, "person", people):
        person = known.get(id)
        rows.append((id, name, countries.get((person and person.country) or "", -1)))
    return rows


def _kind_name(view: View, kind: str) -> str:
    return view.t("family.milestone") if kind == MILESTONE else view.said.kind(kind)


def _family(kind: str) -> str:
    return MILESTONE if kind == MILESTONE else family(kind)
