"""The whole walk: a source file in, a built site out, as a user does it."""

from __future__ import annotations

import importlib.util
import json
import re
import shutil
from pathlib import Path

import pytest
import yaml

from generator.exports.verify import differences_of, published_words
from tests.cli.conftest import REGISTRY, TRANSCRIPT
from tests.site_builder import ROOT, build, configure, run_module

pytestmark = pytest.mark.site

# Every element that makes a browser fetch something at once, with an address elsewhere.
LOADING = re.compile(
    r"<(?:script|img|iframe|source|link rel=.?(?:stylesheet|preload|icon))[^>]*?"
    r"(?:src|href)=.?(?:https?:)?//[^>]*>"
)
SEED = "events/2022/kremlin-69182"
HOSTILE = (
    "<script>alert(1)</script> {{ page.title }} {% raw %} --- | a | `code` **bold** "
    "& <b> [link](javascript:1) \u202eright\u202c # one ~~two~~"
)


@pytest.fixture(scope="module")
def seed_site(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The project's own content, built once."""
    folder = tmp_path_factory.mktemp("seed")
    shutil.copytree(ROOT / "content", folder / "content")
    result = build(folder)
    assert result.returncode == 0, result.stderr
    return folder / "site"


@pytest.fixture
def made_up(tmp_path: Path) -> Path:
    """A folder with a made-up archive and one source file in it."""
    registry = tmp_path / "content" / "registry"
    registry.mkdir(parents=True)
    for name, text in REGISTRY.items():
        (registry / f"{name}.yml").write_text(text, encoding="utf-8")
    (tmp_path / "meeting.txt").write_text(TRANSCRIPT, encoding="utf-8")
    return tmp_path


def _words_of_the_seed() -> list[str]:
    """Every word of the transcript file but date, time, place and address, in its order."""
    lines = (ROOT / "content/sources/2022/kremlin-69182.txt").read_text("utf-8").split("\n")
    said = [
        line
        for line in lines
        if not line.startswith(("2022-08-19 ", "http://")) and line.strip() != "Сочи"
    ]
    return " ".join(said).replace("&lt;", "<").replace("&gt;", ">").split()


def test_every_word_of_the_seed_is_on_its_page(seed_site: Path) -> None:
    """The built HTML has the words of the source file, all of them, in order."""
    html = (seed_site / SEED / "index.html").read_text("utf-8")

    assert _words_of_the_seed() == list(published_words(html))


@pytest.mark.parametrize("page", ["", "timeline/", "relationships/kz-ru/", "en/people/"])
def test_feed_reader_finds_the_feed(seed_site: Path, page: str) -> None:
    """Each page but a document's names its feed, and the feed is there."""
    html = (seed_site / page / "index.html").read_text("utf-8")
    (href,) = re.findall(r'<link rel="alternate" type="application/atom\+xml" href="([^"]+)"', html)

    assert (seed_site / page / href).is_file()


def test_page_of_the_seed_is_lean(seed_site: Path) -> None:
    """A document's page weighs at most 8 KB beyond its own words."""
    html = (seed_site / SEED / "index.html").read_text("utf-8")
    words = " ".join(published_words(html))

    assert len(html.encode()) - len(words.encode()) <= 8000


@pytest.mark.parametrize(
    "page",
    [
        "",
        "timeline/",
        "relationships/kz-ru/",
        "people/kassym-jomart-tokayev/",
        "countries/kz/",
        "places/sochi/",
        "organisations/cis/",
        "anniversaries/",
        "about/",
        "en/",
        "en/relationships/kz-ru/",
        f"{SEED}/",
    ],
)
def test_page_is_there(seed_site: Path, page: str) -> None:
    """Each page that the README promises has its address."""
    assert (seed_site / page / "index.html").is_file()


def test_private_folders_are_not_published(seed_site: Path) -> None:
    """Registry files and originals are read, not copied into the site."""
    assert [] == [name for name in ("registry", "sources") if (seed_site / name).exists()]


def test_scripts_that_no_page_loads_are_not_published(seed_site: Path) -> None:
    """Material's scripts and source maps, 2.3 MB of a site, stay away."""
    assert [] == [*seed_site.rglob("bundle.*"), *seed_site.rglob("*.map")]


SWITCHES = (
    "theme: {features: [navigation.top]}",
    "theme: {palette: {scheme: slate}}",
    "plugins: [chronicle, material/search]",
    "extra: {analytics: {provider: google, property: none}}",
    "extra: {consent: {title: t, description: d}}",
    "extra: {version: {provider: mike}}",
)


@pytest.mark.parametrize("switch", SWITCHES)
def test_scripts_that_pages_load_are_published(made_up: Path, switch: str) -> None:
    """Whatever of Material's is switched on finds its script and its script's files."""
    config = configure(made_up)
    name, _, value = switch.partition(": ")
    found = yaml.safe_load(config.read_text("utf-8"))
    given = yaml.safe_load(value)
    found[name] = {**found.get(name, {}), **given} if isinstance(given, dict) else given
    config.write_text(yaml.safe_dump(found), "utf-8")
    result = run_module("mkdocs", "build", "-f", config.name, folder=made_up)
    page = (made_up / "site/index.html").read_text("utf-8")
    (script,) = re.findall(r'src="(assets/javascripts/bundle[^"]*)"', page)

    assert (made_up / "site" / script).is_file(), result.stderr


@pytest.mark.parametrize("folder", ["content", "theme"])
def test_an_editors_own_scripts_are_published(made_up: Path, folder: str) -> None:
    """Only files of Material's are left out: an editor may have a folder of the same name."""
    own = made_up / folder / "assets/javascripts/own.js"
    own.parent.mkdir(parents=True)
    own.write_text("own()", "utf-8")
    if folder == "theme":
        shutil.copytree(ROOT / "overrides", made_up / "theme", dirs_exist_ok=True)
        config = configure(made_up)
        text = config.read_text("utf-8")
        config.write_text(re.sub(r"custom_dir: .*/overrides", "custom_dir: theme", text), "utf-8")
    else:
        config = configure(made_up)
    run_module("mkdocs", "build", "-f", config.name, folder=made_up)

    assert (made_up / "site/assets/javascripts/own.js").is_file()


def test_site_loads_nothing_from_other_hosts(seed_site: Path) -> None:
    """No script, style sheet, font or picture of any page comes from elsewhere."""
    found = {
        match[0]
        for path in seed_site.rglob("*.html")
        for match in LOADING.finditer(path.read_text("utf-8"))
    }

    assert set() == found


def test_verify_proves_the_site_and_finds_a_changed_word(made_up: Path) -> None:
    """A word that is not the source's is found in the built page."""
    run_module("generator", "ingest", "meeting.txt", folder=made_up)
    build(made_up)
    good = run_module("generator", "verify", folder=made_up)
    page = made_up / "site/events/2031/kremlin-912345/index.html"
    page.write_text(page.read_text("utf-8").replace("много дел", "мало дел"), "utf-8")
    bad = run_module("generator", "verify", folder=made_up)
    receipt = json.loads(page.with_name("record.json").read_text("utf-8"))[0]["custom"]["receipt"]

    assert (0, 1, 1) == (good.returncode, bad.returncode, len(receipt["differences"]))


def test_hostile_words_come_out_as_themselves(made_up: Path) -> None:
    """Scripts, template marks, Markdown and direction marks are words like any others."""
    text = TRANSCRIPT.replace("У нас много дел.", HOSTILE)
    (made_up / "meeting.txt").write_text(text, "utf-8")
    run_module("generator", "ingest", "meeting.txt", folder=made_up)
    result = build(made_up)
    html = (made_up / "site/events/2031/kremlin-912345/index.html").read_text("utf-8")

    assert (0, True, False) == (
        result.returncode,
        " ".join(HOSTILE.split()) in " ".join(published_words(html)),
        "<script>alert" in html,
    )


def test_broken_front_matter_is_one_clear_line(made_up: Path) -> None:
    """A front matter that a person broke ends the build with path, line and what to do."""
    run_module("generator", "ingest", "meeting.txt", folder=made_up)
    page = made_up / "content/events/2031/kremlin-912345.md"
    page.write_text(page.read_text("utf-8").replace('date: "2031-05-12"', "date: soon"), "utf-8")
    result = build(made_up)

    assert (1, True, False) == (
        result.returncode,
        "content/events/2031/kremlin-912345.md:4: " in result.stderr,
        "Traceback" in result.stderr,
    )


def test_hand_written_page_wins(made_up: Path) -> None:
    """An editor's own page stands instead of the generated one of the same path."""
    (made_up / "content/timeline.md").write_text("# Mine\n\nWritten by hand.\n", "utf-8")
    build(made_up)

    assert "Written by hand." in (made_up / "site/timeline/index.html").read_text("utf-8")


@pytest.mark.skipif(
    importlib.util.find_spec("properdocs") is None, reason="ProperDocs is not installed"
)
def test_properdocs_builds_the_written_pages(made_up: Path) -> None:
    """``chronicle pages`` gives a folder that another builder renders, words and all."""
    run_module("generator", "ingest", "meeting.txt", folder=made_up)
    configure(made_up)
    written = run_module("generator", "pages", "out", "--config", "mkdocs.yml", folder=made_up)
    result = run_module("properdocs", "build", "-f", "mkdocs.yml", folder=made_up / "out")
    page = made_up / "out/site/events/2031/kremlin-912345/index.html"

    assert (0, 0, True) == (written.returncode, result.returncode, page.is_file()), result.stderr
    assert "много дел" in " ".join(published_words(page.read_text("utf-8")))
    assert page.with_name("record.json").is_file()


def test_difference_is_told_with_its_surroundings() -> None:
    """What differs is shown with the words before it."""
    expected = ("after 'a b': the source has 'c', the page 'x'",)

    assert expected == differences_of(("a", "b", "c"), ("a", "b", "x"))
