"""When two countries had no diplomatic relations with each other, though they had before.

Told by milestones of the two alone: a ``severance``, and the ``resumption`` (or a new
establishment or recognition) that ended it, if any did.  What lies before the day from
which the registry counts the relationship is not a break of it.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date

from generator.model import Milestone
from generator.registry import Registry

_ENDS = frozenset({"resumption", "establishment", "recognition"})


@dataclass(frozen=True, kw_only=True, slots=True)
class Break:
    """From one milestone to another; without ``resumption`` it lasts."""

    severance: Milestone
    resumption: Milestone | None = None

    @property
    def sources(self) -> tuple[str, ...]:
        """Addresses of the pages that state it."""
        stones = (self.severance, self.resumption) if self.resumption else (self.severance,)
        return tuple(dict.fromkeys(s for stone in stones for s in stone.sources or (stone.source,)))

    @property
    def confidence(self) -> str:
        """That of the less sure of its two ends."""
        ends = {self.severance.confidence, self.resumption.confidence if self.resumption else ""}
        return "medium" if "medium" in ends else "high"

    def holds(self, day: date) -> bool:
        """Whether there were no relations on this day, or may have been none.

        A break of "1927" may have begun on any day of that year.
        """
        if day < self.severance.date.lower:
            return False
        return self.resumption is None or day < self.resumption.date.upper

    def over(self, day: date) -> bool:
        """Whether it was over on this day."""
        return self.resumption is not None and self.resumption.date.upper <= day


def breaks(registry: Registry) -> Mapping[str, tuple[Break, ...]]:
    """The breaks of each pair that had one, in order."""
    told: dict[str, list[Milestone]] = defaultdict(list)
    for milestone in registry.milestones.values():
        if len(milestone.parties) == 2 and (
            milestone.kind == "severance" or milestone.kind in _ENDS
        ):
            told["-".join(sorted(milestone.parties))].append(milestone)
    found = {}
    for pair, stones in told.items():
        relationship = registry.relationships.get(pair)
        since = relationship.established if relationship else None
        counted = [s for s in stones if since is None or s.date.lower >= since.lower]
        if made := tuple(_paired(sorted(counted, key=lambda s: s.date.lower))):
            found[pair] = made
    return found


def broken_off(of_pair: Iterable[Break], day: date) -> Break | None:
    """The break that holds on this day."""
    return next((one for one in of_pair if one.holds(day)), None)


def _paired(stones: list[Milestone]) -> Iterable[Break]:
    severance: Milestone | None = None
    for stone in stones:
        if stone.kind == "severance":
            severance = severance or stone
        elif severance:
            yield Break(severance=severance, resumption=stone)
            severance = None
    if severance:
        yield Break(severance=severance)
