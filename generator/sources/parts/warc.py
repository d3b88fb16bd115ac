"""Web archives: WARC files, compressed or not, and WACZ packages of them.

Records are read one after the other, so that an archive of any size needs the memory of
its largest page.  A record that no reader knows (a picture, a list of links, robots.txt)
is passed over: an archive is full of them.
"""

from __future__ import annotations

import zipfile
from collections.abc import Iterator
from pathlib import Path
from typing import IO, Any

from warcio.archiveiterator import ArchiveIterator  # type: ignore[import-untyped]  # has no types
from warcio.exceptions import ArchiveLoadFailed  # type: ignore[import-untyped]  # the same

from generator.errors import Problem, SourceError
from generator.sources.reader import RawDocument

LARGEST_RECORD = 64 * 1024 * 1024
"""Bytes of one record; larger ones are named as errors."""

_TEXTS = ("html", "xml", "text/", "json", "csv")
_KINDS = ("response", "resource", "conversion")


def records(path: Path) -> Iterator[RawDocument | SourceError]:
    """The documents of a WARC file."""
    with path.open("rb") as stream:
        yield from _read(str(path), stream)


def packed(path: Path) -> Iterator[RawDocument | SourceError]:
    """The documents of the WARC files in a WACZ package."""
    try:
        with zipfile.ZipFile(path) as package:
            names = [name for name in package.namelist() if name.endswith((".warc", ".warc.gz"))]
            for name in names:
                with package.open(name) as stream:
                    yield from _read(str(path), stream)
    except (zipfile.BadZipFile, RuntimeError) as error:  # also a compression it does not know
        yield SourceError(Problem(str(path), f"the package is broken ({error})", "fetch it again"))
        return
    if not names:
        yield SourceError(Problem(str(path), "no WARC file is in it", "give a WACZ package"))


def _read(name: str, stream: IO[bytes]) -> Iterator[RawDocument | SourceError]:
    found = 0
    try:
        for record in ArchiveIterator(stream):
            found += 1
            if _wanted(record):
                document = _document(name, record)
                if document is not None:
                    yield document
    except (ArchiveLoadFailed, EOFError, OSError, ValueError, zipfile.BadZipFile) as error:
        what = str(error).split("\n", 1)[0] or type(error).__name__
        yield SourceError(
            Problem(name, f"the archive breaks off ({what})", "the records before were read")
        )
        return
    if not found:
        yield SourceError(Problem(name, "the archive has no records", "give a WARC file"))


def _wanted(record: Any) -> bool:
    """A successful answer that holds text."""
    if record.rec_type not in _KINDS:
        return False
    headers = record.http_headers
    if headers is None:
        kind = record.rec_headers.get_header("Content-Type") or ""
    elif not (headers.get_statuscode() or "").startswith("200"):
        return False
    else:
        kind = headers.get_header("Content-Type") or ""
    return any(text in kind.lower() for text in _TEXTS)


def _document(name: str, record: Any) -> RawDocument | SourceError | None:
    address = record.rec_headers.get_header("WARC-Target-URI") or ""
    data = record.content_stream().read(LARGEST_RECORD + 1)
    if len(data) > LARGEST_RECORD:
        megabytes = LARGEST_RECORD // (1024 * 1024)
        return SourceError(
            Problem(f"{name} ({address})", f"more than {megabytes} MB", "save the page by itself")
        )
    if _is_cut(record):
        return SourceError(
            Problem(f"{name} ({address})", "the record is cut short", "fetch the archive again")
        )
    document = RawDocument(name=name, data=data, member=address, url=address)
    return document if _is_known(document) else None


def _is_cut(record: Any) -> bool:
    """Whether the record ends before the length that its head names."""
    record.raw_stream.read()
    return bool(getattr(record.raw_stream, "limit", 0))


def _is_known(document: RawDocument) -> bool:
    # The readers import what they need; a folder without archives never comes here.
    from generator.sources.discovery import confidence

    return confidence(document) >= (10 if not document.data.lstrip().startswith(b"<") else 70)
