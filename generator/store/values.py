"""Values of front matter: what each must be, and what is said where it is not.

To teach a new kind of value, add a method to :class:`Reader`.  Every page is read at every
build, so a value that is right costs a look into a set or a cache, and no more.
"""

from __future__ import annotations

import re
from collections.abc import Collection, Mapping
from dataclasses import MISSING, fields
from decimal import Decimal, InvalidOperation
from functools import lru_cache
from math import isfinite
from typing import Any, get_args, get_type_hints
from zoneinfo import ZoneInfo

from generator.errors import Problem
from generator.model import Edtf, Figure
from generator.registry.report import spell, suggest
from generator.text.yaml_text import Where

_TEXT: frozenset[type] = frozenset({str})
_TIMES = frozenset(f"{hour:02}:{minute:02}" for hour in range(24) for minute in range(60))
_ID = re.compile(r"\w+(?:[.-]\w+)*")
_ids: set[str] = set()
"""Ids that were looked at and can stand in an address; an archive names few, again and again."""
_EXPECTED = {
    str: ("a text", "write one line of text, in quotes if need be"),
    int: ("a number", "write a whole number, without quotes"),
    bool: ("true or false", "write true or false, without quotes"),
}


class Reader:
    """Reads the values of one page and gathers what is wrong with them, each with its line."""

    def __init__(self, path: str, line_of: Mapping[Where, int]) -> None:
        self.path = path
        self.line_of = line_of
        self.problems: list[Problem] = []

    def wrong(self, where: Where, what: str, mend: str) -> None:
        """Note what is wrong at a place; its line is that of the nearest thing that has one."""
        known = where
        while len(known) > 1 and known not in self.line_of:
            known = known[:-1]
        said = f"{what} @ {spell(where)}" if where else what
        self.problems.append(Problem(self.path, said, mend, self.line_of.get(known)))

    def text(self, data: Mapping[str, Any], key: str, *, required: bool = False) -> str | None:
        """One line of text; a whole number stands for its digits."""
        value = data.get(key)
        if type(value) is str and value:
            return value
        if value is None or value == "":
            if required:
                self.wrong((key,), "required key missing", "add it")
            return None
        written: str | None = self._as(str, value, (key,))
        return written

    def choice(self, data: Mapping[str, Any], key: str, known: Collection[str]) -> str | None:
        """One of a few words."""
        value = data.get(key)
        if type(value) is str and value in known:
            return value
        if value is None or value == "":
            return None
        mend = suggest(str(value), known, f"write one of {', '.join(known)}")
        self.wrong((key,), f"{_shown(value)} is no {key}", mend)
        return None

    def texts(self, data: Mapping[str, Any], key: str) -> tuple[str, ...]:
        """A list of texts."""
        value = data.get(key)
        if value is None:
            return ()
        if type(value) is list and _TEXT.issuperset(map(type, value)):
            return tuple(value)
        self.wrong((key,), "not a list of texts", "write it as [one, two]")
        return ()

    def ids(self, data: Mapping[str, Any], key: str) -> tuple[str, ...]:
        """A list of ids or codes; whether the registry knows them ``chronicle check`` asks."""
        if data.get(key) is None:
            return ()
        found = self.texts(data, key)
        if not _ids.issuperset(found):
            for position, id in enumerate(found):
                self._looked_at(id, (key, position))
        return found

    def id(self, data: Mapping[str, Any], key: str) -> str | None:
        """An id or a code."""
        value = data.get(key)
        if value is None or (type(value) is str and value in _ids):
            return value
        written = self.text(data, key)
        if written is not None:
            self._looked_at(written, (key,))
        return written

    def _looked_at(self, id: str, where: Where) -> None:
        if _ID.fullmatch(id):
            _ids.add(id)
        else:
            mend = "write an id of the registry, as in elena-vark"
            self.wrong(where, f"{_shown(id)} is no id", mend)

    def flag(self, data: Mapping[str, Any], key: str) -> bool:
        """True or false: no other word, for "no" would be as true as any text."""
        value = data.get(key)
        if value is None:
            return False
        return bool(self._as(bool, value, (key,)))

    def date(self, data: Mapping[str, Any], key: str) -> Edtf | None:
        """A date or an interval in EDTF."""
        value = data.get(key)
        return None if value in (None, "") else self.edtf(str(value), (key,))

    def edtf(self, text: str, where: Where) -> Edtf | None:
        """The date that a text means, wherever it stands."""
        try:
            return Edtf.parse(text)
        except ValueError as error:
            self.wrong(where, f"the date cannot be read: {error}", "write 2022-08-19")
            return None

    def time(self, data: Mapping[str, Any], key: str) -> str | None:
        """A time of day: hours and minutes, the zone being a key of its own."""
        value = data.get(key)
        if type(value) is str and value in _TIMES:
            return value
        if value is None or value == "":
            return None
        self.wrong((key,), f"{_shown(value)} is not a time", 'write "18:35"')
        return None

    def zone(self, data: Mapping[str, Any], key: str) -> str | None:
        """A time zone that is known: a slip would shift the time in feeds by hours."""
        value = self.text(data, key)
        if value is None or _is_zone(value):
            return value
        self.wrong((key,), f"{value!r} is no time zone", "write its IANA name: Europe/Moscow")
        return None

    def rows(self, data: Mapping[str, Any], key: str) -> None:
        """A list of mappings that no event holds: only looked at."""
        value = data.get(key)
        if value is not None and not (
            isinstance(value, list) and all(isinstance(item, dict) for item in value)
        ):
            self.wrong((key,), "not a list of mappings", "begin each with a hyphen, then its keys")

    def records(self, data: Mapping[str, Any], key: str, kind: type) -> tuple[Any, ...]:
        """A list of small objects."""
        value = data.get(key)
        if value is None:
            return ()
        if not isinstance(value, list):
            self.wrong((key,), "not a list", "begin each entry with a hyphen")
            return ()
        found = []
        for position, item in enumerate(value):
            # A page has dozens: their layouts are looked up here, without a call for each.
            if type(item) is dict and _fits(kind, (*item,), (*map(type, item.values()),)):
                found.append(kind(**item))
            elif record := self.record(item, (key, position), kind):
                found.append(record)
        return tuple(found)

    def figures(self, data: Mapping[str, Any], key: str) -> tuple[Figure, ...]:
        """Numbers that were said: each has a size to draw and a period that can be read."""
        found: tuple[Figure, ...] = self.records(data, key, Figure)
        for position, figure in enumerate(found):
            if not _is_amount(figure.value):
                what = f"{figure.value!r} is no number"
                self.wrong((key, position, "value"), what, 'write its digits: "24.5"')
            if figure.period:
                self.edtf(figure.period, (key, position, "period"))
        return found

    def record(self, item: Any, where: Where, kind: type) -> Any:
        """A small object of the model, or None where something is wrong with it."""
        if not isinstance(item, dict):
            self.wrong(where, "not a list of keys", "write 'key: value' lines")
            return None
        if _fits(kind, (*item,), (*map(type, item.values()),)):
            return kind(**item)
        before = len(self.problems)
        types, required = _types(kind), _required(kind)
        found = {}
        for name, value in item.items():
            allowed = types.get(name)
            if allowed is None:
                mend = suggest(name, types, f"use one of {', '.join(types)}")
                self.wrong((*where, name), "unknown key", mend)
            elif value is not None:  # a key without a value says as much as no key
                found[name] = self._as(allowed[0], value, (*where, name))
        if missing := [name for name in required if name not in found]:
            self.wrong(where, f"a key is missing: {', '.join(missing)}", "add it")
        return kind(**found) if len(self.problems) == before else None

    def _as(self, wanted: type, value: Any, where: Where) -> Any:
        """The value where it is of the wanted type, digits as a text too."""
        if type(value) is wanted:
            return value
        if wanted is str and type(value) is int:
            return str(value)
        if wanted is str and type(value) is float:  # 3.10 would become another text, 3.1
            self.wrong(where, "a number stands where a text is expected", "put it in quotes")
            return None
        what, mend = _EXPECTED[wanted]
        self.wrong(where, f"{_shown(value)} is not {what}", mend)
        return None


@lru_cache(maxsize=1024)
def _fits(kind: type, names: tuple[str, ...], found: tuple[type, ...]) -> bool:
    """Whether these keys with values of these types make the object; few layouts ever occur."""
    types = _types(kind)
    pairs = zip(names, found, strict=True)
    whole = set(names).issuperset(_required(kind))
    return whole and all(of in types.get(name, ()) for name, of in pairs)


@lru_cache(maxsize=32)
def _types(kind: type) -> Mapping[str, tuple[type, ...]]:
    """The types that each field of an object may have, its own first."""
    return {name: get_args(hint) or (hint,) for name, hint in get_type_hints(kind).items()}


@lru_cache(maxsize=32)
def _required(kind: Any) -> tuple[str, ...]:
    return tuple(field.name for field in fields(kind) if field.default is MISSING)


@lru_cache(maxsize=4096)
def _is_amount(value: str) -> bool:
    """Whether a figure has a size; words instead of digits are shown as they stand."""
    try:
        return isfinite(float(Decimal(value)))
    except InvalidOperation:
        return True
    except ValueError:  # one of the decimal system's ways to say "no number"
        return False


@lru_cache(maxsize=256)
def _is_zone(name: str) -> bool:
    try:
        ZoneInfo(name)
    except (ValueError, OSError, KeyError):  # what no file can be called, a folder, no zone
        return False
    return True


def _shown(value: Any) -> str:
    """A value as a person finds it in the page; a collection by what it is."""
    if isinstance(value, Mapping):
        return "a mapping"
    if isinstance(value, list):
        return "a list"
    if isinstance(value, bool):
        return str(value).lower()
    shown = str(value)
    return f"{shown[:40]!r}…" if len(shown) > 40 else repr(value)
