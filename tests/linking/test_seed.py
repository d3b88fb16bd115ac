"""The real document with the real registry: the meeting in Sochi of 19 August 2022."""

from __future__ import annotations

from functools import cache
from pathlib import Path

from generator.ingest.assemble import draft
from generator.linking.linker import Linked, Linker
from generator.model import Transcript
from generator.registry import load
from generator.sources.discovery import read
from generator.sources.reader import RawDocument

CONTENT = Path(__file__).parents[2] / "content"


@cache
def seed() -> Linked:
    """The seed, read and linked."""
    path = CONTENT / "sources" / "2022" / "kremlin-69182.txt"
    linker = Linker(load(CONTENT / "registry"), cache_dir=None)
    (found,) = read(RawDocument(name=path.name, data=path.read_bytes()))
    assert isinstance(found, Transcript)
    return draft(found, linker).linked


def test_the_two_presidents_met_in_sochi() -> None:
    """Parties, people, place, host, kind and format."""
    event = seed().event

    assert ("KZ", "RU") == event.countries
    assert ("vladimir-putin", "kassym-jomart-tokayev") == event.people
    assert ("sochi", "RU") == (event.place, event.host)
    assert ("meeting", "in-person") == (event.kind, event.format)
    assert () == seed().notices


def test_all_seven_figures_are_found_with_who_said_them() -> None:
    """Four of the one president, three of the other."""
    found = [(f.value, f.unit, f.person, f.anchor) for f in seed().event.figures]

    assert [
        ("34.4", "percent", "vladimir-putin", "t1p3"),
        ("8.8", "percent", "vladimir-putin", "t1p3"),
        ("17000000000", "USD", "vladimir-putin", "t1p3"),
        ("4500000000", "USD", "vladimir-putin", "t1p3"),
        ("30", "year", "kassym-jomart-tokayev", "t2p2"),
        ("30", "year", "kassym-jomart-tokayev", "t2p2"),
        ("24500000000", "USD", "kassym-jomart-tokayev", "t2p3"),
    ] == found


def test_the_figures_are_told_in_the_speakers_own_words() -> None:
    """Word for word, with the spaces of the source."""
    words = {figure.words.replace("\u00a0", " ") for figure in seed().event.figures}

    assert "в прошлом году вырос на 34,4 процента" in words
    assert "В прошлом году объём торговли составил 24,5 миллиарда долларов" in words


def test_the_treaties_of_1992_and_2013_and_the_anniversary_are_mentioned() -> None:
    """The milestones that a reader would look for."""
    assert {"1992-05-25-kz-ru", "1992-10-22-kz-ru", "2013-11-11-kz-ru"} == set(
        seed().event.milestones
    )


def test_the_organisations_of_the_words_are_linked_and_did_not_take_part() -> None:
    """The two presidents spoke of them."""
    linked = {link.id for link in seed().event.links if link.kind == "organisation"}

    assert {"cis", "csto", "un"} == linked
    assert () == seed().event.organisations
