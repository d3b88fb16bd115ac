"""A real browser for the tests that need one; without it they are skipped.

``CHRONICLE_REQUIRE_BROWSER=1`` turns the skip into a failure, for CI.
"""

from __future__ import annotations

import os
import shutil
from collections.abc import Iterator
from typing import TYPE_CHECKING

import pytest

if TYPE_CHECKING:
    from playwright.sync_api import Browser

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
