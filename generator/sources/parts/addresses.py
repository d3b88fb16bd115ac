"""Addresses of documents at their publishers, and the ids that follow from them."""

from __future__ import annotations

import re

from slugify import slugify

_KREMLIN = re.compile(
    r"(?:https?://)?(?P<host>(?:www\.|(?P<sub>en|special|en\.special)\.)?"
    r"(?:kremlin\.ru|президент\.рф|xn--d1abbgf6aiiy\.xn--p1ai))/"
    r"(?P<path>(?:[a-z-]+/)*?)(?:(?:copy|print)/)?(?P<number>\d{1,7})"
    r"(?:/(?:print|copy|photos|videos|audios|work)(?:/\d+)?)?/?(?:[?#]\S*)?",
    re.IGNORECASE,
)
# The Wayback Machine puts its own address before the page's.
_ARCHIVED = re.compile(r"https?://web\.archive\.org/web/\d+(?:\w\w_)?/")
# "Ә" and the like have no transliteration in python-slugify and would vanish.
_LETTERS = str.maketrans(
    {
        "ә": "а", "Ә": "А", "ғ": "г", "Ғ": "Г", "қ": "к", "Қ": "К", "ң": "н", "Ң": "Н",
        "ө": "о", "Ө": "О", "ұ": "у", "Ұ": "У", "ү": "у", "Ү": "У", "һ": "х", "Һ": "Х",
        "ҷ": "ч", "Ҷ": "Ч", "ҳ": "х", "Ҳ": "Х", "ӣ": "и", "Ӣ": "И", "ӯ": "у", "Ӯ": "У",
        "ў": "у", "Ў": "У", "ҙ": "з", "Ҙ": "З", "ҫ": "с", "Ҫ": "С", "ҡ": "к", "Ҡ": "К",
    }
)  # fmt: skip


def kremlin(url: str) -> tuple[str, str] | None:
    """The (number, permalink) of an address at kremlin.ru, or None if it is none.

    A text ("copy") or print version has the permalink of its page; the English site's
    page stays on the English site.  "kremlin.ru/d/69182" is a permalink by itself, and
    of an archived copy's address only the page's own counts.
    """
    match = _KREMLIN.fullmatch(_ARCHIVED.sub("", url.strip()))
    if match is None or match["path"].endswith(("page/", "by-date/")):
        return None
    host = "en.kremlin.ru" if (match["sub"] or "").lower().startswith("en") else "kremlin.ru"
    return match["number"], f"http://{host}/{match['path'].lower()}{match['number']}"


def slug(text: str, *, length: int = 60) -> str:
    """``text`` as lower-case Latin words with hyphens, at most ``length`` characters."""
    return slugify(text.translate(_LETTERS), max_length=length, word_boundary=True)


def fallback_id(date: str | None, title: str) -> str:
    """The id of a document without a publisher's number: date + slug of its title."""
    words = slug(title) or "document"
    return f"{date.split('/')[0]}-{words}" if date else words
