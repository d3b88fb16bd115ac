"""Who took part, apart from who is only spoken of."""

from __future__ import annotations

import pytest

from generator.linking.linker import Linked, Linker
from generator.model import Country, Event
from generator.registry import Registry
from tests.linking.world import WORLD, document, reports, says

LINKER = Linker(WORLD, cache_dir=None)


def link(*turns: str, title: str = "Встреча", lead: str | None = None) -> Linked:
    """A document in which each of ``turns`` is a label."""
    return LINKER.link(document(*(says(label) for label in turns), title=title, lead=lead))


def test_a_speaker_brings_the_country_of_the_post() -> None:
    """Two presidents, two parties."""
    assert ("XA", "XB") == link("Э.Варк", "Дж.-М.Йорин").event.countries


def test_a_label_with_a_post_brings_its_country_though_nobody_knows_the_person() -> None:
    """The president of Veska speaks for Veska, whoever that is."""
    assert ("XB",) == link("President of Veska Nox Nemo").event.countries


def test_a_professor_of_a_country_does_not_speak_for_it() -> None:
    """Only posts of state do."""
    assert () == link("Professor of the University of Velm (Veska) Nox Nemo").event.countries


def test_the_title_brings_the_country_and_the_person_that_it_names() -> None:
    """A call has no turns; its title says with whom."""
    event = link(title="Телефонный разговор с Президентом Вескании Джан-Марком Йорином").event

    assert (("XB",), ("jan-jorin",)) == (event.countries, event.people)


def test_a_city_of_the_title_brings_its_country_where_nothing_else_does() -> None:
    """Arriving in Velm is arriving in Veska."""
    assert ("XB",) == link(title="Прибытие в Вельм").event.countries


def test_a_country_of_the_lead_is_no_party_beside_one_of_the_title() -> None:
    """A lead says also where people met and of whom they spoke."""
    event = link(title="Встреча с Президентом Вескании", lead="Встреча прошла в Орунии.").event

    assert ("XB",) == event.countries


def test_a_country_of_the_lead_is_a_party_where_there_is_no_better_evidence() -> None:
    """Who met is then said by the lead alone."""
    assert ("XB",) == link(lead="Прошла встреча с делегацией Вескании.").event.countries


def test_the_situation_in_a_country_does_not_make_it_a_party() -> None:
    """It was spoken of."""
    assert () == link(lead="Обсуждалась ситуация в Вескании.").event.countries


def test_countries_spoken_of_are_kept_apart() -> None:
    """Mentioned, and not a party."""
    event = LINKER.link(document(says("Э.Варк", "Мы были в Вескании."))).event

    assert (("XA",), ("XB",)) == (event.countries, event.mentioned)


def test_the_publisher_country_takes_part_in_all_that_it_publishes() -> None:
    """kremlin.ru records the meetings of Russian officials."""
    event = LINKER.link(
        document(title="Telegram to Veska", language="en", publisher="kremlin")
    ).event

    assert ("RU", "XB") == event.countries


def test_members_take_part_in_a_meeting_of_their_organisation_as_such() -> None:
    """The event is multilateral, and the members of that day are parties."""
    linked = link("Э.Варк", title="Саммит СДМ")

    assert ("XA", "XB") == linked.event.countries
    assert ("XA",) == linked.direct
    assert (True, ("union",)) == (linked.event.multilateral, linked.event.organisations)


def test_a_country_that_joined_later_is_no_member_yet() -> None:
    """Veska joined in 2010."""
    linked = LINKER.link(document(title="Саммит СДМ", date="2005-01-01"))

    assert ("XA",) == linked.event.countries


def test_a_meeting_of_two_on_the_margins_of_a_summit_is_not_multilateral() -> None:
    """The organisation is named, the members did not meet."""
    event = link(
        title="Встреча с Президентом Вескании", lead="Встреча прошла на полях саммита СДМ."
    ).event

    assert (False, ("union",), ("XB",)) == (
        event.multilateral,
        event.organisations,
        event.countries,
    )


def test_ambassadors_who_present_their_letters_took_part_for_their_countries() -> None:
    """The report lists them."""
    event = LINKER.link(
        document(
            reports("Грамоты вручили послы: Нокс Немо (Оруния), Немо Нокс (Вескания)."),
            title="Церемония вручения верительных грамот",
        )
    ).event

    assert ("XA", "XB") == event.countries


def test_the_holder_of_a_post_that_the_lead_names_took_part() -> None:
    """Three leaders met; the registry knows one of them."""
    event = link(
        title="Встреча трёх", lead="Элена Варк приняла Президента Вескании Немо Нокса."
    ).event

    assert ("XA", "XB") == event.countries


def test_troops_of_a_country_in_the_lead_do_not_make_it_a_party() -> None:
    """An adjective counts where a side or talks stand behind it, else it was spoken of."""
    spoken = EARTH.link(document(title="Notes", lead="They spoke of Russian troops in the north."))
    met = EARTH.link(document(title="Notes", lead="The Russian and local delegations met."))

    assert ((), ("RU",)) == (spoken.event.countries, met.event.countries)


def test_the_country_where_an_embassy_stands_takes_no_part_by_that() -> None:
    """An embassy in Veska reports home."""
    assert () == link(title="Telegram from the Embassy in Veska").event.countries


EARTH = Linker(
    Registry(
        countries={
            code: Country(code=code, names={"ru": ru, "en": en})
            for code, ru, en in (("RU", "Россия", "Russia"), ("US", "США", "United States"))
        }
    ),
    cache_dir=None,
)


def of_its_days(title: str, date: str, text: str = "") -> Event:
    """A memorandum with a title of another age."""
    return EARTH.link(document(reports(text), title=title, date=date, language="en")).event


@pytest.mark.parametrize(
    "title", ["Talks with the Soviet Union", "Soviet side received", "Переговоры с СССР"]
)
def test_a_state_of_the_past_was_a_party_in_its_days(title: str) -> None:
    """The Soviet Union, which Russia continues, existed until December 1991."""
    assert ("RU",) == of_its_days(title, "1961-06-26").countries


def test_a_state_of_the_past_is_no_party_after_its_last_day() -> None:
    """Who remembers the Soviet Union does not meet it."""
    assert () == of_its_days("In memory of the Soviet Union", "2001-06-26").countries


def test_a_state_of_the_past_is_no_name_of_the_country_in_running_words() -> None:
    """Nor are the first two letters of U.S.S.R. the United States."""
    event = of_its_days("Notes", "1961-06-26", "The U.S.S.R. and the Soviet fleet are far.")

    assert ((), ()) == (event.countries, event.mentioned)


def test_the_first_paragraph_tells_whose_envoy_met_where_nothing_else_does() -> None:
    """The title is only the sort of paper, and there is no lead."""
    met = of_its_days("Notes", "1961-06-26", "Nemo received the Soviet ambassador. It rained.")
    told = of_its_days("Notes", "1961-06-26", "Nemo wrote a letter. The Soviet ambassador slept.")

    assert (("RU",), ()) == (met.countries, told.countries)
