"""What the machine gives: processors to work on, a folder to keep things in."""

from __future__ import annotations

import os
from pathlib import Path

from platformdirs import user_cache_path


def default_jobs() -> int:
    """Processors that this process may use."""
    return len(os.sched_getaffinity(0)) if hasattr(os, "sched_getaffinity") else os.cpu_count() or 1


def user_cache() -> Path | None:
    """The chronicle's folder among the user's caches; None for an account without a home.

    It need not exist, and what it holds may be deleted at any time.
    """
    folder = user_cache_path("diplomatic-chronicle", appauthor=False)
    return folder if folder.is_absolute() else None
