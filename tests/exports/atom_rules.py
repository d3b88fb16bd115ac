"""What RFC 4287 asks of a feed, as a list of what is wrong with one."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator
from urllib.parse import urlsplit

from lxml import etree

_ATOM = "{http://www.w3.org/2005/Atom}"
_MOMENT = re.compile(r"\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d(\.\d+)?(Z|[+-]\d\d:\d\d)")
_ONCE = {
    "feed": {"id", "title", "updated", "subtitle", "generator", "icon", "logo", "rights"},
    "entry": {"id", "title", "updated", "published", "summary", "content", "rights", "source"},
}
_NEEDED = ("id", "title", "updated")
_MORE = {"feed": {"author", "link", "category", "entry"}, "entry": {"author", "link", "category"}}


def problems(feed: str) -> list[str]:
    """Every breach, with the element that it is in."""
    root = etree.fromstring(feed.encode())
    if root.tag != f"{_ATOM}feed":
        return [f"the root is {root.tag}"]
    entries = root.findall(f"{_ATOM}entry")
    found = [*_of("feed", root)]
    for entry in entries:
        found += _of("entry", entry)
    ids = Counter(entry.findtext(f"{_ATOM}id") for entry in entries)
    found += [f"{id} stands twice" for id, count in ids.items() if count > 1]
    authors = root.findall(f"{_ATOM}author")
    if not authors and any(entry.find(f"{_ATOM}author/{_ATOM}name") is None for entry in entries):
        found.append("an entry has no author")
    return found


def _of(kind: str, element: etree._Element) -> Iterator[str]:
    names = Counter(str(child.tag).removeprefix(_ATOM) for child in element)
    for name in _NEEDED:
        if names[name] != 1:
            yield f"{kind}: {names[name]} × {name}"
    for name, count in names.items():
        if name not in _ONCE[kind] | _MORE[kind]:
            yield f"{kind}: {name} is not known"
        if name in _ONCE[kind] and count > 1:
            yield f"{kind}: {count} × {name}"
    if not urlsplit(element.findtext(f"{_ATOM}id", "")).scheme:
        yield f"{kind}: the id is not absolute"
    for name in ("updated", "published"):
        said = element.findtext(f"{_ATOM}{name}")
        if said is not None and not _MOMENT.fullmatch(said):
            yield f"{kind}: {name} is {said}"
    links = [dict(link.attrib) for link in element.findall(f"{_ATOM}link")]
    if any(not link.get("href") for link in links):
        yield f"{kind}: a link leads nowhere"
    seen = Counter((link.get("rel", "alternate"), link.get("type")) for link in links)
    if any(count > 1 for (rel, _), count in seen.items() if rel == "alternate"):
        yield f"{kind}: two alternates of one type"
    if kind == "entry" and not any(link.get("rel", "alternate") == "alternate" for link in links):
        yield "entry: neither a link nor content"
    if any(category.get("term") is None for category in element.findall(f"{_ATOM}category")):
        yield f"{kind}: a category without a term"
