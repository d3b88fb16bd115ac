"""The address of a document's language versions."""

from __future__ import annotations

import pytest

from generator.model.publishers import document_key


@pytest.mark.parametrize(
    ("language", "publisher", "key"),
    [
        ("ru", "kremlin", "a-1"),
        ("en", "kremlin", "a-1.en"),
        ("en", "frus", "a-1"),
        ("ru", "frus", "a-1.ru"),
        ("ru", "nobody", "a-1"),
        ("en", "nobody", "a-1.en"),
    ],
)
def test_versions_do_not_share_an_address(language: str, publisher: str, key: str) -> None:
    """Each language has an address of its own, whoever published it."""
    assert key == document_key("a-1", language, publisher)
