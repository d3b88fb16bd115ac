"""Speaker labels are told from sentences that happen to hold a colon."""

from __future__ import annotations

import pytest

from generator.sources.parts import speakers
from generator.sources.parts.names import Shape, shape

STRONG = (
    "Э.Варк",
    "Вик.Варк",
    "Врач-кардиолог Э.Варк",
    "Э.д’Эстр",
    "Э. Варк",
    "Э.В.Варк",
    "К.-Ж.Линд",
    "Дж.Линд",
    "Х.Бен Варк Аль Линд",
    "М. бен Линд Аль Варк",
    "У.фон дер Варк",
    "М.Линд-Варк Бермудо",
    "Б.Линд, «Вольная Оруна»",
    "Э.Варк и Б.Линд",
    "Варк Э.В.",
    "Э.ВАРК",
    "Вопрос",
    "РЕПЛИКА",
    "Патриарх Ювеналий",
    "Король Тарска Абдалла II",
    "Пресс-секретарь Б.Линд",
    "Президент Оруны Элена Варк",
    "President of Oruna Elena Vark",
    "A. Lind",
    "Patriarch Juvenal of Ashpol and All Oruna",
    "Head of the We Are Oruna foundation Anna Lind",
    "First Deputy Chief of Staff of the Palace Bor Lind",
    "Ashpol Mayor Bor Lind",
    "Mr. Lind",
    "Lt. Gen. Lind",
    "Question",
)
FAIR = (
    "Вопрос газеты «Вольная Оруна»",
    "Вопрос Э.Варк",
    "Вопрос из Ашполя",
    "Вопрос на тарском языке",
    "Из зала",
    "Голос с места",
    "Элена Варк",
    "Участник встречи",
    "Ученица 5-го класса",
    "Представитель СМИ",
    "Голос за кадром",
    "Пенсионерка",
    "Студентка медицинского института",
    "Молодой человек",
    "Молодая женщина",
    "Губернатор",
    "Рейтер",
    "Телеканал «Оруна»",
    "Даша",
    "Elena Vark",
    "Bor al-Lind",
    "Elena Vark, Free Oruna",
    "The President",
    "A woman",
    "Yulia",
    "Hero of Oruna Elena Vark",
    "Question from the floor",
    "A______",
    "______",
    "Mr. K____",
    "[name not declassified]",
    "Mr. [less than 1 line not declassified]",
    "[фамилия скрыта]",
    "Unidentified male speaker",
    "UNIDENTIFIED SPEAKER",
    "Неизвестный",
    "Неустановленное лицо",
    "[Interpreter]",
    "(Из зала)",
)
NONE = (
    "[1 line not declassified]",
    "(Speaks Tarskish)",
    "(Applause)",
    "Unidentified man shot the mayor",
    "Подчеркну",
    "Повторяю",
    "Второе",
    "И наконец",
    "Примечание",
    "Вопрос следующий",
    "Вопрос Ваш",
    "Вопрос на засыпку",
    "Уважаемый Бор Ильич",
    "Учитель года",
    "Пишет Элена Варк",
    "Письмо Элены Варк",
    "Северная Линда",
    "Глава Минобороны",
    "Oruna Stream",
    "Нижний Новгород",
    "Совет Безопасности",
    "Правительству Республики Тарск",
    "Let me stress",
    "Mr President",
    "One more thing",
    "Security Council",
    "Saudi Arabia",
    "As they say in Oruna",
)


@pytest.mark.parametrize("label", STRONG)
def test_strong(label: str) -> None:
    """A name with initials, a post with a name or a role is a label wherever it stands."""
    assert Shape.STRONG == shape(label)


@pytest.mark.parametrize("label", FAIR)
def test_fair(label: str) -> None:
    """A name alone is a label in a document that has speakers."""
    assert Shape.FAIR == shape(label)


@pytest.mark.parametrize("label", NONE)
def test_false_friend(label: str) -> None:
    """Sentences, places, bodies and ways of speaking to somebody are no labels."""
    assert Shape.NONE == shape(label)


def found(*paragraphs: str) -> list[str | None]:
    """The label of each paragraph."""
    return [label.label if label else None for label in speakers.labels(paragraphs)]


def test_report_has_no_speakers() -> None:
    """A report whose paragraphs hold colons gets no turns."""
    report = ("Элена Варк отметила: всё идёт хорошо.", "Темы: торговля.", "Вопрос: что дальше?")

    assert [None, None, None] == found(*report)


def test_note_and_words() -> None:
    """A note in brackets is kept apart from the label."""
    assert speakers.Label("Б.Линд", "(как переведено)", "Да.") == speakers.cut(
        "Б.Линд (как переведено): Да."
    )


@pytest.mark.parametrize("note", ["(перевод)", "[как переведено]", "/как переведено/", "<перевод>"])
def test_brackets_of_notes(note: str) -> None:
    """Notes stand in any brackets, and between slashes."""
    label = speakers.cut(f"Б.Линд {note}: Да.")

    assert label is not None and ("Б.Линд", note) == (label.label, label.note)


def test_full_stops_for_colons() -> None:
    """Where a document ends its labels in full stops throughout, so they are read."""
    said = ("Вопрос. Когда?", "Э.Варк. Скоро.", "Вопрос. Где?", "Э.Варк. Здесь.")

    assert ["Вопрос", "Э.Варк", "Вопрос", "Э.Варк"] == found(*said)


def test_card_in_label() -> None:
    """A person's card that leaked into a label is left out of it."""
    label = speakers.cut("Б.Линд Линд Бор Ильич Президент Тарска : Да.")

    assert label is not None and "Б.Линд" == label.label


def test_time_is_no_label() -> None:
    """The colon of a time of day ends no label."""
    assert speakers.cut("В 18:35 началась встреча.") is None


def test_slips() -> None:
    """A known speaker is known without his full stop, and with one for a colon."""
    assert ["Б.Линд", "Э.Варк", "Б Линд", "Б.Линд"] == found(
        "Б.Линд: Да.", "Э.Варк: Да.", "Б Линд: Да.", "Б.Линд. Нет."
    )


def test_outlet_comes_back() -> None:
    """An outlet that asks more than once is a speaker."""
    assert ["«Оруна»", "Э.Варк", "«Оруна»"] == found(
        "«Оруна»: Когда?", "Э.Варк: Скоро.", "«Оруна»: Спасибо."
    )


def test_headings_of_a_list() -> None:
    """What one speaker counts up again and again is no speaker."""
    said = ("Э.Варк: Да.", *("Дороги: Их много.", *["И ещё."] * 3) * 3, "Б.Линд: Нет.")

    assert ["Э.Варк", "Б.Линд"] == [label for label in found(*said) if label]


def test_patronymic_speaks() -> None:
    """A given name with a patronymic addresses somebody, and speaks only in a conversation."""
    talk = ("Э.Варк: Когда?", "Анна Ильична: Скоро.") * 3

    assert ["Э.Варк", None] == found("Э.Варк: Да.", "Анна Ильична: Так её зовут.")
    assert ["Э.Варк", "Анна Ильична"] * 3 == found(*talk)


def test_lower_case_goes_on() -> None:
    """What goes on in lower case behind the colon is a sentence."""
    assert ["Э.Варк", None] == found("Э.Варк: Да.", "Элена Варк: так её зовут.")


UNNAMED = ("A______: Why?", "[name not declassified]: No.", "Unidentified speaker: Ha.")


def test_unnamed_among_named() -> None:
    """A speaker without a name is one where others are named, and no word goes to them."""
    assert ["Mr. Lind", "A______", "[name not declassified]", "Unidentified speaker"] == found(
        "Mr. Lind: Yes.", *UNNAMED
    )


def test_unnamed_alone() -> None:
    """Where nobody is named, a blank before a colon is no speaker, however often it comes."""
    report = ("The speaker's words are not declassified.", *UNNAMED * 2)

    assert [None] * 7 == found(*report)


def test_note_on_a_name() -> None:
    """What is struck out behind a name is a note, and behind a post it is the name."""
    notes = [speakers.cut(f"{who} [name not declassified]: Yes.") for who in ("Bor Lind", "Mr.")]

    assert ["[name not declassified]", None] == [label.note for label in notes if label]


def test_unnamed_inside_a_paragraph() -> None:
    """A speaker without a name is known in mid-paragraph where he spoke before."""
    said = ["Mr. Lind: Yes.", "A______: Why?", "Mr. Lind: So. A______: But?", "A______: Oh."]
    cut = speakers.splitter(said)

    assert ["Mr. Lind: So.", "A______: But?"] == cut(said[2])


@pytest.mark.parametrize(
    "words",
    [
        "Dear Bor Lind, dear guests,",
        "Ladies and gentlemen, thank you.",
        "Уважаемые коллеги, начнём.",
        "Good afternoon.",
        "Добрый день!",
    ],
)
def test_one_who_addresses_somebody_speaks(words: str) -> None:
    """A speech has one label, and a plain text nothing else that tells it."""
    found = speakers.labels([f"Elena Vark: {words}", "Our lakes are deep.", "Thank you."])

    assert ["Elena Vark", None, None] == [label and label.label for label in found]


@pytest.mark.parametrize(
    "paragraph",
    [
        "Ashpol Region: Two lakes, one river.",
        "Northern Lakes: the friends of the valley met.",
        "Note: Dear guests may leave their coats.",
    ],
)
def test_a_heading_addresses_nobody(paragraph: str) -> None:
    """What stands before a colon at the head of a report is no speaker."""
    assert [None, None] == speakers.labels([paragraph, "Our lakes are deep."])
