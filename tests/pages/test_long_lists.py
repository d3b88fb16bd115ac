"""Lists that no page should carry whole: people, anniversaries, a month, a day, no date."""

from __future__ import annotations

import re
from dataclasses import replace
from functools import cache

import pytest

from generator.model import Country
from generator.pages import anniversaries, day, people, person, timeline, year
from generator.pages.page import Page, PageKind, Site
from tests.pages.hub_site import make_chronicle, make_event, make_milestone, make_person, make_sites

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


@cache
def full_month() -> Site:
    """900 documents of a single day, and as many that are known by their year alone."""
    on_a_day = [make_event(f"day-{n}", "2031-08-19") for n in range(900)]
    in_a_year = [make_event(f"year-{n}", "2031") for n in range(900)]
    return make_sites(make_chronicle([*in_a_year, *on_a_day]))[0]


@pytest.mark.parametrize(
    ("kind", "stem", "id"),
    [
        (year, "timeline/2031-08", "day"),
        (year, "timeline/2031", "year"),
        (person, "people/elena-vark/2031-08", "day"),
        (person, "people/elena-vark/2031", "year"),
        (day, "days/08-19", "day"),
    ],
)
def test_a_list_too_long_for_its_page_is_in_parts(kind: PageKind, stem: str, id: str) -> None:
    """Its page leads to them and lists nothing itself; each document stands on one of them."""
    pages = made(kind, full_month())
    listed = [
        document
        for number in (1, 2, 3)
        for document in re.findall(rf"/({id}-\d+)/", pages[f"{stem}/{number}.md"].body)
    ]

    assert (["1/", "2/", "3/"], [], 900, 900) == (
        re.findall(r'<a href="(\d/)"', pages[f"{stem}.md"].body),
        re.findall(rf"/{id}-\d+/", pages[f"{stem}.md"].body),
        len(listed),
        len(set(listed)),
    )


def test_a_part_says_which_it_is_and_leads_to_the_next() -> None:
    """By the numbers of its entries and their dates."""
    page = made(day, full_month())["days/08-19/2.md"]
    links = re.findall(r'<a href="([^"]*)"[^>]*>([^<]*)</a>', page.body)

    assert [("../#happened", "19 августа"), ("../1/", "← 1–400"), ("../3/", "801–900 →")] == links
    assert "19 августа, 401–800" == page.title


def test_no_page_of_a_full_month_lists_more_than_it_should() -> None:
    """Neither of the year nor of its months nor of the day."""
    longest = {
        path: page.body.count("<li")
        for kind in (year, day, person, timeline)
        for path, page in made(kind, full_month()).items()
    }

    assert {} == {path: count for path, count in longest.items() if count > 500}


@cache
def remembered(count: int = 600) -> dict[str, Page]:
    """The pages of anniversaries of as many treaties, a few on each day of the year."""
    days = [f"{2002 + n % 20}-{1 + n % 12:02}-{1 + n % 28:02}" for n in range(count)]
    stones = [make_milestone(f"m-{n}", day) for n, day in enumerate(days)]
    return made(anniversaries, make_sites(make_chronicle(milestones=stones))[0])


def _anniversaries(page: Page) -> list[str]:
    return re.findall(r"Договор (m-\d+)<", page.body)


def test_no_page_of_anniversaries_lists_more_than_it_should() -> None:
    """Neither the first nor those of months and years."""
    longest = {path: page.body.count("<li") for path, page in remembered().items()}

    assert {} == {path: count for path, count in longest.items() if count > 500}


def test_crowded_anniversaries_stand_on_pages_of_months() -> None:
    """Each of this year's stands on one, and the first page leads there."""
    months = {path: p for path, p in remembered().items() if "anniversaries/2032-" in path}
    listed = [id for page in months.values() for id in _anniversaries(page)]

    assert (600, 600, 12) == (
        len(listed),
        len(set(listed)),
        remembered()["anniversaries.md"].body.count('href="2032-'),
    )


@pytest.mark.parametrize("year", [*range(2027, 2032), *range(2033, 2043)])
def test_crowded_round_anniversaries_stand_on_pages_of_years(year: int) -> None:
    """Of the ten years ahead and the five behind; the first page leads there."""
    pages = remembered()

    assert _anniversaries(pages[f"anniversaries/{year}.md"])
    assert f'href="{year}/"' in pages["anniversaries.md"].body


def test_a_few_anniversaries_stand_on_one_page() -> None:
    """The next years' folded below this year's."""
    assert ["anniversaries.md"] == list(remembered(50))


def test_without_a_home_country_nobody_stands_first() -> None:
    """People without a country are in their place in the alphabet, not at the head."""
    known = [make_person("mira-olt", "XA"), make_person("jan-bobo", "")]
    plain = make_chronicle(people=known)
    named = {"XA": Country(code="XA", names={"ru": "Арденна", "en": "Ardenna"})}
    site = make_sites(replace(plain, registry=replace(plain.registry, countries=named)), home="")
    index = made(people, site[0])["people/index.md"]

    assert ["Арденна", "Без страны"] == re.findall("<h2>(.*?)</h2>", index.body)
