"""Who was there in person, as far as an entry of the chronicle can know it.

A call, a video link and a letter bring nobody to a place; a document about a country at
which nobody of it took part is no meeting with it.
"""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date
from itertools import combinations

from generator.model import Event, Milestone, Person

TOGETHER = ("meeting", "talks", "summit", "visit", "trip")
"""Kinds at which those were together whom title and lead name, not only those who speak."""
IN_PERSON = (*TOGETHER, "press-conference")
"""Kinds that mean one room where the event does not say its format."""
VISITS = ("visit", "summit")
"""Kinds of milestones that tell of a meeting."""


def in_person(event: Event) -> bool:
    """Whether the event was held face to face."""
    if event.format is not None:
        return event.format == "in-person"
    return event.kind in IN_PERSON


def present(event: Event) -> tuple[str, ...]:
    """Ids of the people who were there in person; nobody where no one was.

    A statement or a speech may name in its title somebody far away: of those kinds only
    who speaks was there.
    """
    if not in_person(event):
        return ()
    if event.kind in TOGETHER:
        return event.people
    spoke = {speaker.person for speaker in event.speakers}
    return tuple(person for person in event.people if person in spoke)


def pairs_met(event: Event, people: Mapping[str, Person]) -> tuple[str, ...]:
    """The relationships of whose two sides people were there in person."""
    if len(event.countries) < 2:
        return ()
    there = {people[id].country for id in present(event) if id in people}
    here = sorted(code for code in set(event.countries) if code in there)
    return tuple(f"{one}-{other}" for one, other in combinations(here, 2))


def tells_of_meeting(milestone: Milestone, today: date) -> bool:
    """Whether a milestone is a visit or a summit of two countries, on a known day, by now.

    Who of many parties came to a summit, its milestone does not say.
    """
    day = None if milestone.date.uncertain else milestone.date.day
    return (
        milestone.kind in VISITS
        and len(milestone.pairs) == 1
        and milestone.organisation is None
        and day is not None
        and day <= today
    )
