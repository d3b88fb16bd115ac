"""Reads an index as the search page does (search-index.js), for tests and the bench."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

from generator.exports.search.codec import decode
from generator.exports.search.segment import hash_of
from generator.exports.search.shards import file_name
from generator.exports.search.words import tokens


class Reader:
    """The index in a folder; ``asked`` are the files of words that it had to read."""

    def __init__(self, folder: Path) -> None:
        self.folder = folder
        self.asked: dict[str, dict[str, str]] = {}
        self.first: dict[str, Any] = json.loads((folder / "index.json").read_text("utf-8"))

    def lines(self, name: str) -> dict[str, str]:
        """A file's lines by what stands before the first tab."""
        if name not in self.asked:
            text = (self.folder / name).read_text("utf-8")
            self.asked[name] = dict(line.split("\t", 1) for line in text.split("\n") if line)
        return self.asked[name]

    def key(self, word: str) -> str | None:
        """The key of a folded word, or None where no document has that form of a word."""
        prefix = word
        while prefix and prefix not in self.first["forms"]:
            prefix = prefix[:-1]
        here = prefix in self.first["forms"]
        recipe = self.lines(file_name(prefix)).get(word) if here else None
        if recipe is None:
            return None
        digits = len(recipe) - len(recipe.lstrip("0123456789"))
        off, add = recipe[:digits], recipe[digits:]
        return word[: len(word) - int(off)] + add

    def documents(self, word: str) -> set[int]:
        """The numbers of the documents that have a word in any form."""
        key = self.key(word)
        if key is None:
            return set()
        line = self.lines(f"w/{hash_of(key.encode()) % self.first['shards']:03x}.txt").get(key)
        return set() if line is None else set(self._postings(line.split("\t")[1]))

    def _postings(self, text: str) -> list[int]:
        numbers = iter(decode(text))
        starts, first = {}, 0
        for _, number, count in self.first["periods"]:
            starts[number] = first
            first += count
        found, period = [], 0
        for gap in numbers:
            period += gap
            doc = starts[period] - 1
            for _ in range(next(numbers)):
                doc += (next(numbers) >> 2) + 1
                found.append(doc)
        return found

    def numbers(self, query: str) -> set[int]:
        """The numbers of the documents that have every word of a query."""
        words = [word for word in tokens(query) if word not in self.first["stop"]]
        return set.intersection(*(self.documents(word) for word in words)) if words else set()

    def search(self, query: str) -> set[str]:
        """The addresses of the documents that have every word of a query."""
        return {self.address(doc) for doc in self.numbers(query)}

    def period(self, doc: int) -> tuple[str, int]:
        """The period of a document and its number there."""
        for name, _, count in self.first["periods"]:
            if doc < count:
                return str(name), doc
            doc -= count
        raise LookupError(doc)

    def address(self, doc: int) -> str:
        """The address of a document."""
        name, at = self.period(doc)
        block = self.folder / f"t/{name}-{at // self.first['block']}.json"
        return str(json.loads(block.read_text("utf-8"))[at % self.first["block"]][0])
