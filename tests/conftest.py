"""What every test shares: properties without a clock, and a real browser.

Without a browser the tests that need one are skipped; ``CHRONICLE_REQUIRE_BROWSER=1``
turns the skip into a failure, for CI.
"""

from __future__ import annotations

import os
import shutil
from collections.abc import Iterator
from typing import TYPE_CHECKING

import pytest
from hypothesis import HealthCheck, settings

if TYPE_CHECKING:
    from playwright.sync_api import Browser

# Nothing in a test is timed: a busy machine must not make a property fail.
settings.register_profile("untimed", deadline=None, suppress_health_check=[HealthCheck.too_slow])
settings.load_profile("untimed")

NAMES = ("chromium", "chromium-browser", "google-chrome", "google-chrome-stable", "chrome")


@pytest.fixture(scope="session")
def browser() -> Iterator[Browser]:
    """Headless Chromium, started once."""
    path = next(filter(None, map(shutil.which, NAMES)), None)
    if path is None:
        why = f"no browser: none of {', '.join(NAMES)} is on the path"
        if os.environ.get("CHRONICLE_REQUIRE_BROWSER"):
            pytest.fail(why)
        pytest.skip(why)
    from playwright.sync_api import sync_playwright

    with sync_playwright() as driver:
        started = driver.chromium.launch(
            executable_path=path, args=["--no-sandbox", "--disable-gpu"]
        )
        yield started
        started.close()
