"""What becomes of a page when its source is read again: the rules, without any writing.

================================  =================================================
the page on disk                  what happens
================================  =================================================
is not there                      it is written
says the same already             nothing
differs, body as we wrote it      it is written anew; an editor's values stay
has a body that a person edited   it stays (``--force`` overwrites it, and ``snapshots``
                                  names the original that it came from)
comes from a richer copy          it stays
comes from other words            the new words are written, the old original stays,
                                  and ``snapshots`` says what changed
================================  =================================================
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from difflib import SequenceMatcher
from typing import Any

from generator.store import front_matter, guard
from generator.store.page import StoredPage
from generator.text.words import tokens

WORDS_OF_SOURCE = ("title", "lead", "captions", "participants", "place_printed")
_COMPLETENESS = ("date", "time", "place_printed", "lead", "captions", "participants", "tags")


@dataclass(frozen=True, kw_only=True, slots=True)
class Decision:
    """What to do with a page.

    ``outcome`` is new, unchanged, updated, changed, kept (edited by a person) or poorer;
    ``data`` and ``body`` are the page to write, or None where nothing is to be written;
    ``why`` is a sentence for the report, "" where there is nothing to say.
    """

    outcome: str
    data: dict[str, Any] | None = None
    body: str = ""
    why: str = ""


def settle(
    data: Mapping[str, Any],
    body: str,
    stored: StoredPage | None,
    *,
    today: date,
    force: bool = False,
) -> Decision:
    """Decide for one document; ``data`` and ``body`` are what its source gives now."""
    fresh = dict(data)
    fresh["source"] = {**data["source"], "first_seen": today.isoformat()}
    if stored is None:
        return _write("new", fresh, body)
    old_source = stored.data.get("source")
    old: Mapping[str, Any] = old_source if isinstance(old_source, Mapping) else {}
    same_source = old.get("sha256") == fresh["source"]["sha256"]
    if same_source:
        fresh["source"] = {
            **data["source"],
            "first_seen": old.get("first_seen", today.isoformat()),
            "file": old.get("file", ""),
        }
    if "snapshots" in stored.data:
        fresh["snapshots"] = stored.data["snapshots"]
    if force:
        if not same_source and old.get("format") == fresh["source"]["format"]:
            _keep_snapshot(fresh, body, stored, old, today)
        return _write("updated", fresh, body, "overwritten as asked")
    seal = stored.data.get("guard")
    theirs = guard.overruled(seal, stored.data)
    for key in theirs:
        fresh[key] = _terms_kept(fresh["source"], old) if key == "source" else stored.data.get(key)
    if not guard.body_is_ours(seal, stored.body):
        written = seal.get("body") if isinstance(seal, Mapping) else None
        if same_source or guard.digest(body) == written:
            return Decision(outcome="kept", why="a person edited the page; it stays")
        return Decision(
            outcome="kept",
            why="the source has changed, but a person edited the page; it stays (--force "
            "overwrites it)",
        )
    if same_source:
        page = _write("updated", fresh, body, theirs=theirs)
        unchanged = page.data is not None and _same(page.data, body, stored)
        return Decision(outcome="unchanged") if unchanged else page
    return _other_source(fresh, body, stored, old, theirs, today)


def _terms_kept(now: Mapping[str, Any], old: Mapping[str, Any]) -> dict[str, Any]:
    """The source as it is now, with the address and licence that an editor gave it."""
    kept = {key: value for key, value in now.items() if key not in guard.TERMS}
    return {**kept, **{term: old[term] for term in guard.TERMS if old.get(term)}}


def _other_source(
    fresh: dict[str, Any],
    body: str,
    stored: StoredPage,
    old: Mapping[str, Any],
    theirs: Mapping[str, str | None],
    today: date,
) -> Decision:
    """The same document from other bytes: another copy, or a source that changed."""
    now = fresh["source"]
    if any(snapshot.get("sha256") == now["sha256"] for snapshot in snapshots_of(stored)):
        return Decision(outcome="unchanged", why="an earlier snapshot of the same source")
    rank_now, rank_old = _richness(fresh, body), _richness(stored.data, stored.body)
    if now["format"] != old.get("format"):
        if (*rank_now, now["format"]) < (*rank_old, str(old.get("format"))):
            return Decision(outcome="poorer", why=f"the copy read as {old.get('format')} is richer")
        why = f"richer than the copy read as {old.get('format')}"
        return _write("updated", fresh, body, why, theirs)
    words_now, words_old = words_of(fresh, body), words_of(stored.data, stored.body)
    if words_now == words_old:
        return Decision(outcome="unchanged", why="other bytes, the same words")
    if rank_now[0] < rank_old[0]:
        return Decision(outcome="poorer", why="the copy that is there tells more")
    added, removed = _keep_snapshot(fresh, body, stored, old, today)
    why = f"the source has changed: {added} words added, {removed} removed"
    return _write("changed", fresh, body, why, theirs)


def _keep_snapshot(
    fresh: dict[str, Any], body: str, stored: StoredPage, old: Mapping[str, Any], today: date
) -> tuple[int, int]:
    """Let the new page name the original whose place it takes; words added, words removed."""
    words_old, words_now = words_of(stored.data, stored.body), words_of(fresh, body)
    added, removed, change = word_diff(words_old, words_now)
    earlier: list[Mapping[str, Any]] = []
    for snapshot in snapshots_of(stored):
        if snapshot.get("sha256") == fresh["source"]["sha256"]:  # it is the page's source again
            fresh["source"]["first_seen"] = snapshot.get("first_seen", today.isoformat())
        else:
            earlier.append(snapshot)
    fresh["snapshots"] = [
        *earlier,
        {
            "sha256": old.get("sha256", ""),
            "file": old.get("file", ""),
            "first_seen": old.get("first_seen", ""),
            "last_checked": today.isoformat(),
            "change": change,
        },
    ]
    return added, removed


def snapshots_of(stored: StoredPage) -> tuple[Mapping[str, Any], ...]:
    """The earlier originals that a page names."""
    listed = stored.data.get("snapshots")
    if not isinstance(listed, list):
        return ()
    return tuple(snapshot for snapshot in listed if isinstance(snapshot, Mapping))


def _write(
    outcome: str,
    data: dict[str, Any],
    body: str,
    why: str = "",
    theirs: Mapping[str, str | None] | None = None,
) -> Decision:
    page = {**data, "guard": guard.seal(data, body, theirs)}
    return Decision(outcome=outcome, data=page, body=body, why=why)


def _same(data: Mapping[str, Any], body: str, stored: StoredPage) -> bool:
    """Whether a page says what the stored one says, the guard aside."""

    def said(page: Mapping[str, Any]) -> dict[str, Any]:
        return {key: page[key] for key in front_matter.KEYS if page.get(key) and key != "guard"}

    return body == stored.body and said(data) == said(stored.data)


def _richness(data: Mapping[str, Any], body: str) -> tuple[int, int]:
    filled = sum(bool(data.get(key)) for key in _COMPLETENESS)
    return filled, len(tokens(body))


def words_of(data: Mapping[str, Any], body: str) -> list[str]:
    """Every word of the source that a page holds."""
    head: list[str] = []
    for key in WORDS_OF_SOURCE:
        value = data.get(key) or ()
        head.extend(tokens(value) if isinstance(value, str) else tokens(" ".join(value)))
    return [*head, *tokens(body)]


def word_diff(old: list[str], new: list[str]) -> tuple[int, int, str]:
    """Words added, words removed, and the change as ``[-gone-] {+come+}`` in its context."""
    added = removed = 0
    pieces: list[str] = []
    for tag, a, b, c, d in SequenceMatcher(None, old, new, autojunk=False).get_opcodes():
        if tag == "equal":
            kept = old[a:b]
            pieces.append(" ".join(kept if len(kept) <= 8 else [*kept[:3], "…", *kept[-3:]]))
            continue
        removed += b - a
        added += d - c
        if b > a:
            pieces.append(f"[-{' '.join(old[a:b])}-]")
        if d > c:
            pieces.append(f"{{+{' '.join(new[c:d])}+}}")
    return added, removed, " ".join(pieces)
