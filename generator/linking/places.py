"""From the place line, in its many spellings, to a place of the registry and its country.

A line is looked up whole, then part by part ("Москва, Кремль", "The Kremlin, Moscow"):
the most exact place that the other parts do not contradict wins.
"""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Callable, Iterator
from dataclasses import dataclass

from generator.linking.fold import key
from generator.model import Link, Place
from generator.registry import Registry

_PARTS = re.compile(r"\s*[,;/()]\s*|\s+[-–—]\s+")
# "в Сочи", "г. Сочи", "the Kremlin": words that a place line may put before a name.
_LEAD_IN = re.compile(r"^(?:the|in|at|в|во|на|г\.|город|city of) ?\b", re.IGNORECASE)
# Parts that say where in a country, and are nobody's entry.
_REGION = re.compile(
    r"\b(?:region|territory|province|district|state|республика|область|край|округ|район|"
    r"airport|аэропорт)\b"
)

# A republic is not: a state that the registry does not know may be one.
_ITSELF_A_REGION = re.compile(r"\w (?:region|territory|область|край)$")


@dataclass(frozen=True, slots=True)
class Located:
    """A place id (None: the registry does not know it), the host's code, and the rule."""

    place: str | None = None
    host: str | None = None
    rule: str = ""

    def mention(self, line: str | None) -> list[Link]:
        """Why the place is the one it is."""
        if not self.place or not line:
            return []
        return [Link(kind="place", id=self.place, anchor="place", text=line, rule=self.rule)]


def spellings(place: Place) -> Iterator[str]:
    """Every printed form of a place: names, names of other days, labels."""
    yield from place.labels
    yield from place.names.values()
    for dated in place.dated_names:
        yield from dated.names.values()


class PlaceIndex:
    """Printed place line → place, for one registry."""

    def __init__(self, registry: Registry, country_of: Callable[[str], str | None]) -> None:
        self._places = registry.places
        self._country_of = country_of
        self._ids: dict[str, list[str]] = defaultdict(list)
        for identifier, place in registry.places.items():
            for text in dict.fromkeys(key(text) for text in spellings(place)):
                self._ids[_LEAD_IN.sub("", text).strip()].append(identifier)

    def locate(self, line: str | None) -> Located:
        """Find the place of a place line."""
        if not line or not line.strip():
            return Located()
        whole = self._known(line)
        if len(whole) == 1:
            return self._located(whole[0], "place line")
        parts = [part for part in _PARTS.split(line) if part]
        known = {p: None for part in parts for p in self._known(part)}
        lands = [land for part in parts if (land := self._country_of(_LEAD_IN.sub("", part)))]
        ranked = sorted(known, key=lambda p: -self._depth(p))
        for place in ranked:
            above = set(self._chain(place))
            if lands and self._places[place].country not in lands:
                continue
            # Two cities of one name, or a venue of another city, contradict each other.
            if all(other in above or place in self._chain(other) for other in known):
                return self._located(place, "part of the place line")
        if lands:
            return Located(host=lands[0], rule="country in the place line")
        return Located()

    def names_region(self, line: str) -> bool:
        """Whether a part of a line calls itself a region, of whatever country."""
        return any(_ITSELF_A_REGION.search(key(part)) for part in _PARTS.split(line))

    def unknown_parts(self, line: str) -> list[str]:
        """Parts of a line that no entry answers to, regions left out."""
        parts = [part for part in _PARTS.split(line) if part]
        return [
            part
            for part in parts
            if not self._known(part)
            and not self._country_of(_LEAD_IN.sub("", part))
            and not _REGION.search(key(part))
        ]

    def _known(self, part: str) -> list[str]:
        return self._ids.get(_LEAD_IN.sub("", key(part)).strip(), [])

    def _located(self, place: str, rule: str) -> Located:
        return Located(place, self._places[place].country, rule)

    def _chain(self, place: str) -> Iterator[str]:
        current: str | None = place
        while current is not None and current in self._places:
            yield current
            current = self._places[current].parent

    def _depth(self, place: str) -> int:
        return len(list(self._chain(place)))
