"""Where two countries met, and whose guest each was."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Sequence
from dataclasses import dataclass

from generator.pages.dress import View
from generator.pages.facts.meetings import Meeting, hosting
from generator.pages.hub import filtered


@dataclass(frozen=True, kw_only=True, slots=True)
class Host:
    """A country that hosted meetings; ``share`` is of all whose host is known, 0 to 1."""

    code: str
    meetings: tuple[Meeting, ...]
    share: float
    href: str


@dataclass(frozen=True, kw_only=True, slots=True)
class Places:
    """Hosts, the parties first, and places by how often they were met at."""

    hosts: tuple[Host, ...]
    unknown: int
    places: tuple[tuple[str, tuple[Meeting, ...], str], ...]

    def __bool__(self) -> bool:
        return bool(self.hosts or self.places)


def places(view: View, met: Sequence[Meeting], codes: Sequence[str], pair: str) -> Places:
    """Count hosts and places of a pair's meetings; every count leads to what tells of them."""
    hosted = hosting(met)
    known = sum(len(group) for group in hosted.by_country.values())
    groups = [(code, hosted.of(code)) for code in codes]
    groups += hosted.elsewhere(*codes)
    at: dict[str, list[Meeting]] = defaultdict(list)
    for meeting in met:
        for place in meeting.places:
            at[place].append(meeting)
    ranked = sorted(at.items(), key=lambda item: (-len(item[1]), item[0]))
    return Places(
        hosts=tuple(
            Host(
                code=code,
                meetings=group,
                share=len(group) / known,
                href=filtered(view, pair=pair, host=code, met=1),
            )
            for code, group in groups
            if known
        ),
        unknown=len(hosted.unknown),
        places=tuple(
            (place, tuple(group), filtered(view, pair=pair, place=place, met=1))
            for place, group in ranked
        ),
    )
