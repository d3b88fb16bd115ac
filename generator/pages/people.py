"""All people: who takes part in documents first, then everybody by country."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable

from generator.model import Person
from generator.pages.facts.works import works
from generator.pages.hub import at, hub
from generator.pages.page import Page, Site
from generator.pages.parts.directory import directory

KIND = "people"


def build(site: Site) -> Iterable[Page]:
    """The page of all people, and pages of countries where they are too many for it."""
    view = at(site, KIND)
    archive = works(site)
    counts = {id: len(events) for id, events in archive.of_person.items()}
    known = archive.registry.people
    by_country: dict[str, list[Person]] = defaultdict(list)
    for person in known.values():
        by_country[person.country or ""].append(person)

    def name(person: Person) -> str:
        return (person.surname if view.language == "ru" else "") or view.name("person", person.id)

    rows = {
        code: [
            (p.id, view.name("person", p.id), counts.get(p.id, 0))
            for p in sorted(people, key=lambda p: (-counts.get(p.id, 0), name(p)))
        ]
        for code, people in by_country.items()
    }
    said = view.t("index.people", count=len(known))
    title = view.t("nav.people")
    groups, pages = directory(
        view,
        kind=KIND,
        subject="person",
        title=title,
        rows=rows,
        key=lambda row: name(known[row[0]]),
    )
    yield hub(
        view,
        kind=KIND,
        title=title,
        template="index_list",
        description=said,
        subject="person",
        kicker=said,
        groups=groups,
    )
    yield from pages
