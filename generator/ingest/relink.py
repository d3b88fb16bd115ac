"""Links renewed after a change of the registry; words and an editor's values stay."""

from __future__ import annotations

from pathlib import Path

from generator.ingest.assemble import transcript_of
from generator.linking.linker import Linker
from generator.store import front_matter, guard, pages
from generator.store.files import write_atomically


def relink(path: Path, content: Path, linker: Linker) -> tuple[str, ...]:
    """Renew one page's linked keys; the keys that changed, none where nothing is written.

    Raises:
        ContentError: the page cannot be read.
    """
    page = pages.read_page(path, content)
    stored = pages.read_stored(path, path.as_posix())
    old_guard = stored.data.get("guard")
    theirs = set(guard.edited(old_guard, stored.data))
    fresh = front_matter.to_data(linker.link(transcript_of(page)).event)
    data = dict(stored.data)
    changed: list[str] = []
    for key in front_matter.LINKED:
        if key in theirs or (data.get(key) or None) == (fresh[key] or None):
            continue
        data[key] = fresh[key]
        changed.append(key)
    if not changed:
        return ()
    values = dict(old_guard["values"]) if isinstance(old_guard, dict) else {}
    for key in changed:
        values.pop(key, None)
        if data[key]:
            values[key] = guard.digest(data[key])
    data["guard"] = {**(old_guard if isinstance(old_guard, dict) else {}), "values": values}
    write_atomically(path, front_matter.join(data, stored.body))
    return tuple(changed)
