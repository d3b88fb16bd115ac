"""A person's page: offices with sources, company, words, forms of address."""

from __future__ import annotations

from generator.model import Edtf, Link, Speaker, Term
from generator.pages import person
from tests.pages.hub_site import (
    make_chronicle,
    make_event,
    make_person,
    make_sites,
    make_term,
    page_of,
    text,
)


def body(*, language: int = 0, **archive: object) -> str:
    """The page of Elena Vark."""
    site = make_sites(make_chronicle(**archive))[language]  # type: ignore[arg-type]  # checked at run time
    return page_of(person, site, f"{site.prefix}people/elena-vark.md").body


def test_terms_with_sources() -> None:
    """An office stands with its time and its source."""
    found = body()

    assert 'href="https://example.org/terms"' in found
    assert "Президент с 1 января 2000" in text(found)


def test_open_term_says_when_it_was_seen() -> None:
    """A term without an end says on which day it was last known to run."""
    assert "по состоянию на 1 января 2030" in text(body())


def test_seen_in_office_is_no_beginning() -> None:
    """A day in office of a term without dates is told as that, not as its start."""
    term = Term(
        role="head_of_government",
        office={"ru": "Премьер-министр"},
        seen=Edtf.parse("2001-01-19"),
        source="https://example.org/seen",
    )
    found = text(body(people=[make_person("elena-vark", "XA", term)]))

    assert "известно, что занимал должность 19 января 2001" in found


def test_latest_term_first() -> None:
    """Terms stand newest first."""
    terms = (make_term("2001-01-01", "2004-01-01"), make_term("2010-01-01", "2014-01-01"))
    found = text(body(people=[make_person("elena-vark", "XA", *terms)]))

    assert found.index("2014") < found.index("2004")


def test_company_leads_to_common_documents() -> None:
    """With whom a person took part, and a link to just those documents."""
    found = body(events=[make_event("a"), make_event("b")])

    assert "?person=elena-vark&amp;person=orest-damm" in found


def test_caller_is_at_no_place() -> None:
    """A call names the place of one end: the person may be at the other."""
    events = [make_event("a", place="talv", kind="phone-call")]

    assert 'id="places"' not in body(events=events)


def test_words_of_two_years_are_drawn() -> None:
    """Words spoken are drawn per year, once there are two years to compare."""
    speaker = Speaker(label="Э.Варк", person="elena-vark", turns=1, words=7)
    events = [make_event(str(year), str(year), speakers=(speaker,)) for year in (2030, 2031)]

    assert 'id="words-per-year"' in body(events=events)


def test_how_others_address_them() -> None:
    """Words of address stand exactly as said, with who said them."""
    link = Link(
        kind="address",
        id="elena-vark",
        anchor="t2",
        text="Элена Ивовна",
        rule="name",
        speaker="orest-damm",
    )
    found = text(body(events=[make_event("a", links=(link,)), make_event("b", links=(link,))]))

    assert "Элена Ивовна Orest Damm , 2 документа" in found


def test_nobody_without_documents_is_blamed() -> None:
    """A person without documents has a page that says so, in either language."""
    assert "No document here has this person in it yet." in text(body(language=1))
