"""The key under which a word is indexed: one for every form that it takes.

A Russian word's key is its dictionary form, an English word's its stem; what the registry
declines overrules both (:mod:`generator.exports.search.names`).  To index another
language, add its rule to :meth:`Keys.dictionary`.
"""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Mapping
from functools import cached_property
from importlib.metadata import version
from typing import Any

from generator.exports.search.words import STOP, fold

_RUSSIAN = re.compile(r"[а-я]{2,}")
_ENGLISH = re.compile(r"[a-z]{3,}")


def versions() -> str:
    """The versions of what makes the keys: other versions may make other keys."""
    packages = ("pymorphy3", "pymorphy3-dicts-ru", "snowballstemmer")
    return " ".join(f"{package}=={version(package)}" for package in packages)


class Keys(dict[str, str]):
    """Keys of folded words, "" for a word that is not indexed; ``keys[word]`` makes it.

    ``names`` is what the registry declines.
    """

    def __init__(self, names: Mapping[str, str]) -> None:
        super().__init__(dict.fromkeys(STOP, ""))
        self._names = names

    def __missing__(self, word: str) -> str:
        named = self._names.get(word)
        if named is None:
            key = self.dictionary(word)
            named = self._names.get(key, key)
        self[word] = named
        return named

    def dictionary(self, word: str) -> str:
        """The key that the dictionaries alone give."""
        if _RUSSIAN.fullmatch(word):
            return self._russian(word)
        if _ENGLISH.fullmatch(word):
            return str(self._stemmer.stemWord(word))
        return word

    def _russian(self, word: str) -> str:
        forms = self._dictionary_forms(word)
        if len(forms) == 1:
            return fold(*forms)
        parses = self._morph.parse(word)
        if not forms and (names := [p for p in parses if "Surn" in p.tag]):
            # A word in no dictionary of a diplomatic text is somebody's name.
            return fold(names[0].normal_form)
        scores: dict[str, float] = defaultdict(float)
        for parse in parses:
            scores[parse.normal_form] += parse.score
        return fold(max(scores, key=lambda form: (round(scores[form], 6), form)))

    def _dictionary_forms(self, word: str) -> set[str]:
        """The dictionary forms of a word, none if no dictionary has it; nothing is guessed.

        Most words have one, and need no weighing of what they may be.
        """
        dictionary = self._morph.dictionary
        return {
            dictionary.build_normal_form(paradigm, number, spelled)
            for spelled, places in dictionary.words.similar_items(
                word, self._morph.char_substitutes
            )
            for paradigm, number in places
        }

    @cached_property
    def _morph(self) -> Any:
        import pymorphy3  # type: ignore[import-untyped]  # it has none

        return pymorphy3.MorphAnalyzer()

    @cached_property
    def _stemmer(self) -> Any:
        import snowballstemmer  # type: ignore[import-untyped]  # the same

        return snowballstemmer.stemmer("english")
