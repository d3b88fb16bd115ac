"""The columns of tables, and the map of columns that may stand beside a table."""

from __future__ import annotations

import errno
from collections.abc import Mapping
from dataclasses import dataclass, field
from pathlib import Path

from generator.errors import ContentError, Problem, SourceError
from generator.sources.reader import RawDocument
from generator.text import yaml_text
from generator.text.source_dates import Order

SUFFIX = ".columns.yml"
"""What is added to a table's name for the file that maps its columns."""
ORDER = "date_order"
"""The key in that file which says what stands first in dates between slashes."""

COLUMNS: Mapping[str, tuple[str, ...]] = {
    "url": ("url", "link", "href", "address", "source_url", "page", "ссылка", "адрес"),
    "id": ("id", "number", "doc_id", "document_id", "номер"),
    "title": ("title", "headline", "heading", "name", "заголовок", "название"),
    "date": ("date", "datetime", "published", "published_at", "pub_date", "day", "дата"),
    "time": ("time", "время"),
    "place": ("place", "location", "venue", "city", "место"),
    "lead": ("summary", "lead", "lede", "description", "subtitle", "abstract", "аннотация", "лид"),
    "language": ("language", "lang", "язык"),
    "body": (
        "body", "text", "content", "transcript", "full_text", "fulltext", "article", "raw_text",
        "html", "raw", "transcript_unfiltered", "transcript_filtered", "текст", "содержание",
    ),
}  # fmt: skip
"""Our names, and the names under which tables have them."""


@dataclass(frozen=True, kw_only=True, slots=True)
class Columns:
    """Our names to the table's own, case-folded, and what its dates begin with, if known."""

    names: Mapping[str, str] = field(default_factory=dict)
    order: Order | None = None


def beside(name: str) -> bytes | None:
    """The file that maps a table's columns, if there is one; ``name`` is the table's.

    Raises:
        OSError: it may not be read.
    """
    try:
        return Path(f"{name}{SUFFIX}").read_bytes()
    except (FileNotFoundError, NotADirectoryError):
        return None
    except OSError as error:
        if error.errno == errno.ENAMETOOLONG:  # an address
            return None
        raise


def chosen(raw: RawDocument) -> Columns:
    """What ``<table>.columns.yml`` says.

    Raises:
        SourceError: the file cannot be read.
        ContentError: it maps no columns.
    """
    path = f"{raw.name}{SUFFIX}"
    try:
        found = None if raw.member is not None else beside(raw.name)
        if found is None:
            return Columns()
        data = yaml_text.load(found.decode("utf-8-sig"), path)
    except (OSError, UnicodeDecodeError):
        mend = "save it as UTF-8 and check its rights"
        raise SourceError(Problem(path, "cannot be read", mend)) from None
    if not isinstance(data, dict) or not set(data) <= {*COLUMNS, ORDER}:
        raise ContentError(
            Problem(
                path,
                "is no mapping of columns",
                f"map some of {', '.join(COLUMNS)} to the names in the table",
            )
        )
    order = data.pop(ORDER, None)
    if order not in (None, "day-month", "month-day"):
        what = f"{ORDER} is {order!r}"
        raise ContentError(Problem(path, what, "write day-month or month-day"))
    names = {name: str(column).casefold() for name, column in data.items()}
    return Columns(names=names, order=order)
