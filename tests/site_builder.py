"""Real builds for tests: an archive of its own under the project's configuration and dress."""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path

ROOT = Path(__file__).parent.parent
CONFIG = """\
INHERIT: {root}/mkdocs.yml
docs_dir: content
site_dir: site
theme: {{custom_dir: {root}/overrides}}
plugins: [{plugin}]
"""


def configure(folder: Path, *, search: bool = True) -> Path:
    """Write ``mkdocs.yml`` for the archive in ``folder/content``; the file's path."""
    config = folder / "mkdocs.yml"
    plugin = "chronicle" if search else "chronicle: {search: false}"
    config.write_text(CONFIG.format(root=ROOT.as_posix(), plugin=plugin), encoding="utf-8")
    return config


def run_module(module: str, *arguments: str, folder: Path) -> subprocess.CompletedProcess[str]:
    """``python -m module`` in ``folder``, as a user's shell would."""
    return subprocess.run(
        [sys.executable, "-m", module, *arguments],
        cwd=folder,
        capture_output=True,
        text=True,
        check=False,
        env={**os.environ, "NO_MKDOCS_2_WARNING": "1", "PYTHONPATH": str(ROOT)},
    )


def build(folder: Path) -> subprocess.CompletedProcess[str]:
    """``mkdocs build --strict`` of the archive in ``folder``."""
    config = configure(folder)
    return run_module("mkdocs", "build", "--strict", "-f", config.name, folder=folder)
