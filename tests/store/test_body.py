"""The body's Markdown gives back every word and block."""

from __future__ import annotations

import html
import re

import markdown
from hypothesis import given
from hypothesis import strategies as st

from generator.model import Block, Mark, Narration, Rule, Subhead, Turn
from generator.store import body
from generator.store.escape import escape, unescape
from generator.store.page import Handwritten

HOSTILE = st.sampled_from(
    [
        "<script>alert(1)</script>",
        "{{ page.title }}",
        "---",
        "| a | b |",
        "`code`",
        "**X:** y",
        "# one",
        "1. one",
        "&lt;",
        "&amp;lt;",
        "\\*",
        "\u202eabc\u202c",
        "\x00",
        "*",
        "a\u2028b",
        "$x$ and $y$",
        "~~gone~~",
        ":smile:",
        "[a](b)",
        "![a](b)",
        "<!-- x -->",
        "+ one",
        "=",
        "/// note",
        "!!! note",
        "> note",
        ">",
    ]
)
WORDS = st.one_of(
    HOSTILE,
    st.text(st.characters(codec="utf-8", exclude_characters="\r\n\t"), min_size=1, max_size=30),
)
PARAGRAPH = (
    st.lists(WORDS, min_size=1, max_size=4).map(lambda parts: " ".join(parts).strip(" \t\r\n"))
).filter(bool)
LABEL = PARAGRAPH
BLOCK = st.one_of(
    st.builds(Narration, text=PARAGRAPH),
    st.builds(Subhead, text=PARAGRAPH),
    st.builds(Rule),
    st.just(Mark(text="<…>")),
    st.builds(
        Turn,
        label=LABEL,
        note=st.none() | PARAGRAPH,
        paragraphs=st.lists(PARAGRAPH, max_size=4).map(tuple),
    ),
)


@given(st.lists(BLOCK, max_size=8))
def test_blocks_survive_markdown(blocks: list[Block]) -> None:
    """What is written comes back: every block, label, note and word, in order."""
    expected = body.with_anchors(blocks)

    assert expected == body.from_markdown(body.to_markdown(expected))


@given(PARAGRAPH)
def test_text_survives_escaping(text: str) -> None:
    """Unescaping gives the very text that was escaped."""
    assert text == unescape(escape(text))


VISIBLE = st.lists(
    st.one_of(
        HOSTILE,
        st.text(
            st.characters(codec="utf-8", exclude_categories=["Cc", "Cs", "Zl", "Zp"]), max_size=20
        ),
    ),
    min_size=1,
    max_size=3,
).map(lambda parts: " ".join(parts).replace("\x00", "").replace("\u2028", "").strip())


@given(VISIBLE.filter(bool))
def test_python_markdown_shows_the_text(text: str) -> None:
    """Any Markdown renderer shows the words as they are, inert."""
    shown = markdown.markdown(escape(text), extensions=["tables", "attr_list", "def_list"])

    assert text.split() == html.unescape(re.sub(r"</?p>", "", shown)).split()


def test_narration_after_a_turn_is_not_put_in_the_speakers_mouth() -> None:
    """A report paragraph that follows speech stays a report."""
    blocks = body.with_anchors(
        [Turn(label="Э.Варк", paragraphs=("Добрый день.",)), Narration(text="Стороны вышли.")]
    )

    assert blocks == body.from_markdown(body.to_markdown(blocks))


@given(st.lists(BLOCK, max_size=8), st.sets(st.integers(0, 40)))
def test_notes_below_any_paragraph_change_no_words(blocks: list[Block], below: set[int]) -> None:
    """A quote line right under a paragraph, or apart, is a note; every word stays whose it was."""
    expected = body.with_anchors(blocks)
    paragraphs = [part for part in body.to_markdown(expected).rstrip("\n").split("\n\n") if part]
    noted = [
        part + ("\n" * (1 + place % 2) + "> A note." if place in below else "")
        for place, part in enumerate(paragraphs)
    ]
    found = body.from_markdown("\n\n".join(noted) + "\n")

    assert expected == tuple(block for block in found if not isinstance(block, Handwritten))
    assert len(below & set(range(len(paragraphs)))) == len(found) - len(expected)


def test_editors_note_in_a_turn_does_not_end_it() -> None:
    """Words after an editor's own note still belong to the speaker, and it knows its place."""
    blocks = body.from_markdown("**Э.Варк:** Раз.\n\n> A note.\n\nДва.\n")

    assert (
        Turn(label="Э.Варк", paragraphs=("Раз.", "Два.")),
        body.Between(markdown="A note.", after=1),
    ) == blocks


def test_note_right_below_a_paragraph_is_a_note() -> None:
    """Without a blank line too, and over several lines, nothing of it is the speaker's."""
    blocks = body.from_markdown("**A:** one\n> A note\n> goes on.\n\ntwo\n> Last.\n")

    assert (
        Turn(label="A", paragraphs=("one", "two")),
        body.Between(markdown="A note\ngoes on.", after=1),
        Handwritten(markdown="Last."),
    ) == blocks


def test_note_right_above_a_turn_does_not_take_it_in() -> None:
    """A turn's anchor ends the note, though Markdown would let the note go on."""
    blocks = body.from_markdown('> A note.\n<a id="t1"></a>**A:** one\n')

    assert (
        Handwritten(markdown="A note."),
        Turn(label="A", paragraphs=("one",), anchor="t1"),
    ) == blocks


def test_notes_and_closing_marks_keep_their_order() -> None:
    """A note behind the mark that closes a turn stays behind it."""
    blocks = body.from_markdown("**A:** one\n\n&lt;…&gt;\n\n> A note.\n\n**B:** two\n")

    assert (
        Turn(label="A", paragraphs=("one",)),
        Mark(text="<…>"),
        Handwritten(markdown="A note."),
        Turn(label="B", paragraphs=("two",)),
    ) == blocks


def test_note_between_paragraphs_is_written_where_it_stands() -> None:
    """Two notes in one turn come back from their own places."""
    markdown = '<a id="t1"></a>**A:** one\n\n> First.\n\ntwo\n\n> Second.\n\nthree\n'

    assert markdown == body.to_markdown(body.from_markdown(markdown))


def test_turn_put_in_by_hand_moves_no_permalink() -> None:
    """Anchors of the other turns stay what they were."""
    turns = body.with_anchors(
        [
            Turn(label="A", paragraphs=("1",), anchor="t1"),
            Turn(label="B", paragraphs=("new",)),
            Turn(label="A", paragraphs=("2",), anchor="t2"),
        ]
    )

    assert ["t1", "t1-2", "t2"] == [turn.anchor for turn in turns if isinstance(turn, Turn)]


def test_mark_inside_a_turn_stays_inside() -> None:
    """A mark between two paragraphs of one speaker does not end the turn."""
    blocks = body.from_markdown("**A:** one\n\n&lt;…&gt;\n\ntwo\n\n&lt;…&gt;\n")

    assert (Turn(label="A", paragraphs=("one", "<…>", "two")), Mark(text="<…>")) == blocks
