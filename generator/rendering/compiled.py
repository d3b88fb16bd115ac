"""Compiled templates, kept for the user's account, as Python keeps its compiled modules.

Compiling the templates takes as long as making some 500 pages.  What is kept depends on
nothing but a template's text and the settings that it is compiled with, so that all sites,
and all builds of a site, share it.
"""

from __future__ import annotations

import hashlib
import pickle
import sys
from functools import cache

import jinja2
from jinja2 import BytecodeCache, Environment, FileSystemBytecodeCache
from jinja2.bccache import Bucket

from generator.machine import user_cache

_MOST = 1000
"""Files kept: texts that are no longer anybody's template are not known as such."""


@cache
def templates() -> BytecodeCache | None:
    """Where compiled templates are kept; None where nothing can be written."""
    account = user_cache()
    if account is None:
        return None
    folder = account / f"templates-{sys.implementation.cache_tag}-{jinja2.__version__}"
    try:
        folder.mkdir(parents=True, exist_ok=True)
        kept = _ByText(str(folder), "%s.cache")
        if sum(1 for _ in folder.iterdir()) > _MOST:
            kept.clear()
    except OSError:
        return None
    return kept


class _ByText(FileSystemBytecodeCache):
    """Knows a template by what it says, wherever it stands."""

    def get_bucket(
        self, environment: Environment, name: str, filename: str | None, source: str
    ) -> Bucket:
        settings = (
            environment.autoescape,
            environment.trim_blocks,
            environment.lstrip_blocks,
            environment.keep_trailing_newline,
            environment.undefined.__name__,
            *(sorted(names) for names in (environment.filters, environment.tests)),
            sorted(environment.extensions),
        )
        text = f"{name}\0{settings}\0{source}".encode("utf-8", "surrogatepass")
        key = hashlib.sha256(text).hexdigest()
        bucket = Bucket(environment, key, key)
        self.load_bytecode(bucket)
        return bucket

    def load_bytecode(self, bucket: Bucket) -> None:
        try:
            super().load_bytecode(bucket)
        except (EOFError, ValueError, TypeError, pickle.UnpicklingError):
            bucket.reset()  # cut short when the machine went down

    def dump_bytecode(self, bucket: Bucket) -> None:
        try:
            super().dump_bytecode(bucket)
        except OSError:
            return  # a full disk: it is compiled again the next time
