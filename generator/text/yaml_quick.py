"""The YAML that ``yaml_text.dump`` writes, read line by line, in about half the time.

An archive's front matter is read at every build, and nearly all of it is as it was written.
Whatever is not certain to mean here what it means in YAML (an anchor, a comment, a folded
line, a doubtful quote) makes the whole text be left to ``yaml_text``.
"""

from __future__ import annotations

import re
from functools import lru_cache
from typing import Any, TypeAlias

__all__ = ["NOT_CERTAIN", "read"]

NOT_CERTAIN = object()
"""What :func:`read` gives where only a YAML parser can tell."""

_WORDS: dict[str, Any] = {
    **dict.fromkeys(("null", "Null", "NULL")),
    **dict.fromkeys(("true", "True", "TRUE"), True),
    **dict.fromkeys(("false", "False", "FALSE"), False),
}
_STRANGE = re.compile(
    "[^\n\x20-\x7e\xa0-\u200a\u2010-\u2027\u2030-\u205f\u2070-\ud7ff]|\xad|\u061c"
)
_KEY = r"[A-Za-z][A-Za-z0-9_.-]*"
_PLAIN = r"[^\W\d_][^:#,\[\]{}\n]*"
_LINE = re.compile(rf"( *)(- )?(?:({_KEY}):(?: (.+))?|(.+))")
_QUOTED = r"\"[^\"\\\n]*\"|'(?:[^'\n]|'')*'"
_BARE = re.compile(r"[^\W_](?:[^:#\n]|:(?=\S)|(?<=\S)#)*")
_NUMBER = re.compile(r"0|[1-9][0-9]{0,15}")
_ITEM = re.compile(rf"({_QUOTED}|{_PLAIN})(?:, |$)")
_keys: set[str] = set()
"""Keys that have stood at the beginning of a line, of which an archive has few."""
_Line: TypeAlias = tuple[int, str | None, str | None, str | None, str | None]
"""Indent, hyphen, key, value, what stands without a key."""
_PAIR = re.compile(rf"({_KEY}): ({_QUOTED}|{_PLAIN}|(?:0|[1-9][0-9]{{0,15}}))(?:, |$)")


class _Doubt(Exception):  # noqa: N818  # a turn in the way, not an error
    """Left to YAML."""


def read(text: str) -> Any:
    """The data of a mapping as ``yaml_text.load`` reads it, or :data:`NOT_CERTAIN`."""
    # Printable signs are never strange but for rare ones: most texts need no closer look.
    if not text.replace("\n", "").isprintable() and _STRANGE.search(text):
        return NOT_CERTAIN
    try:
        lines = _lines(text)
    except _Doubt:
        return NOT_CERTAIN
    if text[:1] in ("", "\n", " ") or "\n\n" in text:
        return NOT_CERTAIN
    try:
        value, end = _block(lines, 0, 0)
    except _Doubt:
        return NOT_CERTAIN
    return value if end == len(lines) and isinstance(value, dict) else NOT_CERTAIN


def _lines(text: str) -> list[_Line]:
    """Every line that is not empty, taken apart."""
    found: list[_Line] = []
    keys = _keys
    for line in text.split("\n"):
        key, colon, value = line.partition(": ")
        if colon and value and key in keys:  # a line of its own, whose key is known for one
            found.append((0, None, key, value, None))
        elif line:
            found.append(_line(line))
    return found


@lru_cache(maxsize=8192)
def _line(line: str) -> _Line:
    """One line; many are the same."""
    match = _LINE.fullmatch(line)
    if match is None:
        raise _Doubt
    indent, hyphen, key, value, rest = match.groups()
    if key and not indent and not hyphen:
        _keys.add(key)
    return len(indent), hyphen, key, value, rest


def _block(lines: list[Any], at: int, indent: int) -> tuple[Any, int]:
    """The collection that begins at a line, and the line after it."""
    if lines[at][1]:
        return _list(lines, at, indent)
    found: dict[str, Any] = {}
    while at < len(lines):
        depth, dash, key, value, rest = lines[at]
        if depth < indent:
            break
        if depth > indent or dash or rest is not None or key in found:
            raise _Doubt
        at += 1
        found[key], at = _value(lines, at, indent, value)
    return found, at


def _list(lines: list[Any], at: int, indent: int) -> tuple[list[Any], int]:
    found: list[Any] = []
    while at < len(lines):
        depth, dash, key, value, rest = lines[at]
        if depth < indent:
            break
        if depth > indent or not dash:
            raise _Doubt
        if key is None:
            found.append(_scalar(rest))
            at += 1
            continue
        # A mapping whose first key stands behind the hyphen.
        lines[at] = (indent + 2, None, key, value, rest)
        item, at = _block(lines, at, indent + 2)
        found.append(item)
    return found, at


def _value(lines: list[Any], at: int, indent: int, value: str | None) -> tuple[Any, int]:
    if value is not None:
        return _scalar(value), at
    if at < len(lines) and lines[at][0] == indent + 2:
        return _block(lines, at, indent + 2)
    raise _Doubt


def _scalar(value: str) -> Any:
    first = value[0]
    if first == "[" and value[-1] == "]":
        return list(_items(value[1:-1]))
    if first == "{" and value[-1] == "}":
        return dict(_pairs(value[1:-1]))
    return _word(value)


@lru_cache(maxsize=16384)
def _word(value: str) -> Any:
    first = value[0]
    if first == '"':
        if value.find('"', 1) != len(value) - 1 or "\\" in value or len(value) < 2:
            raise _Doubt
        return value[1:-1]
    if first == "'":
        inner = value[1:-1]
        if len(value) < 2 or value[-1] != "'" or "'" in inner.replace("''", ""):
            raise _Doubt
        return inner.replace("''", "'")
    if first.isalpha():
        if value[-1] in " :" or not _BARE.fullmatch(value):
            raise _Doubt
        return _WORDS.get(value, value)
    if _NUMBER.fullmatch(value):
        return int(value)
    raise _Doubt


@lru_cache(maxsize=8192)
def _items(inner: str) -> list[Any]:
    found = []
    end = 0
    while end < len(inner):
        match = _ITEM.match(inner, end)
        if match is None:
            raise _Doubt
        found.append(_word(match[1]))
        end = match.end()
    if inner.endswith(", "):
        raise _Doubt
    return found


@lru_cache(maxsize=8192)
def _pairs(inner: str) -> dict[str, Any]:
    found: dict[str, Any] = {}
    end = 0
    while end < len(inner):
        match = _PAIR.match(inner, end)
        if match is None or match[1] in found:
            raise _Doubt
        found[match[1]] = _word(match[2])
        end = match.end()
    if inner.endswith(", "):
        raise _Doubt
    return found
