"""Checks that need more than one entry: does an id exist, do two entries contradict?

To add a check, add a function that takes the registry and the reports and call it in
:func:`check`.
"""

from __future__ import annotations

from collections.abc import Collection, Mapping
from itertools import combinations, pairwise

from generator.model import Edtf, Person
from generator.registry.report import Report, suggest
from generator.registry.world import Registry


def check_references(reports: Mapping[str, Report], known: Mapping[str, Collection[str]]) -> None:
    """Report every id that no entry has; a kind missing in ``known`` cannot be judged."""
    for report in reports.values():
        for where, kind, identifier in report.references:
            if kind in known and identifier not in known[kind]:
                if kind == "country":
                    mend = "use an ISO 3166-1 code, or give it names in countries.yml"
                    what = f"unknown country code {identifier!r}"
                else:
                    mend = suggest(identifier, known[kind], f"add the {kind} to {_file(kind)}")
                    what = f"unknown {kind} {identifier!r}"
                report.problem(where, what, mend)


def _file(kind: str) -> str:
    return f"{kind}s.yml"


def check(registry: Registry, reports: Mapping[str, Report]) -> None:
    """Report what contradicts another entry, and warn of what an editor should look at."""
    _check_capitals(registry, reports["countries"])
    _check_parents(registry, reports["places"])
    _check_dated_names(registry, reports["places"])
    _check_terms(registry, reports["people"])
    _check_labels(registry, reports["people"])


def _check_capitals(registry: Registry, report: Report) -> None:
    for country in registry.countries.values():
        capital = registry.places.get(country.capital or "")
        if capital and capital.country != country.code:
            what = f"{capital.id} lies in {capital.country}"
            report.problem((country.code, "capital"), what, "mend the capital or the place")


def _check_parents(registry: Registry, report: Report) -> None:
    for place in registry.places.values():
        seen = {place.id}
        parent = place.parent
        while parent and parent in registry.places and parent not in seen:
            seen.add(parent)
            parent = registry.places[parent].parent
        if parent == place.id:
            report.problem((place.id, "parent"), "a place lies in itself", "mend the parents")


def _check_dated_names(registry: Registry, report: Report) -> None:
    for place in registry.places.values():
        for at, (first, second) in enumerate(pairwise(place.dated_names)):
            if _overlap(first.start, first.end, second.start, second.end):
                where = (place.id, "dated_names", at + 1)
                what = "two names are in force on the same day"
                report.problem(where, what, "mend the dates; the oldest name stands first")


def _check_terms(registry: Registry, report: Report) -> None:
    for person in registry.people.values():
        for (i, first), (j, second) in combinations(enumerate(person.terms), 2):
            post = (first.role, first.country, first.organisation)
            if post == (second.role, second.country, second.organisation) and _overlap(
                first.start, first.end, second.start, second.end
            ):
                what = f"this term overlaps with terms[{i}]"
                report.warn((person.id, "terms", j), what, "mend the dates, or join the terms")


def _overlap(
    start: Edtf | None, end: Edtf | None, other_start: Edtf | None, other_end: Edtf | None
) -> bool:
    """Whether two times certainly share a day beyond the one on which they meet.

    A time without a start is not judged.
    """
    if not start or not other_start:
        return False
    if other_start.lower < start.lower:
        start, end, other_start, other_end = other_start, other_end, start, end
    return end is None or end.lower > other_start.upper


def _check_labels(registry: Registry, report: Report) -> None:
    for label, identifiers in registry.by_label.items():
        for first, second in combinations(identifiers, 2):
            if not _told_apart(registry.people[first], registry.people[second]):
                what = f"{label!r} may also be {first}, and their terms do not tell them apart"
                mend = "date their terms, or take a label out"
                report.warn((second, "labels"), what, mend)


def _told_apart(first: Person, second: Person) -> bool:
    """Whether no day is in a term of both; without terms nobody can tell."""
    return bool(first.terms and second.terms) and not any(
        _overlap(a.start, a.end, b.start, b.end) or not (a.start and b.start)
        for a in first.terms
        for b in second.terms
    )
