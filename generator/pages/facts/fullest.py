"""Which of several counts stands out, for the sentences below charts."""

from __future__ import annotations

from collections.abc import Hashable, Mapping
from typing import TypeVar

Counted = TypeVar("Counted", bound=Hashable)


def fullest(counts: Mapping[Counted, int]) -> tuple[Counted, int] | None:
    """What has the highest count, or None where several share it or it is one.

    "Most in 1958: 1" would say of 1958 what is true of every year.
    """
    highest = max(counts.values(), default=0)
    having = [each for each, count in counts.items() if count == highest]
    return (having[0], highest) if highest > 1 and len(having) == 1 else None
