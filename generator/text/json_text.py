"""JSON as the chronicle publishes it: without spaces, letters as they are."""

from __future__ import annotations

import json

import orjson


def compact(value: object) -> str:
    """JSON on one line without spaces; a field keeps the place that it has in ``value``.

    Raises:
        TypeError: something in ``value`` has no JSON.
    """
    try:
        return orjson.dumps(value).decode()
    except TypeError:  # half a surrogate pair, which YAML can spell, or a very large number
        return json.dumps(value, ensure_ascii=False, separators=(",", ":"))
