"""What a person edited, told from what was written by machine.

A page keeps, under ``guard``, the digest of the body and of each linked value as the
machine last wrote them.  A value whose digest no longer agrees is a person's, and wins.
"""

from __future__ import annotations

import hashlib
import json
from collections.abc import Mapping
from typing import Any

from generator.store.front_matter import LINKED

GUARDED = (*LINKED, "title", "date", "time", "zone", "place_printed", "lead")
"""What a person may correct in the front matter and keep through every re-reading."""
LATER = ("captions", "participants", "tags", "published", "updated", "source")
"""The same, but pages of before have no digests of these, and nothing tells whose they are."""
TERMS = ("url", "licence", "attribution")
"""What a person may correct of ``source``; the rest says which bytes the words are from."""


def digest(value: Any) -> str:
    """Twelve hexadecimal digits of the SHA-256 of a text or of plain data."""
    text = (
        value if isinstance(value, str) else json.dumps(value, ensure_ascii=False, sort_keys=True)
    )
    return hashlib.sha256(text.encode()).hexdigest()[:12]


def seal(
    data: Mapping[str, Any], body: str, theirs: Mapping[str, str | None] | None = None
) -> dict[str, Any]:
    """The ``guard`` of a page that the machine is about to write.

    ``theirs`` are the keys whose values in ``data`` are a person's, as :func:`overruled`
    tells them: each keeps the digest of what the machine wrote, so that it stays theirs.
    """
    kept = theirs or {}
    values = {key: _digest_of(data, key) for key in (*GUARDED, *LATER)}
    values.update(kept)
    return {"body": digest(body), "values": {key: value for key, value in values.items() if value}}


def body_is_ours(guard: Any, body: str) -> bool:
    """Whether nobody has edited the body since the machine wrote it."""
    return isinstance(guard, Mapping) and guard.get("body") == digest(body)


def edited(guard: Any, data: Mapping[str, Any]) -> tuple[str, ...]:
    """The keys whose values a person has changed since the machine wrote them.

    A page without a readable guard was written by hand: all its values are a person's.
    """
    return tuple(overruled(guard, data))


def overruled(guard: Any, data: Mapping[str, Any]) -> dict[str, str | None]:
    """The digest of the machine's last value, None where it had none, by each edited key."""
    values = guard.get("values") if isinstance(guard, Mapping) else None
    if not isinstance(values, Mapping):
        return dict.fromkeys((*GUARDED, *LATER))
    keys = (*GUARDED, *(key for key in LATER if key in values))
    return {key: values.get(key) for key in keys if values.get(key) != _digest_of(data, key)}


def _digest_of(data: Mapping[str, Any], key: str) -> str | None:
    """The digest of a key's value, None of an empty one."""
    value = data.get(key)
    if key == "source" and isinstance(value, Mapping):
        # Also of none of them: an address that an editor added is told by that.
        return digest({term: value[term] for term in TERMS if value.get(term)})
    return digest(value) if value else None
