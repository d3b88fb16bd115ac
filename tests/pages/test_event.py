"""The page of a document: words whole and inert, facts counted rightly, neighbours found."""

from __future__ import annotations

import re
from collections.abc import Iterable
from html import unescape

import pytest
from hypothesis import given
from hypothesis import strategies as st

from generator.model import (
    Block,
    Edtf,
    Event,
    Link,
    Mark,
    Narration,
    Place,
    Rule,
    SourceRef,
    Speaker,
    Subhead,
    Turn,
)
from generator.model.world import DatedName
from generator.pages import event as pages
from generator.pages.document.desk import desk
from generator.pages.document.notes import note_html
from generator.pages.document.words import words
from generator.pages.page import Page
from generator.store.body import Between
from generator.store.page import EventPage, Handwritten
from generator.store.receipt import line_of
from tests.pages.hub_site import make_chronicle, make_event, make_milestone, make_sites

SOURCE = SourceRef(
    publisher="kremlin",
    url="https://example.org/1",
    licence="CC-BY-4.0",
    attribution="Example",
    sha256="0" * 64,
    format="made_up",
)


def rendered(event: Event, *blocks: Block | Handwritten, others: Iterable[Event] = ()) -> Page:
    """The page of an event in a chronicle of it and ``others``."""
    site = make_sites(make_chronicle((event, *others)))[0]
    return pages.render(EventPage(event=event, blocks=blocks), site)


def said(event: Event, *blocks: Block | Handwritten) -> str:
    """The words of a document as HTML."""
    site = make_sites(make_chronicle((event,), (make_milestone("m1", "2030-05-01"),)))[0]
    return words(event, blocks, desk(site, event), line_of(event, blocks))


def text_of(html: str) -> str:
    """What a reader reads."""
    return unescape(re.sub(r"<[^>]+>", "", html))


def turn(*paragraphs: str, label: str = "Э.Варк", anchor: str = "t1") -> Turn:
    """A turn of Elena Vark's."""
    return Turn(label=label, paragraphs=paragraphs, anchor=anchor)


def linked(text: str, anchor: str = "t1", kind: str = "country", id: str = "XB") -> Link:
    """A mention."""
    return Link(kind=kind, id=id, anchor=anchor, text=text, rule="test")


@given(st.text(st.characters(codec="utf-8", exclude_categories=("Cc", "Cs")), min_size=1))
def test_any_words_come_out_unchanged(paragraph: str) -> None:
    """Whatever stands in a paragraph, a reader reads exactly that."""
    event = make_event(links=(linked(paragraph[:5]),))

    assert paragraph == text_of(said(event, Narration(text=paragraph)))


def test_a_speaker_is_linked_once_with_the_full_name() -> None:
    """A known label leads to its person; the first one says who that is."""
    event = make_event(speakers=(Speaker(label="Э.Варк", person="elena-vark"),))
    html = said(event, turn("Да."), turn("Нет.", anchor="t2"))

    expected = ["people/elena-vark/", 'people/elena-vark/ title="Elena Vark"']
    assert expected == sorted(re.findall(r"href=(?:\.\./)+(people[^>]*)", html))


def test_an_unknown_speaker_stays_as_printed() -> None:
    """A label that nobody answers to is words, not a link."""
    html = said(make_event(), turn("Да.", label="Вопрос"))

    assert "<p class=s>Вопрос:<a class=k" in html


def test_anchors_of_turns_and_paragraphs() -> None:
    """Each turn, each further paragraph and each narrated one has an address."""
    html = said(make_event(), Narration(text="А"), turn("Б", "В"), Subhead(text="Г"))

    assert ["n1", "t1", "t1p2", "s1"] == re.findall(r" id=(\w+)", html)


def test_marks_are_set_apart_from_speech() -> None:
    """An insert and a remark wear a mark's dress; a speaker's own brackets do not."""
    html = said(make_event(), turn("На 8,8 [процента] (смех), (то есть много)."))

    assert ["[процента]", "(смех)"] == re.findall(r"<i class=m>(.*?)</i>", html)


def test_blocks_have_their_own_dress() -> None:
    """Report, rule, mark and an editor's note are told apart from speech."""
    note = Handwritten(markdown="*Так*")
    html = said(make_event(), Narration(text="Н"), Rule(), Mark(text="<…>"), note)

    assert ["n", "m", "e"] == re.findall(r"^<(?:p|div) class=(.) ?", html, re.MULTILINE)


def test_note_inside_a_turn_stands_where_the_editor_put_it() -> None:
    """A note between two paragraphs is shown between them, and apart from the words."""
    html = said(make_event(), turn("Раз.", "Два."), Between(markdown="*Так*", after=1))

    assert ["Раз.", "Так", "Два."] == re.findall(r"Раз\.|Так|Два\.", html)
    assert "<p>Раз.<div class=e " in html


def test_mentions_are_linked_where_they_stand() -> None:
    """A mention leads to its page; the same letters inside a longer word do not."""
    event = make_event(links=(linked("Тальвия"), linked("Оруна", "t1p2", id="XA")))
    html = said(event, turn("Тальвиянцы и Тальвия.", "Оруна рядом."))

    assert ["countries/xb/", "countries/xa/"] == re.findall(r"href=(?:\.\./)+(c[^>]*)", html)
    assert "Тальвиянцы и <a" in html


def test_a_milestone_is_linked_to_its_place_on_the_relationship() -> None:
    """A treaty that the words name leads to its line on the page of the two countries."""
    event = make_event(links=(linked("договор", kind="milestone", id="m1"),))

    assert "relationships/xa-xb/#m-m1" in said(event, turn("Есть договор."))


def test_right_to_left_words_keep_their_direction_to_themselves() -> None:
    """A paragraph with a turning character is isolated; others carry no attribute."""
    html = said(make_event(), turn("Слово", "\u202eоборот"))

    assert "<p>Слово<p" in html
    assert "<p id=t1p2 dir=auto>\u202eоборот</div>" in html


def test_hostile_words_are_inert() -> None:
    """Markup in any printed field is shown, not obeyed."""
    evil = "<script>alert(1)</script>\"'"
    event = make_event(
        title=evil,
        lead=evil,
        place_printed=evil,
        captions=(evil,),
        participants=(evil,),
        published=evil,
        speakers=(Speaker(label=evil, person="elena-vark"),),
        source=SourceRef(
            publisher=evil, url="javascript:alert(1)", licence=evil, sha256=evil, format="x"
        ),
    )
    html = rendered(event, turn(evil, label=evil), Subhead(text=evil), Mark(text=evil)).body

    assert (False, False) == ("<script" in html, re.search('href="?javascript', html) is not None)


@pytest.mark.parametrize(
    "markdown",
    [
        "<img src=x onerror=alert(1)>",
        "[x](javascript:alert(1))",
        "[x](java&#115;cript:alert(1))",
        "[x](data:text/html,1)",
        "![x](https://example.org/x.png)",
    ],
)
def test_an_editors_note_cannot_run_or_load_anything(markdown: str) -> None:
    """Notes are Markdown without raw HTML, and ask no other host for anything."""
    html = note_html(markdown)

    assert [] == re.findall(r"<img[^>]*(?:onerror|src=)|href=", html)


def test_an_editors_note_keeps_good_links() -> None:
    """A note may lead to a page of the web or of the site."""
    html = note_html("[a](https://example.org/) [b](../b/)")

    assert ["https://example.org/", "../b/"] == re.findall(r'href="([^"]*)"', html)


@pytest.mark.parametrize(
    ("printed", "expected"),
    [
        ("2031-08-19T21:25", "19 августа 2031 г., 21:25 (московское время)"),
        ("2031-08-19T21:25:00+05:00", "19 августа 2031 г., 21:25 (UTC+05:00)"),
        ("2031-08-19T21:25:00Z", "19 августа 2031 г., 21:25 (UTC)"),
        ("2031-08-19", "19 августа 2031 г."),
        ("вечером 19 августа", "вечером 19 августа"),
    ],
)
def test_when_it_was_published_is_said_in_words(printed: str, expected: str) -> None:
    """Not as machines write it, and in whose time; what is no date stands as printed."""
    found = text_of(rendered(make_event(source=SOURCE, published=printed)).body)

    assert f"Опубликовано{expected}\nSHA" in found.replace("\u202f", " ").replace("\xa0", " ")


@pytest.mark.parametrize(
    "name", ["boxes left out", "persons' cards left out", "broken markup mended from line 12 on"]
)
def test_what_was_done_in_reading_is_said_in_russian(name: str) -> None:
    """A Russian page has none of the English marks that the file has."""
    found = text_of(rendered(make_event(normalisations=(name,), source=SOURCE)).body)

    assert "При чтении" in found
    assert name not in found


def test_a_place_bears_the_name_of_the_day() -> None:
    """A city renamed later is called as it was called then, and linked."""
    city = Place(
        id="vark",
        kind="city",
        names={"ru": "Новый Варк"},
        dated_names=(
            DatedName(
                names={"ru": "Старый Варк"}, end=Edtf.parse("2031-12-31"), source="https://e.org"
            ),
        ),
    )
    event = make_event(place="vark", place_printed="Старый\xa0Варк")
    chronicle = make_chronicle((event,))
    chronicle.registry.places["vark"] = city  # type: ignore[index]  # a dict under its read-only type
    site = make_sites(chronicle)[0]
    html = pages.render(EventPage(event=event, blocks=()), site).body

    assert re.search(r"places/vark/>Старый Варк</a>\n", html)


def test_a_document_speaks_its_own_language() -> None:
    """An English document has an English page, with links to the English pages."""
    page = rendered(make_event(language="en", speakers=(Speaker(label="V", person="elena-vark"),)))

    assert ("en", True) == (page.language, "../../../en/relationships/xa-xb/" in page.body)


def test_a_language_without_an_interface_is_named() -> None:
    """Words in a language that the site does not speak say which they are."""
    page = rendered(make_event(language="fr"), turn("Oui."))

    assert ("ru", True) == (page.language, "<div class=dc-words lang=fr>" in page.body)


def test_neighbours_in_a_relationship() -> None:
    """The documents before and after are each document once, in the page's language."""
    others = (
        make_event("oruna-0", "2030-01-01"),
        make_event("oruna-2", "2032-01-01", language="en"),
        make_event("oruna-2", "2032-01-01"),
        make_event("oruna-3", "2033-01-01"),
    )
    html = rendered(make_event(), others=others).body
    beside = html[html.index("class=dc-steps") :]

    assert ["2030/oruna-0/", "2032/oruna-2/"] == re.findall(r"=../../(20[^>]*)", beside)


def test_other_documents_of_the_visit() -> None:
    """A visit's documents lead to each other."""
    other = make_event("oruna-5", "2031-08-20", visit="v1", countries=())
    html = rendered(make_event(visit="v1"), others=(other,)).body

    assert ["2031/oruna-5/"] == re.findall(r"=../../(20[^>]*)", html)


def test_other_language_version() -> None:
    """A document leads to its other version, which is an alternate of the page."""
    other = make_event(language="en", source=SOURCE)
    page = rendered(make_event(source=SOURCE), others=(other,))

    assert {"en": "events/2031/oruna-1.en.md"} == page.alternates
    assert "href=../../2031/oruna-1.en/ lang=en" in page.body


def test_source_stands_at_the_foot() -> None:
    """Publisher, address, licence, attribution and digest are on the page."""
    body = rendered(make_event(source=SOURCE)).body
    wanted = ("Президент России", "https://example.org/1", "CC BY 4.0", "Example", "0" * 64)

    assert [] == [words for words in wanted if words not in body]


def test_the_body_passes_any_markdown_renderer() -> None:
    """A body has no blank line, at which raw HTML would end."""
    body = rendered(make_event(source=SOURCE), turn("А", "Б"), Handwritten(markdown="В\n\nГ")).body

    assert [] == [line for line in body.split("\n") if not line.strip()]
