"""A made-up archive of documents as long as a real one, for the build benches.

``python -m bench.build_corpus FOLDER 2000`` writes ``FOLDER/content`` and a ``mkdocs.yml``
that builds it with this project's theme.  The words are drawn from a short list of
syllables, so that they compress and repeat about as a language's do.
"""

from __future__ import annotations

import argparse
import random
import re
from collections.abc import Iterator
from dataclasses import replace
from datetime import date
from itertools import islice
from pathlib import Path

from generator.model import Block, Edtf, Event, Narration, Turn
from generator.store import body, front_matter
from tests.made_up.archive import versions
from tests.made_up.write import write as write_registry
from tests.site_builder import configure

WORDS = 525
"""Words of the Sochi transcript of 2022-08-19, the size that the bars are set for."""
PARAGRAPHS = 16
_SYLLABLES = re.findall(
    r"\w+", "ва ло ри на то ке сту бо пре жи ска ну ме ды го ша ин аль ость ение ать"
)


def vocabulary(size: int = 4000) -> list[str]:
    """Words of two to four syllables: so a document has about as many letters as the seed."""
    chance = random.Random(7)
    return ["".join(chance.choices(_SYLLABLES, k=chance.randint(2, 4))) for _ in range(size)]


def blocks(event: Event, words: list[str]) -> Iterator[Block]:
    """A line of narration, then turns by the event's speakers."""
    chance = random.Random(event.key)
    labels = [speaker.label for speaker in event.speakers] or ["Вопрос"]
    yield Narration(text=_sentence(chance, words, 12))
    for turn in range(4):
        paragraphs = tuple(
            _sentence(chance, words, WORDS // PARAGRAPHS) for _ in range(PARAGRAPHS // 4)
        )
        yield Turn(label=labels[turn % len(labels)], paragraphs=paragraphs)


def _sentence(chance: random.Random, words: list[str], count: int) -> str:
    said = chance.choices(words, k=count)
    return f"{said[0].capitalize()} {' '.join(said[1:])}."


def pages(count: int, seed: int = 1) -> Iterator[tuple[str, str]]:
    """Path below ``content/`` and text of each event page."""
    words = vocabulary()
    for event in versions(count, seed, translations=False):
        # Whole days: Hugo reads no other dates.
        event = replace(event, date=Edtf.of(event.date.lower if event.date else date(2000, 1, 1)))
        assert event.date is not None
        markdown = body.to_markdown(body.with_anchors(blocks(event, words)))
        page = front_matter.join(front_matter.to_data(event), markdown)
        yield f"events/{event.date.year}/{event.key}.md", page


def write(folder: Path, count: int) -> Path:
    """Write the archive below ``folder``; returns the configuration's path."""
    content = write_registry(folder, 0)
    for name, text in pages(count):
        path = content / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(text, encoding="utf-8")
    return configure(folder)


def one_more(folder: Path, number: int) -> Path:
    """Write one more transcript into an archive of fewer than ``number`` documents."""
    name, text = next(islice(pages(number), number - 1, None))
    path = folder / "content" / name
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(text, encoding="utf-8")
    return path


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("folder", type=Path)
    parser.add_argument("count", type=int)
    options = parser.parse_args()
    write(options.folder, options.count)


if __name__ == "__main__":
    main()
