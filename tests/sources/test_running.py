"""Labels and heads in pages that were flattened to one line."""

from __future__ import annotations

import pytest

from generator.model import Transcript
from generator.sources import kremlin_flat
from generator.sources.parts import cards, running
from generator.sources.reader import RawDocument

FOOT = (
    " Темы Внешняя политика Статус материала Опубликован в разделах: Новости , Анонсы Дата "
    "публикации: 5 марта 2031 года, 17:30 Ссылка на материал: kremlin.ru/d/9000001 Текстовая версия"
)


def read(text: str) -> Transcript:
    """The reading of a flattened page."""
    return kremlin_flat.read(RawDocument(name="page.txt", data=b"x"), text + FOOT)


def labels(text: str) -> list[str]:
    """The labels found in running text."""
    return [place.label.label for place in running.find(text)]


def test_labels_in_one_line() -> None:
    """Each label stands behind the end of a sentence."""
    text = "Э.Варк: Да. Б.Линд: Нет! Вопрос: Когда? Э.Варк: Скоро… Б.Линд (как переведено) : Да."

    assert ["Э.Варк", "Б.Линд", "Вопрос", "Э.Варк", "Б.Линд"] == labels(text)


def test_unended_sentence() -> None:
    """A known label is one behind a sentence without its stop too."""
    text = "Вопрос: Когда? Э.Варк: Прошу Б.Линд: Да, Вопрос: Где? Э.Варк: Здесь."

    assert ["Вопрос", "Э.Варк", "Б.Линд", "Вопрос", "Э.Варк"] == labels(text)


def test_quoted_speaker() -> None:
    """Who is quoted inside a sentence does not speak."""
    text = "Э.Варк: Как говорил Б.Линд: «Да». Это верно. Я повторю: да. Второе: нет."

    assert ["Э.Варк"] == labels(text)


def test_answer_of_two_letters() -> None:
    """A short answer ("Да.") before a label is no initial."""
    assert ["Б.Линд", "Э.Варк"] == labels("Б.Линд: Да. Э.Варк: Хорошо.")


@pytest.mark.parametrize(
    ("title", "lead", "place", "body"),
    [
        (
            "Встреча с Президентом Тарска Бором Линдом",
            "В Ашполе состоялась встреча.",
            "Сочи",
            "Э.Варк: Да.",
        ),
        ("Беседа с Бором Линдом", "Глава государства приняла Бора Линда.", "Москва, Кремль", "Да."),
        ("Элена Варк поздравила Бора Линда", None, None, "Уважаемый Бор Ильич! Поздравляю Вас."),
        ("Поездка в Ашполь", "Президент посетила завод.", "Ашполь", "Глава государства уехала."),
        ("Ответы на вопросы", "По завершении визита прошла встреча.", "Минск", "Вопрос: Когда?"),
        ("Перечень объектов", None, None, "1. Заводы; 2. Мосты."),
    ],
)
def test_head(title: str, lead: str | None, place: str | None, body: str) -> None:
    """Title, lead and place are told apart without marks between them."""
    head = " ".join(filter(None, ("События", title, lead, "5 марта 2031 года 17:30", place, body)))
    found = read(head)

    assert (title, lead, place) == (found.title, found.lead, found.place)


def test_caption_repeats_title() -> None:
    """Where the caption repeats the title, both end where they part."""
    found = read(
        "События Встреча с Бором Линдом Бор Линд прибыл в Оруну. 5 марта 2031 года 17:30 Минск "
        "Встреча с Бором Линдом (по видеосвязи). Э.Варк: Да."
    )

    assert ("Встреча с Бором Линдом", ("Встреча с Бором Линдом (по видеосвязи).",)) == (
        found.title,
        found.captions,
    )


def test_box_inside_turn() -> None:
    """A box inside a turn is left out, and the turn goes on behind it."""
    found = read(
        "События Встреча 5 марта 2031 года 17:30 Минск Э.Варк: Начнём. Смотрите также Участники "
        "встречи 5 марта 2031 года Кроме того, спасибо."
    )

    assert [("Начнём. Кроме того, спасибо.",)] == [turn.paragraphs for turn in found.turns]


def test_no_box_eats_words() -> None:
    """A year that is spoken of ends no box, and nothing behind a box's date is lost."""
    found = read(
        "События Встреча 5 марта 2031 года 17:30 Минск Э.Варк: Начнём. Смотрите также Кто "
        "победил 9 мая 1945 года Да. Смотрите также Итоги 5 марта 2031 года Ещё раз о дне 6 "
        "марта 2031 года скажу."
    )

    assert (
        "Начнём. Смотрите также Кто победил 9 мая 1945 года Да. Ещё раз о дне 6 марта 2031 года "
        "скажу." == " ".join(found.turns[0].paragraphs)
    )


def test_cards() -> None:
    """A card is left out where it can be nothing else, and stays where words follow it."""
    text = (
        "Пришли Яр Дост Дост Яр Петрович Министр иностранных дел Тарска , Бор Линд Линд Бор Ильич "
        "помощник Президента и Юна Варк Варк Юна Петровна советник Президента ."
    )

    assert (
        "Пришли Яр Дост, Бор Линд Линд Бор Ильич помощник Президента и Юна Варк.",
        ["persons' cards left out"],
    ) == cards.drop(text)


def test_card_of_a_post_with_a_noun_like_a_verb() -> None:
    """A noun with a verb's ending ("торговли") does not keep a card in the words."""
    text = "Пришёл Яр Дост Дост Яр Петрович Министр торговли и посол Тарска , и все сели."

    assert "Пришёл Яр Дост, и все сели." == cards.drop(text)[0]


def test_glossary_cards() -> None:
    """A glossary's card is left out where it repeats the term, or gives its short form."""
    text = (
        "Мы ценим Союз тарских портов Краткая справка Союз тарских портов (СТП) , Паром Краткая "
        "справка Паром (англ. Ferry) и Лигу Краткая справка Лига ; ОРС Краткая справка Совет "
        "реки Оруна (ОРС) нам дорог."
    )

    assert (
        "Мы ценим Союз тарских портов, Паром и Лигу; ОРС нам дорог.",
        ["glossary cards left out"],
    ) == cards.drop(text)


def test_spoken_glossary_words_stay() -> None:
    """Words that only look like a glossary's card are nobody's to leave out."""
    text = (
        "Вот наш паром. Краткая справка Оруны (три строки) говорит: паром ходит. Паром Краткая "
        "справка Паром и всё."
    )

    assert (text, []) == cards.drop(text)
