"""Truth files (JSON Lines, one document a line) and how a reading is held against them.

A reading is what ``chronicle parse`` prints (:mod:`generator.ingest.contract`).
"""

from __future__ import annotations

import json
from collections.abc import Iterator
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

Truth = dict[str, Any]
Found = dict[str, Any]


def load(path: Path) -> Iterator[Truth]:
    with path.open(encoding="utf-8") as lines:
        for line in lines:
            if line.strip():
                yield json.loads(line)


def plain(text: str | None) -> str:
    """Without regard to kinds and numbers of blanks."""
    return " ".join((text or "").split())


def true_turns(truth: Truth) -> list[tuple[str, str, str]]:
    """(label, note, words) of each turn."""
    return [
        (plain(item["label"]), plain(item.get("note")), plain(" ".join(item["paras"])))
        for item in truth["items"]
        if "label" in item
    ]


def found_turns(found: Found) -> list[tuple[str, str, str]]:
    return [
        (plain(turn["label"]), plain(turn["note"]), plain(" ".join(turn["paragraphs"])))
        for turn in found["turns"]
    ]


@dataclass
class Score:
    """Counts of what was right, and what was not, by measure."""

    right: dict[str, int] = field(default_factory=dict)
    total: dict[str, int] = field(default_factory=dict)
    wrong: list[str] = field(default_factory=list)

    def count(self, measure: str, right: bool, detail: str) -> None:
        self.total[measure] = self.total.get(measure, 0) + 1
        self.right[measure] = self.right.get(measure, 0) + right
        if not right:
            self.wrong.append(f"{measure}: {detail}")

    def report(self, *, details: bool) -> None:
        for measure, total in self.total.items():
            right = self.right[measure]
            print(f"{measure:28} {right:6} of {total:6}  {100 * right / total:6.2f} %")
        if details:
            print(*self.wrong, sep="\n")


def compare(score: Score, name: str, truth: Truth, found: Found) -> None:
    """Count every measure of one document."""
    for field_name in ("title", "date", "time", "place", "lead"):
        expected = plain(truth.get(field_name))
        if expected:
            got = plain(found[field_name])
            score.count(field_name, expected == got, f"{name}: {expected!r} != {got!r}")
    expected_turns, got_turns = true_turns(truth), found_turns(found)
    if not expected_turns:
        score.count("no turns invented", not got_turns, f"{name}: {[t[0] for t in got_turns]}")
        return
    labels = [turn[0] for turn in expected_turns], [turn[0] for turn in got_turns]
    score.count("label sequence", labels[0] == labels[1], f"{name}: {_first_difference(*labels)}")
    both = [t[:2] for t in expected_turns], [t[:2] for t in got_turns]
    score.count("labels with notes", both[0] == both[1], f"{name}: {_first_difference(*both)}")
    words = [t[::2] for t in expected_turns], [t[::2] for t in got_turns]
    score.count("words of turns", words[0] == words[1], f"{name}: {_first_difference(*words)}")


def _first_difference(expected: list[Any], got: list[Any]) -> str:
    for one, other in zip(expected, got, strict=False):
        if one != other:
            return f"{_short(one)} != {_short(other)}"
    return f"{len(expected)} turns, found {len(got)}: {_short((expected + got)[-1])}"


def _short(value: Any) -> str:
    text = repr(value)
    return text if len(text) < 300 else f"{text[:140]} … {text[-140:]}"
