"""How well the readers read a folder of sources whose truth is known.

``python -m bench.score_sources html FOLDER TRUTH.jsonl`` reads ``FOLDER/<id>.html``;
``… seed FOLDER TRUTH.jsonl`` writes each truth in the seed's text layout and reads that
back; ``… labels FOLDER TRUTH.jsonl`` reads ``FOLDER/<id>.txt`` and counts labels alone
(precision, recall, whole sequences).  ``-v`` lists what was wrong.
"""

from __future__ import annotations

import argparse
from collections import Counter
from pathlib import Path

from bench._truth import Found, Score, Truth, compare, found_turns, load, plain, true_turns
from generator.ingest.contract import as_json
from generator.ingest.understand import look, start
from generator.registry import Registry
from generator.sources.reader import RawDocument


def first(name: str, data: bytes) -> Found | None:
    """What ``chronicle parse`` prints of the first document in ``data``."""
    understood = look(RawDocument(name=name, data=data))
    print(*understood.problems, sep="\n", end="\n" if understood.problems else "")
    for draft in understood.drafts:
        return as_json(name, draft.transcript, draft.linked)
    return None


def seed_layout(truth: Truth) -> str:
    """The truth as the "copy" button of kremlin.ru would give it."""
    lines = ["", truth["title"], "", ""]
    lines += [f"{truth['date']} {truth['time']}:00", ""]
    for name in ("place", "lead"):
        if truth.get(name):
            lines += [truth[name], ""]
    for item in truth["items"]:
        if "label" in item:
            note = f" {item['note']}" if item.get("note") else ""
            paragraphs = item["paras"] or [""]
            lines.append(f"{item['label']}{note}: {paragraphs[0]}")
            lines += paragraphs[1:]
        else:
            lines += [text.replace("<", "&lt;").replace(">", "&gt;") for text in item.values()]
    lines += ["", "", "", f"http://en.kremlin.ru/events/president/news/copy/{truth['id']}"]
    return "\n".join(lines)


def score_html(folder: Path, truths: Path, *, seed: bool) -> Score:
    score = Score()
    for truth in load(truths):
        path = folder / f"{truth['id']}.html"
        data = seed_layout(truth).encode() if seed else path.read_bytes()
        found = first(path.name, data)
        score.count("read", found is not None, path.name)
        if found is not None:
            compare(score, path.name, truth, found)
    return score


def score_labels(folder: Path, truths: Path) -> Score:
    score = Score()
    expected_labels = got_labels = both = 0
    for truth in load(truths):
        path = folder / f"{truth['id']}.txt"
        found = first(path.name, path.read_bytes())
        score.count("read", found is not None, path.name)
        if found is None:
            continue
        for name in ("title", "date", "place", "lead"):
            if truth.get(name):
                got = plain(found[name])
                detail = f"{path.name}: {truth[name]!r} != {got!r}"
                score.count(name, plain(truth[name]) == got, detail)
        expected = [label for label, *_ in true_turns(truth)]
        got_all = [label for label, *_ in found_turns(found)]
        expected_labels += len(expected)
        got_labels += len(got_all)
        both += sum((Counter(expected) & Counter(got_all)).values())
        if expected:
            detail = f"{path.name}: {_apart(expected, got_all)}"
            score.count("whole sequence", expected == got_all, detail)
        else:
            score.count("no turns invented", not got_all, f"{path.name}: {got_all}")
    print(f"labels: {expected_labels}; precision {100 * both / max(1, got_labels):.2f} %, ", end="")
    print(f"recall {100 * both / max(1, expected_labels):.2f} %")
    return score


def _apart(expected: list[str], got: list[str]) -> str:
    missed = Counter(expected) - Counter(got)
    added = Counter(got) - Counter(expected)
    return f"missed {dict(missed)}, added {dict(added)}"


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("mode", choices=("html", "seed", "labels"))
    parser.add_argument("folder", type=Path)
    parser.add_argument("truth", type=Path)
    parser.add_argument("-v", "--verbose", action="store_true")
    options = parser.parse_args()
    start(Registry())
    if options.mode == "labels":
        score = score_labels(options.folder, options.truth)
    else:
        score = score_html(options.folder, options.truth, seed=options.mode == "seed")
    score.report(details=options.verbose)


if __name__ == "__main__":
    main()
