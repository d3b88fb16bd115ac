"""Sites of made-up events for the tests of hub pages."""

from __future__ import annotations

import re
from collections.abc import Iterable
from datetime import date
from html import unescape
from pathlib import Path

from generator.chronicle import Chronicle
from generator.model import (
    Country,
    Edtf,
    Event,
    Milestone,
    Organisation,
    Person,
    Place,
    Relationship,
    SourceRef,
    Term,
)
from generator.pages.page import Page, PageKind, Site, sites_of
from generator.registry import Registry

OVERRIDES = Path(__file__).parents[2] / "overrides"
TODAY = date(2032, 11, 24)


def make_event(id: str = "oruna-1", day: str | None = "2031-08-19", **more: object) -> Event:
    """A meeting of Oruna and Talvia; ``day`` is EDTF."""
    given: dict[str, object] = {
        "id": id,
        "language": "ru",
        "title": f"Встреча {id}",
        "date": Edtf.parse(day) if day else None,
        "kind": "meeting",
        "countries": ("XA", "XB"),
        "people": ("elena-vark", "orest-damm"),
        "source": SourceRef(
            publisher="oruna", url="https://example.org/1", sha256="0" * 64, format="made_up"
        ),
    }
    return Event(**{**given, **more})  # type: ignore[arg-type]  # keywords are checked at run time


def make_milestone(id: str, day: str, kind: str = "treaty", **more: object) -> Milestone:
    """A milestone of Oruna and Talvia."""
    given: dict[str, object] = {
        "id": id,
        "date": Edtf.parse(day),
        "kind": kind,
        "parties": ("XA", "XB"),
        "titles": {"ru": f"Договор {id}", "en": f"Treaty {id}"},
        "source": f"https://example.org/{id}",
    }
    return Milestone(**{**given, **more})  # type: ignore[arg-type]  # checked at run time


def make_person(id: str, country: str, *terms: Term) -> Person:
    """A person with a name made from the id."""
    name = id.replace("-", " ").title()
    return Person(
        id=id,
        names={"ru": name, "en": name},
        surname=name.rpartition(" ")[2],
        country=country,
        terms=terms,
        sources=("https://example.org/people",),
    )


def make_term(start: str | None, end: str | None, as_of: str | None = None) -> Term:
    """A presidency; dates are EDTF."""
    return Term(
        role="head_of_state",
        office={"ru": "Президент", "en": "President"},
        start=Edtf.parse(start) if start else None,
        end=Edtf.parse(end) if end else None,
        as_of=Edtf.parse(as_of) if as_of else None,
        source="https://example.org/terms",
    )


def make_chronicle(
    events: Iterable[Event] = (),
    milestones: Iterable[Milestone] = (),
    established: str | None = "2002-10-22",
    people: Iterable[Person] = (),
    places: Iterable[Place] = (),
    organisations: Iterable[Organisation] = (),
) -> Chronicle:
    """Oruna and Talvia, their relationship, and what is given."""
    known = people or (
        make_person("elena-vark", "XA", make_term("2000-01-01", None, "2030-01-01")),
        make_person("orest-damm", "XB", make_term("2001-05-01", "2033-05-01")),
    )
    relationship = Relationship(
        pair="XA-XB",
        established=Edtf.parse(established) if established else None,
        sources=("https://example.org/relations",),
    )
    registry = Registry(
        countries={
            "XA": Country(code="XA", names={"ru": "Оруна", "en": "Oruna"}),
            "XB": Country(code="XB", names={"ru": "Тальвия", "en": "Talvia"}),
        },
        people={person.id: person for person in known},
        places={place.id: place for place in places},
        organisations={organisation.id: organisation for organisation in organisations},
        relationships={"XA-XB": relationship},
        milestones={milestone.id: milestone for milestone in milestones},
    )
    return Chronicle(registry, tuple(events))


def make_sites(chronicle: Chronicle, today: date = TODAY, home: str = "XB") -> tuple[Site, ...]:
    """The site in Russian and in English; Talvia is at home unless told otherwise."""
    return sites_of(
        chronicle,
        languages=("ru", "en"),
        today=today,
        template_dirs=(str(OVERRIDES),),
        home_country=home,
    )


def text(html: str) -> str:
    """The words of some HTML, white space made single."""
    return " ".join(unescape(re.sub(r"<[^>]+>", " ", html)).split())


def page_of(kind: PageKind, site: Site, path: str) -> Page:
    """The page of a kind at a path."""
    return next(page for page in kind.build(site) if page.path == path)
