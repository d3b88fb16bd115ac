"""Every problem of a registry file is said at once, with its line and how to mend it."""

from __future__ import annotations

from pathlib import Path
from string import Template

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from generator.errors import ContentError
from generator.registry import load
from generator.registry.entries import FILES, MEMBERSHIP, TERM
from generator.text import yaml_text
from tests.registry.files import complaints, loaded, write

FIELDS = {
    "PLACE": "kind: city, names: {ru: Весс, en: Vess}, country: XA, source: https://a.example/v",
    "PERSON": "names: {ru: Томас Релл, en: Tomas Rell}, country: XA",
    "PAIR": "source: https://a.example/r",
    "STONE": (
        "date: 2030, kind: treaty, titles: {ru: Договор, en: Treaty}, source: https://a.example/m"
    ),
}
CASES = yaml_text.load((Path(__file__).parent / "problems.yml").read_text("utf-8"), "problems.yml")


def test_all_problems_of_all_files_are_said_at_once(tmp_path: Path) -> None:
    """Three problems in two files are three lines."""
    people = "elena-vark:\n  names: {ru: Элена Варк, en: Elena Vark}\n  nation: XA\n"
    people += "  source: https://a.example/a\n"

    assert [
        "people.yml:1: required field missing @ elena-vark.country; add it",
        "people.yml:3: unknown field @ elena-vark.nation; did you mean 'country'?",
        "places.yml:1: unknown country code 'XQ' @ vess.country; "
        "use an ISO 3166-1 code, or give it names in countries.yml",
    ] == complaints(
        tmp_path, people=people, places=f"vess: {{{FIELDS['PLACE']}}}".replace("XA", "XQ")
    )


@pytest.mark.parametrize("case", CASES, ids=[case["problem"] for case in CASES])
def test_a_problem_and_how_to_mend_it(case: dict[str, str], tmp_path: Path) -> None:
    """One thing that is wrong, as an editor reads it."""
    text = Template(case["text"]).substitute(FIELDS)

    found = [line.split(": ", 1)[1] for line in complaints(tmp_path, **{case["file"]: text})]

    assert case["problem"] in found


def test_a_file_that_is_not_yaml_does_not_hide_the_others(tmp_path: Path) -> None:
    """Broken places and an incomplete person are both reported, and no place is missed."""
    people = "tom: {names: {ru: Томас, en: Tom}, source: https://a.example/t}"
    milestones = f"m: {{{FIELDS['STONE']}, parties: [XA], place: vess}}"

    found = complaints(tmp_path, people=people, places="vess: [", milestones=milestones)

    assert ["places.yml:2", "people.yml:1"] == [line.split(": ")[0] for line in found]


def test_a_key_that_stands_twice(tmp_path: Path) -> None:
    """Two entries with one id are an error, not the second one."""
    text = f"tom: {{{FIELDS['PERSON']}, source: https://a.example/t}}\n"

    assert ["people.yml:2: the key 'tom' stands twice; keep one of them"] == complaints(
        tmp_path, people=text * 2
    )


def test_a_file_in_another_encoding(tmp_path: Path) -> None:
    """Windows-1251 is named, not shown as rubbish."""
    (tmp_path / "people.yml").write_bytes("a: 1\nb: Томас".encode("windows-1251"))

    with pytest.raises(ContentError) as caught:
        load(tmp_path)

    assert f"{tmp_path}/people.yml:2: this is not UTF-8; save the file as UTF-8" == str(
        caught.value
    )


def test_a_list_is_no_registry_file(tmp_path: Path) -> None:
    """A file must map ids to entries."""
    assert [
        "people.yml:1: the file is no mapping from id to entry; write it as in docs/registry.md"
    ] == complaints(tmp_path, people="- a\n- b\n")


def test_a_file_with_a_misspelt_name_is_a_warning(tmp_path: Path) -> None:
    """A file that nothing reads is not passed over in silence."""
    (tmp_path / "peopel.yml").write_text("{}", encoding="utf-8")

    (warning,) = loaded(tmp_path).warnings

    assert ("nothing reads this file", "did you mean 'people'?") == (warning.what, warning.mend)


NAMES = st.sampled_from(
    sorted({*TERM, *MEMBERSHIP, *(name for file in FILES.values() for name in file.shape)})
)
KEYS = NAMES | st.sampled_from(["ru", "en", "XA", "XA-XB", "vess", ""])
VALUES = st.recursive(
    st.sampled_from(
        [None, True, 0, 2030, -1.5, "", "XA", "vess", "2030-13", "https://a.example/a"]
    ),
    lambda inner: st.lists(inner, max_size=2) | st.dictionaries(KEYS, inner, max_size=6),
    max_leaves=20,
)


@settings(deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(file=st.sampled_from(sorted(FILES)), data=st.dictionaries(KEYS, VALUES, max_size=3))
def test_whatever_stands_in_a_file_is_read_or_reported(
    file: str, data: dict[str, object], tmp_path: Path
) -> None:
    """No value in any field makes the loader fall."""
    write(tmp_path, **{file: yaml_text.dump(data)})
    try:
        load(tmp_path)
    except ContentError as error:
        assert error.problems
