"""Hold a site of 2,000 made-up events against the reader's bars: ``python -m bench.bars``.

Lighthouse (mobile, local server with gzip) scores four pages; html-validate reads one page
of each kind.  Both are npm packages and are fetched by ``npx``; a Chromium must be on the
path.  The exit status is 1 where a bar is missed.
"""

from __future__ import annotations

import json
import os
import shutil
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path
from tempfile import TemporaryDirectory

from tests.browser.served import served
from tests.conftest import NAMES
from tests.made_up.write import write
from tests.site_builder import ROOT, build

EVENTS = 2000
# The newest majors that run on Node.js 20.
LIGHTHOUSE = "lighthouse@12"
VALIDATOR = "html-validate@10"
BARS = {"performance": 95, "accessibility": 100, "best-practices": 95, "seo": 100}
MEASURED = ("", "timeline/", "relationships/*/", "events/*/*/")
VALIDATED = (
    *MEASURED,
    *("people/*/", "countries/*/", "places/*/", "organisations/*/", "topics/*/"),
    *("days/", "days/*/", "timeline/*/", "relationships/", "anniversaries/", "coverage/"),
    *("about/", "search/", "en/"),
)


def made(folder: Path) -> Path:
    """Build the made-up site; its folder."""
    write(folder, EVENTS)
    for name in ("about", "en"):
        shutil.copytree(ROOT / "content" / name, folder / "content" / name)
    result = build(folder)
    if result.returncode:
        raise SystemExit(result.stderr)
    return folder / "site"


def largest(site: Path, pattern: str) -> Path:
    """The largest page that a glob pattern finds."""
    found = site.glob(f"{pattern}index.html")
    return max(found, key=lambda path: (path.stat().st_size, path))


def scores(site: Path, browser: str, report: Path) -> Iterator[tuple[str, dict[str, int]]]:
    """Each measured page with its score in each category."""
    with served(site) as address:
        for pattern in MEASURED:
            page = largest(site, pattern).parent.relative_to(site).as_posix()
            run = [
                *("npx", "--yes", LIGHTHOUSE, f"{address}{page}/", "--quiet", "--output=json"),
                *(f"--output-path={report}", "--chrome-flags=--headless --no-sandbox"),
            ]
            subprocess.run(run, check=True, env={**os.environ, "CHROME_PATH": browser})
            found = json.loads(report.read_text(encoding="utf-8"))["categories"]
            yield page, {name: round(100 * found[name]["score"]) for name in BARS}


def invalid(site: Path) -> list[str]:
    """What html-validate finds in a page of each kind, a line each."""
    pages = [str(largest(site, pattern)) for pattern in VALIDATED]
    config = str(Path(__file__).with_name("htmlvalidate.cjs"))
    run = ["npx", "--yes", VALIDATOR, "--config", config, "--formatter", "json", *pages]
    result = subprocess.run(run, capture_output=True, text=True, check=False)
    if not result.stdout:
        raise SystemExit(result.stderr)
    return [
        f"{Path(page['filePath']).parent.relative_to(site)}:{found['line']} "
        f"{found['ruleId']}: {found['message']}"
        for page in json.loads(result.stdout)
        for found in page["messages"]
    ]


def main() -> None:
    """Print every figure; exit with 1 where a bar is missed."""
    browser = next(filter(None, map(shutil.which, NAMES)), None)
    if browser is None or shutil.which("npx") is None:
        raise SystemExit("needs a Chromium and Node.js's npx on the path")
    missed = 0
    with TemporaryDirectory() as scratch:
        site = made(Path(scratch))
        for page, found in scores(site, browser, Path(scratch, "report.json")):
            low = [name for name, bar in BARS.items() if found[name] < bar]
            missed += len(low)
            print(page, found, f"MISSED: {', '.join(low)}" if low else "", flush=True)
        wrong = invalid(site)
        missed += len(wrong)
        print(*wrong, f"{len(wrong)} errors of HTML in {len(VALIDATED)} pages", sep="\n")
    sys.exit(1 if missed else 0)


if __name__ == "__main__":
    main()
