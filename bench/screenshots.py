"""Take the pictures in ``docs/screenshots``: ``python -m bench.screenshots``.

The document and its relationship are the project's own; every other kind of page shows the
made-up archive of the tests, so that it has something to show.  The day is fixed, so that
"days until" does not change a picture.  To add one, add a row to :data:`PICTURES`.
"""

from __future__ import annotations

import base64
import os
import shutil
from collections.abc import Iterator, Mapping
from contextlib import ExitStack, contextmanager
from datetime import UTC, datetime
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import NamedTuple

from playwright.sync_api import Browser, sync_playwright

from tests.browser.served import served
from tests.conftest import NAMES
from tests.made_up.write import write
from tests.site_builder import ROOT, build

FOLDER = ROOT / "docs" / "screenshots"
DAY = datetime(2026, 11, 24, 9, tzinfo=UTC)
EVENTS = 400
WIDE, PHONE = (1200, 900), (390, 844)
QUALITY = 82
"""Of the WebP pictures: at this one, small print stays sharp at 40 KB a picture."""


class Picture(NamedTuple):
    """One picture: the page as a glob pattern, of which the largest is taken."""

    name: str
    site: str
    page: str
    size: tuple[int, int] = WIDE
    scheme: str = "light"


PICTURES = (
    Picture("event", "own", "events/2022/kremlin-69182/"),
    Picture("event-dark", "own", "events/2022/kremlin-69182/", WIDE, "dark"),
    Picture("event-phone", "own", "events/2022/kremlin-69182/", PHONE),
    Picture("event-phone-dark", "own", "events/2022/kremlin-69182/", PHONE, "dark"),
    Picture("relationship", "own", "relationships/kz-ru/"),
    Picture("relationship-phone-dark", "own", "relationships/kz-ru/", PHONE, "dark"),
    Picture("relationship-many", "made-up", "relationships/*/"),
    Picture("home", "made-up", ""),
    Picture("home-phone", "made-up", "", PHONE),
    Picture("home-english", "made-up", "en/"),
    Picture("timeline", "made-up", "timeline/"),
    Picture("timeline-dark", "made-up", "timeline/", WIDE, "dark"),
    Picture("timeline-phone", "made-up", "timeline/", PHONE),
    Picture("year", "made-up", "timeline/*/"),
    Picture("relationships", "made-up", "relationships/"),
    Picture("country", "made-up", "countries/*/"),
    Picture("person", "made-up", "people/*/"),
    Picture("place", "made-up", "places/*/"),
    Picture("organisation", "made-up", "organisations/*/"),
    Picture("topic", "made-up", "topics/*/"),
    Picture("anniversaries", "made-up", "anniversaries/"),
    Picture("calendar", "made-up", "days/"),
    Picture("day", "made-up", "days/*/"),
    Picture("coverage", "made-up", "coverage/"),
    Picture("about", "own", "about/method/"),
)


@contextmanager
def sites() -> Iterator[Mapping[str, tuple[Path, str]]]:
    """Both sites, built and served: folder and address."""
    os.environ["SOURCE_DATE_EPOCH"] = str(int(DAY.timestamp()))
    with TemporaryDirectory() as scratch, ExitStack() as stack:
        own, made_up = Path(scratch, "own"), Path(scratch, "made-up")
        shutil.copytree(ROOT / "content", own / "content")
        made_up.mkdir()
        write(made_up, EVENTS)
        for name in ("about", "en"):
            shutil.copytree(ROOT / "content" / name, made_up / "content" / name)
        found = {}
        for folder in (own, made_up):
            result = build(folder)
            if result.returncode:
                raise SystemExit(result.stderr)
            site = folder / "site"
            found[folder.name] = (site, stack.enter_context(served(site)))
        yield found


def take(browser: Browser, picture: Picture, site: Path, address: str) -> bytes:
    """The first screen of a page as WebP."""
    pages = site.glob(f"{picture.page}index.html")
    page = max(pages, key=lambda path: (path.stat().st_size, path)).parent
    width, height = picture.size
    context = browser.new_context(
        viewport={"width": width, "height": height},
        color_scheme="dark" if picture.scheme == "dark" else "light",
    )
    tab = context.new_page()
    tab.goto(f"{address}{page.relative_to(site).as_posix()}/", wait_until="networkidle")
    session = context.new_cdp_session(tab)
    made = session.send("Page.captureScreenshot", {"format": "webp", "quality": QUALITY})
    context.close()
    return base64.b64decode(made["data"])


def main() -> None:
    """Take every picture and write the gallery."""
    chromium = next(filter(None, map(shutil.which, NAMES)), None)
    if chromium is None:
        raise SystemExit(f"no browser: install one of {', '.join(NAMES)}")
    FOLDER.mkdir(parents=True, exist_ok=True)
    with sites() as built, sync_playwright() as driver:
        browser = driver.chromium.launch(executable_path=chromium, args=["--no-sandbox"])
        for picture in PICTURES:
            data = take(browser, picture, *built[picture.site])
            (FOLDER / f"{picture.name}.webp").write_bytes(data)
            print(f"{picture.name}.webp  {len(data) // 1024} KB")
        browser.close()
    rows = "\n".join(f"## {p.name}\n\n![{p.name}]({p.name}.webp)\n" for p in PICTURES)
    gallery = f"# Each kind of page\n\nMade by `make screenshots`.\n\n{rows}"
    (FOLDER / "README.md").write_text(gallery, encoding="utf-8")


if __name__ == "__main__":
    main()
