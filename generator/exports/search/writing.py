"""Writing the index: every period whose documents changed, every shard whose words did.

The same documents always give the same bytes, whatever was built before.
"""

from __future__ import annotations

import os
import shutil
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from hashlib import sha256
from pathlib import Path

from generator.chronicle import Chronicle
from generator.exports.search import names, parallel, segment, shards, tables
from generator.exports.search.cache import Cache, State
from generator.exports.search.files import below, bring
from generator.exports.search.periods import Period, periods
from generator.exports.search.words import STOP
from generator.model.event import KINDS
from generator.text.json_text import compact

FOLDER = "search/data"
"""Where the index stands below the site's root."""


@dataclass(frozen=True, kw_only=True, slots=True)
class Summary:
    """What :func:`write` did: ``documents``, ``files`` and ``bytes`` are the whole index's.

    ``periods`` and ``shards`` count those made anew; ``written`` and ``removed`` name the
    files that changed in the site, relative to it.
    """

    documents: int
    periods: int
    shards: int
    files: int
    bytes: int
    written: tuple[str, ...]
    removed: tuple[str, ...]


@parallel.uncollected()
def write(
    chronicle: Chronicle,
    content: Path,
    site_dir: Path,
    cache_dir: Path,
    jobs: int | None = None,
    *,
    languages: Sequence[str] = ("ru", "en"),
    digests: Mapping[str, str] | None = None,
    beside: Path | None = None,
) -> Summary:
    """Bring the index below ``site_dir`` up to date with the chronicle.

    ``cache_dir`` is a folder for this function alone, kept from build to build; ``jobs``
    the processes to use, by default one a processor; ``languages`` those of the site's
    pages; ``digests`` map an event's path to a digest of its page where the caller has
    them, else the pages are read for theirs.  With ``beside`` the site is left as it is:
    files that differ are written below ``beside``, for a caller who puts them in place.

    Raises:
        ContentError: an event's page cannot be read.
    """
    jobs = jobs or os.cpu_count() or 1
    cache = Cache(cache_dir)
    before = cache.state
    parts = periods(chronicle.documents)
    state = State(
        made_with=cache.made_with,
        shards=shards.count_for(len(chronicle.documents)),
        names=names.digest(chronicle.registry),
        segments={part.name: _digest(part, content, digests or {}) for part in parts},
    )
    whole = cache.is_whole() and (before.shards, before.names) == (state.shards, state.names)
    cache.begin()
    keys, renamed = cache.names(state.names, lambda: names.keys_of_names(chronicle.registry))
    stale = [part for part in parts if _is_stale(cache, before, state, part.name, renamed)]
    made = _make(cache, before if renamed == set() else State(), state, stale, content, keys, jobs)
    state.lengths = {
        name: made[name] if name in made else before.lengths[name] for name in state.segments
    }
    dirty = _dirty(cache, before, state) if whole else None
    if dirty is None or dirty:
        _merge(cache, state, dirty, keys, jobs)
    numbering = tables.Numbering(chronicle.documents)
    index = tables.files(parts, numbering, state.lengths, chronicle.registry, languages)
    index["index.json"] = _manifest(cache, state, parts, numbering, index)
    bring(_encoded(index), cache.out, lambda name: name not in ("w", "p", "f"))
    cache.end(state)

    done = bring(
        ((name, (cache.out / name).read_bytes()) for name in below(cache.out)),
        site_dir / FOLDER,
        beside=beside / FOLDER if beside else None,
    )
    return Summary(
        documents=len(chronicle.documents),
        periods=len(stale),
        shards=state.shards if dirty is None else len(shards.shards_of(dirty, state.shards)),
        files=done.files,
        bytes=done.bytes,
        written=tuple(f"{FOLDER}/{name}" for name in done.written),
        removed=tuple(f"{FOLDER}/{name}" for name in done.removed),
    )


def _digest(part: Period, content: Path, digests: Mapping[str, str]) -> str:
    """The digest of a period: its documents in their order, and their pages."""
    digest = sha256()
    for event in part.events:
        page = digests.get(event.path)
        if page is None:
            # A page that is gone is an error for whoever reads its words.
            path = content / event.path
            page = sha256(path.read_bytes()).hexdigest() if path.is_file() else ""
        digest.update(f"{event.path} {page}\n".encode())
    return digest.hexdigest()


def _is_stale(
    cache: Cache, before: State, state: State, period: str, renamed: set[str] | None
) -> bool:
    """Whether a period's segment must be made: other documents, or words with other keys."""
    digest = state.segments[period]
    path = cache.segment(period, digest)
    if before.segments.get(period) != digest or not path.is_file() or renamed is None:
        return True
    return bool(renamed) and not renamed.isdisjoint(segment.vocabulary(path))


def _make(
    cache: Cache,
    before: State,
    state: State,
    stale: Sequence[Period],
    content: Path,
    keys: Mapping[str, str],
    jobs: int,
) -> dict[str, list[int]]:
    """Make the segments of these periods; how many words each document has.

    ``before`` names the segments whose words have the same keys now.
    """
    if not stale:
        return {}
    tasks = [
        parallel.Task(
            part.name,
            cache.segment(part.name, state.segments[part.name]),
            tuple(map(segment.Document.of, part.events)),
            _kept(cache, before, part.name),
        )
        for part in stale
    ]
    return dict(parallel.make_segments(tasks, content, keys, jobs))


def _kept(cache: Cache, before: State, period: str) -> Path | None:
    """The segment of a period that the last run left."""
    path = cache.segment(period, before.segments.get(period, ""))
    return path if path.is_file() else None


def _dirty(cache: Cache, before: State, state: State) -> set[bytes]:
    """The keys whose line is another one in some period."""
    dirty: set[bytes] = set()
    for period in before.segments.keys() | state.segments.keys():
        old, new = before.segments.get(period), state.segments.get(period)
        if old == new:
            continue
        for slice in range(segment.SLICES):
            lines: set[bytes] = set()
            for digest in filter(None, (old, new)):
                lines ^= set(segment.read(cache.segment(period, digest), slice).split(b"\n"))
            dirty.update(line.partition(b"\t")[0] for line in lines if line)
    return dirty


def _merge(
    cache: Cache, state: State, dirty: set[bytes] | None, keys: Mapping[str, str], jobs: int
) -> None:
    """Write the shards, and the files of forms, which are few."""
    segments = [
        (shards.number_of(period), cache.segment(period, digest))
        for period, digest in state.segments.items()
    ]
    if dirty is None:
        for folder in ("w", "p"):
            shutil.rmtree(cache.out / folder, ignore_errors=True)
    parallel.merge(segments, state.shards, dirty, cache.out, jobs)
    forms = shards.forms(cache.out)
    used = set(forms.values())
    forms |= {form: key for form, key in keys.items() if key in used}
    files = {shards.file_name(p): text for p, text in shards.forms_files(forms).items()}
    bring(_encoded(files), cache.out, lambda name: name == "f")


def _manifest(
    cache: Cache,
    state: State,
    parts: Sequence[Period],
    numbering: tables.Numbering,
    index: Mapping[str, str],
) -> str:
    """The file that a browser reads first.

    Its ``version`` is that of the whole index: the other files are asked for by it, so that
    a browser never puts files of two builds together.
    """
    whole = sha256(repr((state.made_with, state.names, state.segments)).encode())
    for name in sorted(index):
        whole.update(index[name].encode())
    return compact(
        {
            "version": whole.hexdigest()[:12],
            "documents": sum(len(part.events) for part in parts),
            "periods": [[p.name, shards.number_of(p.name), len(p.events)] for p in parts],
            "shards": state.shards,
            "block": tables.BLOCK,
            "kinds": KINDS,
            "countries": list(numbering.countries),
            "people": list(numbering.people),
            "languages": list(numbering.languages),
            "stop": sorted(STOP),
            "forms": list(map(shards.prefix_of, below(cache.out / "f"))),
        }
    )


def _encoded(files: Mapping[str, str]) -> Iterator[tuple[str, bytes]]:
    return ((name, text.encode()) for name, text in files.items())
