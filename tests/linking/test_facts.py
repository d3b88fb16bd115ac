"""Places, kinds, milestones, topics and visits of made-up documents."""

from __future__ import annotations

from dataclasses import replace

import pytest

from generator.linking.linker import Linked, Linker
from generator.linking.visits import group_visits
from generator.model import Event, Tag
from tests.linking.world import WORLD, document, says

LINKER = Linker(WORLD, cache_dir=None)


@pytest.mark.parametrize(
    ("line", "place"),
    [
        ("Ортан", "ortan"),
        ("ОРТАН", "ortan"),
        ("Ортан, Белый дворец", "ortan-palace"),
        ("The White Palace, Ortan", "ortan-palace"),
        ("Старград", "ortan"),
        ("Вельм, Вескания", "velm"),
        ("отель «Прибой», Вельм", "velm"),
    ],
)
def test_a_place_line_is_found_in_its_many_spellings(line: str, place: str) -> None:
    """The venue inside the city, an old name, a country or a hotel beside it."""
    event = LINKER.link(document(place=line)).event

    assert (place, WORLD.places[place].country) == (event.place, event.host)


def test_a_venue_of_another_city_is_not_believed() -> None:
    """The palace of Ortan does not stand in Velm."""
    assert LINKER.link(document(place="Белый дворец, Вельм")).event.place is None


def test_an_unknown_place_in_a_known_country_gives_the_host_and_a_notice() -> None:
    """The country is certain, the town is the editor's to add."""
    linked = LINKER.link(document(place="Нимгард, Вескания"))

    assert (None, "XB") == (linked.event.place, linked.event.host)
    assert ["unknown-place"] == [notice.kind for notice in linked.notices]
    assert "country: XB" in linked.notices[0].suggestion


def host(place: str, *tags: Tag, title: str = "Совещание") -> str | None:
    """The host country of a page of kremlin.ru, whose home is Russia."""
    page = replace(document(place=place, title=title, publisher="kremlin"), tags=tags)
    return LINKER.link(page).event.host


def test_a_region_of_its_own_country_gives_the_host_of_an_unknown_town() -> None:
    """The source's tag or the line itself names a region; nobody from abroad takes part."""
    assert "RU" == host("Нимгард", Tag(kind="region", text="Нимская область"))
    assert "RU" == host("Нимгард, Нимская область")
    assert None is host("Нимгард")


def test_a_region_gives_no_host_where_another_country_takes_part() -> None:
    """The region may be the guest's."""
    region = Tag(kind="region", text="Нимская область")

    assert None is host("Нимгард", region, title="Переговоры с Президентом Вескании")
    assert None is host("Нимгард", region, Tag(kind="country", text="Вескания"))


def test_a_region_that_is_known_gives_the_host_whoever_takes_part() -> None:
    """The guest does not move Tver Region out of Russia."""
    assert "RU" == host("Nimgard, The Tver Region", title="Talks with the President of Veska")


@pytest.mark.parametrize(
    ("title", "language", "kind", "format"),
    [
        ("Телефонный разговор с Президентом Вескании", "ru", "phone-call", "phone"),
        ("Telephone conversation with the President of Veska", "en", "phone-call", "phone"),
        ("Пресс-конференция по итогам переговоров", "ru", "press-conference", "in-person"),
        ("Заявления для прессы по итогам переговоров", "ru", "statement", "in-person"),
        ("Переговоры с Президентом Вескании", "ru", "talks", "in-person"),
        ("Телеграмма Президенту Вескании", "ru", "message", "written"),
        ("Greetings to the summit’s participants", "en", "message", "written"),
        ("Саммит СДМ", "ru", "summit", "in-person"),
        ("Визит в Весканию", "ru", "visit", "in-person"),
        ("Визит на завод", "ru", "trip", "in-person"),
        ("Интервью газете «Вельмские вести»", "ru", "interview", None),
        ("Ответы на вопросы журналиста Немо Нокса", "ru", "press-conference", "in-person"),
        ("Ответы на вопросы вескийских СМИ", "ru", "press-conference", "in-person"),
        ("Президент направил послание главе Вескании", "ru", "message", "written"),
        ("Послание участникам и гостям регаты", "ru", "message", "written"),
        ("Послание Президента Федеральному Собранию", "ru", "speech", "in-person"),
        ("Совещание по реализации Послания Федеральному Собранию", "ru", "meeting", "in-person"),
        ("Неформальная встреча глав государств СДМ", "ru", "summit", "in-person"),
        ("Informal meeting of UTS heads of state", "en", "summit", "in-person"),
        ("Meeting of the heads of UTS states", "en", "summit", "in-person"),
        ("Meeting of heads of state corporations", "en", "meeting", "in-person"),
        ("Нечто иное", "ru", "meeting", "in-person"),
    ],
)
def test_the_title_says_what_sort_of_event_it_is(
    title: str, language: str, kind: str, format: str | None
) -> None:
    """What is written or called is told from what is held; several speakers met."""
    turns = [] if kind in ("message", "phone-call") else [says("Вопрос"), says("Ответ")]
    event = LINKER.link(document(*turns, title=title, language=language)).event

    assert (kind, format) == (event.kind, event.format)


@pytest.mark.parametrize(
    "title",
    [
        "President of Veska Jan-Mark Jorin will visit Oruna on May 9",
        "On May 3, Elena Vark will chair a meeting of the council",
        "13 марта состоятся переговоры с Президентом Вескании",
        "Элена Варк проведёт встречу с Президентом Вескании",
        "The list of journalists accredited to cover the news conference is out",
    ],
)
def test_what_is_only_announced_is_no_event_yet(title: str) -> None:
    """It may never come, and its day is not the page's."""
    event = LINKER.link(document(title=title, place="Ортан")).event

    assert ("other", None) == (event.kind, event.format)


def test_the_section_of_announcements_says_so_for_the_source() -> None:
    """No word of the title does."""
    announced = replace(
        document(title="Переговоры в Вельме"), tags=(Tag(kind="section", text="Анонсы"),)
    )

    assert "other" == LINKER.link(announced).event.kind


def test_what_somebody_says_in_a_title_is_not_announced() -> None:
    """Behind a colon somebody speaks of the future."""
    event = LINKER.link(document(title="Заявление: Оруния примет меры")).event

    assert "statement" == event.kind


def test_a_title_of_what_will_be_done_has_come_where_somebody_speaks() -> None:
    """The meeting at which it was decided is the event."""
    event = LINKER.link(
        document(says("Э.Варк"), says("Дж.-М.Йорин"), title="Elena Vark will meet the challenge")
    ).event

    assert "meeting" == event.kind


def test_a_meeting_by_video_is_told_from_one_in_person() -> None:
    """The lead says by what means."""
    event = LINKER.link(document(title="Встреча", lead="Прошла в режиме видеоконференции.")).event

    assert "video" == event.format


def milestones(text: str, *labels: str) -> list[tuple[str, str]]:
    """(id, words) of the milestones that a speaker mentions among ``labels``."""
    turns = [says(label) for label in labels or ("Э.Варк", "Дж.-М.Йорин")]
    linked = LINKER.link(document(*turns, says("Вопрос", text)))
    return [(link.id, link.text) for link in linked.event.links if link.kind == "milestone"]


def test_a_treaty_is_known_by_its_title_in_every_case() -> None:
    """Its parties are the document's."""
    found = milestones("Мы верны Договору о дружбе и сотрудничестве.")

    assert [("2001-05-02-xa-xb", "Договору о дружбе и сотрудничестве")] == found


def test_a_treaty_of_others_is_not_meant() -> None:
    """Oruna alone is not Oruna and Veska."""
    assert [] == milestones("Мы верны Договору о дружбе и сотрудничестве.", "Э.Варк")


def test_a_treaty_is_known_by_its_year_and_sort() -> None:
    """A treaty was signed in 2001, and one of the parties' was."""
    assert [("2001-05-02-xa-xb", "договор")] == milestones("В 2001 году был подписан договор.")


def test_a_counted_year_is_a_year() -> None:
    """28 years before 2029."""
    found = milestones("28 лет назад подписан важный договор.")

    assert [("2001-05-02-xa-xb", "договор")] == found


def test_a_year_without_a_treaty_of_that_year_is_no_milestone() -> None:
    """Nothing was signed in 2005."""
    assert [] == milestones("В 2005 году был подписан договор.")


def test_the_establishment_of_relations_is_the_parties_own() -> None:
    """An anniversary of it mentions the milestone."""
    found = milestones("Отмечаем 30-летие установления дипломатических отношений.")

    assert [("1999-03-04-xa-xb", "30-летие установления дипломатических отношений")] == found


@pytest.mark.parametrize("text", ["Вооруженные\u00a0Силы", "вооружённые силы", "Armed Forces"])
def test_a_source_topic_is_known_in_every_print(text: str) -> None:
    """With or without the dots, with a space that does not break."""
    tagged = replace(document(), tags=(Tag(kind="topic", text=text),))

    assert ("defence",) == LINKER.link(tagged).event.topics


def test_the_source_topic_comes_before_those_of_the_words() -> None:
    """A tag is kept as a topic; three mentions of another make one too."""
    transcript = document(says("Э.Варк", "Торговля, взаимная торговля и торговлю."))
    tagged = replace(transcript, tags=(Tag(kind="topic", text="Спорт"),))

    assert ("sport", "trade") == LINKER.link(tagged).event.topics


def event(title: str, day: str, number: int, place: str = "Вельм") -> Event:
    """An event of Oruna and Veska."""
    turns = [says("Э.Варк"), says("Дж.-М.Йорин")]
    linked: Linked = LINKER.link(
        document(*turns, title=title, date=day, place=place, number=number)
    )
    return linked.event


def test_talks_statement_and_press_conference_of_one_visit_belong_together() -> None:
    """Two days in a row, one country, one counterpart."""
    visits = group_visits(
        [
            event("Переговоры", "2029-04-05", 1),
            event("Заявления для прессы", "2029-04-05", 2, place=""),
            event("Пресс-конференция", "2029-04-06", 3),
        ]
    )

    assert {"orunagov-1", "orunagov-2", "orunagov-3"} == visits.keys()
    assert {"xa-xb-2029-04-05"} == set(visits.values())


def test_a_call_and_a_later_meeting_are_no_part_of_a_visit() -> None:
    """Nor is a single document a visit of many."""
    visits = group_visits(
        [
            event("Переговоры", "2029-04-05", 1),
            event("Телефонный разговор", "2029-04-05", 2),
            event("Переговоры", "2029-04-09", 3),
            event("Переговоры", "2029-04-06", 4, place="Ортан"),
        ]
    )

    assert {} == visits
