"""Finds the registry's names in running words, with positions, the longest first.

One pass over the words of a text: where a word begins a known form, the longest form that
fits is taken and the search goes on behind it.  The table of forms is an automaton over
words, not letters, so "министр" can never hold "Минск", and it is ready as soon as its
file is read.  What a found form means in its document is decided in
:mod:`generator.linking.mentions`.
"""

from __future__ import annotations

import hashlib
import json
from contextlib import suppress
from dataclasses import dataclass
from importlib.util import find_spec
from pathlib import Path

from generator.linking import vocabulary
from generator.linking.fold import plain_latin, same_length
from generator.linking.forms import TOKEN, Forms, Meaning, generate
from generator.registry import Registry
from generator.store.files import write_atomically

_KEPT_FILES = 8
_SENTENCE_ENDS = frozenset('.!?…:;«"“')
_CODE = ("declension", "fold", "forms", "people")


@dataclass(frozen=True, slots=True)
class Hit:
    """A known form: ``text[start:end]`` with all that it may mean."""

    start: int
    end: int
    meanings: tuple[Meaning, ...]


class Gazetteer:
    """The forms of one registry, ready to search; made once, used for every document."""

    def __init__(self, forms: Forms) -> None:
        self._table = forms.table
        self._meanings = forms.meanings
        self._doubtful = forms.doubtful
        # For each word that begins a form, the words of its longest form.
        self._longest: dict[str, int] = {}
        for form in forms.table:
            first, _, rest = form.partition(" ")
            length = 1 + (rest.count(" ") + 1 if rest else 0)
            if length > self._longest.get(first, 0):
                self._longest[first] = length

    def find(self, text: str) -> list[Hit]:
        """Every known form in ``text``, in order, none inside another."""
        folded = plain_latin(same_length(text))
        pieces: list[str] = TOKEN.findall(folded)
        longest, table = self._longest, self._table
        candidates = [at for at, piece in enumerate(pieces) if piece in longest]
        hits: list[Hit] = []
        # Positions are asked for only as far as there are forms: most words are none.
        positions = _Positions(folded, pieces)
        behind = 0
        for at in candidates:
            if at < behind:
                continue
            word = pieces[at]
            for end in range(min(at + longest[word], len(pieces)), at, -1):
                numbers = table.get(word if end == at + 1 else " ".join(pieces[at:end]))
                if numbers is None:
                    continue
                start = positions.of(at)
                if end == at + 1 and word in self._doubtful and _begins_sentence(folded, start):
                    continue
                meanings = tuple(self._meanings[number] for number in numbers)
                last = end - 1
                hits.append(Hit(start, positions.of(last) + len(pieces[last]), meanings))
                behind = end
                break
        return hits


class _Positions:
    """Where each of a text's tokens begins, asked for in order."""

    def __init__(self, text: str, tokens: list[str]) -> None:
        self._text = text
        self._tokens = tokens
        self._next = 0
        self._begin = self._end = 0

    def of(self, index: int) -> int:
        """The position of the token at ``index``, not before the last one asked for."""
        find, tokens = self._text.find, self._tokens
        while self._next <= index:
            token = tokens[self._next]
            self._begin = find(token, self._end)
            self._end = self._begin + len(token)
            self._next += 1
        return self._begin


def _begins_sentence(text: str, start: int) -> bool:
    before = text[:start].rstrip()
    return not before or before[-1] in _SENTENCE_ENDS


def load(registry: Registry, cache_dir: Path | None) -> Gazetteer:
    """The gazetteer of a registry, from ``cache_dir`` if its forms are there.

    A cache that cannot be read or written is as good as none.
    """
    if cache_dir is None:
        return Gazetteer(generate(registry))
    path = cache_dir / f"forms-{_fingerprint(registry)}.json"
    forms = _read(path)
    if forms is None:
        forms = generate(registry)
        with suppress(OSError):
            _write(path, forms)
    return Gazetteer(forms)


def _fingerprint(registry: Registry) -> str:
    """A digest of everything that the forms are made from, this room's code included."""
    digest = hashlib.sha256()
    for name in vocabulary.FILES:
        digest.update(vocabulary.file_bytes(name))
    for name in _CODE:
        digest.update(Path(__file__).with_name(f"{name}.py").read_bytes())
    digest.update(" ".join(_dictionaries()).encode())
    entries = [
        [(c.code, *c.names.items(), *c.aliases.items()) for c in registry.countries.values()],
        [
            (p.id, p.given, p.surname, p.patronymic, p.gender, p.labels, *p.names.items())
            for p in registry.people.values()
        ],
        [
            (p.id, p.labels, *p.names.items(), *(tuple(d.names.items()) for d in p.dated_names))
            for p in registry.places.values()
        ],
        [
            (o.id, *o.names.items(), *o.short.items(), *o.aliases.items())
            for o in registry.organisations.values()
        ],
        [(m.id, m.kind, m.aliases, *m.titles.items()) for m in registry.milestones.values()],
    ]
    digest.update(repr(entries).encode())
    return digest.hexdigest()[:16]


def _dictionaries() -> list[str]:
    """Names with versions of the packages that decline: importlib.metadata takes 50 ms to ask."""
    spec = find_spec("pytrovich")
    if spec is None or spec.origin is None:
        return []
    packages = Path(spec.origin).parents[1]
    return sorted(found.name for found in packages.glob("py[mt]*.dist-info"))


def _read(path: Path) -> Forms | None:
    try:
        kept = json.loads(path.read_bytes())
        return Forms(
            tuple((kind, identifier, rule) for kind, identifier, rule in kept["meanings"]),
            kept["table"],
            frozenset(kept["doubtful"]),
        )
    except (OSError, ValueError, KeyError, TypeError):
        return None


def _write(path: Path, forms: Forms) -> None:
    made = {
        "meanings": forms.meanings,
        "table": forms.table,
        "doubtful": sorted(forms.doubtful),
    }
    write_atomically(path, json.dumps(made, ensure_ascii=False))
    kept = sorted(path.parent.glob("forms-*.json"), key=lambda file: file.stat().st_mtime)
    for forgotten in kept[:-_KEPT_FILES]:
        forgotten.unlink(missing_ok=True)
