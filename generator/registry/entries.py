"""The registry's files: which fields an entry has, and the model's object it becomes.

To add a field, add it to the entry's shape here, to the model, and to docs/registry.md (a
test fails until it stands there).  To add a file, add its shape, its build function and its
line in :data:`FILES`.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import Any, NamedTuple

from generator.model import (
    Country,
    DatedName,
    Edtf,
    Level,
    Membership,
    Milestone,
    Organisation,
    Person,
    Place,
    Relationship,
    Term,
)
from generator.model.event import MILESTONE_KINDS
from generator.registry.fields import (
    Shape,
    by_language,
    choice,
    edtf,
    entry,
    is_code,
    is_id,
    many,
    names,
    note,
    number,
    qid,
    reference,
    remark,
    role,
    sourced,
    text,
    time_zone,
)
from generator.registry.report import Report
from generator.text.yaml_text import Where

PLACE_KINDS = ("city", "venue")
MEMBER_STATUSES = ("member", "founder", "associate", "observer", "partner", "reported")
OFFICES: Mapping[str, Mapping[str, str]] = {
    "head_of_state": {"ru": "Глава государства", "en": "Head of state"},
    "head_of_government": {"ru": "Глава правительства", "en": "Head of government"},
    "foreign_minister": {"ru": "Министр иностранных дел", "en": "Foreign minister"},
}
"""What a role is called where a term names no office."""

_CONFIDENCE = choice("high", "medium")

TERM: Shape = {
    "role": role(),
    "office": by_language(text()),
    "country": reference("country"),
    "organisation": reference("organisation"),
    "from": edtf(into="start"),
    "to": edtf(into="end"),
    "as_of": edtf(),
    "seen": edtf(),
    "note": text(),
    "confidence": _CONFIDENCE,
    **sourced(),
}
DATED_NAME: Shape = {
    "names": names(),
    "from": edtf(into="start"),
    "to": edtf(into="end"),
    **sourced(),
}
MEMBERSHIP: Shape = {
    "country": reference("country", required=True),
    "from": edtf(into="start"),
    "to": edtf(into="end"),
    "status": choice(*MEMBER_STATUSES),
    "note": remark(),
    "confidence": _CONFIDENCE,
    **sourced(),
}
LEVEL: Shape = {
    "names": names(),
    "since": edtf(),
    "instrument": by_language(text()),
    "confidence": _CONFIDENCE,
    **sourced(),
}


def _any_note(found: dict[str, Any]) -> dict[str, Any]:
    notes = found.get("notes")
    if notes:
        found["note"] = notes.get("en") or next(iter(notes.values()))
    return found


def _ends_after_start(found: dict[str, Any], where: Where, report: Report) -> None:
    start: Edtf | None = found.get("start")
    end: Edtf | None = found.get("end")
    if start and end and end.upper < start.lower:
        what = f"{end} stands as the end of what begins on {start}"
        report.problem((*where, "to"), what, "mend one of the dates")


def _dated(build: type[Any]) -> Callable[[dict[str, Any], Where, Report], Any]:
    """Build of something that lasts from one date to another and has sources."""

    def made(found: dict[str, Any], where: Where, report: Report) -> Any:
        _ends_after_start(found, where, report)
        return build(source=found["sources"][0], **_any_note(found))

    return made


def _term(found: dict[str, Any], where: Where, report: Report) -> Term:
    _ends_after_start(found, where, report)
    if "office" not in found:
        found["office"] = OFFICES.get(found["role"], {})
        if not found["office"]:
            what = f"required field missing for the role {found['role']!r}"
            report.problem((*where, "office"), what, "add it: {ru: …, en: …}")
    return Term(source=found["sources"][0], **found)


COUNTRY: Shape = {
    "names": names(required=False),
    "aliases": by_language(many(text())),
    "capital": reference("place"),
    **sourced(required=False),
}
PERSON: Shape = {
    "names": names(),
    "given": text(),
    "surname": text(),
    "patronymic": text(),
    "gender": choice("male", "female"),
    "country": reference("country", required=True),
    "labels": many(text()),
    "terms": many(entry(TERM, _term)),
    "qid": qid(),
    "confidence": _CONFIDENCE,
    **sourced(required=False),
}
PLACE: Shape = {
    "kind": choice(*PLACE_KINDS, required=True),
    "names": names(),
    "country": reference("country", required=True),
    "parent": reference("place"),
    "labels": many(text()),
    "dated_names": many(entry(DATED_NAME, _dated(DatedName))),
    "latitude": number(-90, 90),
    "longitude": number(-180, 180),
    "time_zone": time_zone(),
    "confidence": _CONFIDENCE,
    **sourced(),
}
ORGANISATION: Shape = {
    "names": names(),
    "short": by_language(text()),
    "aliases": by_language(many(text())),
    "founded": edtf(),
    "members": many(entry(MEMBERSHIP, _dated(Membership))),
    "note": note(),
    "confidence": _CONFIDENCE,
    **sourced(),
}
RELATIONSHIP: Shape = {
    "established": edtf(),
    "level": entry(LEVEL, _dated(Level)),
    "note": note(),
    "confidence": _CONFIDENCE,
    **sourced(),
}
MILESTONE: Shape = {
    "date": edtf(required=True),
    "kind": choice(*MILESTONE_KINDS, required=True),
    "parties": many(reference("country")),
    "organisation": reference("organisation"),
    "place": reference("place"),
    # A fact that was read from a source may have a title in the source's language alone.
    "titles": by_language(text(), required=True),
    "aliases": many(text()),
    "note": note(),
    "confidence": _CONFIDENCE,
    **sourced(),
}


def _country(code: str, found: dict[str, Any], report: Report) -> Country:
    if "capital" in found and "sources" not in found:
        mend = "name the page that says which city is the capital"
        report.problem((code, "source"), "required field missing", mend)
    aliases = {language: tuple(forms) for language, forms in found.pop("aliases", {}).items()}
    return Country(code=code, names=found.pop("names", {}), aliases=aliases, **found)


def _person(identifier: str, found: dict[str, Any], report: Report) -> Person:
    terms: tuple[Term, ...] = found.get("terms", ())
    if "sources" not in found:
        # A term's page states who the person is, too.
        found["sources"] = tuple(dict.fromkeys(term.source for term in terms))
        if not terms:
            mend = "name a page, or add a term with its source"
            report.problem((identifier, "sources"), "required field missing", mend)
    return Person(id=identifier, **found)


def _place(identifier: str, found: dict[str, Any], report: Report) -> Place:
    if ("latitude" in found) != ("longitude" in found):
        what = "latitude and longitude do not stand together"
        report.problem((identifier, "latitude"), what, "add the other, or take it out")
    return Place(id=identifier, **found)


def _organisation(identifier: str, found: dict[str, Any], report: Report) -> Organisation:
    return Organisation(id=identifier, **_any_note(found))


def _relationship(pair: str, found: dict[str, Any], report: Report) -> Relationship:
    for code in pair.split("-"):
        report.refer((pair,), "country", code)
    return Relationship(pair=pair, **_any_note(found))


def _milestone(identifier: str, found: dict[str, Any], report: Report) -> Milestone:
    parties = found.get("parties", ())
    found["parties"] = tuple(sorted(set(parties)))
    if len(found["parties"]) < len(parties):
        report.problem((identifier, "parties"), "a party stands twice", "keep it once")
    if not parties and "organisation" not in found:
        what = "neither countries nor an organisation are named"
        report.warn((identifier, "parties"), what, "name the countries or the organisation")
    return Milestone(id=identifier, source=found["sources"][0], **_any_note(found))


def _id_problem(key: str) -> str:
    return "" if is_id(key) else "write the id in small Latin letters, digits and hyphens"


def _code_problem(key: str) -> str:
    return "" if is_code(key) else "write the ISO 3166-1 code in capitals: KZ"


def _pair_problem(key: str) -> str:
    codes = key.upper().split("-")
    if len(codes) != 2 or codes[0] == codes[1] or not all(map(is_code, codes)):
        return "write two ISO 3166-1 codes in the order of the alphabet: KZ-RU"
    right = "-".join(sorted(codes))
    return "" if key == right else f"write {right}"


class File(NamedTuple):
    """A file of the registry: its kind of entry, their fields, how one is built."""

    kind: str
    shape: Shape
    build: Callable[[str, dict[str, Any], Report], Any]
    key_problem: Callable[[str], str] = _id_problem


FILES: Mapping[str, File] = {
    "countries": File("country", COUNTRY, _country, _code_problem),
    "people": File("person", PERSON, _person),
    "places": File("place", PLACE, _place),
    "organisations": File("organisation", ORGANISATION, _organisation),
    "relationships": File("relationship", RELATIONSHIP, _relationship, _pair_problem),
    "milestones": File("milestone", MILESTONE, _milestone),
}
"""The files in content/registry/, by name without .yml, which are Registry's fields too."""
