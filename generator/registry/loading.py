"""Reads the registry's files; says everything that is wrong with them at once."""

from __future__ import annotations

from collections.abc import Collection
from pathlib import Path
from typing import Any

from generator.errors import ContentError, Problem
from generator.model import Country
from generator.registry.checks import check, check_references
from generator.registry.cldr import country_names
from generator.registry.entries import FILES
from generator.registry.fields import read_fields
from generator.registry.report import Report, suggest
from generator.registry.world import Registry
from generator.text import yaml_text


def load(directory: Path) -> Registry:
    """Read ``directory/*.yml``; a file that is missing is empty.

    Raises:
        ContentError: something is wrong; every problem of every file is named with its
            line and its place in the data.
    """
    reports: dict[str, Report] = {}
    raw: dict[str, dict[str, Any]] = {}
    broken: list[Problem] = []
    for name in FILES:
        path = directory / f"{name}.yml"
        try:
            text = _text(path)
            raw[name] = _mapping(text, path)
            reports[name] = Report(str(path), text)
        except ContentError as error:
            broken.extend(error.problems)
    entries: dict[str, Any] = {name: _entries(name, raw[name], reports[name]) for name in raw}
    codes = country_names().keys() | raw.get("countries", {}).keys()
    known: dict[str, Collection[str]] = {FILES[name].kind: raw[name].keys() for name in raw}
    if "countries" in raw:
        known["country"] = codes
    check_references(reports, known)
    if "countries" in entries:
        entries["countries"] = _all_countries(entries["countries"], reports["countries"])
    registry = Registry(**entries)
    if not broken:
        check(registry, reports)
    problems = [
        *broken,
        *(problem for report in reports.values() for problem in report.problems(report.findings)),
    ]
    if problems:
        raise ContentError(*problems)
    warnings = [
        problem for report in reports.values() for problem in report.problems(report.warnings)
    ]
    return Registry(**entries, warnings=(*_strangers(directory), *warnings))


def _text(path: Path) -> str:
    try:
        return path.read_text(encoding="utf-8-sig")
    except FileNotFoundError:
        return ""
    except UnicodeDecodeError as error:
        line = error.object.count(b"\n", 0, error.start) + 1
        raise ContentError(
            Problem(str(path), "this is not UTF-8", "save the file as UTF-8", line)
        ) from error
    except OSError as error:
        what = f"it cannot be read ({error.strerror})"
        raise ContentError(Problem(str(path), what, "check the file and its rights")) from error


def _mapping(text: str, path: Path) -> dict[str, Any]:
    data = yaml_text.load(text, str(path))
    if data is None:
        return {}
    if not isinstance(data, dict):
        what = "the file is no mapping from id to entry"
        raise ContentError(Problem(str(path), what, "write it as in docs/registry.md", 1))
    return data


def _entries(name: str, raw: dict[str, Any], report: Report) -> dict[str, Any]:
    file = FILES[name]
    entries = {}
    for key, value in raw.items():
        mend = file.key_problem(key)
        if mend:
            report.problem((key,), f"{key!r} is no key of this file", mend)
        found = read_fields(file.shape, value, (key,), report)
        if found is not None and not mend:
            entries[key] = file.build(key, found, report)
    return entries


def _all_countries(own: dict[str, Country], report: Report) -> dict[str, Country]:
    """CLDR's countries and those that only the file knows, with the file's additions."""
    countries: dict[str, Country] = {}
    for code, names in country_names().items():
        entry = own.get(code)
        if entry is None:
            countries[code] = Country(code=code, names=names)
        else:
            countries[code] = Country(
                code=code,
                names={**names, **entry.names},
                aliases=entry.aliases,
                capital=entry.capital,
                sources=entry.sources,
            )
    for code, entry in own.items():
        if code not in countries:
            countries[code] = entry
            if not entry.names:
                what = f"unknown country code {code!r}"
                report.problem((code,), what, "use an ISO 3166-1 code, or give it names: {ru, en}")
    return countries


def _strangers(directory: Path) -> list[Problem]:
    return [
        Problem(
            str(path),
            "nothing reads this file",
            suggest(path.stem, FILES, f"known are {', '.join(FILES)}"),
        )
        for path in sorted(directory.glob("*.y*ml"))
        if path.stem not in FILES or path.suffix != ".yml"
    ]
