"""Who answers to a printed name: every way in which a person's name is written.

A person of the registry is found by labels, by full names in either order, with or
without the patronymic, by initials and surname, and, where the document has named the
person before, by the surname alone.  To teach another way of writing, yield it in
:func:`written_forms`.
"""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterator
from datetime import date

from generator.linking.fold import key
from generator.model import Edtf, Person, Term
from generator.registry import Registry

# Initials that the Russian press keeps as two letters: Дж. Байден, not Д. Байден.
_CYRILLIC = re.compile(r"[а-яё]", re.IGNORECASE)
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


# Spellings of one Cyrillic name in Latin letters, each way: Sergey and Sergei are one man.
_SPELLINGS = tuple(
    (re.compile(pattern), other)
    for pattern, other in (
        (r"ey\b", "ei"), (r"ei\b", "ey"), (r"ay\b", "ai"), (r"ai\b", "ay"), (r"y+\b", "i"),
        (r"(?<=[rt])i\b", "y"), (r"iy\b", "y"), (r"aye", "ae"), (r"aev\b", "ayev"),
        (r"ow\b", "ov"), (r"kh", "h"), (r"(?<=a)h(?=m)", "kh"), (r"Ye", "E"), (r"iye", "ie"),
    )
)  # fmt: skip
_CYRILLIC_LANDS = frozenset(
    ("AM", "AZ", "BG", "BY", "GE", "KG", "KZ", "MD", "MK", "MN", "RS", "RU", "TJ", "TM", "UA", "UZ")
)
_PARTICLES = frozenset(
    ["al", "bin", "da", "de", "del", "della", "el", "ibn", "la", "le", "of", "van", "von"]
)
# A ruler's name may end in the realm ("Ela of Oruna"), which is nobody's surname.
_REALM = re.compile(r"\bof\b", re.IGNORECASE)
_MIDDLE_INITIAL = re.compile(r"(?<= )[A-Z]\. ?")


def latin_spellings(name: str, country: str | None) -> list[str]:
    """Ways to spell a name in Latin letters, the given one first; no accents needed.

    A middle initial or a middle name may be left out; a name from a country that writes
    Cyrillic may be transliterated in several ways.
    """
    forms: dict[str, None] = {name: None}
    if _CYRILLIC.search(name):
        return [name]
    short = " ".join(_MIDDLE_INITIAL.sub("", name).split())
    forms.setdefault(short)
    parts = short.split(" ")
    if len(parts) > 2 and not _PARTICLES & {part.casefold() for part in parts}:
        forms.setdefault(f"{parts[0]} {parts[-1]}")
        forms.setdefault(" ".join(parts[-2:]))
    if country in _CYRILLIC_LANDS:
        for _ in range(2):
            for form in list(forms):
                for pattern, other in _SPELLINGS:
                    forms.setdefault(pattern.sub(other, form))
    return list(forms)


def surname_in(name: str, *, first: bool = False) -> str | None:
    """The surname in a full name, its last word or else its ``first``; None if it has none."""
    words = name.split()
    if len(words) < 2 or _REALM.search(name):
        return None
    return words[0 if first else -1]


def written_forms(person: Person) -> Iterator[tuple[str, str]]:
    """Every (form, rule) by which a label may name this person, in no order."""
    for label in person.labels:
        yield label, "label"
    names = [
        spelling
        for name in person.names.values()
        for spelling in latin_spellings(name, person.country)
    ]
    for name in names:
        yield name, "name"
        if surname_in(name):
            given, surname = name.rsplit(maxsplit=1)
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
    """Whether ``day`` may lie in the term; an unknown day may lie in any."""
    return day is None or term.covers(day)


def serves(person: Person, day: Edtf | None) -> bool:
    """Whether any known term of the person covers ``day``."""
    return any(covers(term, day) for term in person.terms)


def outside_terms(person: Person, day: Edtf | None) -> bool:
    """Whether every term of the person is dated and none covers ``day``."""
    dated = bool(person.terms) and all(term.start for term in person.terms)
    return dated and not serves(person, day)


def years_off(person: Person, day: Edtf | None) -> float:
    """Years between ``day`` and the nearest term; 0 inside one or where a term is undated."""
    if day is None:
        return 0.0
    return min((_distance(term, day.lower) for term in person.terms), default=float("inf"))


def _distance(term: Term, day: date) -> float:
    start = term.start or term.seen or term.end
    end = term.end or (term.seen if term.start is None else None)
    if start and day < start.lower:
        return (start.lower - day).days / 365.25
    if end and day > end.upper:
        return (day - end.upper).days / 365.25
    return 0.0


def eminent(person: Person) -> bool:
    """Whether the person ever led a state or a government: namesakes are then unlikely."""
    return any(term.role.startswith("head_of_") for term in person.terms)


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
