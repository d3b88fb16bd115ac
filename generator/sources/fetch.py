"""Documents from addresses, fetched the way a good guest does.

Robots rules are honoured, requests to one host are spaced out, answers are kept on disk
and asked for again only if they changed, sizes and times are limited, and addresses of
the own network are refused unless they are allowed.
"""

from __future__ import annotations

import hashlib
import ipaddress
import json
import os
import time
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass, field
from email.utils import parsedate_to_datetime
from pathlib import Path
from typing import Any
from urllib.parse import urljoin, urlsplit

import requests
from protego import Protego
from requests.adapters import HTTPAdapter
from urllib3.connection import HTTPConnection, HTTPSConnection
from urllib3.connectionpool import HTTPConnectionPool, HTTPSConnectionPool
from urllib3.exceptions import HTTPError

from generator.errors import Problem, SourceError
from generator.machine import user_cache
from generator.sources.reader import RawDocument

AGENT = "diplomatic-chronicle"
LARGEST = 32 * 1024 * 1024
"""Bytes of one answer."""
_TIMEOUT = (10.0, 30.0)
_TOTAL_SECONDS = 120.0
_FRESH_SECONDS = 24 * 3600.0
_TRIES = 3
_REDIRECTS = 5
_LONGEST_WAIT = 30.0
_AGAIN = (429, 500, 502, 503, 504)


class _PrivateAddressError(OSError):
    """The host's name leads into the own network."""


class _CheckedHTTP(HTTPConnection):
    def _new_conn(self) -> Any:
        return _checked(super()._new_conn())


class _CheckedHTTPS(HTTPSConnection):
    def _new_conn(self) -> Any:
        return _checked(super()._new_conn())


def _checked(connection: Any) -> Any:
    """Refuse the peer that was really reached, so that no change of a name's address helps."""
    address = ipaddress.ip_address(connection.getpeername()[0].split("%")[0])
    if not address.is_global or address.is_multicast:
        connection.close()
        raise _PrivateAddressError(f"{address} is an address of the own network")
    return connection


class _HTTPPool(HTTPConnectionPool):
    ConnectionCls = _CheckedHTTP


class _HTTPSPool(HTTPSConnectionPool):
    ConnectionCls = _CheckedHTTPS


class _PublicOnly(HTTPAdapter):
    def init_poolmanager(self, *args: Any, **kwargs: Any) -> None:
        super().init_poolmanager(*args, **kwargs)
        self.poolmanager.pool_classes_by_scheme = {"http": _HTTPPool, "https": _HTTPSPool}


@dataclass
class Fetcher:
    """Fetches documents; one serves a whole run, for it remembers robots rules and times.

    ``private`` allows addresses of the own network; ``delay`` is in seconds between two
    requests to a host; ``cache`` is a folder.
    """

    private: bool = False
    delay: float = 1.0
    cache: Path = field(default_factory=lambda: _cache_folder())
    _robots: dict[str, Protego | None] = field(default_factory=dict)
    _last: dict[str, float] = field(default_factory=dict)

    def get(self, address: str) -> RawDocument:
        """The document at ``address``.

        Raises:
            SourceError: it is forbidden, private, too large, too slow, or not there.
        """
        with self._session() as session, _as_source_error(address):
            kept = _Kept(self.cache, address)
            if kept.fresh():
                url = kept.meta.get("url", address)
                return RawDocument(name=address, data=kept.body(), url=url)
            current = address
            for _ in range(_REDIRECTS + 1):
                self._allow(session, current, address)
                answer = self._request(session, current, kept.conditions(), address)
                if answer.is_redirect:
                    current = urljoin(current, answer.headers["location"])
                    continue
                if answer.status_code == 304 and kept.meta:
                    kept.touch()
                    body = kept.body()
                else:
                    self._succeeded(answer, address)
                    body = _limited(answer, address)
                    kept.write(body, answer, current)
                return RawDocument(name=address, data=body, url=current)
        raise _error(address, "it redirects in a circle", "check the address")

    def _session(self) -> requests.Session:
        session = requests.Session()
        # A proxy of the environment would hide where a name leads.
        session.trust_env = False
        session.headers["User-Agent"] = AGENT
        if not self.private:
            session.mount("http://", _PublicOnly())
            session.mount("https://", _PublicOnly())
        return session

    def _allow(self, session: requests.Session, current: str, address: str) -> None:
        parts = urlsplit(current)
        if parts.scheme not in ("http", "https") or not parts.hostname:
            raise _error(address, "it leads to no web address", "give http:// or https://")
        host = f"{parts.scheme}://{parts.netloc}"
        if host not in self._robots:
            self._robots[host] = self._rules(session, host, address)
        rules = self._robots[host]
        if rules is None:
            raise _error(address, "the site's robots rules cannot be read now", "try later")
        if not rules.can_fetch(current, AGENT):
            raise _error(
                address, "the site's robots rules forbid it", "save the page with a browser"
            )

    def _rules(self, session: requests.Session, host: str, address: str) -> Protego | None:
        """The site's rules; None while it cannot tell them, which forbids everything."""
        answer = self._request(session, f"{host}/robots.txt", {}, address)
        if answer.status_code >= 500:
            return None
        text = _limited(answer, address).decode("utf-8", "replace") if answer.ok else ""
        rules = Protego.parse("" if answer.is_redirect else text)
        asked = rules.crawl_delay(AGENT)
        if asked:
            self.delay = max(self.delay, min(float(asked), _LONGEST_WAIT))
        return rules

    def _request(
        self, session: requests.Session, url: str, headers: Mapping[str, str], address: str
    ) -> requests.Response:
        for tried in range(1, _TRIES + 1):
            self._wait(url)
            try:
                answer = session.get(
                    url, headers=dict(headers), timeout=_TIMEOUT, stream=True, allow_redirects=False
                )
            except (requests.ConnectionError, requests.Timeout) as error:
                if tried == _TRIES or _is_private(error):
                    raise
                time.sleep(self.delay * 2**tried)
                continue
            if answer.status_code not in _AGAIN or tried == _TRIES:
                return answer
            time.sleep(_asked_wait(answer, self.delay * 2**tried))
        raise _error(address, "it does not answer", "try later")

    def _wait(self, url: str) -> None:
        host = urlsplit(url).netloc
        wait = self._last.get(host, -self.delay) + self.delay - time.monotonic()
        if wait > 0:
            time.sleep(wait)
        self._last[host] = time.monotonic()

    def _succeeded(self, answer: requests.Response, address: str) -> None:
        if answer.status_code != 200:
            raise _error(address, f"it answers {answer.status_code}", "check the address")


class _Kept:
    """An answer on disk: its bytes, and what is needed to ask whether it changed."""

    def __init__(self, cache: Path, address: str) -> None:
        stem = cache / hashlib.sha256(address.encode()).hexdigest()
        self._body = stem.with_suffix(".body")
        self._meta = stem.with_suffix(".json")
        self.meta: dict[str, str] = {}
        try:
            meta = json.loads(self._meta.read_text(encoding="utf-8"))
            self.meta = {"at": str(float(meta["at"])), **{k: str(v) for k, v in meta.items()}}
            if not self._body.exists():
                self.meta = {}
        except (OSError, ValueError, KeyError, AttributeError, TypeError):
            # Nothing kept, or what was kept is damaged: fetch it again.
            self.meta = {}

    def fresh(self) -> bool:
        return bool(self.meta) and time.time() - float(self.meta["at"]) < _FRESH_SECONDS

    def body(self) -> bytes:
        return self._body.read_bytes()

    def conditions(self) -> dict[str, str]:
        pairs = (("If-None-Match", "etag"), ("If-Modified-Since", "modified"))
        return {header: self.meta[name] for header, name in pairs if self.meta.get(name)}

    def touch(self) -> None:
        self._write_meta({**self.meta, "at": str(time.time())})

    def write(self, body: bytes, answer: requests.Response, url: str) -> None:
        self._body.parent.mkdir(parents=True, exist_ok=True)
        _replace(self._body, body)
        self._write_meta(
            {
                "at": str(time.time()),
                "etag": answer.headers.get("etag", ""),
                "modified": answer.headers.get("last-modified", ""),
                "url": url,
            }
        )

    def _write_meta(self, meta: dict[str, str]) -> None:
        _replace(self._meta, json.dumps(meta).encode())


def _replace(path: Path, data: bytes) -> None:
    beside = path.with_name(f"{path.name}.{os.getpid()}")
    beside.write_bytes(data)
    beside.replace(path)


def _cache_folder() -> Path:
    return user_cache() or Path(".cache") / AGENT


def _limited(answer: requests.Response, address: str) -> bytes:
    end = time.monotonic() + _TOTAL_SECONDS
    parts: list[bytes] = []
    size = 0
    for part in answer.iter_content(65536):
        parts.append(part)
        size += len(part)
        if size > LARGEST:
            raise _error(address, f"it is larger than {LARGEST // 1048576} MB", "save it to a file")
        if time.monotonic() > end:
            raise _error(address, "it takes too long", "try later, or save it to a file")
    return b"".join(parts)


def _asked_wait(answer: requests.Response, otherwise: float) -> float:
    """Seconds that the host asks to wait, as a number or as a date."""
    asked = answer.headers.get("retry-after", "")
    if asked.isdigit():
        return min(float(asked), _LONGEST_WAIT)
    try:
        wait = parsedate_to_datetime(asked).timestamp() - time.time()
    except (TypeError, ValueError):
        wait = otherwise
    return min(max(wait, 0.0), _LONGEST_WAIT)


def _is_private(error: BaseException) -> bool:
    """Whether a refused address is the reason, however the libraries wrapped it."""
    waiting: list[object] = [error]
    seen: set[int] = set()
    while waiting:
        one = waiting.pop()
        if isinstance(one, _PrivateAddressError):
            return True
        if isinstance(one, BaseException) and id(one) not in seen:
            seen.add(id(one))
            waiting += [*one.args, getattr(one, "reason", None), one.__cause__, one.__context__]
    return False


@contextmanager
def _as_source_error(address: str) -> Iterator[None]:
    try:
        yield
    except (requests.RequestException, HTTPError, OSError) as error:
        if _is_private(error):
            raise _error(
                address, "it leads into the own network", "allow private addresses if you mean it"
            ) from None
        name = type(error).__name__
        raise _error(address, f"it cannot be fetched ({name})", "check it, or try later") from None
    except ValueError as error:  # urlsplit's and urljoin's, of redirects too
        raise _error(address, f"it is no address ({error})", "check its spelling") from None


def _error(address: str, what: str, mend: str) -> SourceError:
    return SourceError(Problem(address, what, mend))
