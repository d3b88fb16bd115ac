"""Tables that scrapers write: CSV, TSV, JSON Lines and JSON, one document a row.

The columns' names are known in English and Russian
(:data:`~generator.sources.parts.columns.COLUMNS`).  Where a table
names them otherwise, a file ``<table>.columns.yml`` beside it maps ours to its own
(``{title: headline, body: full_text}``).  A row's body may be a page's HTML, a flattened
page or text with paragraphs; what a column says wins over what the body says.
"""

from __future__ import annotations

import csv
import hashlib
import io
import json
import re
from collections.abc import Iterable, Iterator, Mapping
from contextlib import suppress
from dataclasses import replace
from typing import Any

from generator.errors import Problem, SourceError
from generator.model import Transcript
from generator.sources.parts import columns, decode
from generator.sources.parts.columns import COLUMNS
from generator.sources.parts.problems import source_error, where
from generator.sources.parts.row import Row, transcript
from generator.sources.reader import RawDocument
from generator.text import source_dates
from generator.text.source_dates import Order

NAME = "table"
RECOGNISES = "CSV, TSV, JSON Lines or JSON with a column of texts (url, title, date, place, body)"

_SEPARATORS = ",;\t|"
_SIGNS = {",": "comma", ";": "semicolon", "\t": "tab", "|": "bar"}
_HEAD = 65536
# JSON may write a stroke before a slash.
_SLASHES = re.compile(r"\d\\?/\d{1,2}\\?/\d{4}")
# What JSON can spell though no page can hold it.
_BROKEN = re.compile("[\\x00\\ud800-\\udfff]")


def sniff(raw: RawDocument) -> int:
    """Sure where a first row names a column of texts."""
    head = raw.data[:_HEAD].lstrip(b"\xef\xbb\xbf \r\n\t")
    if head[:1] in (b"{", b"["):
        return 85 if _json_names(head) else 0
    if head[:1] == b"<":
        return 0
    line = decode.glimpse(re.split(rb"[\r\n]", head, maxsplit=1)[0])
    names = _split(line)
    wanted = (*COLUMNS["body"], *columns.chosen(raw).names.values())
    body = any(name in wanted for name in names)
    return 88 if len(names) > 1 and body and len(line) < 2000 else 0


def _split(line: str) -> list[str]:
    separator = max(_SEPARATORS, key=line.count)
    try:
        names = next(csv.reader([line.strip()], delimiter=separator), [])
    except csv.Error:
        return []
    return [name.strip().casefold() for name in names]


def _json_names(head: bytes) -> bool:
    names = re.findall(rb'"([^"\\]{1,60})"\s*:', head[:20000])
    return any(name.decode("utf-8", "replace").casefold() in COLUMNS["body"] for name in names)


def parse(raw: RawDocument) -> Iterable[Transcript]:
    """Read every row; rows that cannot be read are told together at the end.

    Raises:
        SourceError: empty, binary, no column of texts, or some rows cannot be read.
    """
    decoded = decode.decode(raw)
    digest = hashlib.sha256(raw.data).hexdigest()
    chosen = columns.chosen(raw)
    order = chosen.order or _order(raw, decoded.text, chosen.names)
    problems: list[Problem] = []
    read = 0
    for row in _rows(raw, decoded.text, chosen.names, problems):
        read += 1
        try:
            found = transcript(row, order)
        except SourceError as error:
            problems += error.problems
            continue
        yield replace(
            found,
            normalisations=(*decoded.normalisations, *found.normalisations),
            source=replace(found.source, sha256=digest),
        )
    if not read and not problems:
        raise source_error(raw, "the table has no rows", "give a table with a row a document")
    if problems:
        raise SourceError(*problems)


def _order(raw: RawDocument, text: str, mapping: Mapping[str, str]) -> Order | None:
    """What stands first in the dates between slashes, where some can be read one way only."""
    if not _SLASHES.search(text):
        return None
    shown: set[Order] = set()
    with suppress(SourceError):  # it is told when the rows are read
        for row in _rows(raw, text, mapping, []):
            order = source_dates.order_of(row.values["date"])
            if order is not None:
                shown.add(order)
    return shown.pop() if len(shown) == 1 else None


def _rows(
    raw: RawDocument, text: str, mapping: Mapping[str, str], problems: list[Problem]
) -> Iterator[Row]:
    start = text.lstrip()[:1]
    if start == "[":
        yield from _array(raw, text, mapping, problems)
    elif start == "{":
        yield from _json_lines(raw, text, mapping, problems)
    else:
        yield from _csv(raw, text, mapping, problems)


def _array(
    raw: RawDocument, text: str, mapping: Mapping[str, str], problems: list[Problem]
) -> Iterator[Row]:
    try:
        items = json.loads(text, object_pairs_hook=_object)
    except (ValueError, RecursionError) as error:
        line = error.lineno if isinstance(error, json.JSONDecodeError) else None
        what = str(error) if isinstance(error, _TwiceError) else "the JSON cannot be read"
        raise source_error(raw, what, "mend it", line) from None
    for number, item in enumerate(items, 1):
        yield from _row(raw, item, mapping, problems, number, None)


def _json_lines(
    raw: RawDocument, text: str, mapping: Mapping[str, str], problems: list[Problem]
) -> Iterator[Row]:
    lines = text.split("\n")
    first = text.lstrip().split("\n", 1)
    if len(first) > 1 and not first[0].rstrip().endswith("}"):
        # One object, printed over many lines.
        yield from _array(raw, f"[{text}]", mapping, problems)
        return
    for number, line in enumerate(lines, 1):
        if not line.strip():
            continue
        try:
            item = json.loads(line, object_pairs_hook=_object)
        except (ValueError, RecursionError) as error:
            what = str(error) if isinstance(error, _TwiceError) else "the line is no JSON"
            problems.append(Problem(where(raw), what, "mend it", number))
            continue
        yield from _row(raw, item, mapping, problems, number, number)


class _TwiceError(ValueError):
    """An object names two values alike: only one of them would be read."""


def _object(pairs: list[tuple[str, Any]]) -> dict[str, Any]:
    found: dict[str, Any] = {}
    for name, value in pairs:
        if found.setdefault(name, value) is not value:
            raise _TwiceError(f"{name!r} stands twice in one object")
    return found


def _csv(
    raw: RawDocument, text: str, mapping: Mapping[str, str], problems: list[Problem]
) -> Iterator[Row]:
    csv.field_size_limit(1 << 28)
    stripped = text.lstrip("\n")
    before = len(text) - len(stripped)
    first = stripped.split("\n", 1)[0]
    separator = max(_SEPARATORS, key=first.count)
    # Strict: a quote that is never closed would take in the rows behind it.
    reader = csv.reader(io.StringIO(stripped, newline=""), delimiter=separator, strict=True)
    names: list[str] | None = None
    number = 0
    while True:
        line = before + reader.line_num + 1
        try:
            cells = next(reader, None)
        except csv.Error as error:
            # Nobody can tell where the next row begins.
            raise SourceError(*problems, _misquoted(raw, error, line)) from None
        if cells is None:
            return
        if names is None:
            names = _header(raw, cells, mapping, line)
        elif cells:
            number += 1
            if any(cell.strip() for cell in cells[len(names) :]):
                problems.append(_surplus(raw, number, len(cells), names, separator, line))
                continue
            item = dict(zip(names, cells, strict=False))
            yield from _row(raw, item, mapping, problems, number, line)


def _header(raw: RawDocument, cells: list[str], mapping: Mapping[str, str], line: int) -> list[str]:
    """The columns' names; one that we read must not stand twice, for one would be lost."""
    names = [cell.strip().casefold() for cell in cells]
    ours = {name for chosen in (*COLUMNS.values(), mapping.values()) for name in chosen}
    twice = next((name for name in names if name in ours and names.count(name) > 1), None)
    if twice is not None:
        what = f"the column {twice!r} stands twice"
        raise source_error(raw, what, "give each column a name of its own", line)
    return names


def _surplus(
    raw: RawDocument, number: int, found: int, names: list[str], separator: str, line: int
) -> Problem:
    sign = _SIGNS[separator]
    what = f"row {number} has {found} cells for {len(names)} columns"
    return Problem(where(raw), what, f"put text with a {sign} in it between quotes", line)


def _misquoted(raw: RawDocument, error: csv.Error, line: int) -> Problem:
    open_end = "unexpected end" in str(error)
    what = "is never closed" if open_end else "does not end its cell"
    return Problem(
        where(raw),
        f"a quote in the row that begins here {what}; this row and those behind it are not read",
        'write a quote inside a cell twice ("")',
        line,
    )


def _row(
    raw: RawDocument,
    item: Any,
    mapping: Mapping[str, str],
    problems: list[Problem],
    number: int,
    line: int | None,
) -> Iterator[Row]:
    """The row as ours, if it is an object with a body."""
    if not isinstance(item, dict):
        problems.append(Problem(where(raw), f"row {number} is no object", "give one a row", line))
        return
    given = {str(key).strip().casefold(): _text(value) for key, value in item.items() if value}
    values = {}
    for name, known in COLUMNS.items():
        chosen = (mapping[name],) if name in mapping else known
        values[name] = next((given[column] for column in chosen if given.get(column)), "")
    if not values["body"].strip():
        problems.append(Problem(where(raw), f"row {number} has no text", "leave it out", line))
        return
    broken = next(
        ((name, sign[0]) for name in values if (sign := _BROKEN.search(values[name]))), None
    )
    if broken is not None:
        what = "half a character" if broken[1] >= "\ud800" else "a NUL character"
        what = f"row {number}: the {broken[0]} holds {what}"
        problems.append(Problem(where(raw), what, "take it out or mend it", line))
        return
    yield Row(raw=raw, number=number, line=line, values=values)


def _text(value: Any) -> str:
    if isinstance(value, list):
        return "\n\n".join(map(_text, value))
    if isinstance(value, dict):
        return "\n\n".join(f"{key}: {_text(item)}" for key, item in value.items())
    return str(value)
