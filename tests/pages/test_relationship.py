"""The relationship page says its dates right, with sources, in two languages."""

from __future__ import annotations

import re
from datetime import date

import pytest

from generator.model import Figure, Link
from generator.pages import relationship
from tests.pages.hub_site import (
    make_chronicle,
    make_event,
    make_milestone,
    make_sites,
    page_of,
    text,
)

PATH = "relationships/xa-xb.md"


def body(*, today: date = date(2032, 11, 24), language: int = 0, **archive: object) -> str:
    """The relationship page's HTML."""
    site = make_sites(make_chronicle(**archive), today)[language]  # type: ignore[arg-type]  # checked at run time
    return page_of(relationship, site, site.prefix + PATH).body


def test_home_country_stands_first() -> None:
    """The site's home country is named first, whatever the alphabet says."""
    site = make_sites(make_chronicle(), home="XB")[0]

    assert "Тальвия — Оруна" == page_of(relationship, site, PATH).title


def test_established_with_source() -> None:
    """The day on which relations were established stands with its source."""
    assert 'установлены <time datetime="2002-10-22">22 октября 2002' in body()
    assert 'href="https://example.org/relations"' in body()


def test_full_years_and_the_running_one() -> None:
    """A month after the 30th anniversary there are 30 full years and the 31st runs."""
    assert "30 полных лет , идёт 31-й год" in text(body())


def test_no_full_year_before_the_day() -> None:
    """Two months before the 30th anniversary there are 29, and the 30th year runs."""
    assert "29 полных лет , идёт 30-й год" in text(body(today=date(2032, 8, 19)))


def test_english_counts_too() -> None:
    """The same in English."""
    found = text(body(today=date(2032, 8, 19), language=1))

    assert "29 full years , now in the 30th year" in found


def test_meeting_before_the_anniversary() -> None:
    """A meeting of the 30th year, before the day, is said to be that."""
    found = text(body(events=[make_event(day="2032-08-19")]))

    assert "за 64 дня до годовщины: полных 29 лет, шёл 30-й год" in found


def test_document_after_the_anniversary() -> None:
    """A document after the day is counted from it."""
    found = text(body(events=[make_event(day="2032-11-01")]))

    assert "через 10 дней после годовщины" in found


def test_medium_confidence_is_marked() -> None:
    """A milestone of medium confidence says so."""
    milestone = make_milestone("t", "2003-05-01", confidence="medium")

    assert "dc-medium" in body(milestones=[milestone])


def test_every_milestone_has_its_source() -> None:
    """Each milestone links to the page that states it."""
    milestones = [make_milestone(f"t{n}", f"200{n}-05-01") for n in range(3, 8)]
    found = body(milestones=milestones)

    assert [True] * 5 == [f'href="{m.source}"' in found for m in milestones]


def test_empty_sections_are_not_shown() -> None:
    """Without documents there are no charts, people, places."""
    ids = re.findall(r'<h2 id="([^"]+)"', body())

    assert ["facts", "anniversaries", "coverage"] == ids


def test_contents_follow_the_headings() -> None:
    """The page's contents are its sections, in order."""
    site = make_sites(make_chronicle([make_event(host="XA")]))[0]
    page = page_of(relationship, site, PATH)

    assert re.findall(r'<h2 id="([^"]+)"', page.body) == [entry.id for entry in page.contents]


def test_who_hosted() -> None:
    """Days of meetings are counted for the country that hosted them."""
    events = [
        make_event("a", host="XA"),
        make_event("b", host="XA", kind="press-conference"),
        make_event("c", "2031-09-01", host="XA"),
    ]

    assert "Кто принимал Страна Дней встреч Тальвия 0 Оруна 2" in text(body(events=events))


def test_call_and_video_are_no_meeting() -> None:
    """Of a call and of talks by video no meeting, host or place is stated."""
    events = [
        make_event("a", kind="phone-call", host="XA", place="talv"),
        make_event("b", format="video", host="XA", place="talv"),
    ]
    found = body(events=events)

    assert (False, False, False) == (
        "дней встреч" in text(found),
        "Последняя учтённая" in found,
        'id="places"' in found,
    )


def test_document_with_one_side_alone_is_no_meeting() -> None:
    """A report to a president about another country is no meeting with that country."""
    found = body(events=[make_event(people=("orest-damm",), host="XB", place="talv")])

    assert 'id="places"' not in found


def test_last_meeting_may_be_a_milestone() -> None:
    """A visit after the last document is the last meeting, with its source beside it."""
    found = body(
        events=[make_event(host="XA")],
        milestones=[make_milestone("v", "2032-11-14", "visit")],
    )

    assert (
        "Последняя учтённая встреча 14 ноября 2032 г. — Договор v example.org "
        "прошло 10 дней" in text(found).replace("\N{NO-BREAK SPACE}", " ")
    )


def test_later_milestone_stands_below_the_last_meeting() -> None:
    """A declaration after the last meeting is named with its source: they may have met then."""
    found = body(
        events=[make_event(host="XA")],
        milestones=[make_milestone("d", "2032-01-02", "declaration")],
    )

    assert "Более поздняя веха 2 января 2032 г. — Договор d example.org" in text(found).replace(
        "\N{NO-BREAK SPACE}", " "
    )


def test_head_and_hosts_count_alike() -> None:
    """The head counts the days of meetings that the hosts' table divides."""
    found = text(
        body(
            events=[make_event("a", host="XA"), make_event("b", format="video", host="XA")],
            milestones=[make_milestone("v", "2030-11-14", "visit")],
        )
    )

    assert (True, True, True) == (
        "2 дня встреч 1 веха" in found,
        "Тальвия 0 Оруна 1" in found,
        "Ещё для 1 дня встречи страна неизвестна." in found,
    )


def test_what_was_said_of_the_date() -> None:
    """Words that name the day are quoted exactly, with who said them and a link to them."""
    link = Link(
        kind="milestone",
        id="est",
        anchor="t2p1",
        text="тридцать лет тому назад",
        rule="date",
        speaker="orest-damm",
    )
    found = body(
        events=[make_event(links=(link,))],
        milestones=[make_milestone("est", "2002-10-22", "establishment")],
    )

    assert "#t2p1" in found
    assert "Orest Damm : тридцать лет тому назад" in text(found)


def test_self_naming_phrases() -> None:
    """A phrase stands with its first and last use."""

    def use(id: str, day: str) -> object:
        link = Link(kind="phrase", id="alliance", anchor="t1p1", text="союз", rule="phrase")
        return make_event(id, day, links=(link,))

    found = text(body(events=[use("a", "2030-01-02"), use("b", "2031-03-04")]))

    assert re.search(r"союзничество 2 2 янв\. 2030.г\. союз 4 мар\. 2031", found)


def test_figures_lead_to_their_turn() -> None:
    """A stated figure links to the turn that states it."""
    figure = Figure(value="24500000000", unit="USD", measure="trade", anchor="t2p3", words="24,5")
    found = body(events=[make_event(figures=(figure,))])

    assert "oruna-1/#t2p3" in found


def test_long_list_gets_a_page_a_year() -> None:
    """More entries than one page should carry stand on a page for each year."""
    events = [make_event(f"e-{n}", f"{2010 + n % 3}-05-{n % 28 + 1:02}") for n in range(450)]
    site = make_sites(make_chronicle(events))[0]
    pages = {page.path: page.body.count("<li data-k=") for page in relationship.build(site)}

    assert {
        f"relationships/xa-xb/{year}.md": 150 for year in (2010, 2011, 2012)
    }.items() <= pages.items()


def test_full_season_shows_the_nearest() -> None:
    """Where anniversaries have more around them than a page carries, the nearest stand there."""
    days = [f"2032-{month:02}-{day:02}" for month in (8, 9, 10, 11) for day in range(1, 29)]
    found = body(events=[make_event(f"e-{day}", day) for day in days], today=date(2033, 1, 31))
    season = found[found.index('id="anniversary-30"') : found.index("</details>")]

    assert (
        [f"e-2032-10-{day}" for day in range(16, 28)],
        "Показано 12 записей, ближайших к годовщине; всего за три месяца до неё и после неё "
        "— 112 записей . В списке по годам: август 2032 , сентябрь 2032 , октябрь 2032 , "
        "ноябрь 2032 .",
    ) == (
        re.findall(r"/(e-[^/>]+)/>", season),
        text(season[season.index("</ol>") :]),
    )


def test_season_of_a_small_archive_is_whole() -> None:
    """A hundred documents around anniversaries are all shown."""
    events = [make_event(f"e-{n}", f"2032-09-{n % 28 + 1:02}") for n in range(100)]
    found = body(events=events)
    season = found[found.index('id="anniversary-30"') : found.index("</details>")]

    assert (100, False) == (season.count("dc-season__stand"), "В списке по годам" in season)


def test_page_of_seasons_and_list_is_not_too_long() -> None:
    """A list that the page could carry alone has pages of years where seasons stand beside it."""
    events = [make_event(f"e-{n}", f"{2007 + 5 * (n % 10)}-10-{n % 28 + 1:02}") for n in range(390)]
    found = body(events=events, today=date(2060, 1, 1))

    assert 500 > found.count("<li>") + found.count("<li data-k=") > 120


@pytest.mark.parametrize("count", [10, 600])
def test_milestone_has_its_anchor(count: int) -> None:
    """A link to a milestone finds it, also where the list stands on pages of years."""
    events = [make_event(f"e-{n}", f"20{n % 60:02}-10-{n % 28 + 1:02}") for n in range(count)]

    found = body(events=events, milestones=[make_milestone("m7", "2040-05-01")])

    assert 1 == found.count('id="m-m7"')


@pytest.mark.parametrize("language", [0, 1])
def test_no_blank_line(language: int) -> None:
    """No blank line breaks the HTML for a Markdown renderer."""
    assert "\n\n" not in body(events=[make_event(host="XA")], language=language)
