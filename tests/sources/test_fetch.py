"""Documents from addresses, against a server of our own."""

from __future__ import annotations

import threading
from collections.abc import Iterator
from dataclasses import dataclass, field
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path

import pytest

from generator.errors import SourceError
from generator.sources import fetch
from generator.sources.fetch import Fetcher


@dataclass
class Site:
    """Answers by path: (status, headers, body); ``asked`` counts every request."""

    url: str = ""
    answers: dict[str, list[tuple[int, dict[str, str], bytes]]] = field(default_factory=dict)
    asked: list[tuple[str, str | None]] = field(default_factory=list)

    def answer(self, path: str, status: int, body: bytes = b"", **headers: str) -> None:
        """Add an answer; the last one of a path is given again and again."""
        named = {name.replace("_", "-"): value for name, value in headers.items()}
        self.answers.setdefault(path, []).append((status, named, body))


@pytest.fixture
def site() -> Iterator[Site]:
    """A site on this machine, without robots rules until it is given some."""
    served = Site()

    class Handler(BaseHTTPRequestHandler):
        def do_GET(self) -> None:
            served.asked.append((self.path, self.headers.get("If-None-Match")))
            waiting = served.answers.get(self.path, [(404, {}, b"")])
            status, headers, body = waiting.pop(0) if len(waiting) > 1 else waiting[0]
            self.send_response(status)
            for name, value in headers.items():
                self.send_header(name, value)
            self.send_header("Content-Length", str(len(body)))
            self.end_headers()
            self.wfile.write(body)

        def log_message(self, format: str, *args: object) -> None:
            """Say nothing."""

    server = ThreadingHTTPServer(("127.0.0.1", 0), Handler)
    served.url = f"http://127.0.0.1:{server.server_port}"
    thread = threading.Thread(target=server.serve_forever, daemon=True)
    thread.start()
    yield served
    server.shutdown()
    server.server_close()
    thread.join()


@pytest.fixture
def fetcher(tmp_path: Path) -> Fetcher:
    """A fetcher that may ask this machine, without waiting."""
    return Fetcher(private=True, delay=0, cache=tmp_path)


def refused(fetcher: Fetcher, address: str) -> str:
    """What the error says, without the address."""
    with pytest.raises(SourceError) as caught:
        fetcher.get(address)
    return str(caught.value).removeprefix(f"{address}: ")


def test_get(site: Site, fetcher: Fetcher) -> None:
    """A page is fetched after the robots rules were asked for."""
    site.answer("/a", 200, b"words")

    assert b"words" == fetcher.get(f"{site.url}/a").data
    assert ["/robots.txt", "/a"] == [path for path, _ in site.asked]


def test_kept(site: Site, fetcher: Fetcher, tmp_path: Path) -> None:
    """What was fetched today is not asked for again, not even by another run."""
    site.answer("/a", 200, b"words")
    fetcher.get(f"{site.url}/a")
    again = Fetcher(private=True, delay=0, cache=tmp_path).get(f"{site.url}/a")

    assert (b"words", 2) == (again.data, len(site.asked))


def test_unchanged(site: Site, fetcher: Fetcher, monkeypatch: pytest.MonkeyPatch) -> None:
    """Later it is asked for only if it changed."""
    site.answer("/a", 200, b"words", ETag='"1"')
    site.answer("/a", 304)
    fetcher.get(f"{site.url}/a")
    monkeypatch.setattr(fetch, "_FRESH_SECONDS", -1.0)

    assert b"words" == fetcher.get(f"{site.url}/a").data
    assert ("/a", '"1"') == site.asked[-1]


def test_damaged_cache(site: Site, fetcher: Fetcher, tmp_path: Path) -> None:
    """A damaged cache is fetched anew."""
    site.answer("/a", 200, b"words")
    fetcher.get(f"{site.url}/a")
    for path in tmp_path.glob("*.json"):
        path.write_text("{")

    assert b"words" == fetcher.get(f"{site.url}/a").data


@pytest.mark.parametrize("address", ["http://[::1/x", "http://a/\udcff"])
def test_no_address(fetcher: Fetcher, address: str) -> None:
    """What only looks like an address is told in one line."""
    assert refused(fetcher, address).startswith("it is no address (")


def test_redirect_to_no_address(site: Site, fetcher: Fetcher) -> None:
    """A site that leads to a broken address is told, too."""
    site.answer("/a", 302, Location="http://[::1/x")

    assert "it is no address (Invalid IPv6 URL); check its spelling" == refused(
        fetcher, f"{site.url}/a"
    )


def test_robots(site: Site, fetcher: Fetcher) -> None:
    """What the site's rules forbid is not fetched."""
    site.answer("/robots.txt", 200, b"User-agent: *\nDisallow: /private*\n")

    assert "the site's robots rules forbid it; save the page with a browser" == refused(
        fetcher, f"{site.url}/private/a"
    )


def test_robots_unknown(site: Site, fetcher: Fetcher) -> None:
    """While a site cannot tell its rules, nothing is fetched."""
    site.answer("/robots.txt", 503, Retry_After="0")

    assert "the site's robots rules cannot be read now; try later" == refused(
        fetcher, f"{site.url}/a"
    )


def test_again(site: Site, fetcher: Fetcher) -> None:
    """An overloaded site is asked again."""
    site.answer("/a", 503, Retry_After="0")
    site.answer("/a", 200, b"words")

    assert b"words" == fetcher.get(f"{site.url}/a").data


def test_moved(site: Site, fetcher: Fetcher) -> None:
    """A document that moved is told with its new address."""
    site.answer("/a", 302, Location="/b")
    site.answer("/b", 200, b"words")

    assert f"{site.url}/b" == fetcher.get(f"{site.url}/a").url


def test_circle(site: Site, fetcher: Fetcher) -> None:
    """A circle of redirects ends."""
    site.answer("/a", 302, Location="/a")

    assert "it redirects in a circle; check the address" == refused(fetcher, f"{site.url}/a")


def test_other_scheme(site: Site, fetcher: Fetcher) -> None:
    """A redirect out of the web is not followed."""
    site.answer("/a", 302, Location="file:///etc/passwd")

    assert "it leads to no web address; give http:// or https://" == refused(
        fetcher, f"{site.url}/a"
    )


def test_missing(site: Site, fetcher: Fetcher) -> None:
    """What is not there is told by its status."""
    assert "it answers 404; check the address" == refused(fetcher, f"{site.url}/a")


def test_too_large(site: Site, fetcher: Fetcher, monkeypatch: pytest.MonkeyPatch) -> None:
    """What is too large is given up."""
    monkeypatch.setattr(fetch, "LARGEST", 1048576)
    site.answer("/a", 200, b"x" * 1100000)

    assert "it is larger than 1 MB; save it to a file" == refused(fetcher, f"{site.url}/a")


def test_own_network(site: Site, tmp_path: Path) -> None:
    """An address of the own network is refused before anything is asked of it."""
    fetcher = Fetcher(delay=0, cache=tmp_path)

    assert "it leads into the own network; allow private addresses if you mean it" == refused(
        fetcher, f"{site.url}/a"
    )
    assert [] == site.asked


def test_nobody_there(fetcher: Fetcher) -> None:
    """A host that does not answer is told in one line."""
    assert "it cannot be fetched (ConnectionError); check it, or try later" == refused(
        fetcher, "http://127.0.0.1:1/a"
    )
