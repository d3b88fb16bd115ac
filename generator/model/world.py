"""The registry's entries: countries, people, places, organisations, relationships.

Every entry names its ``sources`` (addresses of pages); ``confidence`` is "high" or
"medium", and medium is shown as such.  ``names`` map a language code to a name.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field

from generator.model.edtf import Edtf


@dataclass(frozen=True, kw_only=True, slots=True)
class Country:
    """A state, by its ISO 3166-1 alpha-2 code ("KZ"); names come from CLDR."""

    code: str
    names: Mapping[str, str]
    aliases: Mapping[str, tuple[str, ...]] = field(default_factory=dict)
    capital: str | None = None
    sources: tuple[str, ...] = ()


@dataclass(frozen=True, kw_only=True, slots=True)
class Term:
    """A time in office.

    ``role`` is head_of_state, head_of_government, foreign_minister or another short
    name; ``office`` maps a language to the post's title; ``start`` and ``end`` are EDTF or
    None where unknown; ``as_of`` is the day on which an open term was last seen to run;
    ``seen`` a day in office of a term of which no source gives the start.  ``sources``
    are all its pages, ``source`` the first.
    """

    role: str
    office: Mapping[str, str]
    country: str | None = None
    organisation: str | None = None
    start: Edtf | None = None
    end: Edtf | None = None
    as_of: Edtf | None = None
    seen: Edtf | None = None
    note: str = ""
    confidence: str = "high"
    source: str
    sources: tuple[str, ...] = ()

    def covers(self, day: Edtf) -> bool:
        """Whether the person may have held the post on ``day``.

        A term without an end runs on; without a start it is known only from the day
        ``seen`` (or its end), and without both for that day alone.
        """
        start = self.start or self.seen or self.end
        if start is None or start.lower > day.upper:
            return False
        end = self.end or (self.seen if self.start is None else None)
        return end is None or end.upper >= day.lower


@dataclass(frozen=True, kw_only=True, slots=True)
class Person:
    """Somebody who speaks or is spoken of.

    ``given``, ``surname`` and ``patronymic`` are Russian nominatives, used to decline;
    ``labels`` are speaker labels as printed in any language; ``qid`` is Wikidata's.
    """

    id: str
    names: Mapping[str, str]
    given: str = ""
    surname: str = ""
    patronymic: str = ""
    gender: str | None = None
    country: str | None = None
    labels: tuple[str, ...] = ()
    terms: tuple[Term, ...] = ()
    qid: str | None = None
    confidence: str = "high"
    sources: tuple[str, ...] = ()


@dataclass(frozen=True, kw_only=True, slots=True)
class DatedName:
    """A name that a place bore between two dates (EDTF; None: open or unknown).

    ``sources`` are all its pages, ``source`` the first.
    """

    names: Mapping[str, str]
    start: Edtf | None = None
    end: Edtf | None = None
    source: str
    sources: tuple[str, ...] = ()


@dataclass(frozen=True, kw_only=True, slots=True)
class Place:
    """A city or a venue in one; ``labels`` are place lines as printed.

    ``time_zone`` is an IANA name ("Asia/Almaty"), None where nobody asked for it.
    """

    id: str
    kind: str
    names: Mapping[str, str]
    country: str | None = None
    parent: str | None = None
    dated_names: tuple[DatedName, ...] = ()
    labels: tuple[str, ...] = ()
    latitude: float | None = None
    longitude: float | None = None
    time_zone: str | None = None
    confidence: str = "high"
    sources: tuple[str, ...] = ()


@dataclass(frozen=True, kw_only=True, slots=True)
class Membership:
    """A country's time in an organisation; ``status`` is member, founder, observer …

    ``notes`` map a language to a remark for readers; ``note`` is the English one, or any;
    ``sources`` are all its pages, ``source`` the first.
    """

    country: str
    start: Edtf | None = None
    end: Edtf | None = None
    status: str = "member"
    note: str = ""
    notes: Mapping[str, str] = field(default_factory=dict)
    confidence: str = "high"
    source: str
    sources: tuple[str, ...] = ()


@dataclass(frozen=True, kw_only=True, slots=True)
class Organisation:
    """A multilateral format: CIS, EAEU, BRICS …; ``short`` maps language to abbreviation.

    ``notes`` map a language to a remark for readers; ``note`` is the English one, or any.
    """

    id: str
    names: Mapping[str, str]
    short: Mapping[str, str] = field(default_factory=dict)
    aliases: Mapping[str, tuple[str, ...]] = field(default_factory=dict)
    founded: Edtf | None = None
    members: tuple[Membership, ...] = ()
    note: str = ""
    notes: Mapping[str, str] = field(default_factory=dict)
    confidence: str = "high"
    sources: tuple[str, ...] = ()

    def members_on(self, day: Edtf) -> tuple[str, ...]:
        """Codes of the countries that are members on ``day``, alphabetically.

        Any other status (a founder that never ratified, an observer) is no membership.
        """
        return tuple(
            sorted(
                {
                    m.country
                    for m in self.members
                    if m.status == "member"
                    and (m.start is None or m.start.lower <= day.upper)
                    and (m.end is None or m.end.upper >= day.lower)
                }
            )
        )


@dataclass(frozen=True, kw_only=True, slots=True)
class Level:
    """What two states call their relations, since when, by which instrument.

    ``sources`` are all its pages, ``source`` the first.
    """

    names: Mapping[str, str]
    since: Edtf | None = None
    instrument: Mapping[str, str] = field(default_factory=dict)
    confidence: str = "high"
    source: str
    sources: tuple[str, ...] = ()


@dataclass(frozen=True, kw_only=True, slots=True)
class Relationship:
    """An unordered pair of countries; ``pair`` is their codes, alphabetical ("KZ-RU").

    ``notes`` map a language to a remark for readers; ``note`` is the English one, or any.
    """

    pair: str
    established: Edtf | None = None
    level: Level | None = None
    confidence: str = "high"
    note: str = ""
    notes: Mapping[str, str] = field(default_factory=dict)
    sources: tuple[str, ...] = ()

    @property
    def countries(self) -> tuple[str, str]:
        """The two ISO codes, alphabetical."""
        first, second = self.pair.split("-")
        return first, second

    @property
    def slug(self) -> str:
        """The pair as it stands in an address: "kz-ru"."""
        return self.pair.lower()
