"""What a found name means in its document."""

from __future__ import annotations

from dataclasses import replace

from generator.linking.linker import Linked, Linker
from generator.model import Country, Link, Person
from generator.registry import Registry
from tests.linking.world import WORLD, document, person, reports, says, term

LINKER = Linker(WORLD, cache_dir=None)


def links(linked: Linked, kind: str) -> list[tuple[str, str, str]]:
    """(id, anchor, words) of the event's links of one kind."""
    return [(link.id, link.anchor, link.text) for link in linked.event.links if link.kind == kind]


def test_the_first_mention_of_an_entry_is_a_link_with_its_paragraph() -> None:
    """The first paragraph of a turn has the turn's anchor, the second its own."""
    linked = LINKER.link(document(says("Э.Варк", "Мы встретились.", "В Орунии тепло. В Орунии.")))

    assert [("XA", "t1p2", "Орунии")] == links(linked, "country")


def test_report_paragraphs_have_anchors_of_their_own() -> None:
    """The second paragraph of the report is n2."""
    linked = LINKER.link(document(reports("Было тепло."), reports("Гости видели Вельм.")))

    assert [("velm", "n2", "Вельм")] == links(linked, "place")


def test_a_link_knows_who_says_it() -> None:
    """Words of a known speaker carry the speaker's id."""
    linked = LINKER.link(document(says("Э.Варк", "Вескания далеко.")))

    assert ["elena-vark"] == [link.speaker for link in linked.event.links]


def test_a_surname_alone_is_nobody_where_the_document_names_nobody() -> None:
    """There may be many people called Йорин."""
    linked = LINKER.link(document(says("Вопрос", "Что скажет Йорин?")))

    assert [] == links(linked, "person")


def test_a_surname_alone_is_the_person_whom_the_document_has_named() -> None:
    """Jan-Mark Jorin speaks, so Йорин is he, in any case."""
    linked = LINKER.link(document(says("Дж.-М.Йорин", "Да."), says("Вопрос", "Вопрос к Йорину.")))

    assert [("jan-jorin", "t2", "Йорину")] == links(linked, "person")


def test_a_post_and_a_surname_name_who_holds_the_post() -> None:
    """Президент Йорин is the president of that day."""
    linked = LINKER.link(document(says("Вопрос", "Что скажет президент Йорин?")))

    assert [("jan-jorin", "t1", "Йорин")] == links(linked, "person")


def test_given_name_and_patronymic_address_somebody_who_is_present() -> None:
    """The words of address are kept with who says them."""
    linked = LINKER.link(
        document(says("Дж.-М.Йорин", "Уважаемая Элена Павловна!"), says("Э.Варк", "Спасибо."))
    )

    assert [("elena-vark", "t1", "Элена Павловна")] == links(linked, "address")


def test_a_full_name_of_two_people_is_linked_to_neither() -> None:
    """Namesakes of one time cannot be told apart by their name."""
    elena = WORLD.people["elena-vark"]
    twins = Registry(people={name: replace(elena, id=name) for name in ("elena-a", "elena-b")})

    linked = Linker(twins, cache_dir=None).link(document(says("Вопрос", "Что скажет Элена Варк?")))

    assert [] == links(linked, "person")


def realm() -> Linker:
    """A linker that knows Nova Terra and its king, who is called after it."""
    king = Person(
        id="ela",
        names={"en": "Ela of Nova Terra"},
        terms=(term("head_of_state", "XC", "2020"),),
        country="XC",
    )
    land = Country(code="XC", names={"en": "Nova Terra"})
    return Linker(Registry(countries={"XC": land}, people={"ela": king}), cache_dir=None)


def test_a_country_is_not_the_king_whose_name_ends_in_it() -> None:
    """Ela of Nova Terra is the king; Nova Terra is the country, even where he was named."""
    event = realm().link(
        document(
            says("Question", "Ela of Nova Terra spoke. Nova Terra is far, and so is Terra."),
            language="en",
        )
    )

    assert [("ela", "t1", "Ela of Nova Terra")] == links(event, "person")
    assert [("XC", "t1", "Nova Terra")] == links(event, "country")


def test_a_delegation_under_its_country_name_is_not_the_king() -> None:
    """The label is no short form of the name that ends in it."""
    linked = realm().link(document(says("Ela of Nova Terra"), says("Nova Terra"), language="en"))

    assert ["ela", None] == [speaker.person for speaker in linked.event.speakers]


def test_a_country_that_somebody_is_named_like_is_the_country() -> None:
    """Elena Veska spoke, and still Veska is a country."""
    veska = replace(
        WORLD, people={"veska": person("veska", "Элена Веска", "Elena Veska")}, places={}
    )
    linked = Linker(veska, cache_dir=None).link(
        document(says("Elena Veska", "Veska is far."), language="en")
    )

    assert [("XB", "t1", "Veska")] == links(linked, "country")
    assert [] == links(linked, "person")


def test_georgia_is_the_state_where_the_words_around_it_say_so() -> None:
    """A senator of Georgia is an American, the president of Georgia is not."""
    caucasus = Registry(countries={"GE": Country(code="GE", names={"en": "Georgia"})})
    linker = Linker(caucasus, cache_dir=None)

    def mentioned(text: str) -> tuple[str, ...]:
        return linker.link(document(says("Question", text), language="en")).event.mentioned

    assert () == mentioned("The runoff in Georgia and Pennsylvania decided it.")
    assert ("GE",) == mentioned("We spoke of Georgia and of the Caucasus.")


def test_phrases_by_which_relations_are_named_are_found_the_longest_first() -> None:
    """Strategic partnership and alliance is one phrase, not two."""
    linked = LINKER.link(
        document(says("Э.Варк", "Это отношения стратегического партнёрства и союзничества."))
    )

    assert [
        ("strategic-partnership-and-alliance", "t1", "стратегического партнёрства и союзничества")
    ] == links(linked, "phrase")


def test_every_mention_says_by_which_rule_it_was_found() -> None:
    """No link without a reason."""
    linked = LINKER.link(
        document(
            says("Э.Варк", "Вельм и Союз двух морей."),
            title="Переговоры с Президентом Вескании",
            place="Ортан, Белый дворец",
        )
    )

    assert all(isinstance(mention, Link) and mention.rule for mention in linked.mentions)
    assert {"person", "party", "kind", "country", "place", "organisation"} == {
        mention.kind for mention in linked.mentions
    }
