"""The interface's words in one language: strings, plurals, dates, numbers.

To add a string, add its key to every catalogue in ``strings/``; to add a language, add
``strings/<language>.yml`` with the same keys and its locale to :data:`LOCALES`.
"""

from __future__ import annotations

import datetime as dt
import string
from collections.abc import Mapping
from functools import cache, lru_cache
from pathlib import Path
from typing import Any

from babel import Locale
from babel.dates import format_interval, format_time
from babel.numbers import format_compact_decimal, format_decimal
from markupsafe import Markup, escape

from generator.errors import ContentError, Problem
from generator.model import Edtf
from generator.text import yaml_text
from generator.text.day_patterns import in_words, named, of_skeleton

FOLDER = Path(__file__).with_name("strings")
LOCALES = {"ru": "ru", "en": "en_GB"}
"""The CLDR locale of each language; British English writes "19 August 2022"."""

_PLURALS = frozenset(("zero", "one", "two", "few", "many", "other"))
Entry = str | Mapping[str, str]


@cache
def catalogue(language: str) -> Mapping[str, Entry]:
    """Every string of a language by dotted key; a string with a count maps plural forms.

    Raises:
        ContentError: there is no catalogue for the language, or it is not safe YAML.
    """
    path = FOLDER / f"{language}.yml"
    if not path.is_file():
        raise ContentError(
            Problem(
                path=f"generator/pages/strings/{language}.yml",
                what=f"there are no interface strings in {language!r}",
                mend=f"choose one of {', '.join(languages())} or add the file",
            )
        )
    flat: dict[str, Entry] = {}

    def walk(node: Mapping[str, Any], prefix: str) -> None:
        for key, value in node.items():
            if isinstance(value, Mapping) and not (value.keys() <= _PLURALS and "other" in value):
                walk(value, f"{prefix}{key}.")
            else:
                flat[f"{prefix}{key}"] = value

    walk(yaml_text.load(path.read_text("utf-8"), path.name), "")
    return flat


def languages() -> tuple[str, ...]:
    """Every language that has a catalogue, alphabetically."""
    return tuple(sorted(path.stem for path in FOLDER.glob("*.yml")))


def placeholders(entry: Entry) -> frozenset[str]:
    """The names in braces that a string waits for."""
    forms = [entry] if isinstance(entry, str) else entry.values()
    parse = string.Formatter().parse
    return frozenset(name for form in forms for _, name, _, _ in parse(form) if name)


class Interface:
    """Says things in one language; make it through :func:`interface`."""

    def __init__(self, language: str) -> None:
        self.language = language
        self._strings = catalogue(language)
        self._plain = {
            key: entry
            for key, entry in self._strings.items()
            if isinstance(entry, str) and "{" not in entry
        }
        self.code = LOCALES.get(language, language)
        self.locale = Locale.parse(self.code)

    def __contains__(self, key: str) -> bool:
        return key in self._strings

    def t(self, key: str, **values: object) -> str:
        """The string of ``key`` as plain text, its ``{names}`` filled in.

        ``count``, an integer, chooses the plural form and is written with the
        language's digit groups.

        Raises:
            KeyError: the catalogue has no such key, or a placeholder got no value.
        """
        if not values and (plain := self._plain.get(key)) is not None:
            return plain
        return self._form(key, values).format_map(self._written(values))

    def html(self, key: str, **values: object) -> Markup:
        """The same as HTML: values are escaped unless they are Markup already."""
        # Markup.format_map would parse the string anew each time.
        written = {name: escape(value) for name, value in self._written(values).items()}
        return Markup(self._form(key, values).format_map(written))

    def _form(self, key: str, values: Mapping[str, object]) -> str:
        entry = self._strings.get(key)
        if entry is None:
            raise KeyError(f"strings/{self.language}.yml has no {key!r}")
        if isinstance(entry, str):
            return entry
        count = values["count"]
        if not isinstance(count, int):
            raise KeyError(f"{key!r} needs an integer count, not {count!r}")
        form = _plural(self.language, abs(count))
        return entry.get(form) or entry["other"]

    def _written(self, values: Mapping[str, object]) -> Mapping[str, object]:
        count = values.get("count")
        if isinstance(count, int):
            return {**values, "count": self.number(count)}
        return values

    # Names ------------------------------------------------------------------------------

    def name(self, names: Mapping[str, str]) -> str:
        """The name in this language, else in English, else in any language."""
        return names.get(self.language) or names.get("en") or next(iter(names.values()), "")

    def tongue(self, names: Mapping[str, str]) -> str:
        """The language of the name that :meth:`name` gives; this one where there is none."""
        wanted = (self.language, "en", *names)
        return next((code for code in wanted if names.get(code)), self.language)

    def kind(self, kind: str) -> str:
        """The name of an event kind ("встреча"); of an unknown one its own word."""
        return self._named("kind", kind)

    def milestone_kind(self, kind: str) -> str:
        """The name of a milestone kind ("вступление в силу")."""
        return self._named("milestone_kind", kind)

    def role(self, role: str) -> str:
        """The name of a role in office ("глава государства")."""
        return self._named("role", role)

    def language_name(self, code: str) -> str:
        """The name of a language in this language ("русский")."""
        return str(self.locale.languages.get(code, code))

    def _named(self, section: str, word: str) -> str:
        entry = self._strings.get(f"{section}.{word}")
        return entry if isinstance(entry, str) else word.replace("_", " ").replace("-", " ")

    # Numbers ----------------------------------------------------------------------------

    def number(self, value: float, compact: bool = False) -> str:
        """A number with the language's digit groups; ``compact`` shortens ("24 млрд")."""
        return _number(self.language, value, compact)

    def hundredths(self, value: float) -> str:
        """A number to the second decimal: "38,90"."""
        return format_decimal(value, "0.00", locale=self.locale)

    def ordinal(self, number: int) -> str:
        """The number of a year in a row: "30-й", "30th"."""
        return _ordinal(self.language, number)

    # Dates ------------------------------------------------------------------------------

    def date(
        self, when: Edtf | dt.date | str, *, weekday: bool = False, genitive: bool = False
    ) -> str:
        """A date in words, as precise as it is: "19 августа 2022 г.", "август 2022 г.".

        ``weekday`` puts the day of the week before a day; ``genitive`` is the form that
        Russian wants behind "с" and "до" ("августа 2022 г.").
        """
        return _date(self.language, _edtf(when), weekday, genitive)

    def short_date(self, when: Edtf | dt.date | str) -> str:
        """A date for narrow places: "19 авг. 2022 г.", "авг. 2022 г."."""
        return _short_date(self.language, _edtf(when))

    def day_month(self, day: dt.date) -> str:
        """A day of any year: "19 августа"."""
        return in_words(day, of_skeleton("MMMMd", self.code), self.code)

    def span(self, start: Edtf | None, end: Edtf | None) -> str:
        """From one date to another, either open: "с 20 марта 2019 г."; "" where both are."""
        if start and end:
            return f"{self.date(start)} – {self.date(end)}"
        if start:
            return self.t("date.since", date=self.date(start, genitive=True))
        return self.t("date.until", date=self.date(end, genitive=True)) if end else ""

    def month(self, number: int, short: bool = False) -> str:
        """The name of a month, 1 to 12, standing alone: "август", short "авг."."""
        return _month(self.language, number, short)

    def weekday(self, day: dt.date) -> str:
        """The day of the week, standing alone: "пятница"."""
        return in_words(day, "cccc", self.code)

    def time(self, clock: str) -> str:
        """A time "HH:MM" as the language writes it."""
        hour, minute = clock.split(":")[:2]
        return _time(self.language, int(hour), int(minute))

    def zone(self, zone: str) -> str:
        """The name of an IANA time zone; UTC offsets are no names, Moscow time is."""
        key = f"zone.{zone.replace('/', '_')}"
        return self.t(key) if key in self else zone.replace("_", " ")


@cache
def interface(language: str) -> Interface:
    """The interface in a language.

    Raises:
        ContentError: there is no catalogue for it.
    """
    return Interface(language)


def _edtf(when: Edtf | dt.date | str) -> Edtf:
    if isinstance(when, Edtf):
        return when
    return Edtf.of(when) if isinstance(when, dt.date) else Edtf.parse(when)


# Babel evaluates its rules and reads its tables anew at every call: what stands on
# thousands of pages is asked for once.


@lru_cache(maxsize=65536)
def _plural(language: str, count: int) -> str:
    return str(interface(language).locale.plural_form(count))


@cache
def _ordinal(language: str, number: int) -> str:
    forms = catalogue(language)["ordinal"]
    form = interface(language).locale.ordinal_form(number)
    text = forms if isinstance(forms, str) else forms.get(form) or forms["other"]
    return text.format(number=number)


@cache
def _month(language: str, number: int, short: bool) -> str:
    pattern = "LLL" if short else "LLLL"
    return in_words(dt.date(2000, number, 1), pattern, interface(language).code)


@lru_cache(maxsize=65536)
def _number(language: str, value: float, compact: bool) -> str:
    locale = interface(language).locale
    if compact:
        return format_compact_decimal(value, locale=locale, fraction_digits=1)
    return format_decimal(value, locale=locale)


@lru_cache(maxsize=65536)
def _date(language: str, when: Edtf, weekday: bool, genitive: bool) -> str:
    said = interface(language)
    if when.precision == "interval":
        return _interval(said, when)
    if when.precision == "day":
        words = in_words(when.lower, named("full" if weekday else "long", said.code), said.code)
    elif when.precision == "month":
        skeleton = of_skeleton("yMMMM", said.code)
        # CLDR: "L" is a month standing alone, "M" a month inside a phrase (genitive).
        pattern = skeleton.replace("L", "M") if genitive else skeleton
        words = in_words(when.lower, pattern, said.code)
    else:
        words = said.t("date.year", year=when.year)
    return _doubted(said, when, words)


@lru_cache(maxsize=65536)
def _short_date(language: str, when: Edtf) -> str:
    said = interface(language)
    if when.precision == "interval":
        return _interval(said, when)
    skeleton = {"day": "yMMMd", "month": "yMMM", "year": "y"}[when.precision]
    words = in_words(when.lower, of_skeleton(skeleton, said.code), said.code)
    return _doubted(said, when, words)


def _doubted(said: Interface, when: Edtf, words: str) -> str:
    if not when.uncertain:
        return words
    key = {"?": "date.uncertain", "~": "date.approximate"}.get(when.text[-1], "date.doubtful")
    return said.t(key, date=words)


def _interval(said: Interface, when: Edtf) -> str:
    begin, end = when.text.split("/", 1)
    if begin in ("", "..") or end in ("", ".."):
        open_begin = None if begin in ("", "..") else Edtf.parse(begin)
        open_end = None if end in ("", "..") else Edtf.parse(end)
        return said.span(open_begin, open_end)
    first, last = Edtf.parse(begin), Edtf.parse(end)
    if not (first.precision == last.precision == "day") or when.uncertain:
        return said.span(first, last)
    return _days(said.locale, first.lower, last.lower)


def _days(locale: Locale, first: dt.date, last: dt.date) -> str:
    """Two days in words, what they share said once: "2–14 октября 1955 г.".

    Between them stands the dash of :meth:`Interface.span`: CLDR's Russian has another one
    in each of its versions.
    """
    field = "y" if first.year != last.year else "M" if first.month != last.month else "d"
    parts = locale.interval_formats["yMMMd"].get(field)
    if parts is None:
        return format_interval(first, last, "yMMMd", locale=locale).replace("—", "–")
    # CLDR's matching rule: a longer field is asked for by widening it in the pattern.
    begin, end = (part.replace("MMM", "MMMM").replace("—", "–") for part in parts)
    return in_words(first, begin, str(locale)) + in_words(last, end, str(locale))


@lru_cache(maxsize=2048)
def _time(language: str, hour: int, minute: int) -> str:
    return format_time(dt.time(hour, minute), "short", locale=interface(language).locale)
