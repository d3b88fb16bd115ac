"""What an editor should settle, each with an entry to paste into the registry.

A suggestion is valid YAML for its file; what cannot be known stands there with a remark
("check") that tells the editor so.
"""

from __future__ import annotations

import json
import re
from dataclasses import dataclass

# The name in a label: its last words with a capital, initials before them included.
_NAME = re.compile(r"(?:[^\W\d_a-zа-яё][\w'’.-]*[  ]?){1,3}$")
_UNKNOWN = "XX"


@dataclass(frozen=True, kw_only=True, slots=True)
class Notice:
    """Something that an editor should settle.

    ``kind`` is unknown-speaker, unknown-place, ambiguous-name, outside-term …; ``what``
    is one plain sentence; ``suggestion`` a registry entry to paste, as YAML, or "".
    """

    kind: str
    what: str
    suggestion: str = ""
    anchor: str = ""


def _entry(name: str, lines: list[str]) -> str:
    # Imported here because most documents need no suggestion.
    from slugify import slugify

    return f"{slugify(name) or 'new-entry'}:\n" + "".join(f"  {line}\n" for line in lines)


def _quoted(text: str) -> str:
    """A label as the registry keeps it, with plain spaces, quoted for YAML and for reading."""
    # A JSON string is a YAML double-quoted scalar, whatever is in it.
    return json.dumps(" ".join(text.split()), ensure_ascii=False)


def _names(name: str, language: str) -> str:
    other = "en" if language == "ru" else "ru"
    both = f"names: {{{language}: {_quoted(name)}, {other}: {_quoted(name)}}}"
    return f"{both}  # write the {'English' if other == 'en' else 'Russian'} name"


def _country(code: str | None, *, sure: bool) -> str:
    return f"country: {code or _UNKNOWN}{'' if code and sure else '  # check'}"


def _sources(url: str | None) -> str:
    return f"sources: [{_quoted(url)}]" if url else "sources: []  # add the page that says so"


def unknown_speaker(
    label: str,
    language: str,
    anchor: str,
    *,
    url: str | None,
    country: str | None = None,
    home: str | None = None,
) -> Notice:
    """Nobody answers to a label; ``country`` is what its post says, ``home`` the publisher's."""
    plain = " ".join(label.split())
    found = _NAME.search(plain)
    name = found[0] if found else plain
    lines = [
        _names(name, language),
        _country(country or home, sure=country is not None),
        f"labels: [{_quoted(label)}]",
        _sources(url),
    ]
    return Notice(
        kind="unknown-speaker",
        what=f"nobody answers to {_quoted(label)}",
        suggestion=_entry(name, lines),
        anchor=anchor,
    )


def ambiguous(label: str, candidates: tuple[str, ...], anchor: str) -> Notice:
    """Several people answer to a label; none was linked."""
    return Notice(
        kind="ambiguous-name",
        what=f"{_quoted(label)} may be any of {', '.join(candidates)}; none was linked",
        suggestion="".join(
            f"{candidate}:  # if it is this one, add the label to the entry\n"
            f"  labels: [{_quoted(label)}]\n"
            for candidate in candidates
        ),
        anchor=anchor,
    )


def outside_term(label: str, person: str, day: str, anchor: str, *, linked: bool) -> Notice:
    """A person speaks on a day that no known term covers."""
    tail = "" if linked else ", so it may be a namesake and was not linked"
    return Notice(
        kind="outside-term",
        what=f"no known term of {person} covers {day}, when {_quoted(label)} speaks{tail}",
        suggestion=f"{person}:  # if it is this one, add the label to the entry\n"
        f"  labels: [{_quoted(label)}]\n"
        if not linked
        else "",
        anchor=anchor,
    )


def unknown_place(
    line: str, part: str, language: str, *, host: str | None, url: str | None
) -> Notice:
    """The registry knows no place of this line; ``host`` is the country if that is known."""
    lines = [
        "kind: city",
        _names(part, language),
        _country(host, sure=True),
        f"labels: [{_quoted(line)}]",
        _sources(url),
    ]
    return Notice(
        kind="unknown-place",
        what=f"no place answers to {_quoted(line)}",
        suggestion=_entry(part, lines),
    )
