"""A person: offices held, with whom and where, words spoken, how others address them."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping

from generator.model import Event, Link, Person, Term
from generator.pages import pictures
from generator.pages.dress import View
from generator.pages.facts.meetings import company, words_by_year
from generator.pages.facts.presence import present
from generator.pages.facts.works import works
from generator.pages.hub import at, hub
from generator.pages.listing import listing
from generator.pages.page import Page, Site
from generator.pages.parts.shelves import counted, family_numbers, shelf_for
from generator.pages.shelf import Shelf, year_pages

KIND = "person"
COMPANIONS = 30
"""People shown at most under "with whom"."""
Addresses = Mapping[str, list[tuple[Event, Link]]]


def build(site: Site) -> Iterable[Page]:
    """A page for each person of the registry, and one for each year of a long list."""
    addressed: dict[str, list[tuple[Event, Link]]] = defaultdict(list)
    for event in works(site).events:
        for link in event.links:
            if link.kind == "address":
                addressed[link.id].append((event, link))
    for person in works(site).registry.people.values():
        if site.wants(KIND, person.id):
            yield from _page(site, person, addressed)


def _page(site: Site, person: Person, addressed: Addresses) -> Iterator[Page]:
    view = at(site, KIND, person.id)
    events = works(site).of_person.get(person.id, ())
    title = view.name("person", person.id)
    shelved = shelf_for(view, KIND, person.id, events)
    with_whom = company(events, person.id)
    words = words_by_year(events, person.id)
    yield hub(
        view,
        kind=KIND,
        id=person.id,
        title=title,
        template="person",
        description=view.t("person.description", title=title, count=len(events)),
        person=person,
        terms=sorted(person.terms, key=_start, reverse=True),
        events=events,
        shelf=shelved,
        numbers_row=_numbers(view, shelved, events, person.id, words),
        company=with_whom[:COMPANIONS],
        more=max(len(with_whom) - COMPANIONS, 0),
        places=counted(e.place for e in events if e.place and person.id in present(e)),
        per_year=pictures.per_year(view, shelved, events),
        words=pictures.words_per_year(view, words, shelved),
        addresses=_addresses(addressed.get(person.id, ())),
        other_names=[
            (language, name)
            for language, name in person.names.items()
            if language != view.language and name != title
        ],
        list=listing(view),
    )
    yield from year_pages(site, KIND, person.id, title, shelved)


def _start(term: Term) -> str:
    when = term.start or term.seen or term.end
    return when.lower.isoformat() if when else ""


def _numbers(
    view: View, shelved: Shelf, events: tuple[Event, ...], person: str, words: Mapping[int, int]
) -> list[tuple[int, str, str]]:
    found = family_numbers(view, shelved, events, person=person)
    spoken = sum(s.words for event in events for s in event.speakers if s.person == person)
    if spoken:
        # The chart of words stands only where more than one year has some.
        where = "#words" if len(words) > 1 else "#timeline"
        found.append((spoken, view.t("number.words", count=spoken), where))
    return found


def _addresses(
    uses: Iterable[tuple[Event, Link]],
) -> list[tuple[str, str | None, list[Event], str]]:
    """(words, who says them, documents, anchor in the first), most frequent first."""
    groups: dict[tuple[str, str | None], list[tuple[Event, str]]] = defaultdict(list)
    for event, link in uses:
        groups[link.text, link.speaker].append((event, link.anchor))
    ranked = sorted(groups.items(), key=lambda item: (-len(item[1]), item[0][0]))
    return [
        (text, speaker, [event for event, _ in found], found[0][1])
        for (text, speaker), found in ranked
    ]
