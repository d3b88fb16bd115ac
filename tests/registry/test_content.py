"""The project's own registry holds what the seed transcript needs, and stands on sources."""

from __future__ import annotations

from pathlib import Path

import pytest
from babel.core import get_global

from generator.model import Edtf
from generator.registry import Registry, load

CONTENT = Path(__file__).parents[2] / "content" / "registry"
SOCHI = Edtf.parse("2022-08-19")


@pytest.fixture(scope="module")
def registry() -> Registry:
    """The registry in content/registry."""
    return load(CONTENT)


def test_nothing_is_left_for_an_editor(registry: Registry) -> None:
    """The registry loads without a warning."""
    assert () == registry.warnings


@pytest.mark.parametrize(
    ("label", "person"),
    [("В.Путин", "vladimir-putin"), ("К.-Ж.Токаев", "kassym-jomart-tokayev")],
)
def test_both_presidents_speak_under_their_labels(
    label: str, person: str, registry: Registry
) -> None:
    """The seed's speakers are known, and heads of state on that day."""
    (found,) = registry.by_label[label]

    assert (person, ["head_of_state"]) == (
        found,
        [term.role for term in registry.people[found].terms if term.covers(SOCHI)],
    )


def test_sochi_lies_in_russia(registry: Registry) -> None:
    """The seed's place is known."""
    assert "RU" == registry.places[registry.place_by_label["Сочи"][0]].country


def test_relations_of_kazakhstan_and_russia(registry: Registry) -> None:
    """Established on 22 October 1992."""
    assert Edtf.parse("1992-10-22") == registry.relationships["KZ-RU"].established


@pytest.mark.parametrize("identifier", ["1992-05-25-kz-ru", "2013-11-11-kz-ru"])
def test_the_treaties_of_which_the_seed_speaks(identifier: str, registry: Registry) -> None:
    """Both treaties are milestones with other names by which a text may call them."""
    milestone = registry.milestones[identifier]

    assert ("treaty", ("KZ-RU",), True) == (
        milestone.kind,
        milestone.pairs,
        bool(milestone.aliases),
    )


@pytest.mark.parametrize(
    ("day", "name"), [("2018-01-01", "Астана"), ("2019-05-29", "Нур-Султан"), ("2023", "Астана")]
)
def test_the_capital_of_kazakhstan_on_a_day(day: str, name: str, registry: Registry) -> None:
    """Astana was Nur-Sultan from 2019 to 2022."""
    capital = registry.countries["KZ"].capital
    assert capital is not None

    assert name == registry.name_of("place", capital, "ru", Edtf.parse(day))


@pytest.mark.parametrize(
    ("code", "alias"),
    [
        ("CN", "КНР"),
        ("RU", "РФ"),
        ("BY", "Белоруссия"),
        ("DE", "ФРГ"),
        ("ZA", "ЮАР"),
        ("AE", "Объединённые Арабские Эмираты"),
    ],
)
def test_other_names_of_countries(code: str, alias: str, registry: Registry) -> None:
    """Names that transcripts use beside CLDR's."""
    assert alias in registry.countries[code].aliases["ru"]


def test_no_source_is_a_redirect_or_a_tracker(registry: Registry) -> None:
    """A reader who follows a source arrives at the page itself."""
    pages = [
        page
        for entries in (registry.people, registry.places, registry.organisations)
        for entry in entries.values()
        for page in entry.sources
    ]
    pages += [page for stone in registry.milestones.values() for page in stone.sources]
    pages += [page for pair in registry.relationships.values() for page in pair.sources]

    assert [] == [page for page in pages if "utm_" in page or "http" in page[8:]]


def test_every_capital_has_a_time_zone_of_its_country(registry: Registry) -> None:
    """CLDR lists each capital's time zone among those of its country."""
    zones = get_global("territory_zones")
    aliases = get_global("zone_aliases")
    capitals = {
        country.code: registry.places[country.capital].time_zone
        for country in registry.countries.values()
        if country.capital
    }

    assert [] == [
        code
        for code, zone in capitals.items()
        if zone not in {zone for name in zones[code] for zone in (name, aliases.get(name))}
    ]
