"""What an editor should settle, each with an entry to paste into the registry."""

from __future__ import annotations

import json
from dataclasses import dataclass


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


def unknown_speaker(label: str, language: str, anchor: str, url: str | None) -> Notice:
    """Nobody answers to a label."""
    lines = [f"names: {{{language}: {_quoted(label)}}}", f"labels: [{_quoted(label)}]"]
    lines.append(f"sources: [{_quoted(url)}]" if url else "sources: []")
    return Notice(
        kind="unknown-speaker",
        what=f"nobody answers to {_quoted(label)}",
        suggestion=_entry(label, lines),
        anchor=anchor,
    )


def ambiguous(label: str, candidates: tuple[str, ...], anchor: str) -> Notice:
    """Several people answer to a label; none was linked."""
    return Notice(
        kind="ambiguous-name",
        what=f"{_quoted(label)} may be any of {', '.join(candidates)}; none was linked",
        suggestion="".join(
            f"{candidate}:\n  labels: [{_quoted(label)}]\n" for candidate in candidates
        ),
        anchor=anchor,
    )


def outside_term(label: str, person: str, day: str, anchor: str, *, linked: bool) -> Notice:
    """A person speaks on a day that no known term covers."""
    tail = "" if linked else ", so it may be a namesake and was not linked"
    return Notice(
        kind="outside-term",
        what=f"no known term of {person} covers {day}, when {_quoted(label)} speaks{tail}",
        suggestion=f"{person}:\n  labels: [{_quoted(label)}]\n" if not linked else "",
        anchor=anchor,
    )


def unknown_place(line: str, part: str, language: str, host: str | None) -> Notice:
    """The registry knows no place of this line."""
    lines = ["kind: city", f"names: {{{language}: {_quoted(part)}}}", f"labels: [{_quoted(line)}]"]
    if host:
        lines.insert(1, f"country: {host}")
    return Notice(
        kind="unknown-place",
        what=f"no place answers to {_quoted(line)}",
        suggestion=_entry(part, lines),
    )
