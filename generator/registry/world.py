"""The known world: every registry entry by id, and the questions asked of it.

To answer one more question, add a method or, where it is asked often, a cached property.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from functools import cached_property

from generator.errors import Problem
from generator.model import Country, Edtf, Milestone, Organisation, Person, Place, Relationship
from generator.registry.cldr import country_names


@dataclass(frozen=True, kw_only=True)
class Registry:
    """The known world, by id (countries by ISO code, relationships by pair).

    A loaded registry has every country that CLDR knows.  ``warnings`` are what an editor
    should look at, though nothing is wrong in itself.
    """

    countries: Mapping[str, Country] = field(default_factory=dict)
    people: Mapping[str, Person] = field(default_factory=dict)
    places: Mapping[str, Place] = field(default_factory=dict)
    organisations: Mapping[str, Organisation] = field(default_factory=dict)
    relationships: Mapping[str, Relationship] = field(default_factory=dict)
    milestones: Mapping[str, Milestone] = field(default_factory=dict)
    warnings: tuple[Problem, ...] = ()

    @cached_property
    def by_label(self) -> Mapping[str, tuple[str, ...]]:
        """Ids of the people to whom a label or a full name belongs, in the file's order.

        Ask with :func:`squeeze`: spaces of every kind count as one.
        """
        return _index(
            (label, person.id)
            for person in self.people.values()
            for label in (*person.labels, *person.names.values())
        )

    @cached_property
    def place_by_label(self) -> Mapping[str, tuple[str, ...]]:
        """Ids of the places to which a place line or a name, present or past, belongs.

        Ask with :func:`squeeze`.
        """
        return _index(
            (label, place.id)
            for place in self.places.values()
            for label in (
                *place.labels,
                *place.names.values(),
                *(name for dated in place.dated_names for name in dated.names.values()),
            )
        )

    def name_of(self, kind: str, identifier: str, language: str, on: Edtf | None = None) -> str:
        """What an entry is called in a language; its id where nothing better is known.

        ``kind`` is country, person, place, organisation, relationship or milestone.  A
        place is called as it was on the day ``on``.

        Raises:
            ValueError: there is no such kind.
        """
        if kind == "relationship":
            codes = identifier.split("-")
            return " — ".join(self.name_of("country", code, language) for code in codes)
        return _choose(self._names(kind, identifier, on), language) or identifier

    def _names(self, kind: str, identifier: str, on: Edtf | None) -> Mapping[str, str]:
        if kind == "country":
            country = self.countries.get(identifier)
            return country.names if country else country_names().get(identifier, {})
        if kind == "place":
            place = self.places.get(identifier)
            return names_on(place, on) if place else {}
        if kind == "milestone":
            milestone = self.milestones.get(identifier)
            return milestone.titles if milestone else {}
        if kind == "person":
            person = self.people.get(identifier)
            return person.names if person else {}
        if kind == "organisation":
            organisation = self.organisations.get(identifier)
            return organisation.names if organisation else {}
        raise ValueError(f"{kind!r} is no kind of registry entry")


def squeeze(label: str) -> str:
    """A label as the indexes keep it: one plain space for each run of spaces of any kind."""
    return " ".join(label.split())


def names_on(place: Place, on: Edtf | None) -> Mapping[str, str]:
    """A place's names on a day; the present ones where no dated name fits.

    In the month of a renaming, when the day of it is not known, the new name counts.
    """
    best: tuple[bool, Edtf] | None = None
    names = place.names
    for dated in place.dated_names if on else ():
        assert on is not None
        start, end = dated.start, dated.end
        if (start and start.lower > on.upper) or (end and end.upper < on.lower):
            continue
        sure = (not start or start.upper <= on.lower) and (not end or end.lower >= on.upper)
        rank = (sure, start or Edtf.parse("/.."))
        if best is None or rank >= best:
            best, names = rank, dated.names
    return names


def _choose(names: Mapping[str, str], language: str) -> str | None:
    for wanted in (language, "en", "ru"):
        if names.get(wanted):
            return names[wanted]
    return next(iter(names.values()), None)


def _index(pairs: Iterable[tuple[str, str]]) -> Mapping[str, tuple[str, ...]]:
    found: dict[str, dict[str, None]] = defaultdict(dict)
    for label, identifier in pairs:
        found[squeeze(label)][identifier] = None
    return {label: tuple(identifiers) for label, identifiers in found.items()}
