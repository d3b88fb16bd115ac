"""Which readers there are, and which of them reads a document.

A reader is a module in :mod:`generator.sources` that defines what
:class:`generator.sources.reader.Reader` asks for, or an entry point in the group
``chronicle.sources`` that names such a module.
"""

from __future__ import annotations

import importlib
import pkgutil
from collections.abc import Iterable, Mapping
from functools import cache
from importlib.metadata import entry_points
from types import ModuleType
from typing import cast

import generator.sources
from generator.errors import Problem, SourceError
from generator.model import Milestone, Transcript
from generator.sources.parts.decode import check_readable
from generator.sources.parts.problems import source_error
from generator.sources.reader import RawDocument, Reader

GROUP = "chronicle.sources"
# Modules beside the readers; importing them would cost a tenth of a second for nothing.
_OTHERS = frozenset(("discovery", "fetch", "reader", "walk"))
_NEEDED = ("NAME", "RECOGNISES", "sniff", "parse")


@cache
def readers() -> Mapping[str, Reader]:
    """Every reader by its name, alphabetically.

    Raises:
        SourceError: an entry point names something that is no reader, or a taken name.
    """
    found: dict[str, Reader] = {}
    for info in pkgutil.iter_modules(generator.sources.__path__):
        if not info.ispkg and info.name not in _OTHERS:
            module = importlib.import_module(f"{generator.sources.__name__}.{info.name}")
            if _is_reader(module):
                reader = cast(Reader, module)
                found[reader.NAME] = reader
    for point in entry_points(group=GROUP):
        module = point.load()
        if not _is_reader(module) or module.NAME in found:
            what = "is no reader" if not _is_reader(module) else "takes the name of another reader"
            raise SourceError(
                Problem(
                    path=f"entry point {point.name} = {point.value}",
                    what=what,
                    mend=f"name a module with its own {', '.join(_NEEDED)}",
                )
            )
        found[module.NAME] = cast(Reader, module)
    return dict(sorted(found.items()))


def _is_reader(module: ModuleType) -> bool:
    return all(hasattr(module, name) for name in _NEEDED)


def _score(raw: RawDocument) -> tuple[int, str]:
    scored = ((reader.sniff(raw), name) for name, reader in readers().items())
    # Of two that are equally sure the alphabetically first reads, so that runs agree.
    return min(scored, key=lambda pair: (-pair[0], pair[1]), default=(0, ""))


def confidence(raw: RawDocument) -> int:
    """How sure the surest reader is of ``raw``: 0 (nobody knows it) to 100."""
    return _score(raw)[0]


def surest(raw: RawDocument) -> Reader:
    """The reader that is surest of ``raw``.

    Raises:
        SourceError: the data is empty or binary, or no reader knows it.
    """
    score, name = _score(raw)
    if score > 0:
        return readers()[name]
    check_readable(raw)
    raise source_error(
        raw,
        "the file is in no known format",
        "`chronicle sources` lists what can be read",
    )


def read(raw: RawDocument) -> Iterable[Transcript | Milestone]:
    """Read ``raw`` with the surest reader.

    Raises:
        SourceError: it cannot be read; the problem says where, why and what to do.
    """
    return surest(raw).parse(raw)
