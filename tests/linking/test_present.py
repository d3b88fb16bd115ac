"""Who was present without speaking."""

from __future__ import annotations

import pytest

from generator.linking.linker import Linker
from generator.model import Block
from tests.linking.world import WORLD, document, reports, says

LINKER = Linker(WORLD, cache_dir=None)


def people(*blocks: Block, lead: str | None = "Прошла встреча.", title: str = "Встреча") -> object:
    """Ids of a document's people."""
    return LINKER.link(document(*blocks, lead=lead, title=title)).event.people


@pytest.mark.parametrize(
    "sentence",
    [
        "The meeting was attended by President of Veska Jan-Mark Jorin.",
        "President of Veska Jan-Mark Jorin also took part in the closing ceremony.",
        "Attending the meeting were Jan-Mark Jorin and Nox Nemo.",
        "В совещании приняли участие Президент Вескании Джан-Марк Йорин и Немо Нокс.",
        "Участие в переговорах принял Джан-Марк Йорин.",
        "На встрече присутствовал Джан-Марк Йорин.",
    ],
)
def test_whom_a_sentence_of_attendance_names_was_present(sentence: str) -> None:
    """The report lists who came, in either language."""
    assert ("jan-jorin",) == people(reports("Было тепло."), reports(sentence))


@pytest.mark.parametrize(
    "sentence",
    [
        "Jan-Mark Jorin will attend the ceremony on Monday; Nox Nemo attended the meeting.",
        "The meeting of 2019 was attended by Jan-Mark Jorin.",
        "The meeting was attended by an envoy of President Jan-Mark Jorin.",
        "В совещании принял участие представитель Джан-Марка Йорина.",
        "Ранее в совещании принял участие Джан-Марк Йорин.",
        "На встрече говорили, что в строительстве участвовал Джан-Марк Йорин.",
        "На встрече обсуждались предложения, которые сделал Джан-Марк Йорин.",
    ],
)
def test_whom_a_sentence_names_otherwise_was_not_there(sentence: str) -> None:
    """Another day, another's envoy, or no attendance at all."""
    assert () == people(reports("Было тепло."), reports(sentence))


def test_a_note_behind_the_words_speaks_of_others() -> None:
    """The editor's notes follow the last turn."""
    assert ("elena-vark",) == people(
        says("Э.Варк"), reports("The meeting was attended by Jan-Mark Jorin.")
    )


def test_the_first_sentence_says_who_met_where_there_is_no_lead() -> None:
    """The title knows one of the two."""
    opening = reports("Элена Варк позвонила Джан-Марку Йорину. Говорили о Петре Стене.")

    assert ("jan-jorin", "elena-vark") == people(
        opening, lead=None, title="Разговор Орунии с Джан-Марком Йорином"
    )


def test_the_first_sentence_names_nobody_present_where_there_is_a_lead() -> None:
    """The lead has told who met."""
    assert () == people(reports("Элена Варк прибыла из Вескании."))


def test_a_person_of_a_country_that_takes_no_part_was_left_behind() -> None:
    """Elena Vark came from Veska, whose president is not here."""
    opening = reports("Элена Варк прибыла из Вескании, где встречалась с Джан-Марком Йорином.")

    assert ("elena-vark",) == people(opening, lead=None, title="Прибытие в Орунию")
