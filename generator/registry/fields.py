"""Fields of registry entries: what a value must be, and what it becomes.

A :data:`Shape` maps the field names of a file to :class:`Field`; :func:`read_fields` reads a
mapping by its shape and reports everything that does not fit.  To teach a new kind of
value, add a function that returns a Field.  The entries' shapes stand in ``entries``.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from typing import Any
from zoneinfo import ZoneInfo, ZoneInfoNotFoundError

from generator.model import Edtf
from generator.registry.report import Report, suggest
from generator.text.yaml_text import Where

Read = Callable[[Any, Where, Report], Any]
"""Turns a value of a file into the model's; reports what is wrong with it."""


@dataclass(frozen=True, kw_only=True)
class Field:
    """One field: ``into`` is the model's name for it, ``inner`` the fields inside it."""

    read: Read
    required: bool = False
    into: str = ""
    inner: Shape | None = None


Shape = Mapping[str, Field]
LANGUAGES = ("ru", "en")
"""Languages in which a name must stand; any other may."""

_LANGUAGE = re.compile(r"[a-z]{2,3}")
_CODE = re.compile(r"[A-Z]{2}")
_ID = re.compile(r"[a-z0-9]+(?:-[a-z0-9]+)*")
_ROLE = re.compile(r"[a-z]+(?:_[a-z]+)*")
_URL = re.compile(r"https?://[^\s/]+\.[^\s]+")
_ITEM = "write it as in docs/registry.md"
_MEANT = {"nation": "country", "state": "country", "post": "office", "start": "from", "end": "to"}
"""Words that stand for a field in an editor's mind but not in its spelling."""


def read_fields(shape: Shape, value: Any, where: Where, report: Report) -> dict[str, Any] | None:
    """The fields of a mapping by their names in the model; None if something is wrong."""
    if not isinstance(value, dict):
        report.problem(where, f"{_shown(value)} stands where fields are expected", _ITEM)
        return None
    before = len(report.findings)
    found: dict[str, Any] = {}
    for name, field in shape.items():
        if value.get(name) is not None:
            found[field.into or name] = field.read(value[name], (*where, name), report)
        elif field.required and not (name == "sources" and value.get("source") is not None):
            mend = "name the page that says so" if name == "sources" else "add it"
            report.problem((*where, name), "required field missing", mend)
    for name in [name for name in value if name not in shape]:
        mend = f"take it out; known are {', '.join(shape)}"
        meant = _MEANT.get(name)
        mend = f"did you mean {meant!r}?" if meant in shape else suggest(name, shape, mend)
        report.problem((*where, name), "unknown field", mend)
    if "source" in found:
        if "sources" in found:
            report.problem((*where, "source"), "source and sources both stand", "keep sources")
        found["sources"] = (found.pop("source"),)
    return found if len(report.findings) == before else None


def is_id(text: str) -> bool:
    """Whether ``text`` can be an id: Latin small letters, digits, single hyphens."""
    return _ID.fullmatch(text) is not None


def is_code(text: str) -> bool:
    """Whether ``text`` has the form of a country's code."""
    return _CODE.fullmatch(text) is not None


def _shown(value: Any) -> str:
    if value is None:
        return "nothing"
    if isinstance(value, dict):
        return "a mapping"
    if isinstance(value, list):
        return "a list"
    shown = str(value)
    return f"{shown[:40]!r}…" if len(shown) > 40 else f"{shown!r}"


def _text(value: Any, where: Where, report: Report) -> str:
    if isinstance(value, str) and value.strip():
        return value
    mend = f'write "{value}" in quotes' if isinstance(value, int | float) else "write some text"
    report.problem(where, f"{_shown(value)} is not text", mend)
    return ""


def _matching(pattern: re.Pattern[str], mend: str) -> Read:
    def read(value: Any, where: Where, report: Report) -> str:
        if isinstance(value, str) and pattern.fullmatch(value):
            return value
        report.problem(where, f"{_shown(value)} does not fit here", mend)
        return ""

    return read


def text(*, required: bool = False) -> Field:
    """A line of text."""
    return Field(read=_text, required=required)


def role() -> Field:
    """A short name of a kind of office: ``head_of_state``."""
    read = _matching(_ROLE, "write small Latin letters with _: head_of_state")
    return Field(read=read, required=True)


def qid() -> Field:
    """An identifier of Wikidata."""
    return Field(read=_matching(re.compile(r"Q[1-9]\d*"), "write Wikidata's identifier: Q42"))


def choice(*known: str, required: bool = False) -> Field:
    """One of a few words."""

    def read(value: Any, where: Where, report: Report) -> str:
        if value in known:
            return str(value)
        mend = suggest(str(value), known, f"use one of {', '.join(known)}")
        report.problem(where, f"{_shown(value)} is not known here", mend)
        return ""

    return Field(read=read, required=required)


def time_zone() -> Field:
    """An IANA name of a time zone: ``Asia/Almaty``."""

    def read(value: Any, where: Where, report: Report) -> str:
        try:
            ZoneInfo(_text(value, where, report) or "UTC")
        except (ZoneInfoNotFoundError, ValueError, OSError):
            mend = "write its IANA name: Asia/Almaty"
            report.problem(where, f"{_shown(value)} is no time zone", mend)
        return str(value)

    return Field(read=read)


def number(low: float, high: float) -> Field:
    """A number between two others."""

    def read(value: Any, where: Where, report: Report) -> float:
        if type(value) in (int, float) and low <= value <= high:
            return float(value)
        report.problem(where, f"{_shown(value)} is no such number", f"write {low} to {high}")
        return 0.0

    return Field(read=read)


def edtf(*, required: bool = False, into: str = "") -> Field:
    """A date in EDTF; a bare year may stand without quotes."""

    def read(value: Any, where: Where, report: Report) -> Edtf | None:
        written = str(value) if isinstance(value, int) else value
        try:
            return Edtf.parse(written)
        except (TypeError, ValueError):
            mend = "write it like 2022-08-19, 2022-08 or 2022"
            report.problem(where, f"{_shown(value)} is not a date", mend)
            return None

    return Field(read=read, required=required, into=into)


def reference(kind: str, *, required: bool = False) -> Field:
    """The id of another entry, or a country's code; looked up when all is read."""

    def read(value: Any, where: Where, report: Report) -> str:
        found = _text(value, where, report)
        if found:
            report.refer(where, kind, found)
        return found

    return Field(read=read, required=required)


def many(item: Field, *, required: bool = False) -> Field:
    """A list of values of one kind."""

    def read(value: Any, where: Where, report: Report) -> tuple[Any, ...]:
        if not isinstance(value, list):
            report.problem(where, f"{_shown(value)} stands where a list is expected", _ITEM)
            return ()
        return tuple(item.read(part, (*where, at), report) for at, part in enumerate(value))

    return Field(read=read, required=required, inner=item.inner)


def entry(
    shape: Shape, build: Callable[[dict[str, Any], Where, Report], Any], *, into: str = ""
) -> Field:
    """Fields inside a field; ``build`` makes the model's object of them."""

    def read(value: Any, where: Where, report: Report) -> Any:
        found = read_fields(shape, value, where, report)
        return None if found is None else build(found, where, report)

    return Field(read=read, into=into, inner=shape)


def by_language(item: Field, *languages: str, required: bool = False, into: str = "") -> Field:
    """A mapping from language to value, in which ``languages`` must not be missing."""

    def read(value: Any, where: Where, report: Report) -> dict[str, Any]:
        if not isinstance(value, dict) or not value:
            mend = "write {ru: …, en: …}"
            report.problem(where, f"{_shown(value)} stands where languages are expected", mend)
            return {}
        for language in languages:
            if value.get(language) is None:
                report.problem((*where, language), "required field missing", "add it")
        for language in value:
            if not _LANGUAGE.fullmatch(language):
                report.problem((*where, language), "this is no language", "write ru, en, kk …")
        return {
            language: item.read(part, (*where, language), report)
            for language, part in value.items()
            if part is not None
        }

    return Field(read=read, required=required, into=into)


def names(*, required: bool = True) -> Field:
    """A name in Russian and English, and in any other language."""
    return by_language(text(), *LANGUAGES, required=required)


def note() -> Field:
    """A remark for readers, in one language or more."""
    return by_language(text(), into="notes")


def remark() -> Field:
    """A remark for readers that stands beside a fact, in each language of :data:`LANGUAGES`."""
    return by_language(text(), *LANGUAGES, into="notes")


def sourced(*, required: bool = True) -> Shape:
    """The two fields that say where a fact is stated: one page, or a list of pages."""
    url = Field(read=_matching(_URL, "write the page's address: https://…"))
    return {"source": url, "sources": many(url, required=required)}
