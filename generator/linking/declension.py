"""Russian case forms of names, posts and phrases, made once for the gazetteer.

Petrovich declines people, whom it knows best; pymorphy3 declines countries, cities and
phrases.  A form too many does no harm (nobody writes it); a missing one hides a mention.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cached_property, lru_cache
from itertools import product, takewhile
from typing import Any

_CASES = ("nomn", "gent", "datv", "accs", "ablt", "loct")
_INSTRUMENTAL = 3
_CYRILLIC = re.compile(r"[а-яё]", re.IGNORECASE)
_ABBREVIATION = re.compile(r"[А-ЯЁ]{2,}")
_JOINTS = re.compile(r"([-'’])")
_VOWELS = "аеёиоуыэюя"


class Declension:
    """Case forms; the dictionaries are loaded when the first form is asked for."""

    @cached_property
    def _morph(self) -> Any:
        import pymorphy3  # type: ignore[import-untyped]  # it has none

        return pymorphy3.MorphAnalyzer()

    @cached_property
    def _petrovich(self) -> Any:
        from pytrovich.maker import PetrovichDeclinationMaker

        return PetrovichDeclinationMaker()

    def phrase(self, text: str, *, numbers: bool = False) -> set[str]:
        """Every case of a noun phrase: its head and what agrees with it; the rest stays.

        With ``numbers`` both singular and plural, else the number given.

        "Республика Казахстан" gives "Республики Казахстан"; "Босния и Герцеговина" gives
        "Боснии и Герцеговины"; "Соединённые Штаты Америки" keeps "Америки".
        """
        if not _CYRILLIC.search(text):
            return {text}
        words = text.split(" ")
        forms = {text}
        if len(words) == 1 and text[:1].isupper() and not self._morph.word_is_known(text):
            forms.update(_by_ending(text))
        head = self._head(words)
        if head is None:
            return forms
        given = self._number(words[head])
        pairs = product(_CASES, ("sing", "plur") if numbers else (given,))
        for case, number in pairs:
            inflected = list(words)
            inflected[head] = self._word(words[head], case, number)
            gender = self._gender(words[head])
            for at in range(head):
                inflected[at] = self._agreeing(words[at], case, number, gender)
            if head + 2 < len(words) and words[head + 1] == "и":
                inflected[head + 2] = self._word(words[head + 2], case, "sing")
            forms.add(" ".join(inflected))
        return forms

    def adjective(self, text: str) -> set[str]:
        """All case, gender and number forms of an adjective ("казахстанский")."""
        for parse in self._morph.parse(text):
            if parse.tag.POS == "ADJF" and parse.normal_form == text:
                return {form.word for form in parse.lexeme if form.tag.POS == "ADJF"}
        return {text}

    def person(
        self, given: str, surname: str, patronymic: str, gender: str | None
    ) -> Iterator[tuple[str, str, str]]:
        """Every case of (given, surname, patronymic); both genders where it is unknown."""
        genders = (gender,) if gender in ("male", "female") else self._genders(given, patronymic)
        yield given, surname, patronymic
        for each in genders:
            for case in range(5):
                first = self._name("FIRSTNAME", each, case, given)
                middle = self._name("MIDDLENAME", each, case, patronymic)
                yield first, self._name("LASTNAME", each, case, surname), middle
                if case == _INSTRUMENTAL and surname.endswith(("ин", "ын")):
                    yield first, f"{surname}ом", middle  # a foreigner's: с Дарвином

    def is_common_word(self, form: str) -> bool:
        """Whether a lower-case word of everyday Russian is spelled like this form."""
        proper = {"Geox", "Name", "Surn", "Patr", "Orgn"}
        common = [
            parse.score
            for parse in self._morph.parse(form.lower())
            if parse.is_known and not proper & set(map(str, parse.tag.grammemes))
        ]
        return bool(sum(common) > 0.5)

    def _genders(self, given: str, patronymic: str) -> tuple[str, ...]:
        if patronymic:
            return ("female",) if patronymic.endswith("на") else ("male",)
        for parse in self._morph.parse(given):
            if "Name" in parse.tag and parse.tag.case == "nomn" and parse.tag.gender:
                return ("female",) if parse.tag.gender == "femn" else ("male",)
        return ("male", "female")

    @lru_cache(maxsize=65536)  # noqa: B019 - one object a process, and it lives to its end
    def _name(self, part: str, gender: str, case: int, name: str) -> str:
        """One case of a name; every word of it declines, of a hyphenated word the last part."""
        from pytrovich.enums import Case, Gender, NamePart

        if not name:
            return ""
        words = []
        for word in name.split(" "):
            front, hyphen, last = word.rpartition("-")
            made = self._petrovich.make(NamePart[part], Gender[gender.upper()], Case(case), last)
            words.append(f"{front}{hyphen}{made}")
        return " ".join(words)

    def _head(self, words: list[str]) -> int | None:
        """The first noun; a surname before one is an epithet ("Бочаров Ручей")."""
        nouns = [at for at, word in enumerate(words) if self._noun(word) is not None]
        if len(nouns) > 1 and "Surn" in self._noun(words[nouns[0]]).tag:
            return nouns[1]
        return nouns[0] if nouns else None

    @lru_cache(maxsize=65536)  # noqa: B019 - one object a process, and it lives to its end
    def _noun(self, word: str) -> Any:
        """The parse of a word as a noun in the nominative, names of places first, or None."""
        if _ABBREVIATION.fullmatch(word) or not _CYRILLIC.search(word):
            return None
        nouns = [
            parse
            for parse in self._morph.parse(word.replace("'", "’"))
            if parse.tag.POS == "NOUN" and parse.tag.case == "nomn"
        ]
        adjective = any(
            parse.tag.POS == "ADJF" and parse.score > 0.3 for parse in self._morph.parse(word)
        )
        if not nouns or (adjective and not any("Geox" in parse.tag for parse in nouns)):
            return None
        ranked = sorted(nouns, key=lambda p: ("Geox" not in p.tag, p.tag.number == "plur"))
        return ranked[0]

    def _number(self, word: str) -> str:
        return str(self._noun(word).tag.number or "sing")

    def _gender(self, word: str) -> str | None:
        gender = self._noun(word).tag.gender
        return str(gender) if gender else None

    @lru_cache(maxsize=65536)  # noqa: B019 - one object a process, and it lives to its end
    def _word(self, word: str, case: str, number: str) -> str:
        parse = self._noun(word)
        if parse is None or "Fixd" in parse.tag:
            return word
        # The predictor declines unknown words in -о, -и, -у …; the language does not.
        if not parse.is_known and word[-1] in _VOWELS and word[-1] not in "ая":
            return word
        found = parse.inflect({case, number}) or parse.inflect({case})
        return _like(word, found.word) if found else word

    @lru_cache(maxsize=65536)  # noqa: B019 - one object a process, and it lives to its end
    def _agreeing(self, word: str, case: str, number: str, gender: str | None) -> str:
        for parse in self._morph.parse(word):
            if parse.tag.POS not in ("ADJF", "PRTF"):
                continue
            wanted = {case, number}
            if number == "sing" and gender:
                wanted.add(gender)
            # An animate accusative is the genitive, and no phrase of ours is animate.
            forms = [
                form.word
                for form in parse.lexeme
                if form.tag.POS == parse.tag.POS and wanted <= form.tag.grammemes
                if "anim" not in form.tag
            ]
            if forms:
                # One lexeme holds "высший" and "высочайший": take what begins alike.
                alike = max(forms, key=lambda form: _alike(form, word.lower()))
                return _like(word, alike)
        return self._word(word, case, number) if self._noun(word) is not None else word


# Endings of the cases of a name that no dictionary has, by its own ending.
_ENDINGS = (
    ("ия", 1, ("и", "ю", "ей")),
    ("а", 1, ("ы", "и", "е", "у", "ой")),
    ("я", 1, ("и", "е", "ю", "ей")),
    ("й", 1, ("я", "ю", "ем", "е")),
    ("ь", 1, ("я", "ю", "ем", "е", "и", "ью")),
)


def _by_ending(name: str) -> set[str]:
    """Cases of an unknown name: "Вескания" gives "Вескании", "Вельм" gives "Вельма"."""
    for ending, cut, cases in _ENDINGS:
        if name.endswith(ending):
            return {name[:-cut] + case for case in cases}
    if name[-1].lower() in _VOWELS or _ABBREVIATION.fullmatch(name):
        return set()
    return {name + case for case in ("а", "у", "ом", "е")}


def _alike(first: str, second: str) -> int:
    """How many letters two words have in common at their beginning."""
    pairs = zip(first, second, strict=False)
    return sum(1 for _ in takewhile(lambda pair: pair[0] == pair[1], pairs))


def _like(model: str, word: str) -> str:
    """Give ``word`` the capitals of ``model``: "нур-султана" as "Нур-Султан"."""
    if model.islower():
        return word
    models, parts = _JOINTS.split(model), _JOINTS.split(word)
    if len(models) != len(parts):
        return word[:1].upper() + word[1:] if model[:1].isupper() else word
    return "".join(
        part[:1].upper() + part[1:] if shape[:1].isupper() else part
        for shape, part in zip(models, parts, strict=True)
    )
