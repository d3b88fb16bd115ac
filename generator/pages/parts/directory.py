"""The people or the places of an archive by country: on one page, or on one a country.

An index that would list more than a page should carry shows the first of each country,
and leads to a page of all of them; a page of very many is divided by name.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from itertools import count, takewhile
from typing import NamedTuple, TypeAlias

from generator.pages.dress import View
from generator.pages.hub import at, hub
from generator.pages.page import Page
from generator.pages.shelf import LIMIT, MOST

Row: TypeAlias = tuple[str, str, int]
"""An entry's id, its name, its documents."""


class Group(NamedTuple):
    """Entries under a heading; ``more`` is the address of a page with all ``total`` of them."""

    name: str
    rows: Sequence[Row]
    more: str = ""
    total: int = 0


def letters(rows: Iterable[Row], key: Callable[[Row], str] = lambda row: row[1]) -> list[Group]:
    """Rows in order of name (what ``key`` gives), by first letter."""
    groups: dict[str, list[Row]] = {}
    for row in sorted(rows, key=lambda row: key(row).casefold()):
        groups.setdefault(key(row)[:1].upper(), []).append(row)
    return [Group(letter, members) for letter, members in groups.items()]


def directory(
    view: View,
    *,
    kind: str,
    subject: str,
    title: str,
    rows: Mapping[str, Sequence[Row]],
    key: Callable[[Row], str] = lambda row: row[1],
) -> tuple[list[Group], list[Page]]:
    """The groups that the page of a kind ("people") shows, and pages of countries if need be.

    ``subject`` is the kind of a row's own page ("person"); ``rows`` are by country ("" for
    none), those to be seen first in front; ``key`` gives the name by which a row is found
    in a long list.  The home country stands first.
    """
    home = view.site.home_country

    def name(code: str) -> str:
        return view.name("country", code) if code else view.t(f"{kind}.no_country")

    codes = sorted(rows, key=lambda code: (not code or code != home, name(code)))
    most = _most([len(members) for members in rows.values()])
    groups: list[Group] = []
    pages: list[Page] = []
    for code in codes:
        members = rows[code]
        if len(members) <= most:
            groups.append(Group(name(code), members))
            continue
        id = f"{code.lower() or 'other'}/{kind}"
        groups.append(Group(name(code), members[:most], view.url("country", id), len(members)))
        heading = view.t("shelf.year_title", title=title, year=name(code))
        pages += _whole(view, kind, subject, title, id, heading, members, key)
    return groups, pages


def _most(lengths: Sequence[int]) -> int:
    """How many rows of each group a page can show, that it shows no more than it should."""
    if sum(lengths) <= MOST:
        return max(lengths, default=0)
    fitting = takewhile(lambda n: sum(min(n, length) for length in lengths) <= MOST, count(1))
    return max(fitting, default=1)


def _whole(
    view: View,
    kind: str,
    subject: str,
    up_title: str,
    id: str,
    heading: str,
    rows: Sequence[Row],
    key: Callable[[Row], str],
) -> Iterator[Page]:
    """All entries of one country by name, on as many pages as they need."""
    ordered = sorted(rows, key=lambda row: key(row).casefold())
    parts = [ordered[begin : begin + LIMIT] for begin in range(0, len(ordered), LIMIT)]
    ids = [id if number == 1 else f"{id}-{number}" for number in range(1, len(parts) + 1)]
    labels = [f"{key(part[0])[:3].strip()} – {key(part[-1])[:3].strip()}" for part in parts]
    for own_id, part, label in zip(ids, parts, labels, strict=True):
        own = at(view.site, "country", own_id)
        yield hub(
            own,
            kind="country",
            id=own_id,
            title=heading if len(parts) == 1 else f"{heading}, {label}",
            template="index_part",
            description=f"{heading}: {own.t(f'index.{kind}', count=len(part))}",
            subject=subject,
            up=own.url(kind),
            up_title=up_title,
            said=own.t(f"index.{kind}", count=len(part)),
            groups=letters(part, key),
            parts=[
                (other, len(rows), own.url("country", other_id), other_id == own_id)
                for other, rows, other_id in zip(labels, parts, ids, strict=True)
            ],
        )
