"""Lines that belong together become one paragraph, and lines that stand alone stay alone."""

from __future__ import annotations

from generator.sources.parts.lines import paragraphs

WRAPPED = """The ferry of Ashpol went to Tarsk and came back with forty-one
passengers, two goats and a piano that nobody had asked for.

The piano was given to the school of Ashpol, where it was played
until the spring, and the goats went home with the captain.

The captain said that he had never seen a piano so far from any
wall, and that he would not carry another one.

Nobody has asked him to carry one since, for pianos come by rail
and goats walk."""


def texts(text: str) -> list[str]:
    """The paragraphs' words."""
    return [line.text for line in paragraphs(text)]


def test_close_head_above_wrapped_lines() -> None:
    """Where all paragraphs are wrapped, title, date, place and address are not."""
    head = ["The Ferry of Ashpol and Its Piano", "Ashpol, June 3, 2031", "example.org.kremlin.ru/a"]

    assert head == texts("\n".join(head) + "\n\n" + WRAPPED)[:3]


def test_named_lines_above_wrapped_lines() -> None:
    """Named fields and a time of day are lines of their own, too."""
    head = ["Ferry", "Date: 3 June 2031", "18:35", "Source: https://example.org/ferry"]

    assert head == texts("\n".join(head) + "\n\n" + WRAPPED)[:4]


def test_title_of_two_lines() -> None:
    """A title that is wrapped itself is joined above a date."""
    title = "The Ferry of Ashpol and Its Piano on the Way to Tarsk\nand Back\n3 June 2031\n\n"

    assert title.replace("\nand", " and").split("\n")[:2] == texts(title + WRAPPED)[:2]


def test_address_inside_a_sentence() -> None:
    """A sentence that runs through an address, or through a date, is one paragraph."""
    said = WRAPPED.replace("two goats", "as\nhttps://example.org/goats\ntells, two goats")

    assert texts(WRAPPED)[1:] == texts(said)[1:]
    assert "as https://example.org/goats tells, two" in texts(said)[0]


def test_address_below_wrapped_lines() -> None:
    """An address below the last sentence is no part of it."""
    assert [*texts(WRAPPED), "https://example.org/1"] == texts(f"{WRAPPED}\nhttps://example.org/1")


def test_wrapped_lines_are_joined() -> None:
    """Each wrapped paragraph is one, whatever its width."""
    assert [part.replace("\n", " ") for part in WRAPPED.split("\n\n")] == texts(WRAPPED)


def test_unnamed_speaker_among_wrapped_lines() -> None:
    """A speaker without a name opens a paragraph, as one with a name does."""
    said = "Mr. Lind: The ferry of Ashpol goes on Sundays, and it\ngoes at night."
    asked = [
        "A______: Why?",
        "[name not declassified]: Who pays for the ferry of Ashpol on such\na day?",
    ]

    assert 3 == len(texts("\n".join((said, *asked))))
