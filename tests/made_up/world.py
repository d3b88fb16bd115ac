"""The invented world: countries with user-assigned ISO codes, their people and places."""

from __future__ import annotations

from dataclasses import dataclass

from generator.model import (
    Country,
    Edtf,
    Level,
    Membership,
    Milestone,
    Organisation,
    Person,
    Place,
    Relationship,
    Term,
)
from generator.model.world import DatedName
from generator.registry import Registry

SOURCE = "https://example.org/{}"
"""example.org is reserved for examples by RFC 2606: no real page is claimed."""

ZONES = ("Europe/Moscow", "Asia/Almaty", "America/New_York")
"""Real zones, one a capital in turn: a browser knows no others."""


@dataclass(frozen=True, kw_only=True)
class Land:
    """One invented country: names (the Russian genitive too), capital, presidents."""

    code: str
    ru: str
    ru_of: str
    en: str
    capital: tuple[str, str]
    resort: tuple[str, str]
    presidents: tuple[tuple[str, str, str, str], ...]
    """(given ru, surname ru, given en, surname en), in order of their terms."""


def _land(code: str, names: str, capital: str, resort: str, *presidents: str) -> Land:
    ru, ru_of, en = names.split("/")
    capital_ru, capital_en = capital.split("/")
    resort_ru, resort_en = resort.split("/")
    people = []
    for president in presidents:
        said_ru, said_en = president.split("/")
        given_ru, surname_ru = said_ru.split()
        given_en, surname_en = said_en.split()
        people.append((given_ru, surname_ru, given_en, surname_en))
    return Land(
        code=code,
        ru=ru,
        ru_of=ru_of,
        en=en,
        capital=(capital_ru, capital_en),
        resort=(resort_ru, resort_en),
        presidents=tuple(people),
    )


COUNTRIES = (
    _land(
        "XA",
        "Оруна/Оруны/Oruna",
        "Варна-Ора/Varna-Ora",
        "Лисс/Liss",
        "Элена Варк/Elena Vark",
        "Тимон Реш/Timon Resh",
        "Ада Клин/Ada Klin",
    ),
    _land(
        "XB",
        "Тальвия/Тальвии/Talvia",
        "Тальв/Talv",
        "Мирн/Mirn",
        "Орест Дамм/Orest Damm",
        "Лея Санд/Leya Sand",
    ),
    _land(
        "XC",
        "Кельмар/Кельмара/Kelmar",
        "Кельм/Kelm",
        "Пуша/Pusha",
        "Ян Торвик/Jan Torvik",
        "Мира Олт/Mira Olt",
        "Кай Брен/Kai Bren",
    ),
    _land(
        "XD",
        "Северная Лорна/Северной Лорны/North Lorna",
        "Лорн/Lorn",
        "Фьоли/Fioli",
        "Гай Ферро/Guy Ferro",
        "Нора Вельд/Nora Veld",
    ),
    _land(
        "XE",
        "Асмер/Асмера/Asmer",
        "Асма/Asma",
        "Дуни/Duni",
        "Саид Орен/Said Oren",
        "Тала Мурад/Tala Murad",
    ),
    _land(
        "XF",
        "Вендия/Вендии/Vendia",
        "Вендр/Vendr",
        "Кастра/Castra",
        "Отто Линд/Otto Lind",
        "Ева Штарн/Eva Starn",
    ),
    _land(
        "XG",
        "Острова Пелла/Островов Пелла/Pella Islands",
        "Пелла/Pella",
        "Коро/Koro",
        "Рио Мано/Rio Mano",
    ),
    _land(
        "XH",
        "Дарвада/Дарвады/Darvada",
        "Дарв/Darv",
        "Сирен/Siren",
        "Инд Рао/Ind Rao",
        "Лила Шан/Lila Shan",
    ),
    _land(
        "XI",
        "Мондора/Мондоры/Mondora",
        "Мондо/Mondo",
        "Альпа/Alpa",
        "Пьер Ланн/Pierre Lann",
        "Клер Дюв/Claire Duv",
    ),
    _land("XJ", "Хетта/Хетты/Hetta", "Хетт/Hett", "Зольд/Zold", "Бруно Хайм/Bruno Heim"),
    _land(
        "XK",
        "Йорния/Йорнии/Yornia",
        "Йорн/Yorn",
        "Ласт/Last",
        "Ула Йенс/Ulla Jens",
        "Свен Фальк/Sven Falk",
    ),
    _land("XL", "Самара-Тен/Самары-Тен/Samara-Ten", "Тен/Ten", "Оки/Oki", "Кен Ито/Ken Ito"),
)
BY_CODE = {land.code: land for land in COUNTRIES}
FIRST_YEAR, LAST_YEAR = 1995, 2026
TOPICS = ("trade", "energy", "culture", "security", "transport", "space")


def slug(given: str, surname: str) -> str:
    """The id of a person from the English name."""
    return f"{given}-{surname}".lower()


def president(code: str, year: int) -> str:
    """The id of a country's president in a year."""
    land = BY_CODE[code]
    span = (LAST_YEAR + 1 - FIRST_YEAR) / len(land.presidents)
    at = min(int((year - FIRST_YEAR) / span), len(land.presidents) - 1)
    _, _, given, surname = land.presidents[max(at, 0)]
    return slug(given, surname)


def _people(land: Land) -> list[Person]:
    span = (LAST_YEAR + 1 - FIRST_YEAR) / len(land.presidents)
    found = []
    for i, (given_ru, surname_ru, given, surname) in enumerate(land.presidents):
        last = i == len(land.presidents) - 1
        term = Term(
            role="head_of_state",
            office={"ru": f"Президент {land.ru_of}", "en": f"President of {land.en}"},
            country=land.code,
            start=Edtf.parse(f"{int(FIRST_YEAR + i * span)}-03-01"),
            end=None if last else Edtf.parse(f"{int(FIRST_YEAR + (i + 1) * span)}-02-28"),
            as_of=Edtf.parse("2024-06-01") if last else None,
            confidence="medium" if i == 1 else "high",
            source=SOURCE.format(f"terms/{slug(given, surname)}"),
        )
        found.append(
            Person(
                id=slug(given, surname),
                names={"ru": f"{given_ru} {surname_ru}", "en": f"{given} {surname}"},
                given=given_ru,
                surname=surname_ru,
                country=land.code,
                labels=(f"{given_ru[0]}.{surname_ru}", f"{given} {surname}"),
                terms=(term,),
                sources=(SOURCE.format(f"people/{slug(given, surname)}"),),
            )
        )
    return found


def _places(number: int, land: Land) -> list[Place]:
    def place(names: tuple[str, str], kind: str, parent: str | None, shift: float) -> Place:
        id = names[1].lower()
        renamed: tuple[DatedName, ...] = ()
        if land.code == "XB" and kind == "city" and not shift:
            renamed = (
                DatedName(
                    names={"ru": "Старый Тальв", "en": "Old Talv"},
                    start=Edtf.parse("1950"),
                    end=Edtf.parse("1998-05"),
                    source=SOURCE.format("names/talv"),
                ),
                DatedName(
                    names={"ru": "Тальв", "en": "Talv"},
                    start=Edtf.parse("1998-05"),
                    source=SOURCE.format("names/talv"),
                ),
            )
        return Place(
            id=id,
            kind=kind,
            names={"ru": names[0], "en": names[1]},
            country=land.code,
            parent=parent,
            dated_names=renamed,
            labels=(names[0], names[1]),
            latitude=round(20 + number * 3.7 + shift, 2),
            longitude=round(-40 + number * 14.3 + shift * 3, 2),
            time_zone=ZONES[number % len(ZONES)] if kind == "city" and not shift else None,
            sources=(SOURCE.format(f"places/{id}"),),
        )

    city = place(land.capital, "city", None, 0)
    hall = ("Дворец, " + land.capital[0], f"{land.capital[1]}-Palace")
    return [city, place(land.resort, "city", None, 1.5), place(hall, "venue", city.id, 0)]


def _milestones(pair: str, number: int) -> list[Milestone]:
    first, second = pair.split("-")
    year = 1991 + number % 4
    dated = (
        (
            f"{year}-0{3 + number % 6}-1{number % 9}",
            "establishment",
            "Установлены дипломатические отношения",
            "Diplomatic relations established",
        ),
        (f"{year + 1}-05-25", "treaty", "Договор о дружбе", "Treaty of friendship"),
        (f"{year + 12}", "agreement", "Соглашение о торговле", "Trade agreement"),
        (f"{year + 21}-11", "declaration", "Декларация о партнёрстве", "Partnership declaration"),
    )
    return [
        Milestone(
            id=f"{pair.lower()}-{kind}",
            date=Edtf.parse(day),
            kind=kind,
            parties=(first, second),
            titles={"ru": ru, "en": en},
            confidence="medium" if kind == "agreement" else "high",
            source=SOURCE.format(f"milestones/{pair.lower()}/{kind}"),
        )
        for day, kind, ru, en in dated
    ]


def pairs() -> tuple[str, ...]:
    """The registered relationships: Oruna with everybody, and two more."""
    return (*(f"XA-{land.code}" for land in COUNTRIES[1:]), "XB-XC", "XC-XD")


def registry() -> Registry:
    """The invented world as a registry."""
    people = [person for land in COUNTRIES for person in _people(land)]
    places = [place for i, land in enumerate(COUNTRIES) for place in _places(i, land)]
    milestones = [m for i, pair in enumerate(pairs()) for m in _milestones(pair, i)]
    established = {m.parties: m for m in milestones if m.kind == "establishment"}
    relationships = []
    for pair in pairs():
        first, second = pair.split("-")
        milestone = established[first, second]
        level = Level(
            names={"ru": "стратегическое партнёрство", "en": "strategic partnership"},
            since=Edtf.parse("2012-11"),
            instrument={"ru": "декларация", "en": "declaration"},
            source=SOURCE.format(f"levels/{pair.lower()}"),
        )
        relationships.append(
            Relationship(
                pair=pair,
                established=milestone.date,
                level=level if second in "XBXC" else None,
                sources=(milestone.source,),
            )
        )
    union = Organisation(
        id="lake-union",
        names={"ru": "Озёрный союз", "en": "Lake Union"},
        short={"ru": "ОС", "en": "LU"},
        founded=Edtf.parse("1996-05-02"),
        members=tuple(
            Membership(
                country=land.code,
                start=Edtf.parse("1996-05-02" if i < 4 else "2004-01-01"),
                end=Edtf.parse("2015-12-31") if land.code == "XF" else None,
                status="member" if i < 6 else "observer",
                source=SOURCE.format("lake-union/members"),
            )
            for i, land in enumerate(COUNTRIES[:7])
        ),
        sources=(SOURCE.format("lake-union"),),
    )
    return Registry(
        countries={
            land.code: Country(
                code=land.code,
                names={"ru": land.ru, "en": land.en},
                capital=land.capital[1].lower(),
                sources=(SOURCE.format(f"countries/{land.code.lower()}"),),
            )
            for land in COUNTRIES
        },
        people={person.id: person for person in people},
        places={place.id: place for place in places},
        organisations={"lake-union": union},
        relationships={relationship.pair: relationship for relationship in relationships},
        milestones={milestone.id: milestone for milestone in milestones},
    )
