"""Every document of a build: those that changed are read anew."""

from __future__ import annotations

from pathlib import Path

from generator.errors import Problem
from generator.rendering.changes import events_in
from generator.rendering.stamps import Watched
from generator.rendering.state import Events
from generator.rendering.whole import read


def brought_up_to_date(
    old: Events, content: Path, watched: Watched, jobs: int
) -> tuple[Events, tuple[Problem, ...]]:
    """Every document, those that changed since ``old`` read, in order of path; every problem.

    Gives ``watched`` the digests that it left to whoever reads the documents.
    """
    prefix, begin = f"{content}/", events_in(content)
    digests = {
        path.removeprefix(prefix): digest
        for path, digest in watched.digests.items()
        if path.startswith(begin) and path.endswith(".md")
    }
    unread = [path for path, own in digests.items() if old.get(path, ("",))[0] != own or not own]
    fresh, problems = read(content, unread, jobs)
    new = {event.path: (digest, event) for digest, event in fresh}
    for path, (digest, _) in new.items():
        watched.digests[prefix + path] = digest
    known = {**old, **new}
    events = {
        path: known[path]
        for path in sorted(digests, key=lambda path: path.split("/"))
        if path in known
    }
    return events, problems
