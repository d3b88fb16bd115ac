"""What becomes of a page when its document is met again, in another copy or changed."""

from __future__ import annotations

from datetime import date
from itertools import permutations
from typing import Any

from generator.ingest.settle import Decision, settle, word_diff
from generator.store import front_matter
from generator.store.page import StoredPage
from generator.text import yaml_text

TODAY = date(2031, 6, 1)
BODY = '<a id="t1"></a>**Э.Варк:** Раз два три.\n'


def _data(form: str = "kremlin_html", sha: str = "a", **more: Any) -> dict[str, Any]:
    source = {"publisher": "oruna", "sha256": sha, "format": form, "file": f"sources/{sha}"}
    return {"id": "oruna-1", "title": "Talks", "language": "ru", **more, "source": source}


def _stored(decision: Decision) -> StoredPage:
    assert decision.data is not None
    text, body = front_matter.split(front_matter.join(decision.data, decision.body), "p.md")
    return StoredPage(data=yaml_text.load(text, "p.md"), body=body)


def _again(first: dict[str, Any], second: dict[str, Any], body: str = BODY) -> Decision:
    stored = _stored(settle(first, BODY, None, today=TODAY))
    return settle(second, body, stored, today=TODAY)


def test_same_source_changes_nothing() -> None:
    """Reading the same bytes again is no news."""
    assert "unchanged" == _again(_data(), _data()).outcome


def test_richer_copy_wins() -> None:
    """A copy in another format that knows the time replaces one that does not."""
    assert "updated" == _again(_data("csv"), _data(sha="b", time="10:30")).outcome


def test_poorer_copy_is_named_and_left() -> None:
    """A copy that tells less does not replace the one that is there."""
    decision = _again(_data(time="10:30"), _data("csv", sha="b"))

    assert ("poorer", None) == (decision.outcome, decision.data)


def test_order_of_copies_does_not_matter() -> None:
    """Whatever copy comes first, the same one stands in the end."""
    copies = [
        _data("csv", "a"),
        _data("kremlin_html", "b", time="10:30", lead="Lead"),
        _data("plain_text", "c", time="10:30"),
    ]
    ends = set()
    for order in permutations(copies):
        stored: StoredPage | None = None
        for copy in order:
            decision = settle(copy, BODY, stored, today=TODAY)
            stored = _stored(decision) if decision.data is not None else stored
        assert stored is not None
        ends.add(stored.data["source"]["sha256"])

    assert {"b"} == ends


def test_changed_words_make_a_snapshot() -> None:
    """The earlier original stays named, with the day and the change in words."""
    decision = _again(_data(), _data(sha="b"), BODY.replace("два", "четыре"))
    assert decision.data is not None
    (snapshot,) = decision.data["snapshots"]

    assert ("changed", "a", "2031-06-01", True) == (
        decision.outcome,
        snapshot["sha256"],
        snapshot["last_checked"],
        "[-два-] {+четыре+}" in snapshot["change"],
    )


def test_other_bytes_with_the_same_words_are_no_change() -> None:
    """A page whose chrome alone changed is left as it is."""
    assert "unchanged" == _again(_data(), _data(sha="b")).outcome


def test_earlier_snapshot_met_again_is_no_change() -> None:
    """A copy of the old version does not bring the old words back."""
    first = _stored(settle(_data(), BODY, None, today=TODAY))
    changed = BODY.replace("два", "четыре")
    second = _stored(settle(_data(sha="b"), changed, first, today=TODAY))

    assert "unchanged" == settle(_data(), BODY, second, today=TODAY).outcome


def _corrected(stored: StoredPage, **values: Any) -> StoredPage:
    """The page after an editor's corrections of its front matter."""
    return StoredPage(data={**stored.data, **values}, body=stored.body)


def test_editors_value_outlives_every_reading() -> None:
    """A title corrected by hand stays through a changed source and the same one again."""
    stored = _corrected(_stored(settle(_data(), BODY, None, today=TODAY)), title="Mended")
    for sha, body in (("b", BODY.replace("два", "четыре")), ("c", BODY.replace("два", "пять"))):
        stored = _stored(settle(_data(sha=sha), body, stored, today=TODAY))
    last = settle(_data(sha="c"), body, stored, today=TODAY)

    assert ("unchanged", "Mended") == (last.outcome, stored.data["title"])


def test_address_that_an_editor_added_stays() -> None:
    """A paste without an address keeps the one that a person found for it."""
    stored = _stored(settle(_data(), BODY, None, today=TODAY))
    mended = {**stored.data["source"], "url": "https://example.org/1"}
    stored = _corrected(stored, source=mended)
    for time in ("10:30", "10:45"):
        stored = _stored(settle(_data(time=time), BODY, stored, today=TODAY))

    assert mended == stored.data["source"]


def test_caption_that_an_editor_corrected_stays() -> None:
    """What is no link either is a person's once a person has changed it."""
    stored = _stored(settle(_data(captions=["One."]), BODY, None, today=TODAY))
    stored = _corrected(stored, captions=["Mended."])
    again = settle(_data(captions=["One."]), BODY, stored, today=TODAY)

    assert "unchanged" == again.outcome


def test_page_from_before_its_captions_were_guarded_is_renewed() -> None:
    """Without a digest nothing says that a person wrote them: the source does."""
    stored = _stored(settle(_data(captions=["Old."]), BODY, None, today=TODAY))
    del stored.data["guard"]["values"]["captions"]
    again = settle(_data(captions=["New."]), BODY, stored, today=TODAY)

    assert again.data is not None
    assert ["New."] == again.data["captions"]


def test_editors_value_stays_though_the_machine_came_to_agree() -> None:
    """A kind that the linker gave for a while too is still the editor's afterwards."""
    stored = _stored(settle(_data(kind="meeting"), BODY, None, today=TODAY))
    stored = _corrected(stored, kind="talks")
    stored = _stored(settle(_data(kind="talks", time="10:30"), BODY, stored, today=TODAY))

    last = settle(_data(kind="visit", time="10:30"), BODY, stored, today=TODAY)

    assert "unchanged" == last.outcome


def test_value_that_an_editor_took_out_does_not_come_back() -> None:
    """A lead removed by hand stays away when another key is renewed, twice."""
    stored = _stored(settle(_data(lead="Wrong."), BODY, None, today=TODAY))
    stored = _corrected(stored, lead=None)
    for time in ("10:30", "10:45"):
        stored = _stored(settle(_data(lead="Wrong.", time=time), BODY, stored, today=TODAY))

    assert ("10:45", None) == (stored.data["time"], stored.data.get("lead"))


def test_forced_page_names_the_original_that_it_came_from() -> None:
    """Overwriting an edited page with a changed source leaves no original unnamed."""
    stored = _stored(settle(_data(), BODY, None, today=TODAY))
    edited = StoredPage(data=stored.data, body=BODY.replace("Раз", "Ноль"))
    changed = BODY.replace("два", "четыре")
    forced = _stored(settle(_data(sha="b"), changed, edited, today=TODAY, force=True))
    older = settle(_data(), BODY, forced, today=TODAY)

    assert (["a"], "unchanged") == (
        [snapshot["sha256"] for snapshot in forced.data["snapshots"]],
        older.outcome,
    )


def test_older_original_that_is_forced_back_is_no_snapshot_of_itself() -> None:
    """The two originals change places; neither is named twice."""
    first = _stored(settle(_data(), BODY, None, today=TODAY))
    changed = BODY.replace("два", "четыре")
    second = _stored(settle(_data(sha="b"), changed, first, today=TODAY))
    again = _stored(settle(_data(), BODY, second, today=TODAY, force=True))

    assert ("a", ["b"]) == (
        again.data["source"]["sha256"],
        [snapshot["sha256"] for snapshot in again.data["snapshots"]],
    )


def test_word_diff_counts_and_shows() -> None:
    """Words added, words removed, and the change in its context."""
    assert (1, 2, "a [-b c-] {+x+} d") == word_diff(["a", "b", "c", "d"], ["a", "x", "d"])
