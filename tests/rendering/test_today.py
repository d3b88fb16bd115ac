"""The day that a site speaks of is the home country's, however the site is built."""

from __future__ import annotations

import re
from datetime import UTC, date, datetime
from pathlib import Path
from zoneinfo import ZoneInfo

import pytest
import yaml

from generator import registry
from generator.model import Country, Place
from generator.registry import Registry
from generator.rendering.today import home_zone, today
from tests.rendering.small_site import make, tree, warm
from tests.site_builder import ROOT, run_module

PAGES = ("generator", "pages", "out", "--config", "site.yml")


def at(moment: str, patch: pytest.MonkeyPatch) -> None:
    """Let it be this moment, in UTC."""
    epoch = datetime.fromisoformat(moment).replace(tzinfo=UTC).timestamp()
    patch.setenv("SOURCE_DATE_EPOCH", str(int(epoch)))


@pytest.mark.parametrize(
    ("zone", "day"),
    [
        ("UTC", date(2026, 10, 21)),
        ("Europe/Moscow", date(2026, 10, 22)),
        ("America/New_York", date(2026, 10, 21)),
    ],
)
def test_a_day_begins_where_it_is_counted(
    zone: str, day: date, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Ten past nine in the evening in Greenwich is past midnight in Moscow."""
    at("2026-10-21T21:10", monkeypatch)

    assert day == today(zone)


def test_days_are_counted_in_the_capital() -> None:
    """The time zone of the home country's capital counts."""
    city = Place(id="vess", kind="city", names={}, time_zone="Asia/Tokyo")
    country = Country(code="XA", names={}, capital="vess")

    assert "Asia/Tokyo" == home_zone(
        Registry(countries={"XA": country}, places={"vess": city}), "XA"
    )


def test_without_a_capital_days_are_counted_as_the_publisher_does() -> None:
    """The Kremlin's times are Moscow's, whether or not the registry has a Moscow."""
    assert "Europe/Moscow" == home_zone(Registry(), "RU")


@pytest.mark.parametrize("country", ["XA", "", None])
def test_days_of_no_known_place_are_those_of_utc(country: str | None) -> None:
    """Nobody is at home, or nobody knows where."""
    assert "UTC" == home_zone(Registry(), country)


def test_the_nightly_build_follows_midnight_at_home() -> None:
    """The published site is right from the first hour of a day in the home country's zone."""
    workflow = yaml.safe_load((ROOT / ".github/workflows/publish.yml").read_text("utf-8"))
    cron = workflow[True]["schedule"][0]["cron"]  # YAML reads `on` as true
    minute, hour = map(int, cron.split()[:2])
    zone = home_zone(registry.load(ROOT / "content/registry"), "RU")
    moment = datetime(2026, 10, 21, hour, minute, tzinfo=UTC)

    assert 0 == moment.astimezone(ZoneInfo(zone)).hour


@pytest.fixture(scope="module")
def site(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A small site of a country that counts its days in Moscow, built there before midnight."""
    folder = tmp_path_factory.mktemp("site")
    make(folder)
    with pytest.MonkeyPatch.context() as patch:
        at("2026-10-21T20:50", patch)
        warm(folder)
    return folder


@pytest.mark.site
def test_index_pages_are_built_again_after_midnight_at_home(
    site: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Only then, though the day in UTC is the same; and once."""
    built = []
    for moment in ("2026-10-21T20:59", "2026-10-21T21:10", "2026-10-21T21:20"):
        at(moment, monkeypatch)
        built.append("a new day" in warm(site).reasons)

    assert [False, True, False] == built


@pytest.mark.site
def test_every_way_of_building_has_the_same_day(
    site: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Past midnight at home: ``mkdocs build`` gives the same bytes, ``pages`` the same day."""
    at("2026-10-21T21:10", monkeypatch)
    warm(site)
    for arguments in (("mkdocs", "build", "-q", "-f", "cold.yml"), PAGES):
        result = run_module(*arguments, folder=site)
        assert 0 == result.returncode, result.stderr
    pages = ("site/anniversaries/index.html", "out/docs/anniversaries.md")
    said = [bool(re.search(r"На 22\s*октября", (site / page).read_text("utf-8"))) for page in pages]

    assert ([True, True], True) == (said, tree(site / "site") == tree(site / "cold"))


@pytest.mark.site
def test_the_site_map_has_the_day_that_mkdocs_gives_it(
    site: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Past midnight in UTC, when no new day begins at home, the site map has a new date."""
    dates: list[str] = []
    for moment in ("2026-10-21T23:50", "2026-10-22T00:10"):
        at(moment, monkeypatch)
        warm(site)
        dates += set(re.findall("<lastmod>(.*?)<", (site / "site/sitemap.xml").read_text("utf-8")))

    assert ["2026-10-21", "2026-10-22"] == dates
