"""The plugin's options in ``mkdocs.yml``, for commands that run without MkDocs."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path
from typing import Any

import yaml

from generator.errors import ContentError, Problem

LANGUAGES = ("ru", "en")
HOME_COUNTRY = "RU"


@dataclass(frozen=True, kw_only=True, slots=True)
class Settings:
    """What an archive decides about its site; ``theme`` is the folder with its dress."""

    languages: tuple[str, ...] = LANGUAGES
    home_country: str = HOME_COUNTRY
    theme: Path = Path("overrides")


class _Loader(yaml.SafeLoader):
    """Reads what MkDocs reads; values behind tags such as ``!ENV`` are not needed here."""


_Loader.add_multi_constructor("", lambda loader, suffix, node: None)


def read_settings(config: Path) -> Settings:
    """The options of the plugin ``chronicle`` in a configuration file, and the theme's folder.

    Raises:
        ContentError: the file cannot be read as YAML.
    """
    data = _data(config)
    base = data.get("INHERIT")
    inherited = read_settings(config.parent / base) if isinstance(base, str) else Settings()
    theme = data.get("theme")
    folder = theme.get("custom_dir") if isinstance(theme, dict) else None
    options = _options(data)
    return Settings(
        languages=tuple(options.get("languages") or inherited.languages),
        home_country=options.get("home_country") or inherited.home_country,
        theme=config.parent / folder if folder else inherited.theme,
    )


def _options(data: dict[str, Any]) -> dict[str, Any]:
    for plugin in data.get("plugins") or ():
        if isinstance(plugin, dict) and isinstance(options := plugin.get("chronicle"), dict):
            return options
    return {}


def _data(config: Path) -> dict[str, Any]:
    try:
        # A SafeLoader in which unknown tags have no meaning.
        data = yaml.load(config.read_text(encoding="utf-8"), Loader=_Loader)
    except yaml.YAMLError as error:
        mark = getattr(error, "problem_mark", None)
        line = mark.line + 1 if mark else None
        raise ContentError(
            Problem(str(config), "not YAML", "mend the indentation or the quotes", line)
        ) from None
    return data if isinstance(data, dict) else {}
