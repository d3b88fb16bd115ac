"""How to cite a document: in the Russian manner, in Chicago's, for BibTeX and for CSL.

``gost`` follows GOST R 7.0.5-2008 for an electronic source, ``chicago`` the bibliography
entry of the Chicago Manual of Style for a web page.  The day of access is the day on which
this chronicle first read the source.
"""

from __future__ import annotations

import re
from datetime import date
from functools import lru_cache

from generator.model import Edtf, Event
from generator.model.publishers import PUBLISHERS

BIBTEX = "documents.bib"
_LANGUAGES = {"ru": "russian", "en": "english"}
_BIBTEX = {"\\": r"\textbackslash{}", "~": r"\textasciitilde{}", "^": r"\textasciicircum{}"}
_SPECIAL = re.compile(r"[\\~^&%$#_{}]")
_ENDED = (".", "!", "?", "…")
_MONTHS = (
    *("January", "February", "March", "April", "May", "June", "July"),
    *("August", "September", "October", "November", "December"),
)


def publisher(event: Event, language: str) -> str:
    """The publisher's name in a language; the short name of one that is not known."""
    known = PUBLISHERS.get(event.source.publisher)
    if known is None:
        return event.source.publisher
    return known.names.get(language) or next(iter(known.names.values()))


def gost(event: Event) -> str:
    """The reference by GOST R 7.0.5-2008, in Russian around the document's own title."""
    url, seen = event.source.url, _seen(event)
    electronic = " [Электронный ресурс]" if url else ""
    parts = [f"{event.title}{electronic} // {publisher(event, 'ru')}."]
    if event.date:
        parts.append(f"{_in_numbers(event.date)}.")
    if url:
        access = f" (дата обращения: {seen:%d.%m.%Y})" if seen else ""
        parts.append(f"URL: {url}{access}.")
    return " ".join(parts)


def chicago(event: Event) -> str:
    """The bibliography entry by the Chicago Manual of Style, in English."""
    end = "" if event.title.endswith(_ENDED) else "."
    parts = [f"{publisher(event, 'en')}.", f"“{event.title}{end}”"]
    seen = _seen(event)
    if event.date:
        parts.append(f"{_in_words(event.date)}.")
    elif seen:
        parts.append(f"Accessed {_in_words(Edtf.of(seen))}.")
    if event.source.url:
        parts.append(f"{event.source.url}.")
    return " ".join(parts)


def bibtex(event: Event, page: str) -> str:
    """The entry for BibLaTeX and BibTeX; ``page`` is the document's address in this chronicle."""
    seen = _seen(event)
    known = page if page.startswith("http") else ""
    fields = {
        "title": f"{{{_tex(event.title)}}}",
        "author": f"{{{_tex(publisher(event, event.language))}}}",
        "date": event.date.text.rstrip("?~%") if event.date else "",
        "year": str(event.date.year) if event.date else "",
        "url": event.source.url or page,
        "urldate": seen.isoformat() if seen else "",
        "langid": _LANGUAGES.get(event.language, ""),
        "note": _tex(", ".join(filter(None, (event.source.licence, known)))),
    }
    lines = [f"{name}={{{value}}}," for name, value in fields.items() if value]
    return "\n".join([f"@online{{{event.key},", *lines, "}", ""])


def csl(event: Event, page: str) -> dict[str, object]:
    """The document as an item of CSL-JSON, which reference managers read."""
    seen = _seen(event)
    item: dict[str, object] = {
        "id": event.key,
        "type": "webpage",
        "title": event.title,
        "author": [{"literal": publisher(event, event.language)}],
        "language": event.language,
        "URL": event.source.url or page,
    }
    if event.date:
        item["issued"] = {"date-parts": _parts(event.date)}
    if seen:
        item["accessed"] = {"date-parts": [[seen.year, seen.month, seen.day]]}
    return item


def _seen(event: Event) -> date | None:
    return _day(event.source.first_seen)


@lru_cache(maxsize=1024)
def _day(text: str) -> date | None:
    try:
        return date.fromisoformat(text[:10])
    except ValueError:
        return None


def _parts(when: Edtf) -> list[list[int]]:
    if when.precision == "interval":
        ends = [day for day in (when.lower, when.upper) if day not in (date.min, date.max)]
        return [[day.year, day.month, day.day] for day in ends]
    day = when.lower
    return [[day.year, day.month, day.day][: {"year": 1, "month": 2, "day": 3}[when.precision]]]


def _in_numbers(when: Edtf) -> str:
    """As in "19.08.2022", "08.2022", "2022", "02.10.1955–14.10.1955"."""
    return "–".join(
        ".".join(f"{number:02}" for number in reversed(parts)) for parts in _parts(when)
    )


def _in_words(when: Edtf) -> str:
    """As in "August 19, 2022", "August 2022", "2022"."""

    def said(year: int, month: int = 0, day: int = 0) -> str:
        if not month:
            return str(year)
        name = _MONTHS[month - 1]
        return f"{name} {day}, {year}" if day else f"{name} {year}"

    return "–".join(said(*parts) for parts in _parts(when))


def _tex(words: str) -> str:
    return _SPECIAL.sub(lambda sign: _BIBTEX.get(sign[0], f"\\{sign[0]}"), words)
