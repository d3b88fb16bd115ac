"""An archive of nonsense in the size and the vocabulary of a real one, for the search bench.

``python -m bench.search_corpus FOLDER 10000`` writes ``FOLDER/content``: documents as long
as the seed (525 words), Russian words drawn by Zipf's law from the dictionary's, the
project's registry with its names in every case.  Nobody says these words.
"""

from __future__ import annotations

import random
import shutil
import sys
from collections.abc import Iterator
from datetime import date, timedelta
from hashlib import sha256
from itertools import accumulate
from pathlib import Path

from generator import registry
from generator.exports.search.names import people, phrases
from generator.exports.search.words import STOP
from generator.linking.declension import Declension
from generator.model import Edtf, Event, Narration, SourceRef, Speaker, Turn
from generator.store import body, front_matter

ROOT = Path(__file__).parents[1]
WORDS = 525
VOCABULARY = 150_000
FIRST, DAYS = date(2000, 1, 1), 26 * 365
KINDS = ("meeting", "talks", "phone-call", "statement", "message", "visit")


def vocabulary(size: int, seed: int) -> list[str]:
    """Words of the Russian dictionary in every form, in an order of their own."""
    import pymorphy3  # type: ignore[import-untyped]  # it has none

    step = 5_100_000 // size
    parses = pymorphy3.MorphAnalyzer().iter_known_word_parses()
    words = [parse.word for number, parse in enumerate(parses) if number % step == 0]
    random.Random(seed).shuffle(words)
    return words[:size]


def documents(count: int, seed: int = 1) -> Iterator[tuple[Event, str]]:
    """Events with the Markdown of their pages."""
    chance = random.Random(seed)
    known = registry.load(ROOT / "content" / "registry")
    words = vocabulary(VOCABULARY, seed)
    weights = list(accumulate(1 / (rank + 2.7) for rank in range(len(words))))
    small = sorted(word for word in STOP if word >= "а")
    declension = Declension()
    names = [
        sorted({" ".join(filter(None, form[:2])) for form in declension.person(*parts)})
        for parts in people(known)
    ]
    names += [sorted(declension.phrase(phrase)) for phrase in phrases(known)]
    codes, ids = sorted(known.countries), sorted(known.people)
    for number in range(1, count + 1):
        said = chance.choices(words, cum_weights=weights, k=WORDS)
        for at in range(0, WORDS, 3):
            said[at] = chance.choice(small)
        for at in chance.sample(range(WORDS), 12):
            said[at] = chance.choice(chance.choice(names))
        yield _event(chance, number, said, codes, ids)


def _event(
    chance: random.Random, number: int, said: list[str], codes: list[str], ids: list[str]
) -> tuple[Event, str]:
    day = FIRST + timedelta(days=chance.randrange(DAYS))
    paragraphs = [" ".join(said[at : at + 60]).capitalize() + "." for at in range(0, len(said), 60)]
    blocks = body.with_anchors(
        [
            Narration(text=paragraphs[0]),
            Turn(label="Э.Варк", paragraphs=tuple(paragraphs[1:5])),
            Turn(label="О.Дамм", paragraphs=tuple(paragraphs[5:])),
        ]
    )
    event = Event(
        id=f"oruna-{100_000 + number}",
        language="ru",
        title=f"Встреча: {' '.join(said[:6])}",
        date=Edtf.of(day),
        kind=chance.choice(KINDS),
        countries=tuple(sorted({"RU", chance.choice(codes)})),
        people=tuple(sorted(chance.sample(ids, 2))),
        speakers=(Speaker(label="Э.Варк", turns=1, words=240, anchor="t1"),),
        source=SourceRef(
            publisher="oruna",
            url=f"https://example.org/{number}",
            licence="CC0-1.0",
            sha256=sha256(str(number).encode()).hexdigest(),
            format="made_up",
        ),
        path=f"events/{day.year}/oruna-{100_000 + number}.md",
    )
    return event, body.to_markdown(blocks)


def write(folder: Path, count: int) -> Path:
    """Write the archive; the path of its content."""
    content = folder / "content"
    shutil.copytree(ROOT / "content" / "registry", content / "registry", dirs_exist_ok=True)
    for event, markdown in documents(count):
        path = content / event.path
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(front_matter.join(front_matter.to_data(event), markdown), "utf-8")
    return content


if __name__ == "__main__":
    write(Path(sys.argv[1]), int(sys.argv[2]))
