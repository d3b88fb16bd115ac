"""What a configuration may say of the home country."""

from __future__ import annotations

import pytest

from generator.errors import ContentError
from generator.model import Country
from generator.pages.settings import checked_home
from generator.registry import Registry

KNOWN = Registry(countries={"XA": Country(code="XA", names={"ru": "Оруна", "en": "Oruna"})})


@pytest.mark.parametrize("code", ["XA", "KZ", ""])
def test_a_country_of_the_registry_or_of_iso_3166_is_at_home(code: str) -> None:
    """The registry need not have an entry for it; and nobody need be at home."""
    assert code == checked_home(code, KNOWN, "mkdocs.yml")


@pytest.mark.parametrize(
    ("told", "meant"),
    [("xa", "XA"), ("Оруна", "XA"), ("oruna", "XA"), ("kz", "KZ"), ("Kazakhstan", "KZ")],
)
def test_another_way_to_write_a_country_is_refused(told: str, meant: str) -> None:
    """What was meant is named."""
    with pytest.raises(ContentError) as caught:
        checked_home(told, KNOWN, "mkdocs.yml")

    assert f"mkdocs.yml: home_country {told!r} is no country's code; write {meant}" == str(
        caught.value
    )


def test_no_country_is_refused() -> None:
    """Nobody can guess what was meant."""
    with pytest.raises(ContentError, match="write an ISO code"):
        checked_home("XX", KNOWN, "mkdocs.yml")
