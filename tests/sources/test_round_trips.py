"""Whatever is said, each layout of text gives it back: speakers, notes and words."""

from __future__ import annotations

import csv
import io
import json
from dataclasses import dataclass

from hypothesis import given, settings
from hypothesis import strategies as st

from generator.model import Transcript
from generator.sources.discovery import read
from generator.sources.reader import RawDocument

# The first reading pays for the readers' imports; how long one takes is measured in bench/.
untimed = settings(deadline=None)

TITLE = "Встреча с Президентом Тарска Бором Линдом"
LEAD = "В Ашполе состоялась встреча Элены Варк с Бором Линдом."
NAMES = ("Э.Варк", "Б.Линд", "К.-Ж.Дост", "М.Диас-Варк Бермудо", "Си Цзиньпин")
LABELS = (*NAMES, "Вопрос", "Неизвестный", "[имя не рассекречено]")
NOTES = (None, "(как переведено)", "(обращаясь к Б.Линду)")

word = st.text("абвгдеёжзиклмнопрстуя\u00a0", min_size=2, max_size=9).map(
    lambda text: text.strip("\u00a0") or "слово"
)


@st.composite
def sentence(draw: st.DrawFn) -> str:
    """A sentence as speakers say them, with colons, brackets and dashes inside."""
    words = draw(st.lists(word, min_size=2, max_size=12))
    for at in range(1, len(words) - 1):
        words[at] += draw(st.sampled_from(("", "", "", ",", ":", " –", " [процента]", " (да)")))
    return " ".join(words).capitalize() + draw(st.sampled_from(".!?…"))


@dataclass(frozen=True)
class Spoken:
    """One turn."""

    label: str
    note: str | None
    paragraphs: tuple[str, ...]


turns = st.lists(
    st.builds(
        Spoken,
        st.sampled_from(LABELS),
        st.sampled_from(NOTES),
        st.lists(sentence(), min_size=1, max_size=4).map(tuple),
    ),
    min_size=1,
    max_size=8,
).filter(lambda said: any(turn.label in NAMES for turn in said))


def lines(said: list[Spoken]) -> list[str]:
    """Paragraphs, labels before the first of each turn."""
    return [
        (f"{turn.label}{f' {turn.note}' if turn.note else ''}: " if first == 0 else "") + text
        for turn in said
        for first, text in enumerate(turn.paragraphs)
    ]


def back(name: str, text: str) -> Transcript:
    """The one transcript in ``text``."""
    (found,) = read(RawDocument(name=name, data=text.encode()))
    assert isinstance(found, Transcript)
    return found


def spoken(found: Transcript) -> list[Spoken]:
    """The turns that were found."""
    return [Spoken(turn.label, turn.note, turn.paragraphs) for turn in found.turns]


@untimed
@given(turns)
def test_kremlin_text(said: list[Spoken]) -> None:
    """The layout of the copy button."""
    head = f"\n{TITLE}\n\n\n2031-08-19 18:35:00\n\nАшполь\n\n{LEAD}\n\n"
    text = head + "\n".join(lines(said)) + "\n\n\nhttp://kremlin.ru/events/president/news/copy/9"
    found = back("a.txt", text)

    assert said == spoken(found)
    assert (TITLE, "Ашполь", LEAD, "18:35") == (found.title, found.place, found.lead, found.time)


@untimed
@given(turns)
def test_plain_text(said: list[Spoken]) -> None:
    """Paragraphs parted by blank lines."""
    found = back("a.txt", f"{TITLE}\n\n19 августа 2031 года\n\n" + "\n\n".join(lines(said)))

    assert said == spoken(found)
    assert (TITLE, "2031-08-19") == (found.title, found.date)


@untimed
@given(
    turns, st.permutations(("19 августа 2031 года", "http://kremlin.ru/events/president/news/9"))
)
def test_plain_text_below_a_close_head(said: list[Spoken], below: list[str]) -> None:
    """Title, date and address in lines without a blank one, in any order below the title."""
    head = "\n".join((TITLE, *below))
    found = back("a.txt", f"{head}\n\n" + "\n\n".join(lines(said)))

    assert said == spoken(found)
    assert (TITLE, "2031-08-19", "kremlin-9") == (found.title, found.date, found.id)


@untimed
@given(turns)
def test_json_lines(said: list[Spoken]) -> None:
    """A row of a scraper's JSON Lines."""
    row = {"title": TITLE, "date": "2031-08-19", "text": "\n\n".join(lines(said))}
    found = back("a.jsonl", json.dumps(row, ensure_ascii=False))

    assert said == spoken(found)


@untimed
@given(turns)
def test_csv(said: list[Spoken]) -> None:
    """A row of a scraper's CSV."""
    written = io.StringIO()
    csv.writer(written).writerows(
        [["title", "date", "body"], [TITLE, "2031-08-19", "\n\n".join(lines(said))]]
    )

    assert said == spoken(back("a.csv", written.getvalue()))


@untimed
@given(turns)
def test_kremlin_flat(said: list[Spoken]) -> None:
    """One line; where paragraphs part is lost, who said which words is not."""
    text = (
        f"События {TITLE} {LEAD} 19 августа 2031 года 18:35 Минск {' '.join(lines(said))} Темы "
        "Внешняя политика Статус материала Опубликован в разделе: Новости Дата публикации: "
        "19 августа 2031 года, 18:35 Ссылка на материал: kremlin.ru/d/9 Текстовая версия"
    )
    found = back("a.txt", text)

    assert [(turn.label, turn.note, (" ".join(turn.paragraphs),)) for turn in said] == [
        (turn.label, turn.note, turn.paragraphs) for turn in spoken(found)
    ]
    assert (TITLE, LEAD, "Минск") == (found.title, found.lead, found.place)
