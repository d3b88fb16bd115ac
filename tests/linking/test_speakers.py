"""Who speaks: labels to people, roles and nobody."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import pytest

from generator.linking.linker import Linker
from generator.registry import load
from tests.linking.world import WORLD, document, says

LINKER = Linker(WORLD, cache_dir=None)


def person_of(*labels: str, date: str = "2029-04-05") -> str | None:
    """The person of the last of several labels."""
    event = LINKER.link(document(*map(says, labels), date=date)).event
    return event.speakers[-1].person


def kinds_of(*labels: str, date: str = "2029-04-05") -> list[str]:
    """The kinds of notice that labels give."""
    return [n.kind for n in LINKER.link(document(*map(says, labels), date=date)).notices]


@pytest.mark.parametrize(
    "label",
    [
        "Э.Варк",
        "Э. Варк",
        "Э.П.Варк",
        "Элена Варк",
        "Варк Элена Павловна",
        "ЭЛЕНА ВАРК",
        "Elena Vark",
        "President of Oruna Elena Vark",
        "PRESIDENT ELENA VARK",
        "Elena Vark, President of Oruna",
        "Президент Орунии Э.Варк",
    ],
)
def test_a_name_is_found_however_it_is_written(label: str) -> None:
    """Initials, surname first, capitals, a post before or behind: one person."""
    assert person_of(label) == "elena-vark"


def test_initials_of_a_hyphenated_name_keep_the_hyphen() -> None:
    """Джан-Марк is Дж.-М., as the Russian press writes it."""
    assert person_of("Дж.-М.Йорин") == "jan-jorin"


def test_the_surname_alone_is_the_person_whom_the_document_named_before() -> None:
    """After "President of Oruna Elena Vark", "Ms Vark" is she."""
    assert person_of("President of Oruna Elena Vark", "Ms Vark") == "elena-vark"


def test_the_surname_alone_is_nobody_at_first() -> None:
    """Without the full name before it, a surname may be anybody's."""
    assert person_of("Варк") is None


def test_one_label_for_two_people_goes_to_the_one_in_office() -> None:
    """П.Стен was Pavel until 2025 and is Piotr after."""
    assert person_of("П.Стен", date="2023-01-01") == "pavel-sten"
    assert person_of("П.Стен", date="2026-01-01") == "piotr-sten"


def test_one_label_for_two_people_on_an_unknown_day_is_linked_to_neither() -> None:
    """Ambiguous is an error with the candidates, not a guess."""
    linked = LINKER.link(document(says("П.Стен"), date=None))

    assert linked.event.speakers[0].person is None
    assert [n.kind for n in linked.notices] == ["ambiguous-name"]
    assert "pavel-sten, piotr-sten" in linked.notices[0].what


@pytest.mark.parametrize(
    "label", ["Вопрос", "Question", "Реплика", "Вопрос газеты «Вельмские вести»", "N.Nox, BBC"]
)
def test_a_role_is_no_person_and_no_problem(label: str) -> None:
    """A question from the floor is nobody's and asks nothing of the editor."""
    assert person_of(label) is None
    assert kinds_of(label) == []


def test_an_unknown_label_is_kept_and_named_with_an_entry_to_paste() -> None:
    """Nobody is guessed; the notice carries YAML for the registry."""
    linked = LINKER.link(document(says("К.Нокс")))

    assert linked.event.speakers[0].label == "К.Нокс"
    assert linked.event.speakers[0].person is None
    assert [n.kind for n in linked.notices] == ["unknown-speaker"]
    assert linked.notices[0].suggestion.startswith('k-noks:\n  names: {ru: "К.Нокс", ')


@pytest.mark.parametrize("label", ["К.Нокс", "President of Veska Nox Nemo", '"Нокс": {1}, #2'])
def test_a_suggestion_is_an_entry_that_the_registry_takes(label: str, tmp_path: Path) -> None:
    """Pasted as it stands it loads, where label and publisher tell the country."""
    transcript = document(says(label), publisher="kremlin")
    source = replace(transcript.source, url="https://example.org/a")
    linked = LINKER.link(replace(transcript, source=source))
    (notice,) = linked.notices
    (tmp_path / "people.yml").write_text(notice.suggestion, encoding="utf-8")
    (tmp_path / "countries.yml").write_text(
        "XA: {names: {ru: Оруния, en: Oruna}}\nXB: {names: {ru: Вескания, en: Veska}}\n", "utf-8"
    )

    again = Linker(load(tmp_path), cache_dir=None).link(transcript)

    assert again.event.speakers[0].person is not None


def test_a_person_who_speaks_outside_every_known_term_is_named() -> None:
    """Elena Vark's term begins in 2028; in 2020 an editor should look."""
    assert kinds_of("Э.Варк", date="2020-01-01") == ["outside-term"]


def test_turns_and_words_are_counted_by_label() -> None:
    """Two turns of two and one words."""
    event = LINKER.link(
        document(says("Э.Варк", "Добрый день."), says("Вопрос"), says("Э.Варк", "Да."))
    ).event

    assert (event.speakers[0].turns, event.speakers[0].words) == (2, 3)


@pytest.mark.parametrize("label", ["Э.Варк (как переведено)", "Elena Vark (retranslated)"])
def test_an_interpreter_s_remark_does_not_hide_the_name(label: str) -> None:
    """What stands in brackets is the source's remark."""
    assert person_of(label) == "elena-vark"


def test_who_held_the_post_that_day_is_meant_by_the_post_alone() -> None:
    """Piotr Sten is the foreign minister of Oruna since 2025."""
    assert person_of("Foreign Minister of Oruna", date="2026-01-01") == "piotr-sten"


def test_a_post_that_contradicts_the_registry_is_a_namesake_s() -> None:
    """A director called Piotr Sten is another man, and stays one when named alone."""
    assert person_of("Director of Bank Piotr Sten", date="2026-01-01") is None
    assert person_of("Director of Bank Piotr Sten", "Piotr Sten", date="2026-01-01") is None


def test_a_label_that_names_another_country_is_a_namesake_s() -> None:
    """The president of Veska is not Elena Vark of Oruna."""
    assert person_of("President of Veska Elena Vark") is None
