"""A made-up world for the tests of linking: two countries, four people, three places."""

from __future__ import annotations

from generator.model import (
    Block,
    Country,
    DatedName,
    Edtf,
    Milestone,
    Narration,
    Organisation,
    Person,
    Place,
    SourceRef,
    Term,
    Transcript,
    Turn,
)
from generator.model.world import Membership
from generator.registry import Registry

SOURCE = "https://example.org/a"


def term(role: str, country: str, start: str | None, end: str | None = None) -> Term:
    """A term of office; dates are EDTF."""
    return Term(
        role=role,
        office={"en": role.replace("_", " ")},
        country=country,
        start=Edtf.parse(start) if start else None,
        end=Edtf.parse(end) if end else None,
        source=SOURCE,
    )


def person(identifier: str, ru: str, en: str, *terms: Term, **fields: object) -> Person:
    """A person whose Russian name is given, surname, and perhaps a patronymic between."""
    given, *middle, surname = ru.split()
    return Person(
        id=identifier,
        names={"ru": f"{given} {surname}", "en": en},
        given=given,
        surname=surname,
        patronymic=" ".join(middle),
        terms=terms,
        country=terms[0].country if terms else None,
        **fields,  # type: ignore[arg-type]  # a test names the fields that it needs
    )


WORLD = Registry(
    countries={
        "XA": Country(
            code="XA", names={"ru": "Оруния", "en": "Oruna"}, capital="ortan",
            aliases={"ru": ("Республика Оруния",), "en": ("Republic of Oruna",)},
        ),
        "XB": Country(code="XB", names={"ru": "Вескания", "en": "Veska"}, capital="velm"),
    },
    people={
        p.id: p
        for p in (
            person("elena-vark", "Элена Павловна Варк", "Elena Vark",
                   term("head_of_state", "XA", "2028-03-01"), gender="female"),
            person("jan-jorin", "Джан-Марк Йорин", "Jan-Mark Jorin",
                   term("head_of_state", "XB", "2020-01-01", "2030-01-01"),
                   labels=("Дж.-М.Йорин",)),
            person("pavel-sten", "Павел Стен", "Pavel Sten",
                   term("foreign_minister", "XA", "2020-01-01", "2025-01-01")),
            person("piotr-sten", "Пётр Стен", "Piotr Sten",
                   term("foreign_minister", "XA", "2025-01-02")),
        )
    },
    places={
        p.id: p
        for p in (
            Place(id="ortan", kind="city", names={"ru": "Ортан", "en": "Ortan"}, country="XA",
                  dated_names=(
                      DatedName(names={"ru": "Старград", "en": "Stargrad"},
                                end=Edtf.parse("2025-01-01"), source=SOURCE),
                  )),
            Place(id="ortan-palace", kind="venue", names={"ru": "Белый дворец",
                  "en": "White Palace"}, country="XA", parent="ortan"),
            Place(id="velm", kind="city", names={"ru": "Вельм", "en": "Velm"}, country="XB"),
        )
    },
    organisations={
        "union": Organisation(
            id="union", names={"ru": "Союз двух морей", "en": "Union of Two Seas"},
            short={"ru": "СДМ", "en": "UTS"},
            members=(
                Membership(country="XA", start=Edtf.parse("2001"), source=SOURCE),
                Membership(country="XB", start=Edtf.parse("2010"), source=SOURCE),
            ),
        )
    },
    milestones={
        "2001-05-02-xa-xb": Milestone(
            id="2001-05-02-xa-xb", date=Edtf.parse("2001-05-02"), kind="treaty",
            parties=("XA", "XB"), source=SOURCE,
            titles={"ru": "Договор о дружбе и сотрудничестве",
                    "en": "Treaty of friendship and cooperation"},
        ),
        "1999-03-04-xa-xb": Milestone(
            id="1999-03-04-xa-xb", date=Edtf.parse("1999-03-04"), kind="establishment",
            parties=("XA", "XB"), source=SOURCE,
            titles={"ru": "Установлены дипломатические отношения",
                    "en": "Diplomatic relations established"},
        ),
    },
)  # fmt: skip


def document(
    *blocks: Block,
    title: str = "Встреча",
    date: str | None = "2029-04-05",
    place: str | None = None,
    lead: str | None = None,
    language: str = "ru",
    publisher: str = "orunagov",
    number: int = 1,
    participants: tuple[str, ...] = (),
) -> Transcript:
    """A transcript; turns get the anchors t1, t2 … as the store gives them."""
    numbered: list[Block] = []
    for block in blocks:
        if isinstance(block, Turn):
            count = sum(isinstance(b, Turn) for b in numbered) + 1
            block = Turn(label=block.label, paragraphs=block.paragraphs, anchor=f"t{count}")
        numbered.append(block)
    return Transcript(
        id=f"{publisher}-{number}",
        language=language,
        title=title,
        date=date,
        place=place,
        lead=lead,
        blocks=tuple(numbered),
        participants=participants,
        source=SourceRef(publisher=publisher, sha256="0" * 64, format="plain_text"),
    )


def says(label: str, *paragraphs: str) -> Turn:
    """A turn."""
    return Turn(label=label, paragraphs=paragraphs or ("Спасибо.",))


def reports(text: str) -> Narration:
    """A paragraph of narration."""
    return Narration(text=text)
