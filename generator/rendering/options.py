"""What a build is told, and what it tells."""

from __future__ import annotations

import os
import sys
from collections import Counter
from collections.abc import Callable
from dataclasses import dataclass, field
from datetime import UTC, date, datetime
from functools import cache
from importlib.metadata import version
from pathlib import Path
from zoneinfo import ZoneInfo

import generator
from generator.model.publishers import PUBLISHERS
from generator.pages.page import Site
from generator.registry import Registry

WRITERS = ("mkdocs", "mkdocs-material", "markdown", "jinja2", "babel", "tzdata", "orjson")
"""Packages whose version decides how a page is written, dates and plurals included."""


@dataclass
class Summary:
    """What a build did: how many pages stand, which were built, and why."""

    pages: int = 0
    built: int = 0
    removed: int = 0
    reasons: Counter[str] = field(default_factory=Counter)
    each: list[tuple[str, str]] = field(default_factory=list)
    seconds: float = 0.0
    note: str = ""

    def told(self) -> str:
        """The summary in one line."""
        if not self.built and not self.removed:
            return f"nothing changed: {self.pages} pages stand ({self.seconds:.1f} s)"
        why = ", ".join(f"{count} {reason}" for reason, count in self.reasons.most_common())
        gone = f", {self.removed} removed" if self.removed else ""
        return f"{self.built} of {self.pages} pages built ({why}){gone} in {self.seconds:.1f} s"


@dataclass(frozen=True)
class Options:
    """What the command line says; ``cache`` is the folder for what is kept.

    ``step`` hears of pages that are done, ``warn`` of what MkDocs warns of.
    """

    config: Path
    cache: Path
    jobs: int = 1
    strict: bool = False
    all: bool = False
    step: Callable[[int], None] = lambda count: None
    warn: Callable[[str], None] = lambda text: None


def key_of(options: Options) -> str:
    """All that is not in a file: versions, and how the command was called."""
    program = f"{generator.__version__} {sys.version_info[:3]} {_versions()}"
    return f"{program} {options.config.resolve()} strict={options.strict}"


@cache
def _versions() -> str:
    return ",".join(version(name) for name in WRITERS)


def today(zone: str) -> date:
    """The day that a site of this time zone speaks of; ``SOURCE_DATE_EPOCH`` is the moment."""
    return _now().astimezone(ZoneInfo(zone)).date()


def _now() -> datetime:
    epoch = os.environ.get("SOURCE_DATE_EPOCH")
    return datetime.fromtimestamp(int(epoch), UTC) if epoch else datetime.now(UTC)


def home_zone(registry: Registry, home_country: str | None) -> str:
    """The time zone in which the site's days are counted.

    It is that of the home country's capital; where the registry does not tell, that of a
    publisher which records this country's officials; else UTC.
    """
    country = registry.countries.get(home_country or "")
    capital = registry.places.get((country.capital or "") if country else "")
    if capital and capital.time_zone:
        return capital.time_zone
    zones = (known.zone for known in PUBLISHERS.values() if known.country == home_country)
    return next(zones, "UTC")


def day_of(site: Site) -> str:
    """A site's day as it is kept: "2026-10-22@Europe/Moscow"."""
    return f"{site.today}@{home_zone(site.chronicle.registry, site.home_country)}"


def moment_of(day: str) -> str:
    """A kept day with that of the site map, which MkDocs dates by UTC."""
    return f"{day}@{today('UTC')}"


def is_past(moment: str) -> bool:
    """Whether by now another day than at this moment has begun in its zone, or in UTC."""
    _, zone, _ = moment.split("@")
    return moment != moment_of(f"{today(zone)}@{zone}")
