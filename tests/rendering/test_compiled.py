"""Compiled templates are shared by all that say the same, and by nothing else."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from jinja2 import DictLoader, Environment

from generator.rendering import compiled


@pytest.fixture(autouse=True)
def account(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[Path]:
    """A user's account of the test's own."""
    folder = tmp_path / "account"
    monkeypatch.setattr(compiled, "user_cache", lambda: folder)
    compiled.templates.cache_clear()
    yield folder
    compiled.templates.cache_clear()


def environment(text: str, *, autoescape: bool = False) -> Environment:
    """One template, compiled where all are kept."""
    return Environment(
        loader=DictLoader({"a.html": text}),
        bytecode_cache=compiled.templates(),
        autoescape=autoescape,
    )


def files(account: Path) -> list[Path]:
    """What the account keeps."""
    return [path for path in account.rglob("*") if path.is_file()]


def test_another_site_shares_what_is_compiled(account: Path) -> None:
    """The same template of a second site is not compiled again."""
    environment("{{ x }}").get_template("a.html")
    second = environment("{{ x }}")
    second.compile = None  # type: ignore[assignment,method-assign]  # nobody may ask for it

    assert ("1", 1) == (second.get_template("a.html").render(x=1), len(files(account)))


def test_changed_template_is_compiled_anew() -> None:
    """What a template says now is shown, at whatever time it was changed."""
    environment("old {{ x }}").get_template("a.html")

    assert environment("new {{ x }}").get_template("a.html").render(x=1) == "new 1"


def test_settings_are_kept_apart() -> None:
    """A template that escapes is not taken for one that does not."""
    environment("{{ x }}").get_template("a.html")

    assert environment("{{ x }}", autoescape=True).get_template("a.html").render(x="<") == "&lt;"


def test_broken_file_is_no_obstacle(account: Path) -> None:
    """A file cut short by a crash is compiled again."""
    environment("{{ x }}").get_template("a.html")
    (file,) = files(account)
    file.write_bytes(file.read_bytes()[:30])

    assert environment("{{ x }}").get_template("a.html").render(x=1) == "1"


def test_account_that_cannot_be_written(account: Path) -> None:
    """Where nothing can be kept, templates are compiled at each build."""
    account.write_text("a file stands in the way")

    assert compiled.templates() is None
    assert environment("{{ x }}").get_template("a.html").render(x=1) == "1"


def test_old_files_do_not_pile_up(account: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Texts that nobody has any more go, once there are many."""
    monkeypatch.setattr(compiled, "_MOST", 2)
    for number in range(4):
        environment(f"{number}").get_template("a.html")
    compiled.templates.cache_clear()
    compiled.templates()

    assert files(account) == []
