"""What ``chronicle parse`` prints of a document."""

from __future__ import annotations

from dataclasses import replace

from generator.ingest.assemble import draft, glance
from generator.ingest.contract import as_json
from generator.linking.linker import Linker
from generator.model import SourceRef, Transcript, Turn
from generator.registry import Registry

TALK = Transcript(
    id="talk",
    language="en",
    title="Talks of Oruna and Tarsk",
    date="2031-04-05",
    blocks=(
        Turn(label="Elena Vark", paragraphs=("(Sighs.) Trade rose by 12 percent.", "<…>", "Yes.")),
        Turn(label="Bor Lind", note="(retranslated)", paragraphs=("(Applause.) Thank you.",)),
        Turn(label="All", paragraphs=("(Applause.)",)),
    ),
    source=SourceRef(publisher="text", sha256="0" * 64, format="plain_text"),
)


def turns(transcript: Transcript) -> list[tuple[str, str | None, list[str]]]:
    """Label, note and paragraphs of each turn as they are printed."""
    seen = glance(transcript, Linker(Registry(), cache_dir=None))
    printed = as_json("talk.txt", seen.transcript, seen.linked)
    return [(turn["label"], turn["note"], turn["paragraphs"]) for turn in printed["turns"]]


def test_remark_before_the_first_word_is_a_note() -> None:
    """What the editor says of a speaker who opens his mouth is no word of the speaker's."""
    assert ("Elena Vark", "(Sighs.)", ["Trade rose by 12 percent.", "Yes."]) == turns(TALK)[0]


def test_note_of_the_label_stays() -> None:
    """A turn with a note keeps it; a remark that is all there is stays a paragraph."""
    assert [
        ("Bor Lind", "(retranslated)", ["(Applause.) Thank you."]),
        ("All", None, ["(Applause.)"]),
    ] == turns(TALK)[1:]


def test_glance_tells_what_a_page_would() -> None:
    """A glance spares work and changes nothing in what parse prints."""
    linker = Linker(Registry(), cache_dir=None)
    transcript = replace(TALK, lead="The talks took place on 4 April 2031.")
    page, seen = draft(transcript, linker), glance(transcript, linker)

    assert as_json("t", page.transcript, page.linked) == as_json("t", seen.transcript, seen.linked)
