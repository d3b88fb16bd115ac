"""Coverage: what the archive holds, year by year and kind by kind, and what it lacks."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterable, Sequence

from generator.model import Event
from generator.model.publishers import PUBLISHERS
from generator.pages import pictures
from generator.pages.dress import View
from generator.pages.facts.entries import by_year
from generator.pages.facts.kinds import FAMILIES, by_family
from generator.pages.facts.works import works
from generator.pages.hub import at, compressed, hub
from generator.pages.page import Page, Site
from generator.pages.shelf import Shelf

KIND = "coverage"


def build(site: Site) -> Iterable[Page]:
    """The page of coverage."""
    view = at(site, KIND)
    archive = works(site)
    events = archive.events
    years = by_year(archive.dated)
    shelved = Shelf(
        years=years,
        count=len(events),
        pages={year.year: view.url("year", str(year.year)) for year in years},
    )
    covered = [year.year for year in years]
    totals = by_family(events)
    yield hub(
        view,
        kind=KIND,
        title=view.t("coverage.title"),
        template="coverage",
        description=view.t("coverage.description", count=len(events)),
        events=events,
        dated=archive.dated,
        undated=archive.undated,
        families=[family for family in FAMILIES if family in totals],
        rows=[(y, by_family(e for e in y.entries if isinstance(e, Event))) for y in years],
        totals=totals,
        shelf=shelved,
        missing=compressed(
            [y for y in range(covered[0], covered[-1]) if y not in set(covered)] if covered else []
        ),
        publishers=_publishers(view, site.chronicle.events),
        languages=Counter(event.language for event in site.chronicle.documents).most_common(),
        lacks=_lacks(events),
        registry=archive.registry,
        per_year=pictures.per_year(view, shelved, events),
    )


def _publishers(
    view: View, documents: Sequence[Event]
) -> list[tuple[str, str, str | None, int, Event | None, Event | None]]:
    """(name, address, licence, documents, first, last) of each publisher."""
    groups: dict[str, list[Event]] = defaultdict(list)
    for event in documents:  # in order of date, the undated last
        groups[event.source.publisher].append(event)
    rows = []
    for key, group in sorted(groups.items(), key=lambda item: -len(item[1])):
        known = PUBLISHERS.get(key)
        dated = [event for event in group if event.date]
        rows.append(
            (
                view.said.name(known.names) if known else key,
                known.url if known else "",
                group[0].source.licence,
                len(group),
                dated[0] if dated else None,
                dated[-1] if dated else None,
            )
        )
    return rows


def _lacks(events: Sequence[Event]) -> list[tuple[str, int]]:
    """What is not known of how many documents, by key of the page's strings."""
    unknown = sum(None in [s.person for s in event.speakers] for event in events)
    counted = [
        ("date", sum(event.date is None for event in events)),
        ("place", sum(event.place is None for event in events)),
        ("parties", sum(not event.countries for event in events)),
        ("speaker", unknown),
        ("licence", sum(event.source.licence is None for event in events)),
    ]
    return [(key, count) for key, count in counted if count]
