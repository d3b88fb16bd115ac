"""Every hub page of a made-up archive: built, linked, sourced, in both languages."""

from __future__ import annotations

import importlib
import re
from collections.abc import Iterable, Mapping
from dataclasses import replace
from datetime import date
from functools import cache
from typing import cast

import pytest

from generator.pages.addresses import address
from generator.pages.facts.works import works
from generator.pages.page import Page, PageKind, Site, sites_of
from tests.made_up import chronicle
from tests.pages.hub_site import OVERRIDES

KINDS = [
    "timeline",
    "year",
    "relationship",
    "relationships",
    "country",
    "countries",
    "person",
    "people",
    "place",
    "places",
    "organisation",
    "organisations",
    "topic",
    "topics",
    "anniversaries",
    "coverage",
    "day",
    "days",
]


@cache
def sites() -> tuple[Site, ...]:
    """A made-up archive of 700 documents, in two languages."""
    return sites_of(
        chronicle(700),
        languages=("ru", "en"),
        today=date(2026, 11, 24),
        template_dirs=(str(OVERRIDES),),
        home_country="XA",
    )


def kind_of(name: str) -> PageKind:
    """The module of a page kind."""
    return cast(PageKind, importlib.import_module(f"generator.pages.{name}"))


@cache
def pages(language: int) -> Mapping[str, Page]:
    """Every hub page of a language by its path."""
    site = sites()[language]
    return {page.path: page for name in KINDS for page in kind_of(name).build(site)}


@pytest.mark.parametrize("name", KINDS)
def test_kind_names_itself(name: str) -> None:
    """A kind's name is its module's."""
    assert name == kind_of(name).KIND


@pytest.mark.parametrize("language", [0, 1])
def test_every_page_has_one_title(language: int) -> None:
    """Each page has exactly one main heading."""
    assert [] == [path for path, page in pages(language).items() if page.body.count("<h1") != 1]


@pytest.mark.parametrize("language", [0, 1])
def test_ids_are_unique(language: int) -> None:
    """No page has the same id twice."""
    double = []
    for path, page in pages(language).items():
        ids = re.findall(r'\sid="([^"]+)"', page.body)
        if len(ids) != len(set(ids)):
            double.append(path)

    assert [] == double


@pytest.mark.parametrize("language", [0, 1])
def test_inner_links_lead_somewhere(language: int) -> None:
    """Each link to an anchor of the same page finds it."""
    lost = []
    for path, page in pages(language).items():
        ids = set(re.findall(r'\sid="([^"]+)"', page.body))
        wanted = {href[1:] for href in links(page.body) if href[0] == "#"}
        lost += [f"{path}#{anchor}" for anchor in wanted - ids]

    assert [] == lost


@pytest.mark.parametrize("language", [0, 1])
def test_links_to_hub_pages_lead_somewhere(language: int) -> None:
    """Each relative link leads to a page or a file that is built, or to an event."""
    known = {address(path) for path in pages(language)}
    for path, page in [*pages(0).items(), *pages(1).items()]:
        known.update(f"{address(path)}{name}/" for name in page.beside)
    lost = set()
    for path, page in pages(language).items():
        base = address(path).split("/")[:-1]
        for href in links(page.body):
            way = re.split("[#?]", href)[0]
            if not way or ":" in way:
                continue
            steps = [*base]
            for part in way.split("/"):
                if part == "..":
                    steps.pop()
                elif part not in ("", "."):
                    steps.append(part)
            target = "/".join(steps) + "/"
            made = target.startswith("events/") or "about/" in target  # by hand, or of a document
            if not made and target not in known:
                lost.add(f"{path}: {target}")

    assert set() == lost


@pytest.mark.parametrize("language", [0, 1])
def test_no_page_lists_too_much(language: int) -> None:
    """No page lists more than 500 entries."""
    assert {} == too_long(pages(language).values())


def test_no_page_of_a_large_archive_lists_too_much() -> None:
    """No page of 5,000 documents lists more than 500 entries, all its lists together."""
    large = replace(sites()[0], chronicle=chronicle(5000))

    assert {} == too_long(page for name in KINDS for page in kind_of(name).build(large))


def too_long(made: Iterable[Page]) -> Mapping[str, int]:
    """Pages that list more than 500 entries, with how many: items of ordered lists."""
    found = {
        page.path: sum(part.count("<li") for part in re.findall(r"<ol.*?</ol>", page.body, re.S))
        for page in made
    }
    return {path: count for path, count in found.items() if count > 500}


def test_alternates_exist() -> None:
    """The same page in the other language is built too."""
    lost = [
        other
        for page in pages(0).values()
        for other in page.alternates.values()
        if other not in pages(1)
    ]

    assert [] == lost


@pytest.mark.parametrize("language", [0, 1])
def test_markdown_leaves_pages_alone(language: int) -> None:
    """No page has a blank line, at which a Markdown renderer would begin a paragraph."""
    assert [] == [path for path, page in pages(language).items() if "\n\n" in page.body]


def test_every_document_is_in_the_timeline() -> None:
    """The pages of years and the timeline's undated group list every document once."""
    listed = []
    for path, page in pages(0).items():
        if re.fullmatch(r"timeline/\d{4}(-\d\d)?\.md", path):
            listed += events_in(page.body)
    undated = pages(0)["timeline/index.md"].body.split('id="undated"')[1]
    listed += [url for url in events_in(undated) if url.startswith("events/undated/")]

    assert sorted({e.url for e in works(sites()[0]).events}) == sorted(listed)


def links(html: str) -> list[str]:
    """Where its links lead, as written: with quotes or without."""
    return re.findall(r'\shref="?([^">\s]+)', html)


def events_in(html: str) -> list[str]:
    """Addresses of documents that it links, from the site's root."""
    found = (href.lstrip("./") for href in links(html))
    return [url for url in found if url.startswith("events/")]
