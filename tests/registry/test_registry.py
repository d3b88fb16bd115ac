"""What a loaded registry knows."""

from __future__ import annotations

from pathlib import Path

import pytest

from generator.model import Edtf, Organisation, Term
from generator.registry import Registry, load, squeeze
from tests.registry.files import GOOD, loaded


def test_a_country_has_its_name_from_cldr(tmp_path: Path) -> None:
    """Norway needs no entry."""
    assert "Норвегия" == loaded(tmp_path).countries["NO"].names["ru"]


def test_an_entry_replaces_one_name_only(tmp_path: Path) -> None:
    """A curated name stands instead of CLDR's, in its language."""
    countries = GOOD["countries"] + "NO: {names: {ru: Норге, en: Norge}, aliases: {en: [Noreg]}}"

    norway = loaded(tmp_path, countries=countries).countries["NO"]

    assert ("Норге", ("Noreg",)) == (norway.names["ru"], norway.aliases["en"])


def test_and_is_spelt_in_prose(tmp_path: Path) -> None:
    """CLDR's ampersand is a word in a sentence."""
    assert "Bosnia and Herzegovina" == loaded(tmp_path).countries["BA"].names["en"]


@pytest.mark.parametrize("code", ["EU", "UN", "ZZ", "XB", "AC"])
def test_what_is_no_country(code: str) -> None:
    """Unions, unknown regions and test locales of CLDR are left out."""
    assert code not in load(Path("no such folder")).countries


def test_a_made_up_country_has_the_names_of_its_entry(tmp_path: Path) -> None:
    """A free code becomes a country as soon as it has names."""
    assert {"ru": "Оруна", "en": "Oruna"} == loaded(tmp_path).countries["XA"].names


def test_norway_is_a_relationship(tmp_path: Path) -> None:
    """NO in a pair and as a party is Norway."""
    pairs = "NO-XA: {established: 1905, source: https://a.example/r}"

    assert ("NO", "XA") == loaded(tmp_path, relationships=pairs).relationships["NO-XA"].countries


def test_a_bare_year_is_a_date(tmp_path: Path) -> None:
    """A year needs no quotes."""
    assert Edtf.parse("2028") == loaded(tmp_path).people["elena-vark"].terms[0].start


def test_a_term_names_a_person_s_source(tmp_path: Path) -> None:
    """A person without pages of their own has those of the terms."""
    assert ("https://a.example/a",) == loaded(tmp_path).people["elena-vark"].sources


def test_a_known_role_needs_no_office(tmp_path: Path) -> None:
    """A head of state is called so where the post has no title."""
    office = loaded(tmp_path).people["elena-vark"].terms[0].office

    assert {"ru": "Глава государства", "en": "Head of state"} == office


def test_a_label_is_found_whatever_its_spaces(tmp_path: Path) -> None:
    """No-break spaces in a printed label count as spaces."""
    labels = loaded(tmp_path).by_label

    assert ("elena-vark",) == labels["Э.Варк"] == labels[squeeze("Элена\u00a0 Варк")]


def test_a_place_is_found_by_a_former_name(tmp_path: Path) -> None:
    """A place line may print the name of its day."""
    assert ("vess",) == loaded(tmp_path, places=RENAMED).place_by_label["Old Port"]


RENAMED = """
vess:
  kind: city
  names: {ru: Весс, en: Vess}
  country: XA
  dated_names:
    - {names: {ru: Старый Порт, en: Old Port}, to: 2001-06, source: https://a.example/v}
    - {names: {ru: Порт, en: Port}, from: 2001-06, to: 2010-03-05, source: https://a.example/v}
    - {names: {ru: Весс, en: Vess}, from: 2010-03-05, source: https://a.example/v}
  source: https://a.example/v
"""


@pytest.mark.parametrize(
    ("day", "name"),
    [
        ("1995-01-01", "Old Port"),
        ("2001-05-31", "Old Port"),
        ("2001-06-15", "Port"),
        ("2001-07-01", "Port"),
        ("2010-03-04", "Port"),
        ("2010-03-05", "Vess"),
        ("2031", "Vess"),
    ],
)
def test_a_place_is_called_as_on_that_day(day: str, name: str, tmp_path: Path) -> None:
    """On the day of a renaming, and in its month if the day is unknown, the new name counts."""
    registry = loaded(tmp_path, places=RENAMED)

    assert name == registry.name_of("place", "vess", "en", Edtf.parse(day))


@pytest.mark.parametrize(
    ("kind", "identifier", "name"),
    [
        ("country", "XA", "Оруна"),
        ("person", "elena-vark", "Элена Варк"),
        ("place", "vess", "Весс"),
        ("relationship", "NO-XA", "Норвегия — Оруна"),
        ("person", "nobody", "nobody"),
        ("milestone", "nothing", "nothing"),
    ],
)
def test_name_of(kind: str, identifier: str, name: str, tmp_path: Path) -> None:
    """An entry's name in a language, or its id."""
    assert name == loaded(tmp_path).name_of(kind, identifier, "ru")


def test_a_language_that_is_missing_falls_back(tmp_path: Path) -> None:
    """Without a Kazakh name the English one is shown."""
    assert "Elena Vark" == loaded(tmp_path).name_of("person", "elena-vark", "kk")


def test_an_unknown_kind_is_a_slip_of_the_program() -> None:
    """No reader ever sees it."""
    with pytest.raises(ValueError, match="planet"):
        Registry().name_of("planet", "mars", "en")


def test_people_told_apart_by_date_share_a_label(tmp_path: Path) -> None:
    """Two presidents with one name, one after the other, are no problem."""
    assert () == loaded(tmp_path, people=GOOD["people"] + SECOND % "from: 2031").warnings


def test_people_whom_no_date_tells_apart_are_a_warning(tmp_path: Path) -> None:
    """Two people in office at once with one label need an editor."""
    (warning,) = loaded(tmp_path, people=GOOD["people"] + SECOND % "from: 2029").warnings

    assert (
        "'Э.Варк' may also be elena-vark, and their terms do not tell them apart "
        "@ erik-vark.labels; date their terms, or take a label out"
    ) == f"{warning.what}; {warning.mend}"


SECOND = """
erik-vark:
  names: {ru: Эрик Варк, en: Erik Vark}
  country: XA
  labels: [Э.Варк]
  terms: [{role: head_of_government, country: XA, %s, source: https://a.example/a}]
"""


def test_overlapping_terms_are_a_warning(tmp_path: Path) -> None:
    """Nobody enters a post that they already hold."""
    again = "    - {role: head_of_state, country: XA, from: 2029, source: https://a.example/a}\n"

    (warning,) = loaded(tmp_path, people=GOOD["people"] + again).warnings

    assert "this term overlaps with terms[0] @ elena-vark.terms[1]" == warning.what


def test_a_milestone_keeps_all_its_sources(tmp_path: Path) -> None:
    """The first page is the source, all of them are the sources."""
    text = (
        "m: {date: 2030, kind: treaty, parties: [XB, XA], titles: {ru: Д, en: T}, "
        "note: {ru: да, en: 'yes'}, sources: [https://a.example/1, https://a.example/2]}"
    )

    milestone = loaded(tmp_path, milestones=text).milestones["m"]

    assert ("https://a.example/1", 2, ("XA", "XB"), "yes") == (
        milestone.source,
        len(milestone.sources),
        milestone.parties,
        milestone.note,
    )


def test_a_registry_without_files_knows_the_countries() -> None:
    """A new archive begins with CLDR."""
    registry = load(Path("no such folder"))

    assert (250, 0, 0) == (len(registry.countries), len(registry.people), len(registry.places))


@pytest.mark.parametrize(
    ("start", "end", "seen", "day", "held"),
    [
        ("2028", None, None, "2040-01-01", True),
        ("2028", None, None, "2027-12-31", False),
        ("2028", "2031-05", None, "2031-05-20", True),
        ("2028", "2031-05", None, "2031-06-01", False),
        (None, None, "2030-01-19", "2030-01-19", True),
        (None, None, "2030-01-19", "2030-01-20", False),
        (None, "2031", "2030-01-19", "2030-06-01", True),
        (None, None, None, "2030-01-19", False),
    ],
)
def test_a_term_covers_a_day(
    start: str | None, end: str | None, seen: str | None, day: str, held: bool
) -> None:
    """A term known from one day only is no term for ever."""

    def date(text: str | None) -> Edtf | None:
        return Edtf.parse(text) if text else None

    term = Term(role="x", office={}, start=date(start), end=date(end), seen=date(seen), source="s")

    assert held == term.covers(Edtf.parse(day))


@pytest.mark.parametrize("status", ["associate", "founder", "observer"])
def test_another_status_is_no_membership(tmp_path: Path, status: str) -> None:
    """Who is not a member, a founder that never joined too, is not counted as one."""
    text = (
        "union: {names: {ru: С, en: U}, source: https://a.example/u, members: ["
        "{country: XA, from: 2010, source: https://a.example/u}, "
        f"{{country: XB, from: 2010, status: {status}, source: https://a.example/u}}]}}"
    )

    union: Organisation = loaded(tmp_path, organisations=text).organisations["union"]

    assert ("XA",) == union.members_on(Edtf.parse("2020"))


def test_milestone_of_nobody_is_a_warning(tmp_path: Path) -> None:
    """A dated fact that names no country is kept, and an editor is told."""
    stone = "m: {date: 2030, kind: treaty, titles: {en: Treaty}, source: https://a.example/m}"
    (warning,) = loaded(tmp_path, milestones=stone).warnings

    assert "neither countries nor an organisation are named @ m.parties" == warning.what
