"""A country: its relationships, people, places, organisations and its latest documents."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping

from generator.model import Milestone, Organisation, Person, Place, Term
from generator.pages import pictures
from generator.pages.dress import View
from generator.pages.facts.entries import in_order
from generator.pages.facts.works import works
from generator.pages.hub import at, filtered, hub
from generator.pages.listing import listing
from generator.pages.page import Page, Site
from generator.pages.shelf import LATEST, Shelf

KIND = "country"


def build(site: Site) -> Iterable[Page]:
    """A page for each country that takes part in anything."""
    archive = works(site)
    registry = archive.registry
    people: dict[str, list[Person]] = defaultdict(list)
    for person in registry.people.values():
        for code in {person.country, *(term.country for term in person.terms)}:
            if code:
                people[code].append(person)
    places: dict[str, list[Place]] = defaultdict(list)
    for place in registry.places.values():
        if place.country:
            places[place.country].append(place)
    milestones: dict[str, list[Milestone]] = defaultdict(list)
    for milestone in archive.milestones:
        for code in milestone.parties:
            milestones[code].append(milestone)
    for code in sorted(at(site, "countries").subjects.ids["country"]):
        if site.wants(KIND, code):
            yield _page(site, code, people, places, milestones)


def _page(
    site: Site,
    code: str,
    people: Mapping[str, list[Person]],
    places: Mapping[str, list[Place]],
    milestones: Mapping[str, list[Milestone]],
) -> Page:
    view = at(site, KIND, code)
    archive = works(site)
    events = archive.of_country.get(code, ())
    title = view.name("country", code)
    entries = in_order(events, milestones.get(code, ()))
    years = {entry.date.year for entry in entries if entry.date}
    pages = {year: filtered(view, country=code, year=year) for year in years}
    linked = Shelf(years=(), count=len(entries), pages=pages)
    return hub(
        view,
        kind=KIND,
        id=code,
        title=title,
        template="country",
        description=view.t("country.description", title=title, count=len(events)),
        code=code,
        country=archive.registry.countries[code],
        events=events,
        relationships=_relationships(view, code),
        offices=_offices(people.get(code, []), code),
        places=sorted(places.get(code, []), key=lambda p: view.name("place", p.id)),
        organisations=_memberships(archive.registry.organisations.values(), code),
        latest=tuple(reversed(entries[-LATEST:])),
        milestone_count=len(milestones.get(code, ())),
        per_year=pictures.per_year(view, linked, events, milestones.get(code, ()), offices=(code,)),
        list=listing(view),
    )


def _relationships(view: View, code: str) -> list[tuple[str, str, int]]:
    """(pair, the other country, documents) of each relationship, most documents first."""
    archive = works(view.site)
    found = []
    for pair in view.subjects.ids["relationship"]:
        codes = pair.split("-")
        if code in codes:
            other = codes[1] if codes[0] == code else codes[0]
            found.append((pair, other, len(archive.of_relationship.get(pair, ()))))
    return sorted(found, key=lambda row: (-row[2], view.name("country", row[1])))


def _offices(people: Iterable[Person], code: str) -> dict[str, list[tuple[Person, Term]]]:
    """Terms by role, latest first; heads of state before others."""
    roles: dict[str, list[tuple[Person, Term]]] = defaultdict(list)
    for person in people:
        for term in person.terms:
            if (term.country or person.country) == code:
                roles[term.role].append((person, term))
    order = ("head_of_state", "head_of_government", "foreign_minister")

    def rank(role: str) -> tuple[int, str]:
        return (order.index(role) if role in order else len(order)), role

    def latest(row: tuple[Person, Term]) -> tuple[str, str]:
        _, term = row
        when = term.start or term.seen or term.end
        return (when.lower.isoformat() if when else ""), row[0].id

    return {role: sorted(roles[role], key=latest, reverse=True) for role in sorted(roles, key=rank)}


def _memberships(
    organisations: Iterable[Organisation], code: str
) -> list[tuple[Organisation, list[object]]]:
    found = []
    for organisation in organisations:
        mine: list[object] = [m for m in organisation.members if m.country == code]
        if mine:
            found.append((organisation, mine))
    return found
