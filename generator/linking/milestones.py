"""Milestones that the words mention: by title, by year and sort of document, by what they are.

A milestone is linked only if its parties take part in the document.  To teach another way
of speaking of one, add a function that yields mentions and call it in :func:`find`.
"""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterator, Sequence

from generator.linking.dates import Said
from generator.linking.gazetteer import Hit
from generator.linking.mentions import Mention, Passage, sentence_of
from generator.model import Link, Milestone

_ESTABLISHED = re.compile(
    r"(?:\d+-лети\w+ |годовщин\w+ )?(?:установлени\w+|восстановлени\w+) дипломатических отношений|"
    r"дипломатические отношения (?:были )?установлены|"
    r"(?:\d+\w* anniversary of (?:the )?)?(?:establishment of (?:our )?diplomatic relations|"
    r"establishing (?:our )?diplomatic relations)|"
    r"diplomatic relations (?:were|have been) established|"
    r"established diplomatic relations",
    re.IGNORECASE,
)
_DIPLOMATIC = re.compile(r"[Дд]ипломатическ|[Dd]iplomatic")
_PAPER = re.compile(
    r"\b(?P<treaty>договор\w{0,3}|treaty)\b|\b(?P<agreement>соглашени\w+|agreement)\b|"
    r"\b(?P<declaration>деклараци\w+|declaration)\b|\b(?P<any>документ\w{0,3}|document)\b",
    re.IGNORECASE,
)
_PAPERS = frozenset({"treaty", "agreement", "declaration"})


class Milestones:
    """The milestones of one document: those whose parties are among its own."""

    def __init__(self, milestones: Sequence[Milestone], countries: Sequence[str]) -> None:
        own = frozenset(countries)
        self._near = {m.id: m for m in milestones if own.issuperset(m.parties)}
        self._papers: dict[int, list[Milestone]] = defaultdict(list)
        for milestone in self._near.values():
            if milestone.kind in _PAPERS and milestone.parties:
                self._papers[milestone.date.year].append(milestone)
        pair = tuple(sorted(own))
        self._established = [
            m for m in self._near.values() if m.kind == "establishment" and m.parties == pair
        ]

    def find(
        self, passage: Passage, hits: Sequence[Hit], dates: Sequence[Said]
    ) -> Iterator[Mention]:
        """Every milestone that a passage mentions.

        ``hits`` are the gazetteer's, ``dates`` those said in the passage.
        """
        titled: set[tuple[int, int]] = set()
        for hit in hits:
            ids = [meaning[1] for meaning in hit.meanings if meaning[0] == "milestone"]
            if ids:
                span = sentence_of(passage.text, hit.start)
                titled.add(span)
                chosen = self._choose([i for i in ids if i in self._near], dates, span)
                if chosen:
                    yield _mention(chosen, "title", passage, hit.start, hit.end)
        if len(self._established) == 1:
            yield from self._by_establishment(passage)
        for said in dates:
            if said.date.precision == "year" and said.date.year in self._papers:
                span = sentence_of(passage.text, said.start)
                if span not in titled:
                    yield from self._by_year(passage, said, span)

    def _by_establishment(self, passage: Passage) -> Iterator[Mention]:
        """Words that say that the parties established relations."""
        for sign in _DIPLOMATIC.finditer(passage.text):
            begin = max(0, sign.start() - 60)
            match = _ESTABLISHED.search(passage.text, begin, sign.end() + 60)
            if match and match.start() <= sign.start() < match.end():
                rule = "establishment of relations between the parties"
                identifier = self._established[0].id
                yield _mention(identifier, rule, passage, match.start(), match.end())

    def _choose(
        self, ids: Sequence[str], dates: Sequence[Said], span: tuple[int, int]
    ) -> str | None:
        """The one milestone of several with a title, by the year said in the sentence."""
        years = {s.date.year for s in dates if span[0] <= s.start < span[1] and s.date.year}
        dated = [i for i in ids if self._near[i].date.year in years]
        left = dated if len(ids) > 1 else list(ids)
        return left[0] if len(left) == 1 else None

    def _by_year(self, passage: Passage, said: Said, span: tuple[int, int]) -> Iterator[Mention]:
        """One paper of a year that is named beside a sort of paper."""
        papers = list(_PAPER.finditer(passage.text, said.end, span[1]))
        papers = papers or list(_PAPER.finditer(passage.text, span[0], said.start))[-1:]
        kinds = {match.lastgroup for match in papers}
        found = [m for m in self._papers[said.date.year] if "any" in kinds or m.kind in kinds]
        treaties = [m for m in found if m.kind == "treaty"]
        found = treaties if len(found) > 1 else found
        if papers and len(found) == 1:
            # "This treaty was complemented by a new document": the last one is the new one.
            match = papers[-1]
            rule = f"{said.date.text} and {match[0]!r} in one sentence"
            yield _mention(found[0].id, rule, passage, match.start(), match.end())


def _mention(identifier: str, rule: str, passage: Passage, start: int, end: int) -> Mention:
    link = Link(
        kind="milestone",
        id=identifier,
        anchor=passage.anchor,
        text=passage.text[start:end],
        rule=rule,
        speaker=passage.speaker,
    )
    return Mention(link, start, end, passage)
