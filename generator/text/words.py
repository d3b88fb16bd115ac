"""Words as they are counted and compared."""

from __future__ import annotations

import re

_WORD = re.compile(r"\w+(?:[-’'‑.,]\w+)*")


def count(text: str) -> int:
    """How many words ``text`` has; "24,5", "по-моему" and "Nur-Sultan" are one each."""
    return len(_WORD.findall(text))


def tokens(text: str) -> list[str]:
    """Everything between white space, no-break spaces included: what must never be lost."""
    return text.split()
