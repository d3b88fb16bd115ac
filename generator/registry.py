"""content/registry/*.yml → objects; every problem of a file at once, as "what @ path"."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field

from generator.model import Country, Milestone, Organisation, Person, Place, Relationship


@dataclass(frozen=True, kw_only=True)
class Registry:
    """The known world, by id (countries by ISO code, relationships by pair)."""

    countries: Mapping[str, Country] = field(default_factory=dict)
    people: Mapping[str, Person] = field(default_factory=dict)
    places: Mapping[str, Place] = field(default_factory=dict)
    organisations: Mapping[str, Organisation] = field(default_factory=dict)
    relationships: Mapping[str, Relationship] = field(default_factory=dict)
    milestones: Mapping[str, Milestone] = field(default_factory=dict)
