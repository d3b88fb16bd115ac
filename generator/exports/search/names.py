"""Every case of every Russian name in the registry, under one key.

Surnames of a man and a woman share forms ("Алиева"), so such names share a key too.
"""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator
from hashlib import sha256

from generator.exports.search.keys import Keys
from generator.exports.search.words import STOP, tokens
from generator.linking.declension import Declension
from generator.model import Person
from generator.registry import Registry


def phrases(registry: Registry) -> list[str]:
    """Russian names of countries, places and organisations, as the registry prints them."""
    found: set[str] = set()
    for country in registry.countries.values():
        found.update((country.names.get("ru", ""), *country.aliases.get("ru", ())))
    for place in registry.places.values():
        found.add(place.names.get("ru", ""))
        found.update(named.names.get("ru", "") for named in place.dated_names)
    for body in registry.organisations.values():
        found.update((body.names.get("ru", ""), *body.aliases.get("ru", ())))
    return sorted(found - {""})


def people(registry: Registry) -> list[tuple[str, str, str, str | None]]:
    """(given name, surname, patronymic, gender) of everybody with a Russian name."""
    return sorted({_parts(person) for person in registry.people.values()}, key=repr)


def _parts(person: Person) -> tuple[str, str, str, str | None]:
    given, surname = person.given, person.surname
    if not surname:
        given, _, surname = person.names.get("ru", "").rpartition(" ")
    return given, surname, person.patronymic, person.gender


def digest(registry: Registry) -> str:
    """A digest of all that :func:`keys_of_names` depends on in a registry."""
    return sha256(repr((phrases(registry), people(registry))).encode()).hexdigest()


def keys_of_names(registry: Registry) -> dict[str, str]:
    """A key for every form that the registry's names take, by folded word."""
    declension = Declension()
    classes = _Classes()
    for given, surname, patronymic, gender in people(registry):
        for forms in declension.person(given, surname, patronymic, gender):
            for name, form in zip((given, surname, patronymic), forms, strict=True):
                classes.add(name, form)
    named = frozenset(classes.words())
    common = _Classes()
    for phrase in phrases(registry):
        for form in sorted(declension.phrase(phrase)):
            common.add(phrase, form)
    classes.join(common)
    keys = classes.keys()
    return keys | dict(_dictionary_forms(common, named, keys))


def _dictionary_forms(
    common: _Classes, named: frozenset[str], keys: dict[str, str]
) -> Iterator[tuple[str, str]]:
    """Dictionary forms of names that are no dictionary form themselves: "штат" of "штаты".

    A person's name has none: "Лавров" is not the plural of "лавр".
    """
    dictionary = Keys({}).dictionary
    for forms in common.groups():
        counted = Counter(dictionary(form) for form in sorted(forms))
        (form, _), *_ = counted.most_common(1)
        if not counted.keys() & forms and not named & forms and form not in keys:
            yield form, keys[min(forms)]


class _Classes:
    """Words that share a key: sets that grow together where they meet."""

    def __init__(self) -> None:
        self._parent: dict[str, str] = {}

    def add(self, name: str, form: str) -> None:
        """Put each word of a declined name with the same word of the name."""
        bare, declined = list(tokens(name)), list(tokens(form))
        if len(bare) != len(declined):
            return
        for one, other in zip(bare, declined, strict=True):
            # A word that never changes is left to the dictionaries.
            if one != other and one not in STOP and other not in STOP:
                self._join(one, other)

    def join(self, other: _Classes) -> None:
        """Take in all of another's sets."""
        for forms in other.groups():
            first, *rest = sorted(forms)
            for form in rest:
                self._join(first, form)

    def words(self) -> Iterable[str]:
        """Every word that has a class."""
        return self._parent

    def groups(self) -> Iterator[set[str]]:
        """Each class, in order of its first word."""
        groups: dict[str, set[str]] = defaultdict(set)
        for word in sorted(self._parent):
            groups[self._find(word)].add(word)
        return iter(groups.values())

    def keys(self) -> dict[str, str]:
        """The key of each word: the shortest of its class, the first of equal ones."""
        return {
            word: min(forms, key=lambda form: (len(form), form))
            for forms in self.groups()
            for word in forms
        }

    def _find(self, word: str) -> str:
        parent = self._parent.setdefault(word, word)
        while parent != word:
            self._parent[word] = self._parent[parent]
            word, parent = parent, self._parent[parent]
        return word

    def _join(self, one: str, other: str) -> None:
        first, second = self._find(one), self._find(other)
        if first != second:
            self._parent[second] = first
