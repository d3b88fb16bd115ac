"""What a page may be about: names of registry entries, and which of them have a page.

A link is drawn only to a page that will be built; a page kind builds exactly the ids that
:func:`subjects` lists for it.  To add a kind of subject, add its ids to :func:`ids_of`
and its name to :meth:`Subjects.name`.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from functools import cache, cached_property

from generator.chronicle import Chronicle
from generator.linking import vocabulary
from generator.pages.interface import Interface, interface
from generator.pages.page import Site
from generator.registry import Registry


class Subjects:
    """Names and pages of one chronicle in one language; make it through :func:`subjects`."""

    def __init__(self, chronicle: Chronicle, said: Interface, home: str | None = None) -> None:
        self.chronicle = chronicle
        self.said = said
        self.home = home

    @property
    def ids(self) -> Mapping[str, frozenset[str]]:
        """Per kind of page, the ids that have one."""
        return ids_of(self.chronicle)

    def has_page(self, kind: str, id: str) -> bool:
        """Whether a page of this kind is built for ``id``."""
        return id in self.ids.get(kind, ())

    def name(self, kind: str, id: str) -> str:
        """The name of an entry in this language; of an unknown one its id."""
        say = self._names.get(kind)
        return say(id) if say else id

    @cached_property
    def _names(self) -> Mapping[str, Callable[[str], str]]:
        registry, said = self.chronicle.registry, self.said
        tables: Mapping[str, Mapping[str, Mapping[str, str]]] = {
            "country": {code: entry.names for code, entry in registry.countries.items()},
            "person": {id: entry.names for id, entry in registry.people.items()},
            "place": {id: entry.names for id, entry in registry.places.items()},
            "organisation": {id: entry.names for id, entry in registry.organisations.items()},
            "milestone": {id: entry.titles for id, entry in registry.milestones.items()},
        }

        def reader(table: Mapping[str, Mapping[str, str]]) -> Callable[[str], str]:
            return lambda id: (said.name(table[id]) if id in table else "") or id

        def topic(id: str) -> str:
            return vocabulary.name_of("topic", id, said.language) or id

        names = {kind: reader(table) for kind, table in tables.items()}
        return {**names, "relationship": self._pair_name, "topic": topic, "year": str}

    def _pair_name(self, pair: str) -> str:
        first, second = (self.name("country", code) for code in self.ordered(pair))
        return self.said.t("relationship.title", first=first, second=second)

    def ordered(self, pair: str) -> tuple[str, ...]:
        """The pair's codes as they are shown: the site's home country, then the alphabet."""
        return tuple(
            sorted(
                pair.split("-"), key=lambda code: (code != self.home, self.name("country", code))
            )
        )


@cache
def ids_of(chronicle: Chronicle) -> Mapping[str, frozenset[str]]:
    """Per kind of page, the ids that have one; the same in every language."""
    registry = chronicle.registry
    years = {*chronicle.by_year, *(milestone.date.year for milestone in chronicle.milestones)}
    pairs = {event.pairs[0] for event in chronicle.documents if len(event.pairs) == 1}
    countries = {*chronicle.of_country, *_registered_countries(registry)}
    return {
        "year": frozenset(str(year) for year in years),
        "relationship": frozenset({*registry.relationships, *pairs}),
        "country": frozenset(countries & registry.countries.keys()),
        "person": frozenset(registry.people),
        "place": frozenset(registry.places),
        "organisation": frozenset(registry.organisations),
        "topic": frozenset(chronicle.of_topic),
    }


def _registered_countries(registry: Registry) -> Iterable[str]:
    for relationship in registry.relationships.values():
        yield from relationship.countries
    for milestone in registry.milestones.values():
        yield from milestone.parties
    for person in registry.people.values():
        if person.country:
            yield person.country
    for place in registry.places.values():
        if place.country:
            yield place.country
    for organisation in registry.organisations.values():
        yield from (membership.country for membership in organisation.members)


@cache
def _subjects(site: Site, language: str) -> Subjects:
    return Subjects(site.chronicle, interface(language), site.home_country)


def subjects(site: Site, language: str | None = None) -> Subjects:
    """The subjects of a site, in its language or another one."""
    return _subjects(site, language or site.language)
