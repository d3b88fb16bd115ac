"""A made-up archive and a way to run commands in it."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest
from click.testing import CliRunner, Result

from generator.cli import chronicle
from generator.errors import ChronicleError

TRANSCRIPT = """
Встреча с Президентом Оруны Элиной Варк


2031-05-12 18:35:00

Верхняя Пристань

В Верхней Пристани прошла встреча Бориса Лима с Президентом Оруны Элиной Варк.

Начало переговоров
Б.Лим: Добрый день, госпожа Президент. Рад Вас видеть.
У нас много дел.
Э.Варк: Благодарю Вас.
&lt;…&gt;



http://kremlin.ru/events/president/news/copy/912345
"""

REGISTRY = {
    "countries": """
XA:
  names: {ru: Оруна, en: Oruna}
XB:
  names: {ru: Велдия, en: Veldia}
""",
    "people": """
elina-vark:
  names: {ru: Элина Варк, en: Elina Vark}
  labels: [Э.Варк]
  country: XA
  terms:
    - role: head_of_state
      office: {ru: Президент, en: President}
      country: XA
      from: "2028-03-01"
      source: "https://example.org/vark"
  sources: ["https://example.org/vark"]
boris-lim:
  names: {ru: Борис Лим, en: Boris Lim}
  labels: [Б.Лим]
  country: XB
  terms:
    - role: head_of_state
      office: {ru: Президент, en: President}
      country: XB
      from: "2027-01-01"
      source: "https://example.org/lim"
  sources: ["https://example.org/lim"]
""",
}


@pytest.fixture
def archive(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """An archive's folder, the current one, with a registry and one source file."""
    registry = tmp_path / "content" / "registry"
    registry.mkdir(parents=True)
    for name, text in REGISTRY.items():
        (registry / f"{name}.yml").write_text(text, encoding="utf-8")
    (tmp_path / "meeting.txt").write_text(TRANSCRIPT, encoding="utf-8")
    monkeypatch.chdir(tmp_path)
    return tmp_path


@pytest.fixture
def run() -> Callable[..., Result]:
    """Run ``chronicle`` with arguments; errors end as they would in a shell."""

    def command(*arguments: str) -> Result:
        result = CliRunner().invoke(chronicle, list(arguments))
        # main() turns what a user can mend into lines and status 1; so does this.
        if isinstance(result.exception, ChronicleError):
            result.stderr_bytes = f"{result.exception}\n".encode()
            result.exit_code = 1
        elif result.exception and not isinstance(result.exception, SystemExit):
            raise result.exception
        return result

    return command
