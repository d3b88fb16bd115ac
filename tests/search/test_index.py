"""The index: what a query finds, and what a change makes anew."""

from __future__ import annotations

import json
import random
from pathlib import Path

import pytest

from generator.exports.search import periods
from generator.exports.search.segment import hash_of
from tests.search.library import Library

WORDS = ("договор", "граница", "встреча", "Тальвию", "Даммом", "переговоры", "мост", "река")


@pytest.fixture
def library(tmp_path: Path) -> Library:
    """An archive without documents."""
    return Library(tmp_path)


@pytest.mark.parametrize(
    "query", ["Дамм", "Дамма", "Дамму", "Даммом", "Дамме", "Орест Дамм", "Орестом Даммом"]
)
def test_every_form_of_a_name_finds_every_other(library: Library, query: str) -> None:
    """A name is found in each case in which it is asked for."""
    library.add(1, "Встретились с Орестом Даммом.")
    library.add(2, "Передали Оресту Дамму письмо.")
    library.add(3, "Говорили о погоде.")
    library.build()

    assert {"1", "2"} == library.find(query)


@pytest.mark.parametrize("query", ["граница", "границы", "границ", "ГРАНИЦЕЙ"])
def test_common_words_are_found_in_the_forms_that_documents_have(
    library: Library, query: str
) -> None:
    """A word of the dictionary is indexed by its dictionary form."""
    library.add(1, "Общая граница. Нет границы, нет границ. За границей!")
    library.build()

    assert {"1"} == library.find(query)


def test_english_words_are_found_by_their_stem(library: Library) -> None:
    """English forms share a stem."""
    library.add(1, "Treaties were signed by visiting ministers.")
    library.add(2, "The treaty and the visit of a minister.")
    library.build()

    assert {"1", "2"} == library.find("treaties visit minister")


def test_labels_and_titles_are_found(library: Library) -> None:
    """Who speaks and what the document is called are words of it."""
    library.add(1, "Слова.", label="О.Дамм")
    library.build()

    assert {"1"} == library.find("Документ Дамма")


def test_second_build_makes_nothing(library: Library) -> None:
    """Where no document changed, no file of the site is touched."""
    library.add(1, "Слова.")
    library.build()
    again = library.build()

    assert (0, 0, (), ()) == (again.periods, again.shards, again.written, again.removed)


def test_new_document_makes_its_year_and_the_shards_of_its_words(library: Library) -> None:
    """Nothing else is made anew."""
    library.add(1, "Договор.", "2030-01-01")
    library.add(2, "Озеро.", "2031-01-01")
    library.build()
    library.add(3, "Мост.", "2031-02-02")
    added = library.build()
    keys = ("документ", "3", "сообщение", "э", "варк", "мост")

    assert (1, len({hash_of(key.encode()) % 16 for key in keys})) == (added.periods, added.shards)


def test_index_does_not_depend_on_what_was_built_before(library: Library) -> None:
    """After any edits the index is, byte for byte, the one that is made from nothing."""
    chance = random.Random(7)
    pages: list[Path] = []
    for step in range(12):
        if len(pages) > 3 and chance.random() < 0.4:
            pages.pop(chance.randrange(len(pages))).unlink()
        for _ in range(chance.randrange(1, 4)):
            said = " ".join(chance.choices(WORDS, k=8))
            day = f"{chance.randrange(2028, 2033)}-0{chance.randrange(1, 9)}-11"
            page = library.add(chance.randrange(30), said, day)
            if page not in pages:
                pages.append(page)
        # An id stands in one year only.
        seen: dict[str, Path] = {}
        for page in pages:
            if (other := seen.setdefault(page.name, page)) is not page and other.exists():
                other.unlink()
                seen[page.name] = page
        pages = [page for page in pages if page.exists()]
        library.build()
        if step % 4 == 3:
            assert library.cold() == library.files()


def test_registry_edit_changes_the_keys_of_its_names(library: Library) -> None:
    """A person who enters the registry is found in every case from then on."""
    library.add(1, "Говорили с Кврогом, писали Кврогу.")
    library.build()
    people = library.content / "registry" / "people.yml"
    text = people.read_text("utf-8")
    person = (
        "jan-kvrog: {names: {ru: Ян Кврог, en: Jan Kvrog}, given: Ян, surname: Кврог, country: XA, "
    )
    people.write_text(
        f"{text}{person}gender: male, sources: ['https://example.org/k']}}\n", "utf-8"
    )
    library.build()

    assert ({"1"}, library.cold()) == (library.find("Кврога"), library.files())


def test_killed_build_is_mended(library: Library) -> None:
    """A cache whose files may be half written is not trusted."""
    library.add(1, "Договор.")
    library.build()
    state = library.folder / "cache" / "state.json"
    state.write_text(json.dumps({**json.loads(state.read_text("utf-8")), "whole": False}), "utf-8")
    for path in (library.folder / "cache" / "out" / "w").iterdir():
        path.write_text("broken", "utf-8")
    library.build()

    assert library.cold() == library.files()


def test_processes_change_nothing(library: Library) -> None:
    """Two processes write what one does."""
    for number in range(12):
        library.add(number, " ".join(WORDS[number % 5 :]), f"20{20 + number % 4}-03-03")
    library.build(jobs=2)

    assert library.cold() == library.files()


def test_full_year_is_cut_into_months(library: Library, monkeypatch: pytest.MonkeyPatch) -> None:
    """A year of very many documents does not have to be made anew as a whole."""
    monkeypatch.setattr(periods, "FULL", 2)
    for number in range(4):
        library.add(number, "Мост.", f"2031-0{1 + number % 2}-11")
    library.build()
    library.add(9, "Мост.", "2031-02-12")

    assert (1, {"0", "1", "2", "3", "9"}) == (library.build().periods, library.find("мост"))


def test_foreign_cache_costs_time_only(library: Library) -> None:
    """A cache of another version is thrown away."""
    library.add(1, "Договор.")
    (library.folder / "cache").mkdir()
    (library.folder / "cache" / "state.json").write_text('{"made_with": "other"}', "utf-8")
    library.build()

    assert {"1"} == library.find("договор")


def test_caller_may_put_the_files_in_place(library: Library) -> None:
    """Beside the site stand exactly the files that differ; the site stays as it was."""
    library.add(1, "Договор.")
    library.build()
    before = library.files()
    library.add(2, "Мост.", "2032-01-01")
    beside = library.folder / "beside"
    done = library.build(beside=beside)
    written = {path.relative_to(beside).as_posix() for path in beside.rglob("*") if path.is_file()}

    assert (before, set(done.written)) == (library.files(), written)
    assert "search/data/index.json" in written
