"""What the machine gives."""

from __future__ import annotations

from pathlib import Path

import pytest

from generator import machine


def test_account_without_a_home_keeps_nothing(monkeypatch: pytest.MonkeyPatch) -> None:
    """Nothing is written below a folder that would be called "~"."""
    monkeypatch.setattr(machine, "user_cache_path", lambda *_, **__: Path("~/.cache/chronicle"))

    assert machine.user_cache() is None
