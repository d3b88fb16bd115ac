"""YAML in and out without its traps: ``load`` text to plain data, ``dump`` data to text.

Read as the YAML 1.2 core schema means it, and a little stricter: ``NO`` and ``18:35`` and
``2022-08-19`` and ``007`` stay text, a key that stands twice is an error, and there are no
tags, aliases or merge keys.  Written so that a YAML 1.1 reader (GitHub, Ruby, PyYAML) gets
the same data.  To read one more kind of plain value, add its pattern to ``_plain``.
"""

from __future__ import annotations

import json
import math
import re
from collections.abc import Iterator, Mapping
from typing import Any

import yaml
from yaml.events import (
    AliasEvent,
    DocumentStartEvent,
    MappingEndEvent,
    MappingStartEvent,
    ScalarEvent,
    SequenceEndEvent,
    SequenceStartEvent,
)

from generator.errors import ContentError, Problem

Where = tuple[str | int, ...]
"""A place in the data: keys and positions from the top, ``("elena-vark", "terms", 0)``."""

_LOADER: Any = getattr(yaml, "CSafeLoader", yaml.SafeLoader)
_WORDS: Mapping[str, bool | None] = {
    "": None,
    "~": None,
    "null": None,
    "Null": None,
    "NULL": None,
    "true": True,
    "True": True,
    "TRUE": True,
    "false": False,
    "False": False,
    "FALSE": False,
}
_INTEGER = re.compile(r"[-+]?(?:0|[1-9][0-9]{0,999})")
_DECIMAL = re.compile(r"[-+]?(?:[0-9]+\.[0-9]+|\.[0-9]+)(?:[eE][-+]?[0-9]+)?")

# What a YAML 1.1 reader takes for something else than text, beginning with a letter.
_RESERVED = frozenset(["y", "n", "yes", "no", "on", "off", "true", "false", "null"])
_PLAIN_START = re.compile(r"[^\W\d_]|[«„“(]")
_PLAIN_BREAK = re.compile(r": |:$| #| $")
_FLOW_BREAK = re.compile(r"[,\[\]{}:?]")
# Characters nobody sees: controls, line ends, joiners, directions, tags, surrogates.
_HIDDEN = re.compile(
    "[\x00-\x1f\x7f-\x9f\xad\u061c\u180e\u200b-\u200f\u2028-\u202e\u2060-\u206f"
    "\ufeff\ufff0-\ufffb\ufffe\uffff\ud800-\udfff\U000e0000-\U000e0fff]"
)
_DEEPEST = 100
"""Levels of nesting; more is a slip of brackets or an attack."""
_LONGEST_KEY = 1000
"""YAML reads a key of at most 1,024 characters on its line."""


def load(text: str, path: str, first_line: int = 1) -> Any:
    """Read one YAML document as dicts (keys are always text), lists, text, numbers, None.

    ``path`` and ``first_line`` (of ``text`` in that file) are for the error.

    Raises:
        ContentError: the text is not YAML, or has a key twice, a tag or an alias; every
            such key, tag and alias is named with its line.
    """
    return _read(text, path, first_line, None)


def lines(text: str, path: str, first_line: int = 1) -> dict[Where, int]:
    """The line of each key and item of a document; slower, to be asked for an error.

    Raises:
        ContentError: as in :func:`load`.
    """
    found: dict[Where, int] = {}
    _read(text, path, first_line, found)
    return found


def dump(data: Mapping[str, Any] | list[Any] | str | int | float | None, width: int = 0) -> str:
    """Write plain data as a YAML document in block style, keys in the order given.

    Every text stands on one line, with invisible characters as escapes.  A collection of
    scalars alone that fits into ``width`` characters stands on one line too.

    Raises:
        ValueError: a key is not text or too long, or a value is not plain data.
    """
    if isinstance(data, Mapping | list | tuple) and data:
        return "".join(f"{line}\n" for line in _block(data, width))
    return f"{_scalar(data)}\n"


def _read(text: str, path: str, first_line: int, marks: dict[Where, int] | None) -> Any:
    builder = _Builder(path, first_line, marks)
    # Typed as anything: the stubs know only the base class of the events.
    events: Iterator[Any] = yaml.parse(text, Loader=_LOADER)
    try:
        for event in events:
            builder.take(event)
            if len(builder.stack) > _DEEPEST:
                builder.problem(event, "this nests too deep", "check the brackets and indents")
                break
    except yaml.YAMLError as error:
        builder.problems.append(_syntax(error, text, path, first_line))
    except UnicodeEncodeError as error:
        line = text.count("\n", 0, error.start) + first_line
        what, mend = "half a character (a surrogate) stands here", "type the character again"
        builder.problems.append(Problem(path, what, mend, line))
    if builder.problems:
        raise ContentError(*builder.problems)
    return builder.root[0] if builder.root else None


class _Builder:
    """Puts the parser's events together to data, without recursion.

    Why not a PyYAML constructor: it resolves every scalar in Python by YAML 1.1 rules,
    keeps the last of two equal keys, and is several times slower.
    """

    def __init__(self, path: str, first_line: int, marks: dict[Where, int] | None) -> None:
        self.path, self.first_line, self.marks = path, first_line, marks
        self.root: list[Any] = []
        self.container: Any = self.root
        self.stack: list[Any] = []  # the collections around ``container``
        self.key: str | None = None  # waits for its value; None in a list
        self.where: list[str | int] = []  # of ``container``
        self.problems: list[Problem] = []
        self.documents = 0

    def problem(self, event: Any, what: str, mend: str) -> None:
        line = event.start_mark.line + self.first_line
        self.problems.append(Problem(self.path, what, mend, line))

    def take(self, event: Any) -> None:
        kind = type(event)
        if kind is ScalarEvent:
            if self.wants_key:
                self.take_key(event)
                return
            value = event.value
            if event.implicit[0]:
                value = _plain(value)
            elif event.tag not in (None, "!", "tag:yaml.org,2002:str"):
                self.problem(event, f"the tag {event.tag!r} is not read", "write a plain value")
            self.add(value, event)
        elif kind is MappingStartEvent or kind is SequenceStartEvent:
            if not event.implicit:
                self.problem(event, f"the tag {event.tag!r} is not read", "leave the tag out")
            if self.wants_key:
                self.problem(event, "a list or mapping stands as a key", "use text as the key")
                self.key = ""
            collection: Any = {} if kind is MappingStartEvent else []
            step = self.add(collection, event)
            self.stack.append(self.container)
            self.where.append(step)
            self.container = collection
        elif kind is MappingEndEvent or kind is SequenceEndEvent:
            self.container = self.stack.pop()
            self.where.pop()
        elif kind is AliasEvent:
            self.problem(event, f"the alias *{event.anchor} is not read", "write the value out")
            if self.wants_key:
                self.key = ""
            else:
                self.add(None, event)
        elif kind is DocumentStartEvent:
            self.documents += 1
            if self.documents == 2:
                self.problem(event, "a second document begins", "keep one document a file")

    @property
    def wants_key(self) -> bool:
        return self.key is None and type(self.container) is dict

    def take_key(self, event: Any) -> None:
        key = self.key = event.value
        if key in self.container:
            self.problem(event, f"the key {key!r} stands twice", "keep one of them")
        if self.marks is not None:
            self.marks[(*self.where[1:], key)] = event.start_mark.line + self.first_line

    def add(self, value: Any, event: Any) -> str | int:
        """Put a value under the waiting key or at the list's end; returns which."""
        if self.key is not None:
            key, self.key = self.key, None
            self.container[key] = value
            return key
        step = len(self.container)
        self.container.append(value)
        if self.marks is not None and self.where:
            self.marks[(*self.where[1:], step)] = event.start_mark.line + self.first_line
        return step


def _plain(value: str) -> Any:
    """The meaning of a scalar without quotes."""
    if value in _WORDS:
        return _WORDS[value]
    if value[0] in "-+.0123456789":
        if _INTEGER.fullmatch(value):
            return int(value)
        if _DECIMAL.fullmatch(value):
            return float(value)
    return value


def _syntax(error: yaml.YAMLError, text: str, path: str, first_line: int) -> Problem:
    mark = getattr(error, "problem_mark", None) or getattr(error, "context_mark", None)
    position = getattr(error, "position", None)
    line = None
    if mark is not None:
        line = mark.line + first_line
    elif isinstance(position, int):
        line = text.count("\n", 0, position) + first_line
    what = getattr(error, "problem", None) or getattr(error, "reason", None) or str(error)
    return Problem(
        path,
        f"this is not YAML: {what}",
        "look at the quotes, colons and indents here and in the line above",
        line,
    )


def _block(data: Any, width: int) -> Iterator[str]:
    """Lines of a collection that is not empty."""
    if isinstance(data, Mapping):
        for key, value in data.items():
            if not isinstance(key, str) or len(key) > _LONGEST_KEY:
                raise ValueError(f"{key!r} is no key: not text, or too long")
            if isinstance(value, Mapping | list | tuple) and value:
                if one_line := _flow(value, width):
                    yield f"{_text(key)}: {one_line}"
                    continue
                yield f"{_text(key)}:"
                for line in _block(value, width):
                    yield f"  {line}"
            else:
                yield f"{_text(key)}: {_scalar(value)}"
        return
    for value in data:
        if isinstance(value, Mapping | list | tuple) and value:
            if one_line := _flow(value, width):
                yield f"- {one_line}"
                continue
            lead = "- "
            for line in _block(value, width):
                yield lead + line
                lead = "  "
        else:
            yield f"- {_scalar(value)}"


def _flow(data: Any, width: int) -> str:
    """A collection of scalars on one line, or "" where it does not fit or is nested."""
    items = data.items() if isinstance(data, Mapping) else enumerate(data)
    parts: list[str] = []
    for key, value in items:
        if isinstance(value, Mapping | list | tuple):
            return ""
        written = _in_flow(value)
        parts.append(f"{_in_flow(key)}: {written}" if isinstance(data, Mapping) else written)
        if sum(map(len, parts)) + 2 * len(parts) > width:
            return ""
    line = ", ".join(parts)
    return f"{{{line}}}" if isinstance(data, Mapping) else f"[{line}]"


def _in_flow(value: Any) -> str:
    """A scalar in brackets, where commas and brackets end a bare text."""
    written = _scalar(value)
    if isinstance(value, str) and written == value and _FLOW_BREAK.search(value):
        return '"' + value.replace("\\", "\\\\").replace('"', '\\"') + '"'
    return written


def _scalar(value: Any) -> str:
    if isinstance(value, str):
        return _text(value)
    if value is None:
        return "null"
    if isinstance(value, bool):
        return "true" if value else "false"
    if isinstance(value, int):
        return str(value)
    if isinstance(value, float) and math.isfinite(value):
        digits = repr(value)
        return digits if "." in digits else digits.replace("e", ".0e")
    if isinstance(value, Mapping):
        return "{}"
    if isinstance(value, list | tuple):
        return "[]"
    raise ValueError(f"{value!r} is not plain data")


def _text(value: str) -> str:
    """Text as a scalar: bare where every reader takes it for text, else in quotes."""
    if _HIDDEN.search(value):
        value.encode()  # a lone surrogate cannot be written; the error is a ValueError
        return _HIDDEN.sub(_escape, json.dumps(value, ensure_ascii=False))
    if (
        _PLAIN_START.match(value)
        and not _PLAIN_BREAK.search(value)
        and value.lower() not in _RESERVED
    ):
        return value
    if '"' in value or "\\" in value:
        return "'" + value.replace("'", "''") + "'"
    return f'"{value}"'


def _escape(match: re.Match[str]) -> str:
    code = ord(match[0])
    return f"\\u{code:04X}" if code <= 0xFFFF else f"\\U{code:08X}"
