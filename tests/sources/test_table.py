"""Tables: every word of a row is read or the row is named, with its line."""

from __future__ import annotations

from pathlib import Path

import pytest

from generator.errors import ContentError, SourceError
from generator.model import Transcript
from generator.sources import table
from generator.sources.reader import RawDocument

GOOD = "Talks,2031-04-03,Elena Vark: Welcome.\n"
HEAD = "title,date,body\n"


def reading(text: str, name: str = "a.csv") -> tuple[list[Transcript], str]:
    """The documents of a table, and its error as a user reads it."""
    found: list[Transcript] = []
    try:
        for transcript in table.parse(RawDocument(name=name, data=text.encode())):
            found.append(transcript)
    except SourceError as error:
        return found, str(error)
    return found, ""


def test_text_cut_at_a_comma_is_an_error() -> None:
    """A row with more cells than columns is refused, and the others are read."""
    cut = "Talks,2031-04-03,Elena Vark: Good morning, dear friends.\n"
    found, error = reading(HEAD + cut + "Visit,2031-04-04,Bor Lind: Thank you.\n")

    assert (
        ["Visit"],
        "a.csv:2: row 1 has 4 cells for 3 columns; put text with a comma in it between quotes",
    ) == ([one.title for one in found], error)


def test_text_cut_at_a_tab_is_an_error() -> None:
    """The sign that parts the cells is named as the table has it."""
    _, error = reading("title\tbody\nTalks\tElena Vark: Good\tmorning.\n")

    assert error.endswith("put text with a tab in it between quotes")


def test_empty_cells_behind_the_columns_are_no_error() -> None:
    """Commas at a row's end hold no words."""
    found, error = reading(HEAD + "Talks,2031-04-03,Elena Vark: Welcome.,,\n")

    assert (1, "") == (len(found), error)


@pytest.mark.parametrize(
    ("rest", "what"),
    [
        ("Visit,2031-04-04,Bor Lind: Yes.\n", "is never closed"),
        ('Visit,2031-04-04,"Bor Lind: Yes."\n', "does not end its cell"),
    ],
)
def test_open_quote_takes_no_rows_in(rest: str, what: str) -> None:
    """The row whose quote stays open is named by the line where it begins."""
    found, error = reading(HEAD + GOOD + 'Talks two,2031-04-05,"Elena Vark: No.\n' + rest)

    assert (["Talks"], True) == (
        [one.title for one in found],
        error.startswith(f"a.csv:3: a quote in the row that begins here {what}; "),
    )


def test_line_of_a_row_behind_blank_lines_and_long_cells() -> None:
    """Lines are counted as an editor shows them."""
    long = '"Talks",2031-04-03,"Elena Vark: One.\n\nBor Lind: Two."\n'
    _, error = reading("\n" + HEAD + "\n" + long + "Visit,2031-04-04,\n")

    assert error.startswith("a.csv:7: row 2 has no text")


def test_column_that_stands_twice_is_an_error() -> None:
    """Of two columns of one name only one could be read."""
    _, error = reading("title,body,body\nTalks,Elena Vark: One.,Elena Vark: Two.\n")

    assert "a.csv:1: the column 'body' stands twice; give each column a name of its own" == error


def test_name_that_stands_twice_in_an_object_is_an_error() -> None:
    """Of two values of one name only one could be read."""
    _, error = reading('{"title": "Talks", "body": "A: One.", "body": "A: Two."}\n', "a.jsonl")

    assert "a.jsonl:1: 'body' stands twice in one object; mend it" == error


def test_blank_line_above_the_first_object() -> None:
    """It does not make one array of many lines."""
    row = '{"title": "Talks %s", "body": "Elena Vark: Yes."}\n'
    found, error = reading("\n" + row % 1 + row % 2, "a.jsonl")

    assert (["Talks 1", "Talks 2"], "") == ([one.title for one in found], error)


@pytest.mark.parametrize(
    ("sign", "what"), [(r"\ud83d", "half a character"), (r"\u0000", "a NUL character")]
)
def test_sign_that_is_no_character_is_an_error(sign: str, what: str) -> None:
    """Such a row is named by its line, and the rows behind it are read."""
    bad = f'{{"title": "Talks", "date": "2031-04-03", "body": "Elena Vark: Yes {sign}."}}\n'
    good = '{"title": "Visit", "date": "2031-04-04", "body": "Bor Lind: Yes."}\n'
    found, error = reading(bad + good, "a.jsonl")

    assert (["Visit"], f"a.jsonl:1: row 1: the body holds {what}; take it out or mend it") == (
        [one.title for one in found],
        error,
    )


def test_mapping_that_is_no_text_is_an_error(tmp_path: Path) -> None:
    """A file of columns in another encoding is named."""
    path = tmp_path / "a.csv"
    path.with_name("a.csv.columns.yml").write_bytes("body: речь".encode("cp1251"))

    with pytest.raises(SourceError, match=r"a\.csv\.columns\.yml: cannot be read"):
        list(table.parse(RawDocument(name=str(path), data=b"title,x\nTalks,Elena Vark: Yes.\n")))


def _dates(*printed: str) -> str:
    rows = (f"Talks {n},{day},Elena Vark: Yes.\n" for n, day in enumerate(printed, 1))
    return HEAD + "".join(rows)


def test_date_that_may_be_two_days_is_an_error() -> None:
    """Nobody guesses whether 03/04 is in March or in April."""
    found, error = reading(_dates("03/04/2031", "05/05/2031"))

    assert (
        ["2031-05-05"],
        "a.csv:2: row 1: the date '03/04/2031' may be 2031-04-03 or 2031-03-04; write "
        "`date_order: day-month` or `month-day` into a.csv.columns.yml",
    ) == ([one.date for one in found], error)


@pytest.mark.parametrize(
    ("other", "expected"), [("05/13/2031", "2031-03-04"), ("13/05/2031", "2031-04-03")]
)
def test_other_dates_of_a_table_settle_the_order(other: str, expected: str) -> None:
    """A day above 12 anywhere in the table shows what stands first in all of them."""
    found, error = reading(_dates("03/04/2031", other))

    assert (expected, "") == (found[0].date, error)


def test_dates_of_both_orders_settle_nothing() -> None:
    """A table that writes both ways is asked."""
    _, error = reading(_dates("03/04/2031", "05/13/2031", "13/05/2031"))

    assert "row 1: the date '03/04/2031' may be 2031-04-03 or 2031-03-04" in error


def test_order_of_dates_is_given_beside_the_table(tmp_path: Path) -> None:
    """The file of columns may say what stands first."""
    path = tmp_path / "a.csv"
    path.with_name("a.csv.columns.yml").write_text("date_order: month-day", "utf-8")
    found, error = reading(_dates("03/04/2031"), str(path))

    assert (["2031-03-04"], "") == ([one.date for one in found], error)


def test_unknown_order_of_dates_is_an_error(tmp_path: Path) -> None:
    """Only two orders are known."""
    path = tmp_path / "a.csv"
    path.with_name("a.csv.columns.yml").write_text("date_order: american", "utf-8")

    with pytest.raises(ContentError, match="date_order is 'american'; write day-month or"):
        reading(_dates("03/04/2031"), str(path))


def test_escaped_slashes_of_json_settle_the_order() -> None:
    """Some programs write a stroke before every slash."""
    row = r'{"title": "T%s", "date": "%s", "body": "Elena Vark: Yes."}'
    text = "\n".join((row % (1, r"03\/04\/2031"), row % (2, r"05\/13\/2031")))
    found, _ = reading(text, "a.jsonl")

    assert ["2031-03-04", "2031-05-13"] == [one.date for one in found]


def test_date_in_a_rows_text_that_may_be_two_days_is_an_error() -> None:
    """Where no column has the date, the text's own is asked about."""
    _, error = reading('title,body\nTalks,"03/04/2031\nElena Vark: Yes."\n')

    assert error.startswith("a.csv:2: row 1: the date '03/04/2031' may be 2031-04-03 or ")


def test_column_wins_over_a_date_that_may_be_two_days() -> None:
    """What a column says is not asked again."""
    found, error = reading(HEAD + 'Talks,2031-04-03,"03/04/2031\nElena Vark: Yes."\n')

    assert (["2031-04-03"], "") == ([one.date for one in found], error)
