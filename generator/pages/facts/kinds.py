"""Kinds of event in the few families that a chart can tell apart.

Seven colours are the most that stay apart for every kind of colour vision (Okabe and
Ito's set).  To move a kind, move it here; to add a family, add its colour and pattern to
``overrides/theme/hubs.css`` and its name to ``strings/*.yml`` under "family".
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Mapping

from generator.model import Event

FAMILIES: Mapping[str, tuple[str, ...]] = {
    "meeting": ("meeting", "talks"),
    "call": ("phone-call",),
    "written": ("message", "document"),
    "visit": ("visit", "trip"),
    "summit": ("summit",),
    "public": ("press-conference", "statement", "speech", "interview"),
    "other": ("other",),
}
"""Families in the order in which charts stack them."""

_FAMILY_OF = {kind: family for family, kinds in FAMILIES.items() for kind in kinds}


def family(kind: str) -> str:
    """The family of an event kind; an unknown kind is "other"."""
    return _FAMILY_OF.get(kind, "other")


def by_family(events: Iterable[Event]) -> Mapping[str, int]:
    """How many events each family has, in the families' order, none left out at zero."""
    counts: Counter[str] = Counter()
    for kind, count in Counter([event.kind for event in events]).items():
        counts[family(kind)] += count
    return {name: counts[name] for name in FAMILIES if counts[name]}
