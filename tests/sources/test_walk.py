"""Folders, archives and standard input become documents, one at a time."""

from __future__ import annotations

import io
import os
import sys
import zipfile
from pathlib import Path

import pytest
from warcio.statusandheaders import StatusAndHeaders  # type: ignore[import-untyped]  # no types
from warcio.warcwriter import WARCWriter  # type: ignore[import-untyped]  # no types

from generator.errors import SourceError
from generator.sources import discovery
from generator.sources.reader import RawDocument
from generator.sources.walk import expand, files

PAGE = (
    b'<html lang="en"><article id="event-9000001"><h1>Talks</h1>'
    b'<div itemprop="articleBody"><p><b>Elena Vark:</b> Welcome.</p></div></article></html>'
)
ADDRESS = "http://en.kremlin.ru/events/president/news/9000001"


def archive(*pages: tuple[str, bytes, str, str]) -> bytes:
    """A WARC file of (address, body, kind, status)."""
    stream = io.BytesIO()
    writer = WARCWriter(stream, gzip=True)
    for address, body, kind, status in pages:
        headers = StatusAndHeaders(status, [("Content-Type", kind)], protocol="HTTP/1.1")
        writer.write_record(
            writer.create_warc_record(
                address, "response", payload=io.BytesIO(body), http_headers=headers
            )
        )
    return stream.getvalue()


CRAWL = archive(
    ("http://en.kremlin.ru/robots.txt", b"", "text/plain", "200 OK"),
    ("http://en.kremlin.ru/a.png", b"\x89PNG", "image/png", "200 OK"),
    ("http://en.kremlin.ru/gone", PAGE, "text/html", "404 Not Found"),
    ("http://en.kremlin.ru/about", b"<html><p>About us</p></html>", "text/html", "200 OK"),
    (ADDRESS, PAGE, "text/html; charset=utf-8", "200 OK"),
)


def test_folder(tmp_path: Path) -> None:
    """A folder is walked in the order of names, without hidden files and maps of columns."""
    for name in ("b.txt", "a/z.txt", ".hidden/c.txt", ".d.txt", "t.csv.columns.yml"):
        path = tmp_path / name
        path.parent.mkdir(exist_ok=True)
        path.write_text(name)

    assert ["a/z.txt", "b.txt"] == [p.relative_to(tmp_path).as_posix() for p in files(tmp_path)]


def test_circle(tmp_path: Path) -> None:
    """A link that leads back to its own folder is not followed."""
    (tmp_path / "again").symlink_to(tmp_path, target_is_directory=True)

    assert [] == list(files(tmp_path))


def test_pipe_is_passed_over(tmp_path: Path) -> None:
    """What is no file is not opened: a pipe would keep the run waiting for ever."""
    os.mkfifo(tmp_path / "pipe")

    assert [] == list(expand(str(tmp_path)))


@pytest.mark.parametrize(
    ("target", "reason"), [("self", "symbolic links"), ("nowhere", "No such file or directory")]
)
def test_link_that_leads_nowhere_is_one_error(tmp_path: Path, target: str, reason: str) -> None:
    """A link to itself or to nothing has its line, and the files behind it are read."""
    (tmp_path / "self").symlink_to(tmp_path / target)
    (tmp_path / "z.txt").write_text("words")
    error, raw = expand(str(tmp_path))

    assert isinstance(raw, RawDocument)
    assert (True, True) == (str(error).startswith(f"{tmp_path / 'self'}: "), reason in str(error))


def test_closed_folder_is_one_error(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """A folder that may not be listed has its line, and the files behind it are read."""
    for name in ("closed/a.txt", "z.txt"):
        (tmp_path / name).parent.mkdir(exist_ok=True)
        (tmp_path / name).write_text("words")
    scandir = os.scandir

    def guarded(path: Path) -> object:
        if Path(path).name == "closed":
            raise PermissionError(13, "Permission denied", str(path))
        return scandir(path)

    monkeypatch.setattr(os, "scandir", guarded)
    error, raw = expand(str(tmp_path))

    assert isinstance(raw, RawDocument)
    assert (
        f"{tmp_path / 'closed'}: cannot be opened (Permission denied); check its rights, and "
        "where it leads" == str(error)
    )


def test_standard_input(monkeypatch: pytest.MonkeyPatch) -> None:
    """A dash is standard input."""
    monkeypatch.setattr(sys, "stdin", io.TextIOWrapper(io.BytesIO(b"words")))

    assert [RawDocument(name="-", data=b"words")] == list(expand("-"))


def test_nothing_there() -> None:
    """A path that does not exist is an error at once."""
    with pytest.raises(SourceError, match="there is no such file or folder"):
        next(expand("no/such/path"))


def test_warc(tmp_path: Path) -> None:
    """Of a web archive only the pages that a reader knows are read, with their addresses."""
    path = tmp_path / "crawl.warc.gz"
    path.write_bytes(CRAWL)

    assert [RawDocument(name=str(path), data=PAGE, member=ADDRESS, url=ADDRESS)] == list(
        expand(str(path))
    )


def test_wacz(tmp_path: Path) -> None:
    """A package of web archives is opened."""
    path = tmp_path / "crawl.wacz"
    with zipfile.ZipFile(path, "w") as package:
        package.writestr("archive/data.warc.gz", CRAWL)
        package.writestr("pages/pages.jsonl", "{}")

    assert [ADDRESS] == [d.member for d in expand(str(path)) if isinstance(d, RawDocument)]


@pytest.mark.parametrize(
    ("name", "data", "what"),
    [
        ("a.warc.gz", CRAWL[:-90], "the record is cut short"),
        ("a.warc.gz", b"not gzip", "the archive breaks off"),
        ("a.warc", b"", "the archive has no records"),
        ("a.wacz", b"not zip", "the package is broken"),
    ],
)
def test_broken_archive(tmp_path: Path, name: str, data: bytes, what: str) -> None:
    """A broken archive ends in one error, behind what could be read."""
    path = tmp_path / name
    path.write_bytes(data)
    *_, last = expand(str(path))

    assert isinstance(last, SourceError)
    assert what in str(last)


def test_page_of_an_archive_is_read(tmp_path: Path) -> None:
    """A page from an archive is read like a file."""
    path = tmp_path / "crawl.warc.gz"
    path.write_bytes(CRAWL)
    (raw,) = expand(str(path))
    assert isinstance(raw, RawDocument)

    assert ["kremlin-9000001"] == [found.id for found in discovery.read(raw)]


def test_unknown_format() -> None:
    """What no reader knows is told in one line."""
    with pytest.raises(SourceError) as caught:
        list(discovery.read(RawDocument(name="a.html", data=b"<html><p>Hello</p></html>")))

    assert (
        "a.html: the file is in no known format; `chronicle sources` lists what can be read"
        == str(caught.value)
    )
