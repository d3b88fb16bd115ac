"""What the pages of a person, place, organisation, topic and relationship do alike."""

from __future__ import annotations

from collections import Counter
from collections.abc import Collection, Iterable, Sequence

from generator.model import Event, Milestone
from generator.pages.dress import View
from generator.pages.facts.entries import in_order
from generator.pages.facts.kinds import by_family
from generator.pages.hub import filtered
from generator.pages.shelf import Shelf, shelf


def shelf_for(
    view: View,
    kind: str,
    id: str,
    events: Sequence[Event],
    milestones: Iterable[Milestone] = (),
    beside: int = 0,
) -> Shelf:
    """The list of a page's entries; a long one has a page for each year below it.

    ``beside`` are the entries that the page lists elsewhere.
    """
    return shelf(
        in_order(events, milestones),
        lambda year: view.url(kind, f"{id}/{year}"),
        undated=(event for event in events if not event.date),
        beside=beside,
    )


def only(view: View, shelved: Shelf, family: str, **filters: object) -> str:
    """Where only the entries of one family stand: here, or in the filtered timeline."""
    if shelved.pages:
        return filtered(view, **filters, family=family)
    return f"#only-{family}"


def family_numbers(
    view: View,
    shelved: Shelf,
    events: Sequence[Event],
    leave: Collection[str] = (),
    **filters: object,
) -> list[tuple[int, str, str]]:
    """A head's numbers, documents and families: (number, what it counts, where those stand).

    ``leave`` are families that the page counts in another way.
    """
    if not events:
        return []
    found = [(len(events), view.t("number.documents", count=len(events)), "#timeline")]
    for family, count in by_family(events).items():
        if family != "other" and family not in leave:
            words = view.t(f"number.{family}", count=count)
            found.append((count, words, only(view, shelved, family, **filters)))
    return found


def counted(ids: Iterable[str]) -> list[tuple[str, int]]:
    """Each id with how often it comes, the most frequent first."""
    return sorted(Counter(ids).items(), key=lambda item: (-item[1], item[0]))


def pairs_of(events: Iterable[Event]) -> Iterable[str]:
    """The relationships of documents that are no organisation's."""
    return (pair for event in events if not event.multilateral for pair in event.pairs)
