"""Who answers to a printed name: every way in which a person's name is written.

A person of the registry is found by labels, by full names in either order, with or
without the patronymic, by initials and surname, and, where the document has named the
person before, by the surname alone.  To teach another way of writing, yield it in
:func:`written_forms`.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator
from datetime import date

from generator.linking.fold import key
from generator.model import Edtf, Person, Term
from generator.registry import Registry

# Initials that the Russian press keeps as two letters: Дж. Байден, not Д. Байден.
_TWO_LETTER_INITIALS = ("Дж",)


def initial(name: str) -> str:
    """The initial of one given name: "Касым" → "К.", "Джозеф" → "Дж."."""
    head = name[:2] if name.startswith(_TWO_LETTER_INITIALS) else name[:1]
    return f"{head}."


def initials(given: str) -> str:
    """The initials of a given name: "Касым-Жомарт" → "К.-Ж.", "Реджеп Тайип" → "Р.Т."."""
    return "".join(
        "-".join(initial(part) for part in word.split("-") if part) for word in given.split()
    )


def written_forms(person: Person) -> Iterator[tuple[str, str]]:
    """Every (form, rule) by which a label may name this person, in no order."""
    for label in person.labels:
        yield label, "label"
    for name in person.names.values():
        yield name, "name"
        words = name.split()
        if len(words) > 1:
            given, surname = " ".join(words[:-1]), words[-1]
            yield f"{surname} {given}", "surname first"
            yield f"{initials(given)}{surname}", "initials"
            yield f"{initial(given)}{surname}", "initials"
    given, surname, patronymic = person.given, person.surname, person.patronymic
    if not (given and surname):
        return
    yield f"{given} {surname}", "name"
    yield f"{surname} {given}", "surname first"
    yield f"{initials(given)}{surname}", "initials"
    yield f"{initial(given)}{surname}", "initials"
    if patronymic:
        yield f"{given} {patronymic} {surname}", "name"
        yield f"{surname} {given} {patronymic}", "surname first"
        yield f"{initials(given)}{initial(patronymic)}{surname}", "initials"


def covers(term: Term, day: Edtf | None) -> bool:
    """Whether ``day`` may lie in the term; an unknown end is open."""
    if day is None:
        return True
    begun = term.start is None or term.start.lower <= day.upper
    return begun and (term.end is None or term.end.upper >= day.lower)


def serves(person: Person, day: Edtf | None) -> bool:
    """Whether any known term of the person covers ``day``."""
    return any(covers(term, day) for term in person.terms)


def years_off(person: Person, day: Edtf | None) -> float:
    """Years between ``day`` and the nearest known term; 0 inside one, inf without any."""
    if day is None or not person.terms:
        return 0.0 if day is None else float("inf")
    return min(_distance(term, day.lower) for term in person.terms)


def _distance(term: Term, day: date) -> float:
    if term.start and day < term.start.lower:
        return (term.start.lower - day).days / 365.25
    if term.end and day > term.end.upper:
        return (day - term.end.upper).days / 365.25
    return 0.0


class PersonIndex:
    """Printed name → people, so that one label costs one look-up."""

    def __init__(self, registry: Registry) -> None:
        self._ids: dict[str, dict[str, str]] = defaultdict(dict)
        for identifier, person in registry.people.items():
            for form, rule in written_forms(person):
                self._ids[key(form)].setdefault(identifier, rule)

    def find(self, text: str) -> dict[str, str]:
        """People who answer to ``text``, each with the rule; empty if nobody does."""
        return self._ids.get(key(text), {})
