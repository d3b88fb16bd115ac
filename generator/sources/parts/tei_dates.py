"""Dates of TEI elements (``date[@when|@from|@to|@notBefore|@notAfter]``) → EDTF."""

from __future__ import annotations

import re
from dataclasses import dataclass

from lxml import etree

from generator.model import Edtf
from generator.sources.parts import xml

_VALUE = re.compile(r"(\d{4}(?:-\d{2}(?:-\d{2})?)?)(?:T(\d{2}):(\d{2}))?.*")
_CLOCK = re.compile(r"(\d{2}):(\d{2})")


@dataclass(frozen=True, slots=True)
class When:
    """A date as EDTF and a time "HH:MM", both None where nothing can be read."""

    date: str | None = None
    time: str | None = None


def when(*parents: etree._Element | None) -> When:
    """The first readable date below the first of ``parents`` that has one."""
    for parent in parents:
        for element in () if parent is None else parent.iter(f"{xml.TEI}date"):
            date = edtf(element)
            if date is not None:
                assert parent is not None
                return When(date, _time(element) or _time_beside(parent))
    return When()


def edtf(element: etree._Element) -> str | None:
    """One element's date; what lies between two bounds is an uncertain interval."""
    exact = _day(element.get("when"))
    first, last = _day(element.get("from")), _day(element.get("to"))
    earliest, latest = _day(element.get("notBefore")), _day(element.get("notAfter"))
    if exact and last and last > exact:
        text = f"{exact}/{last}"
    elif exact or (first and first == last):
        text = exact or first or ""
    elif first or last:
        text = f"{first or '..'}/{last or '..'}"
    elif earliest and earliest == latest:
        text = f"{earliest}?"
    elif earliest or latest:
        text = f"{f'{earliest}?' if earliest else '..'}/{f'{latest}?' if latest else '..'}"
    else:
        return None
    try:
        Edtf.parse(text)
    except ValueError:
        return None
    return text


def _day(value: str | None) -> str | None:
    match = _VALUE.fullmatch(value.strip()) if value else None
    return match[1] if match else None


def _time(element: etree._Element) -> str | None:
    for name in ("when", "from"):
        match = _VALUE.fullmatch((element.get(name) or "").strip())
        if match is not None and match[2] and match[2] < "24":
            return f"{match[2]}:{match[3]}"
    return None


def _time_beside(parent: etree._Element) -> str | None:
    for element in parent.iter(f"{xml.TEI}time"):
        for name in ("when", "from"):
            match = _CLOCK.match(element.get(name) or "")
            if match is not None:
                return f"{match[1]}:{match[2]}"
    return None
