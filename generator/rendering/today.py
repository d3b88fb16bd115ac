"""Which day it is for a site: that of its home country, however the site is built."""

from __future__ import annotations

import os
from datetime import UTC, date, datetime
from zoneinfo import ZoneInfo

from generator.model.publishers import PUBLISHERS
from generator.pages.page import Site
from generator.registry import Registry


def today(zone: str) -> date:
    """The day that a site of this time zone speaks of; ``SOURCE_DATE_EPOCH`` is the moment."""
    epoch = os.environ.get("SOURCE_DATE_EPOCH")
    now = datetime.fromtimestamp(int(epoch), UTC) if epoch else datetime.now(UTC)
    return now.astimezone(ZoneInfo(zone)).date()


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


def moment_of(site: Site) -> str:
    """When a site is built, as it is kept: "2026-10-22@Europe/Moscow@2026-10-21".

    The last day is that of the site map, which MkDocs dates by UTC.
    """
    zone = home_zone(site.chronicle.registry, site.home_country)
    return f"{site.today}@{zone}@{today('UTC')}"


def is_another_day(before: str, now: str) -> bool:
    """Whether the site's day has changed between two kept moments."""
    return before.rpartition("@")[0] != now.rpartition("@")[0]


def is_past(moment: str) -> bool:
    """Whether by now another day than at a kept moment has begun, at home or in UTC."""
    _, zone, _ = moment.split("@")
    return moment != f"{today(zone)}@{zone}@{today('UTC')}"
