"""How well documents are linked, held against the tags that kremlin.ru gives its own pages.

``python -m bench.score_linking FOLDER`` reads every page of the folder (the English HTML
pages of kremlin.ru) with the registry of ``content/`` and prints, with what was counted:

- countries: recall of parties and host together, precision of parties alone, on pages with
  turns and a foreign tag; members of an organisation that only took part as such apart;
- relationships before 2010: pages whose title holds a foreign country's name or adjective,
  its capital or its leader, and whose event names that country beside Russia;
- speakers: labels that hold a person's full name or are one of a person's labels;
- places: place lines that hold the name of a place of the registry.

``-v`` prints every difference, to be read one by one: the tags are no perfect truth.
"""

from __future__ import annotations

import argparse
import re
from collections import defaultdict
from collections.abc import Iterator
from dataclasses import dataclass, field
from pathlib import Path

from generator.errors import SourceError
from generator.ingest.assemble import Draft, draft
from generator.linking.fold import key
from generator.linking.linker import Linker
from generator.linking.vocabulary import words
from generator.model import Transcript
from generator.registry import Registry, load
from generator.sources.discovery import read
from generator.sources.reader import RawDocument

HOME = "RU"


@dataclass
class Count:
    """Hits of all, with what was missed."""

    hit: int = 0
    of: int = 0
    missed: list[str] = field(default_factory=list)

    def add(self, ok: bool, what: str) -> None:
        """Count one, and keep ``what`` if it is not ``ok``."""
        self.of += 1
        self.hit += ok
        if not ok:
            self.missed.append(what)

    def __str__(self) -> str:
        share = 100 * self.hit / self.of if self.of else 0.0
        return f"{share:6.2f} %  ({self.hit} of {self.of})"


def documents(folder: Path, linker: Linker) -> Iterator[Draft]:
    for path in sorted(folder.rglob("*")):
        if path.is_file():
            try:
                for found in read(RawDocument(name=str(path), data=path.read_bytes())):
                    if isinstance(found, Transcript):
                        yield draft(found, linker)
            except SourceError as error:
                print(error)


def tagged(made: Draft, registry: Registry) -> set[str]:
    """Codes of the foreign countries that the page is tagged with; regions of Russia are none."""
    found = set()
    for tag in made.transcript.tags:
        country = registry.countries.get(tag.key)
        names = [] if country is None else [*country.names.values(), *country.aliases.get("en", ())]
        listed = words("countries").get(tag.key, {}).get("names_en", ())
        if tag.kind == "country" and key(tag.text) in {key(name) for name in [*names, *listed]}:
            found.add(tag.key)
    return found - {HOME}


def names_of_countries(registry: Registry) -> dict[str, re.Pattern[str]]:
    """For each country its names, adjectives, capital and leaders as one plain pattern."""
    names: dict[str, set[str]] = defaultdict(set)
    for code, country in registry.countries.items():
        own = words("countries").get(code, {})
        names[code].update([country.names["en"], *country.aliases.get("en", ())])
        names[code].update([*own.get("en", ()), *own.get("names_en", ())])
        capital = registry.places.get(country.capital or "")
        if capital:
            names[code].add(capital.names["en"])
    for person in registry.people.values():
        if person.country and any(t.role.startswith("head_of_") for t in person.terms):
            names[person.country].add(person.names["en"])
    return {
        code: re.compile(rf"\b(?:{'|'.join(map(re.escape, sorted(found, key=len)[::-1]))})\b")
        for code, found in names.items()
        if code != HOME
    }


def main() -> None:
    arguments = argparse.ArgumentParser(description=__doc__)
    arguments.add_argument("folder", type=Path)
    arguments.add_argument("--registry", type=Path, default=Path("content/registry"))
    arguments.add_argument("-v", "--verbose", action="store_true")
    given = arguments.parse_args()
    registry = load(given.registry)
    linker = Linker(registry)
    score = {
        name: Count()
        for name in (
            "tags found among parties and host",
            "parties that are tagged",
            "parties that are tagged, members included",
            "relationships before 2010",
            "known speakers linked",
            "links of speakers that bear the name",
            "known places resolved",
        )
    }
    patterns = names_of_countries(registry)
    labels = known_labels(registry)
    for made in documents(given.folder, linker):
        countries(made, registry, score)
        relationships(made, patterns, score["relationships before 2010"])
        speakers(made, labels, registry, score)
        places(made, registry, score["known places resolved"])
    for name, count in score.items():
        print(f"{count}  {name}")
        if given.verbose:
            print("".join(f"    {missed}\n" for missed in count.missed), end="")


def countries(made: Draft, registry: Registry, score: dict[str, Count]) -> None:
    tags = tagged(made, registry)
    if not tags or not made.transcript.turns:
        return
    event = made.linked.event
    where = f"{event.id} {event.title!r}, tagged {sorted(tags)}"
    for code in sorted(tags):
        ok = code in event.countries or code == event.host
        score["tags found among parties and host"].add(ok, f"{code}: {where}")
    for code in event.countries:
        if code != HOME:
            if code in made.linked.direct:
                score["parties that are tagged"].add(code in tags, f"{code}: {where}")
            score["parties that are tagged, members included"].add(code in tags, f"{code}: {where}")


def relationships(made: Draft, patterns: dict[str, re.Pattern[str]], count: Count) -> None:
    event = made.linked.event
    if event.language != "en" or event.date is None or event.date.year >= 2010:
        return
    named = {code for code, pattern in patterns.items() if pattern.search(event.title)}
    if named:
        count.add(bool(named & set(event.countries)), f"{event.id} {event.title!r}: {named}")


def known_labels(registry: Registry) -> dict[str, set[str]]:
    """Folded full name or label → people."""
    found: dict[str, set[str]] = defaultdict(set)
    for person in registry.people.values():
        for name in (*person.names.values(), *person.labels):
            found[key(name)].add(person.id)
    return found


def speakers(
    made: Draft, labels: dict[str, set[str]], registry: Registry, score: dict[str, Count]
) -> None:
    for speaker in made.linked.event.speakers:
        folded = key(speaker.label)
        parts = folded.split(" ")
        tails = {" ".join(parts[at:]) for at in range(len(parts))}
        people = {person for tail in tails for person in labels.get(tail, ())}
        where = f"{made.linked.event.id} {speaker.label!r} → {speaker.person}"
        if people:
            score["known speakers linked"].add(speaker.person in people, where)
        if speaker.person:
            person = registry.people[speaker.person]
            surnames = {key(name).split(" ")[-1] for name in person.names.values()}
            bears = any(surname in folded for surname in surnames | {key(person.surname) or "?"})
            score["links of speakers that bear the name"].add(bears, where)


def places(made: Draft, registry: Registry, count: Count) -> None:
    event = made.linked.event
    if not event.place_printed:
        return
    line = key(event.place_printed)
    for place in registry.places.values():
        names = {key(name) for name in (*place.names.values(), *place.labels)}
        if any(re.search(rf"\b{re.escape(name)}\b", line) for name in names):
            count.add(event.place is not None, f"{event.id} {event.place_printed!r}")
            return


if __name__ == "__main__":
    main()
