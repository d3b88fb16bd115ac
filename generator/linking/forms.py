"""Every form under which the registry's entries stand in running words, made once.

A form is text cut into words and signs with one space between ("Нур - Султан"), so that
spacing and line ends do not matter; it leads to meanings: what kind of entry, which one,
and by which rule.  Forms are generated from the registry, CLDR's names and the curated
files, and kept on disk under a key of all of these: they are rebuilt only when one changes.
To teach a kind of entry, write one ``_forms_of…`` function and call it in :func:`generate`.
"""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from functools import lru_cache

from generator.linking.declension import Declension
from generator.linking.fold import plain_latin, same_length
from generator.linking.people import initial, initials, latin_spellings, surname_in
from generator.linking.vocabulary import words
from generator.model import Country, Milestone, Organisation, Person, Place
from generator.registry import Registry

TOKEN = re.compile(r"\w+|[^\w\s]")
_CYRILLIC = re.compile(r"[а-яё]", re.IGNORECASE)
# A speaker label that is a name and nothing else may stand in running words too.
_BARE_NAME = re.compile(r"(?:[A-ZА-ЯЁ][\w'’-]+ ?){2,4}")
_TITLE = re.compile(r"\b(?:president|minister|king|chancellor|президент|министр)", re.IGNORECASE)

# Milestones whose title is what a speaker may say; "relations established" is a sentence.
_PAPERS = ("treaty", "agreement", "declaration")

_LANDS = frozenset({"country", "place", "city"})

Meaning = tuple[str, str, str]
"""Kind, id, rule."""
UNTIL = " until "
"""Before the last day of a state that is no more, behind the rule: "name until 1991-12-26"."""


@dataclass(frozen=True, slots=True)
class Forms:
    """The table: form → meanings; ``doubtful`` forms mean nothing at a sentence's start."""

    meanings: tuple[Meaning, ...]
    table: dict[str, list[int]]
    doubtful: frozenset[str]


@lru_cache(maxsize=65536)
def canonical(text: str) -> str:
    """Text as a key of the table."""
    return " ".join(TOKEN.findall(plain_latin(same_length(text))))


def generate(registry: Registry) -> Forms:
    """Make every form; takes a second or two."""
    maker = _Maker(Declension())
    for country in registry.countries.values():
        maker.add_all(_forms_of_country(country, maker.declension))
    for person in registry.people.values():
        maker.add_all(_forms_of_person(person, maker.declension))
    for place in registry.places.values():
        maker.add_all(_forms_of_place(place, maker.declension))
    for organisation in registry.organisations.values():
        maker.add_all(_forms_of_organisation(organisation, maker.declension))
    for milestone in registry.milestones.values():
        maker.add_all(_forms_of_milestone(milestone, maker.declension))
    maker.add_all(_forms_of_cities(maker.declension))
    for code, offices in words("lexicon")["offices"].items():
        maker.add_all((office, ("office", code, "office of the state")) for office in offices)
    for kind in ("topic", "phrase"):
        for identifier, entry in words(f"{kind}s").items():
            maker.add_all(_forms_of_words(kind, identifier, entry, maker.declension))
    for language, phrases in words("lexicon")["not_names"].items():
        for phrase in phrases:
            forms = maker.declension.phrase(phrase) if language == "ru" else {phrase}
            maker.add_all((form, ("none", "", "not a name")) for form in forms)
    return maker.forms()


class _Maker:
    """Gathers forms; one form may have several meanings."""

    def __init__(self, declension: Declension) -> None:
        self.declension = declension
        self._meanings: dict[Meaning, int] = {}
        self._table: dict[str, dict[int, None]] = defaultdict(dict)
        self._doubtful: dict[str, bool] = {}
        self._sure = {form for name in words("lexicon")["sure"] for form in declension.phrase(name)}

    def add_all(self, forms: Iterable[tuple[str, Meaning]]) -> None:
        for form, meaning in forms:
            if not form:
                continue
            key = canonical(form)
            number = self._meanings.setdefault(meaning, len(self._meanings))
            self._table[key].setdefault(number)
            names = meaning[0] in ("country", "place") and meaning[2] == "name"
            if names and form.isalpha() and not form.isupper() and key not in self._doubtful:
                self._doubtful[key] = (
                    bool(_CYRILLIC.search(form))
                    and form not in self._sure
                    and self.declension.is_common_word(form)
                )

    def forms(self) -> Forms:
        kinds = [meaning[0] for meaning in self._meanings]
        return Forms(
            tuple(self._meanings),
            {form: _without_people(numbers, kinds) for form, numbers in self._table.items()},
            frozenset(form for form, doubt in self._doubtful.items() if doubt),
        )


def _without_people(numbers: Iterable[int], kinds: Sequence[str]) -> list[int]:
    """The meanings of one form, without people where a country or a town bears it too.

    Everybody can be found by a longer form; a land that is taken for a person cannot.
    """
    found = list(numbers)
    if _LANDS.isdisjoint(kinds[number] for number in found):
        return found
    return [number for number in found if kinds[number] != "person"]


def _cases(names: Iterable[str], declension: Declension) -> Iterator[str]:
    """Each name in every case, and with "and" for "&", and without a bracketed remark."""
    for name in dict.fromkeys(names):
        plain = re.sub(r"\s*\([^()]*\)", "", name).replace(" & ", " and ")
        if _CYRILLIC.search(plain):
            for form in declension.phrase(plain):
                yield form
                yield form.replace(" — ", "-").replace(" - ", "-")
        else:
            yield plain


def _capitalised(forms: Iterable[str]) -> Iterator[str]:
    for form in forms:
        yield form
        yield form[:1].upper() + form[1:]


def _forms_of_country(country: Country, declension: Declension) -> Iterator[tuple[str, Meaning]]:
    if country.code in words("lexicon")["never"]:
        return
    own = words("countries").get(country.code, {})
    names = [
        *country.names.values(),
        *(alias for aliases in country.aliases.values() for alias in aliases),
    ]
    yield from _forms_of_state(country.code, names, own, declension)
    former = own.get("former")
    if former:
        yield from _forms_of_state(country.code, (), former, declension, until=former["until"])


def _forms_of_state(
    code: str,
    names: Iterable[str],
    own: dict[str, list[str]],
    declension: Declension,
    until: str | None = None,
) -> Iterator[tuple[str, Meaning]]:
    """A state's names, adjectives and halves of compounds; ``until`` is its last day."""

    def meaning(rule: str) -> Meaning:
        return ("country", code, f"{rule}{UNTIL}{until}" if until else rule)

    for form in _cases([*names, *own.get("names_en", ()), *own.get("names_ru", ())], declension):
        yield form, meaning("name")
        # "республика Казахстан": a common noun may be printed small.
        if form.startswith(("Республик", "Королевств", "Государств")):
            yield form[:1].lower() + form[1:], meaning("name")
    for adjective in own.get("en", ()):
        yield adjective, meaning("adjective")
    for adjective in own.get("ru", ()):
        for form in _capitalised(declension.adjective(adjective)):
            yield form, meaning("adjective")
    joined = own.get("joined") or [word[:-2] + "о" for word in own.get("ru", ())]
    for form in _capitalised(joined):
        yield form + "-", meaning("compound")


def _forms_of_person(person: Person, declension: Declension) -> Iterator[tuple[str, Meaning]]:
    full = ("person", person.id, "name")
    for name in person.names.values():
        for spelling in latin_spellings(name, person.country):
            yield spelling, full
    for label in person.labels:
        if _BARE_NAME.fullmatch(label) and not _TITLE.search(label):
            yield label, full
    english = person.names.get("en", "")
    russian = person.names.get("ru", "")
    given, surname = person.given, person.surname
    surname_first = bool(surname) and russian.split(" ")[0] == surname
    for spelling in latin_spellings(english, person.country):
        family = surname_in(spelling, first=surname_first)
        if family:
            titled = len(family) < 3 or family in words("lexicon")["surnames_that_are_words"]
            rule = "surname that is a word" if titled else "surname"
            yield family, ("person", person.id, rule)
    if not surname:
        return
    marks = dict.fromkeys((initials(given), initial(given))) if given else {}
    for first, last, middle in declension.person(given, surname, person.patronymic, person.gender):
        if len(last) > 2 and not declension.is_common_word(last):
            yield last, ("person", person.id, "surname")
        for mark in marks:
            yield f"{mark} {last}", ("person", person.id, "initials")
            if person.patronymic:
                yield (
                    f"{mark}{initial(person.patronymic)} {last}",
                    ("person", person.id, "initials"),
                )
        if first:
            # Of "Си Цзиньпин" only the last word is declined.
            yield (f"{surname} {first}" if surname_first else f"{first} {last}"), full
            yield f"{last} {first}", full
        if middle:
            yield f"{first} {middle} {last}", full
            yield f"{last} {first} {middle}", full
            yield f"{first} {middle}", ("person", person.id, "address")


def _forms_of_place(place: Place, declension: Declension) -> Iterator[tuple[str, Meaning]]:
    names = [
        *place.names.values(),
        *(name for dated in place.dated_names for name in dated.names.values()),
        *(label for label in place.labels if "," not in label),
    ]
    stripped = [name.removeprefix("The ") for name in names]
    for form in _cases(stripped, declension):
        yield form, ("place", place.id, "name")


def _forms_of_organisation(
    organisation: Organisation, declension: Declension
) -> Iterator[tuple[str, Meaning]]:
    names = [
        *organisation.names.values(),
        *(alias for aliases in organisation.aliases.values() for alias in aliases),
    ]
    for form in _cases(names, declension):
        yield form, ("organisation", organisation.id, "name")
    for short in organisation.short.values():
        yield short, ("organisation", organisation.id, "abbreviation")
    bodies = words("lexicon")["bodies"].get(organisation.id, {})
    for form in _cases([*bodies.get("ru", ()), *bodies.get("en", ())], declension):
        yield form, ("organisation", organisation.id, "body")


def _forms_of_cities(declension: Declension) -> Iterator[tuple[str, Meaning]]:
    """Cities and regions known only by their country: of CLDR's time zones, and curated."""
    from babel import Locale  # here, since a run with a warm cache needs no CLDR
    from babel.core import get_global

    skipped = words("lexicon")["no_zones"]
    names: dict[str, list[str]] = defaultdict(list)
    for language in ("en", "ru"):
        zones = Locale(language).time_zones
        for zone, code in get_global("zone_territories").items():
            if code not in skipped and zone.startswith(
                ("Africa/", "America/", "Asia/", "Australia/", "Europe/")
            ):
                english = zone.rpartition("/")[2].replace("_", " ") if language == "en" else ""
                names[code].append(zones.get(zone, {}).get("city", english))
    for kind in ("cities", "regions"):
        for code, entry in words("lexicon")[kind].items():
            names[code].extend([*entry["en"], *entry["ru"]])
    for code, cities in names.items():
        for form in _cases(filter(None, cities), declension):
            yield form, ("city", code, "city")


def _forms_of_milestone(
    milestone: Milestone, declension: Declension
) -> Iterator[tuple[str, Meaning]]:
    titles = milestone.titles.values() if milestone.kind in _PAPERS else ()
    for form in _capitalised(_cases([*titles, *milestone.aliases], declension)):
        yield form, ("milestone", milestone.id, "title")
        yield form[:1].lower() + form[1:], ("milestone", milestone.id, "title")


def _forms_of_words(
    kind: str, identifier: str, entry: dict[str, list[str]], declension: Declension
) -> Iterator[tuple[str, Meaning]]:
    meaning = (kind, identifier, "curated words")
    for form in _capitalised(entry.get("en", ())):
        yield form, meaning
    for phrase in entry.get("ru", ()):
        for form in _capitalised(declension.phrase(phrase, numbers=True)):
            yield form, meaning
