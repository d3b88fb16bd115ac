"""Lists that no page should carry whole: of people, and of documents without a date."""

from __future__ import annotations

import re
from dataclasses import replace
from functools import cache

import pytest

from generator.model import Country
from generator.pages import people, person, timeline
from generator.pages.page import Page, PageKind, Site
from tests.pages.hub_site import make_chronicle, make_event, make_person, make_sites

_SYLLABLES = ["ба", "ве", "ги", "до", "жу", "ка", "ле", "ми", "но", "пу"]


def _surname(number: int) -> str:
    return "".join(_SYLLABLES[int(digit)] for digit in f"{number:03}")


@cache
def sites(count: int = 900) -> tuple[Site, ...]:
    """As many people of Oruna, two of Talvia, and as many documents without a date."""
    crowd = [make_person(f"elena-{_surname(n)}", "XA") for n in range(count)]
    known = [*crowd, make_person("elena-vark", "XB"), make_person("orest-damm", "XB")]
    undated = [make_event(f"e-{n}", None) for n in range(count)]
    return make_sites(make_chronicle(undated, people=known))


def made(kind: PageKind, site: Site) -> dict[str, Page]:
    """Every page of a kind by its path."""
    return {page.path: page for page in kind.build(site)}


def _linked(page: Page, pattern: str) -> list[str]:
    return re.findall(rf'<li>(?:<[^a][^>]*>)*<a href="[^"]*?({pattern})/"', page.body)


@pytest.mark.parametrize("language", [0, 1])
def test_everybody_is_listed_once_by_name(language: int) -> None:
    """The pages of a country's people, together, have each of them."""
    pages = made(people, sites()[language])
    listed = [
        id
        for path, page in sorted(pages.items())
        if "xa/people" in path
        for id in _linked(page, "elena-[^/]+")
    ]

    assert sorted(f"elena-{_surname(n)}" for n in range(900)) == sorted(listed)


def test_no_page_of_people_lists_more_than_it_should() -> None:
    """The index shows as many of each country as fit, a part as many as a page carries."""
    longest = {path: page.body.count("<li>") for path, page in made(people, sites()[0]).items()}

    assert {} == {path: count for path, count in longest.items() if count > 500}


def test_the_index_leads_to_all_people_of_a_country() -> None:
    """What it does not show is a link away, and says how many there are."""
    index = made(people, sites()[0])["people/index.md"]

    assert '<a href="../countries/xa/people/">Все по имени: 900</a>' in index.body


def test_a_country_with_few_people_has_no_page_of_them() -> None:
    """They all stand on the index."""
    assert [] == [path for path in made(people, sites()[0]) if "xb/" in path]


def test_an_index_that_fits_stays_whole() -> None:
    """An archive of few people has one page of them."""
    assert ["people/index.md"] == list(made(people, sites(90)[0]))


def test_documents_without_a_date_have_pages() -> None:
    """The timeline leads to them; each document stands on one."""
    pages = made(timeline, sites()[0])
    listed = [
        id
        for path, page in pages.items()
        if "undated" in path
        for id in re.findall(r"/undated/(e-\d+)/", page.body)
    ]

    assert (900, 900) == (len(listed), len(set(listed)))


def test_pages_without_a_date_lead_back() -> None:
    """And the timeline leads there instead of listing them."""
    pages = made(timeline, sites()[0])
    first = pages["timeline/undated-1.md"].body

    assert ("../#undated", 3, 0) == (
        (re.search(r'<a href="([^"]*)"', first) or [""])[1],
        pages["timeline/index.md"].body.count('href="undated-'),
        pages["timeline/index.md"].body.count("/e-"),
    )


def test_a_person_with_many_documents_without_a_date_has_pages_of_them() -> None:
    """As the timeline has."""
    pages = made(person, sites()[0])

    assert [f"people/elena-vark/undated-{n}.md" for n in (1, 2, 3)] == sorted(
        path for path in pages if "elena-vark/undated" in path
    )


def test_without_a_home_country_nobody_stands_first() -> None:
    """People without a country are in their place in the alphabet, not at the head."""
    known = [make_person("mira-olt", "XA"), make_person("jan-bobo", "")]
    plain = make_chronicle(people=known)
    named = {"XA": Country(code="XA", names={"ru": "Арденна", "en": "Ardenna"})}
    site = make_sites(replace(plain, registry=replace(plain.registry, countries=named)), home="")
    index = made(people, site[0])["people/index.md"]

    assert ["Арденна", "Без страны"] == re.findall("<h2>(.*?)</h2>", index.body)
