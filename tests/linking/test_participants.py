"""The list of participants: for whom each line acts, and the subject, which says less."""

from __future__ import annotations

import pytest

from generator.linking.linker import Linker
from generator.model import Country, Event
from generator.registry import Registry
from tests.linking.world import WORLD, document

LINKER = Linker(WORLD, cache_dir=None)
EARTH = Linker(
    Registry(countries={"RU": Country(code="RU", names={"ru": "Россия", "en": "Russia"})}),
    cache_dir=None,
)


def memorandum(*participants: str, lead: str | None = None, linker: Linker = LINKER) -> Event:
    """A memorandum of 2029 with its list of participants and its subject."""
    made = document(title="Memorandum", lead=lead, language="en", participants=participants)
    return linker.link(made).event


@pytest.mark.parametrize(
    "line",
    [
        "Nox Nemo, Veska",
        "Nox Nemo, Ambassador of Veska",
        "Nox Nemo, Minister for Foreign Affairs of the Republic of Veska",
        "Nox Nemo, Veska Embassy",
        "Nox Nemo, Interpreter, Veska Ministry of Foreign Affairs",
        "Veska The President",
        "Veska:",
        "President Jan-Mark Jorin",
    ],
)
def test_a_line_names_the_country_that_its_person_acts_for(line: str) -> None:
    """As a part of its own, by a post, at the head of the line, or by a known person."""
    assert ("XB",) == memorandum("The Secretary", line).countries


@pytest.mark.parametrize(
    "line",
    [
        "Nox Nemo, Ambassador to Veska",
        "Nox Nemo, Director for Veska",
        "Nox Nemo, Director, Office of Veska Affairs",
        "Nox Nemo, Veska Desk",
        "Nox Veska, Assistant to the Secretary",
    ],
)
def test_who_is_concerned_with_a_country_does_not_act_for_it(line: str) -> None:
    """An ambassador to Veska is not Veskan, nor was Veska spoken of."""
    event = memorandum(line)

    assert ((), ()) == (event.countries, event.mentioned)


def test_an_adjective_counts_before_a_post_or_an_office() -> None:
    """A Russian embassy acts for Russia, an office of Russian affairs does not."""
    embassy = memorandum("Nox Nemo, Russian Embassy", linker=EARTH)
    office = memorandum("Nox Nemo, Office of Russian Affairs", linker=EARTH)

    assert (("RU",), ()) == (embassy.countries, office.countries)


def test_an_office_without_a_country_name_acts_for_its_own() -> None:
    """The Department of State is the United States'."""
    assert ("US",) == memorandum("Nox Nemo, Department of State").countries


def test_the_subject_of_a_memorandum_is_spoken_of() -> None:
    """Aid to Veska was discussed without anybody from there."""
    event = memorandum("Nox Nemo, Ambassador of Oruna", lead="Aid to Veska")

    assert (("XA",), ("XB",)) == (event.countries, event.mentioned)


def test_a_subject_may_tell_of_a_meeting() -> None:
    """Then a post or a person in it took part."""
    met = memorandum("Listed on page 4", lead="Visit of Prime Minister Nemo of Veska")
    spoken = memorandum("Listed on page 4", lead="Letter from the President of Veska")

    assert (("XB",), ()) == (met.countries, spoken.countries)


def test_people_of_the_list_took_part() -> None:
    """Whom the registry knows is among the document's people; whom a subject names is not."""
    event = memorandum("Elena Vark, President of Oruna", lead="A letter of Jan-Mark Jorin")

    assert ("elena-vark",) == event.people
