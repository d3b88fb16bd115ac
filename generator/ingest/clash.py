"""Two documents that would take each other's page, told from two copies of one.

A publisher's own number makes an id certain.  Date and title do not: two telephone
conversations of one day are two documents, and neither may end on the other's page.
"""

from __future__ import annotations

import hashlib
from collections.abc import Mapping
from dataclasses import dataclass
from itertools import pairwise

from generator.errors import ContentError, Problem
from generator.ingest.assemble import Draft
from generator.ingest.settle import snapshots_of, words_of
from generator.model.publishers import PUBLISHERS
from generator.store.page import StoredPage
from generator.text.words import tokens

_MEND = (
    "give each an id of its own in an `id` column of a table, or leave out the one that is "
    "an older copy"
)


@dataclass(frozen=True, slots=True)
class _Met:
    """What is remembered of a document that this run has settled."""

    where: str
    words: bytes
    sha256: str
    url: str | None


class Documents:
    """The documents of one run, by the keys of their pages."""

    def __init__(self) -> None:
        self._met: dict[str, _Met] = {}

    def repeats(self, made: Draft, name: str) -> str:
        """Where the same words stood in the same file; "" where the document is none of these.

        Raises:
            ContentError: another document of this run has the page already.
        """
        first = self._met.get(made.linked.event.key)
        if first is None:
            return ""
        now = _met(made, name)
        one_file = now.sha256 == first.sha256
        if now.words == first.words:
            return first.where if one_file else ""
        same = _numbered(made) or (now.url is not None and now.url == first.url)
        if same and not one_file:
            return ""  # two copies, or an earlier and a later state
        what = (
            f"{made.transcript.member or 'the document'} would take the page of {first.where}: "
            f"both are {made.linked.event.key!r}, but their words differ"
        )
        raise ContentError(Problem(name, what, _MEND, made.transcript.line))

    def settled(self, made: Draft, name: str) -> None:
        """Remember a document whose page is settled."""
        self._met.setdefault(made.linked.event.key, _met(made, name))


def _met(made: Draft, name: str) -> _Met:
    transcript = made.transcript
    line = "" if transcript.line is None else f":{transcript.line}"
    member = f" ({transcript.member})" if transcript.member else ""
    words = " ".join(words_of(made.data, made.body)).encode("utf-8", "surrogatepass")
    return _Met(
        f"{name}{line}{member}",
        hashlib.sha256(words).digest(),
        transcript.source.sha256,
        transcript.source.url,
    )


def refuse_another(made: Draft, stored: StoredPage, name: str, page: str) -> None:
    """Let nothing but the same document, in other words, take the place of a stored page.

    Raises:
        ContentError: the page holds another document.
    """
    source = made.transcript.source
    known = (stored.data.get("source"), *snapshots_of(stored))
    told = [old for old in known if isinstance(old, Mapping)]
    same = any(old.get("sha256") == source.sha256 for old in told) or (
        source.url is not None and any(old.get("url") == source.url for old in told)
    )
    if not same and not _numbered(made) and not _alike(made.body, stored.body):
        what = (
            f"{made.transcript.member or 'the document'} would take the page {page}, which has "
            "the same id, but quite other words"
        )
        mend = "give it an id of its own in an `id` column of a table, or overwrite with --force"
        raise ContentError(Problem(name, what, mend, made.transcript.line))


def _numbered(made: Draft) -> bool:
    """Whether the id has the publisher's own number."""
    publisher = made.transcript.source.publisher
    return publisher in PUBLISHERS and made.transcript.id.startswith(publisher)


def _alike(one: str, other: str) -> bool:
    """Whether half of the shorter text's neighbouring words are neighbours in the other too.

    A source that was mended, or went on, keeps most of them; two documents share few.
    """
    pairs = [set(pairwise(words)) for words in map(tokens, (one, other))]
    return 2 * len(pairs[0] & pairs[1]) >= min(map(len, pairs))
