"""All people: who takes part in documents first, then everybody by country."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable

from generator.model import Person
from generator.pages.facts.works import works
from generator.pages.hub import at, hub
from generator.pages.page import Page, Site

KIND = "people"


def build(site: Site) -> Iterable[Page]:
    """The page of all people."""
    view = at(site, KIND)
    archive = works(site)
    counts = {id: len(events) for id, events in archive.of_person.items()}
    countries: dict[str, list[Person]] = defaultdict(list)
    for person in archive.registry.people.values():
        countries[person.country or ""].append(person)

    def name(person: Person) -> str:
        return (person.surname if view.language == "ru" else "") or view.name("person", person.id)

    groups = [
        (
            view.name("country", code) if code else view.t("people.no_country"),
            [
                (p.id, view.name("person", p.id), counts.get(p.id, 0))
                for p in sorted(people, key=lambda p: (-counts.get(p.id, 0), name(p)))
            ],
        )
        for code, people in countries.items()
    ]
    home = view.name("country", site.home_country or "")
    groups.sort(key=lambda group: (group[0] != home, group[0]))
    said = view.t("index.people", count=len(archive.registry.people))
    yield hub(
        view,
        kind=KIND,
        title=view.t("nav.people"),
        template="index_list",
        description=said,
        subject="person",
        kicker=said,
        groups=groups,
    )
