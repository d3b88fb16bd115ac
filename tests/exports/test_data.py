"""Data and citations: every field documented, nothing lost, files that others read."""

from __future__ import annotations

import csv
import io
import json
import re
from pathlib import Path
from typing import Any

import pytest

from generator.exports import citation, records
from generator.model import Edtf, Figure, SourceRef, Speaker
from generator.pages import event as event_page
from generator.pages import relationship
from generator.store.page import EventPage
from tests.pages.hub_site import make_chronicle, make_event, make_milestone, make_sites

DOCS = Path(__file__).parents[2] / "docs" / "data.md"
EVENT = make_event(
    "kremlin-7",
    title="Встреча с Президентом Оруны Эленой Варк",
    lead="В Вессе прошла встреча.",
    time="18:35",
    zone="Europe/Moscow",
    format="in-person",
    place="vess",
    place_printed="Весс",
    host="XA",
    organisations=("lake-union",),
    topics=("trade",),
    milestones=("m1",),
    multilateral=True,
    published="2031-08-19T20:00:00+03:00",
    updated="2031-08-20T20:00:00+03:00",
    speakers=(Speaker(label="Э.Варк", person="elena-vark", turns=1, words=2),),
    figures=(
        Figure(
            value="30",
            unit="year",
            measure="treaty",
            period="2001",
            person="elena-vark",
            anchor="t1",
            words="30 лет",
        ),
    ),
    source=SourceRef(
        publisher="kremlin",
        url="http://example.org/7",
        licence="CC-BY-4.0",
        attribution="Kremlin.ru",
        sha256="0" * 64,
        format="made_up",
        first_seen="2032-01-02",
    ),
)


def paths(value: Any, stem: str = "") -> set[str]:
    """Every field of a record: "source.url", "speakers[].label"."""
    if isinstance(value, dict):
        return {path for key, inner in value.items() for path in paths(inner, f"{stem}.{key}")}
    if isinstance(value, list) and value and isinstance(value[0], dict):
        return paths(value[0], f"{stem}[]")
    return {stem.removeprefix(".")}


def documented(heading: str) -> set[str]:
    """The fields that a section of docs/data.md explains."""
    text = DOCS.read_text("utf-8")
    section = text.split(f"## {heading}\n")[1].split("\n## ")[0]
    rows = re.findall(r"^\| (`[^|]+) \|", section, re.M)
    return {name for row in rows for name in re.findall(r"`([^`]+)`", row)}


def record_json() -> dict[str, Any]:
    """What stands beside the document's page."""
    site = make_sites(make_chronicle((EVENT,)))[0]
    page = event_page.render(EventPage(event=EVENT, blocks=()), site)
    found: dict[str, Any] = json.loads(page.beside[records.FILE])[0]
    return found


def test_every_field_of_a_record_is_documented() -> None:
    """docs/data.md names each field of record.json, and no other."""
    found = record_json()["custom"]
    proof = {f"receipt.{path}" for path in (*found.pop("receipt"), "differences")}

    assert paths(found) | proof == documented("A document: `record.json`")


def test_every_field_of_a_relationship_is_documented() -> None:
    """docs/data.md names each field of documents.json around its documents."""
    stones = (make_milestone("m1", "2030-05-01"),)
    site = make_sites(make_chronicle((EVENT,), stones))[0]
    page = next(page for page in relationship.build(site) if records.JSON in page.beside)
    found = json.loads(page.beside[records.JSON])
    titles = {f"milestones[].titles.{language}" for language in ("ru", "en")}
    found["documents"] = [found["documents"][0]["id"]]

    assert {
        path if path not in titles else "milestones[].titles" for path in paths(found)
    } == documented("A relationship: `documents.json`")


def test_columns_are_documented() -> None:
    """docs/data.md names each column of documents.csv in its order."""
    text = DOCS.read_text("utf-8").split("## A relationship: `documents.csv`\n")[1]
    line = next(line for line in text.split("\n") if line.startswith("`id`"))

    assert list(records.COLUMNS) == re.findall(r"`([^`]+)`", line)


def test_record_is_a_citation() -> None:
    """A reference manager finds what CSL-JSON asks for at the top."""
    found = record_json()

    assert ("kremlin-7", "webpage", [[2031, 8, 19]]) == (
        found["id"],
        found["type"],
        found["issued"]["date-parts"],
    )


def test_csv_gives_back_what_went_in() -> None:
    """A title with quotes, commas and line ends is one value of one row."""
    event = make_event(title='"А", Б\nВ')
    table = records.as_csv([records.row(records.record(event, "p"))])
    rows = list(csv.DictReader(io.StringIO(table.removeprefix("\ufeff"), newline="")))

    assert ['"А", Б\nВ'] == [row["title"] for row in rows]


def test_no_value_is_a_formula() -> None:
    """A spreadsheet takes no title for a formula."""
    event = make_event(title="=1+1")

    assert "'=1+1" in records.row(records.record(event, "p"))


def test_gost() -> None:
    """The reference in the Russian manner."""
    assert (
        "Встреча с Президентом Оруны Эленой Варк [Электронный ресурс] // "
        "Президент России (kremlin.ru). 19.08.2031. URL: http://example.org/7 "
        "(дата обращения: 02.01.2032)."
    ) == citation.gost(EVENT)


def test_chicago() -> None:
    """The bibliography entry in Chicago's manner."""
    assert (
        "President of Russia (kremlin.ru). “Встреча с Президентом Оруны Эленой Варк.” "
        "August 19, 2031. http://example.org/7."
    ) == citation.chicago(EVENT)


@pytest.mark.parametrize(
    ("when", "gost", "chicago"),
    [
        ("2031-08", "08.2031", "August 2031"),
        ("2031?", "2031", "2031"),
        ("2031-10-02/2031-10-14", "02.10.2031–14.10.2031", "October 2, 2031–October 14, 2031"),
        ("../2031-10-14", "14.10.2031", "October 14, 2031"),
    ],
)
def test_a_date_stays_as_precise_as_it_is(when: str, gost: str, chicago: str) -> None:
    """No citation gives a day that is not known."""
    event = make_event(date=Edtf.parse(when), source=EVENT.source)

    assert (True, True) == (
        f" {gost}. " in citation.gost(event),
        f" {chicago}. " in citation.chicago(event),
    )


def test_bibtex_is_safe_for_tex() -> None:
    """Signs that mean something to TeX are written as signs."""
    event = make_event(title="100 % {A} & B_1")

    assert r"title={{100 \% \{A\} \& B\_1}}," in citation.bibtex(event, "p")
