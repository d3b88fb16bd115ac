"""What a receipt counts and proves."""

from __future__ import annotations

import hashlib
from dataclasses import replace

from hypothesis import given
from hypothesis import strategies as st

from generator.model import Mark, Narration, Turn
from generator.store import receipt
from tests.pages.hub_site import make_event

WORDS = st.text(
    st.sampled_from("аб \t\n\xa0\u2009\u202f\u3000\u2028\xad\x1c«—\ud800b<"), max_size=12
)


@given(title=WORDS, lead=WORDS, said=st.lists(WORDS, max_size=4), caption=WORDS)
def test_words_stand_by_single_spaces(title: str, lead: str, said: list[str], caption: str) -> None:
    """Whatever white space parts them, words are parted by one space, in the page's order."""
    event = replace(make_event(title=title), lead=lead, captions=(caption,), participants=())
    blocks = (Turn(label="Варк", paragraphs=tuple(said)), Narration(text=lead), Mark(text=title))
    shown = "\n".join((title, lead, "Варк:", *said, lead, title, caption))

    assert " ".join(shown.split()) == receipt.line_of(event, blocks)


@given(WORDS)
def test_receipt_counts_words(text: str) -> None:
    """A receipt has the number of words and the digest of their line."""
    line = " ".join(text.split())
    found = receipt.receipt(make_event(), line)

    digest = hashlib.sha256(line.encode("utf-8", "surrogatepass")).hexdigest()
    assert (len(text.split()), f"sha256:{digest}") == (found["words"], found["digest"])
