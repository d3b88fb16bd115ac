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
from generator.pages.facts.meetings import in_person
from generator.pages.hub import LIMIT
from generator.text.json_text import compact

MILESTONE = "milestone"


class _Table:
    """Ids in order of first use, each with its number."""

    def __init__(self) -> None:
        self.numbers: dict[str, int] = {}

    def __call__(self, id: str | None) -> int:
        """The number of an id; -1 for none."""
        if id is None:
            return -1
        return self.numbers.setdefault(id, len(self.numbers))


class _Sets:
    """Sets of numbers, of which an archive has few different ones."""

    def __init__(self, table: _Table) -> None:
        self.table = table
        self.known: dict[tuple[int, ...], int] = {}
        self.asked: dict[tuple[str, ...], int] = {}

    def __call__(self, ids: tuple[str, ...]) -> int:
        """The number of the set of these ids."""
        found = self.asked.get(ids)
        if found is None:
            members = tuple(sorted({self.table(id) for id in ids}))
            found = self.asked[ids] = self.known.setdefault(members, len(self.known))
        return found


def index(view: View, years: Sequence[Year]) -> str:
    """The index as JSON, of the years as the timeline's pages list them."""
    archive = view.site.chronicle
    countries, people, places, organisations, topics, languages, kinds = (
        _Table() for _ in range(7)
    )
    party_sets, people_sets = _Sets(countries), _Sets(people)
    organisation_sets, topic_sets = _Sets(organisations), _Sets(topics)
    language_sets = _Sets(languages)
    rows: dict[str, list[int]] = {name: [] for name in ROWS}
    spans: dict[int, int] = {}
    day = 0
    for entry in _listed(years):
        when = entry.date
        assert when is not None
        start = when.lower.toordinal() if when.lower.year > 1 else when.upper.toordinal()
        if when.upper.year < 9999 and when.upper.toordinal() > start:
            spans[len(rows["day"])] = when.upper.toordinal() - start
        rows["day"].append(start - day)
        day = start
        rows["place"].append(places(entry.place))
        if isinstance(entry, Event):
            rows["kind"].append(kinds(entry.kind))
            rows["countries"].append(party_sets(entry.countries))
            rows["people"].append(people_sets(entry.people))
            rows["organisations"].append(organisation_sets(entry.organisations))
            rows["topics"].append(topic_sets(entry.topics))
            rows["host"].append(countries(entry.host))
            rows["met"].append(int(in_person(entry)))
            versions = archive.versions.get(entry.id, (entry,))
            rows["languages"].append(
                language_sets(tuple([version.language for version in versions]))
            )
        else:
            rows["kind"].append(kinds(MILESTONE))
            rows["countries"].append(party_sets(entry.parties))
            rows["people"].append(people_sets(()))
            stated = (entry.organisation,) if entry.organisation else ()
            rows["organisations"].append(organisation_sets(stated))
            rows["topics"].append(topic_sets(()))
            rows["host"].append(-1)
            rows["met"].append(0)
            rows["languages"].append(language_sets(()))
    parents = archive.registry.places
    for id in list(places.numbers):
        while (known := parents.get(id)) and known.parent:
            id = known.parent
            places(id)
    return compact(
        {
            "pages": _pages(years),
            "families": [[name, view.t(f"family.{name}")] for name in (*FAMILIES, MILESTONE)],
            "kinds": [[kind, _kind_name(view, kind), _family(kind)] for kind in kinds.numbers],
            "countries": _named(view, "country", countries),
            "people": _named(view, "person", people),
            "organisations": _named(view, "organisation", organisations),
            "topics": _named(view, "topic", topics),
            "languages": [[code, view.said.language_name(code)] for code in languages.numbers],
            "places": [
                [id, view.name("place", id), places(parents[id].parent if id in parents else None)]
                for id in places.numbers
            ],
            "sets": {
                "countries": list(party_sets.known),
                "people": list(people_sets.known),
                "organisations": list(organisation_sets.known),
                "topics": list(topic_sets.known),
                "languages": list(language_sets.known),
            },
            "rows": rows,
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
    return [(id, view.name(kind, id)) for id in table.numbers]


def _kind_name(view: View, kind: str) -> str:
    return view.t("family.milestone") if kind == MILESTONE else view.said.kind(kind)


def _family(kind: str) -> str:
    return MILESTONE if kind == MILESTONE else family(kind)
