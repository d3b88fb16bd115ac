"""The invented events: more in later years, quiet summers, some in two languages."""

from __future__ import annotations

import random
from collections.abc import Iterator
from dataclasses import replace
from datetime import date, timedelta
from hashlib import sha256

from generator.chronicle import Chronicle
from generator.model import Edtf, Event, Figure, Link, SourceRef, Speaker, Tag
from generator.store.pages import page_path
from tests.made_up.world import BY_CODE, COUNTRIES, SOURCE, TOPICS, president, registry

KINDS = {
    "meeting": (30, "Встреча с президентом", "Meeting with President"),
    "talks": (12, "Переговоры с президентом", "Talks with President"),
    "phone-call": (
        24,
        "Телефонный разговор с президентом",
        "Telephone conversation with President",
    ),
    "visit": (8, "Визит президента", "Visit by President"),
    "press-conference": (7, "Пресс-конференция с президентом", "News conference with President"),
    "statement": (6, "Заявления для прессы с президентом", "Press statements with President"),
    "message": (9, "Послание президенту", "Message to President"),
    "trip": (2, "Поездка к президенту", "Trip to President"),
    "interview": (1, "Интервью с президентом", "Interview with President"),
    "other": (1, "Событие с участием президента", "Event with President"),
}
FORMATS = {"phone-call": "phone", "message": "written", "interview": None, "other": None}
MONTHS = (6, 9, 9, 8, 9, 10, 4, 3, 9, 10, 10, 8)
FIRST, LAST = date(1995, 3, 1), date(2026, 10, 31)


def chronicle(events: int = 2000, seed: int = 1) -> Chronicle:
    """An archive of ``events`` documents, a third of them in two languages."""
    return Chronicle(registry(), tuple(versions(events, seed)))


def versions(count: int, seed: int = 1, translations: bool = True) -> Iterator[Event]:
    """The documents in order of number, every eleventh in English alone.

    ``translations`` adds an English version of every third.
    """
    chance = random.Random(seed)
    for number in range(1, count + 1):
        event = _event(chance, number)
        event = replace(event, path=page_path(event))
        if number % 11 == 0:
            yield _translated(event)
            continue
        yield event
        if translations and number % 3 == 0:
            yield _translated(event)


def _day(chance: random.Random) -> date:
    # The square root thickens the later years, as archives do.
    span = LAST.year - FIRST.year + 1
    year = FIRST.year + int(span * chance.random() ** 0.7)
    month = chance.choices(range(1, 13), MONTHS)[0]
    day = date(year, month, 1) + timedelta(days=chance.randrange(28))
    return min(max(day, FIRST), LAST)


def _event(chance: random.Random, number: int) -> Event:
    day = _day(chance)
    if chance.random() < 0.07:
        return _summit(chance, number, day)
    weights = [1 / (i + 1) for i in range(len(COUNTRIES) - 1)]
    other = chance.choices(COUNTRIES[1:], weights)[0].code
    kind = chance.choices(list(KINDS), [weight for weight, _, _ in KINDS.values()])[0]
    host = chance.choice(("XA", "XA", other, other, "XG"))
    people = (president("XA", day.year), president(other, day.year))
    met = kind not in FORMATS
    place = _place(chance, host) if met else None
    _, ru, _ = KINDS[kind]
    person = _name(other, day.year, 0)
    return Event(
        id=f"oruna-{number}",
        language="ru",
        title=f"{ru} {BY_CODE[other].ru_of} ({person})",
        date=_dated(chance, day, number),
        time=f"{chance.randrange(9, 20):02}:{chance.randrange(0, 60, 5):02}",
        zone="Europe/Moscow",
        kind=kind,
        format="in-person" if met else FORMATS[kind],
        place=place,
        place_printed=BY_CODE[host].capital[0] if place else None,
        host=host if met else None,
        countries=tuple(sorted(("XA", other))),
        mentioned=tuple(sorted(chance.sample([c.code for c in COUNTRIES], 2))),
        people=people,
        topics=tuple(sorted(chance.sample(TOPICS, chance.choice((0, 1, 1, 2))))),
        links=_links(chance, other),
        speakers=_speakers(chance, people),
        figures=_figures(chance, day, people[0]) if met and chance.random() < 0.06 else (),
        tags=(Tag(kind="country", text=BY_CODE[other].ru, key=other),),
        source=_source(number, "ru"),
    )


def _summit(chance: random.Random, number: int, day: date) -> Event:
    members = tuple(land.code for land in COUNTRIES[: 4 if day.year < 2004 else 6])
    people = tuple(president(code, day.year) for code in members)
    host = chance.choice(members)
    place = _place(chance, host)
    return Event(
        id=f"oruna-{number}",
        language="ru",
        title=f"Саммит Озёрного союза, {BY_CODE[host].ru}",
        date=Edtf.of(day),
        kind="summit",
        format="in-person",
        place=place,
        host=host,
        countries=tuple(sorted(members)),
        people=people,
        organisations=("lake-union",),
        topics=("security",),
        multilateral=True,
        speakers=_speakers(chance, people),
        source=_source(number, "ru"),
    )


def _translated(event: Event) -> Event:
    if event.multilateral:
        title = "Lake Union summit"
    else:
        other = next(code for code in event.countries if code != "XA")
        year = event.date.year if event.date else 2000
        title = f"{KINDS[event.kind][2]} of {BY_CODE[other].en} {_name(other, year, 2)}"
    number = int(event.id.rpartition("-")[2])
    return replace(
        event,
        language="en",
        title=title,
        source=_source(number, "en"),
        path=event.path.replace(".md", ".en.md"),
    )


def _dated(chance: random.Random, day: date, number: int) -> Edtf | None:
    """Mostly a day; a few months, years and spans; one in a thousand has no date."""
    if number % 1000 == 7:
        return None
    odd = chance.random()
    if odd < 0.005:
        return Edtf.parse(f"{day:%Y-%m}")
    if odd < 0.008:
        return Edtf.parse(f"{day.year}")
    if odd < 0.012:
        return Edtf.parse(f"{day}/{day + timedelta(days=2)}")
    return Edtf.parse(f"{day}?") if odd < 0.014 else Edtf.of(day)


def _name(code: str, year: int, language: int) -> str:
    wanted = president(code, year)
    for row in BY_CODE[code].presidents:
        if f"{row[2]}-{row[3]}".lower() == wanted:
            return f"{row[language]} {row[language + 1]}"
    raise LookupError(wanted)


def _place(chance: random.Random, host: str) -> str:
    land = BY_CODE[host]
    capital = land.capital[1].lower()
    return chance.choice((capital, f"{capital}-palace", land.resort[1].lower()))


def _speakers(chance: random.Random, people: tuple[str, ...]) -> tuple[Speaker, ...]:
    return tuple(
        Speaker(
            label=person.replace("-", " ").title(),
            person=person,
            turns=chance.randrange(1, 6),
            words=chance.randrange(80, 900),
            anchor=f"t{i + 1}",
        )
        for i, person in enumerate(people)
    )


def _figures(chance: random.Random, day: date, person: str) -> tuple[Figure, ...]:
    value = str(1_000_000_000 * (day.year - 1990) + chance.randrange(10**9))
    return (
        Figure(
            value=value,
            unit="USD",
            measure="trade",
            period=str(day.year - 1),
            person=person,
            anchor="t1p2",
            words="составил [число]",
        ),
    )


def _links(chance: random.Random, other: str) -> tuple[Link, ...]:
    if chance.random() > 0.08:
        return ()
    pair = "-".join(sorted(("XA", other))).lower()
    return (
        Link(
            kind="milestone",
            id=f"{pair}-establishment",
            anchor="t1p1",
            text="[годовщина]",
            rule="made-up",
        ),
    )


def _source(number: int, language: str) -> SourceRef:
    url = SOURCE.format(f"{language}/{number}")
    return SourceRef(
        publisher="oruna",
        url=url,
        licence="CC-BY-4.0",
        attribution="example.org",
        sha256=sha256(url.encode()).hexdigest(),
        format="made_up",
    )
