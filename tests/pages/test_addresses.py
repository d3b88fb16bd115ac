"""Links from page to page are relative, and as short as they can be."""

from __future__ import annotations

from posixpath import join, normpath

import pytest
from hypothesis import given
from hypothesis import strategies as st

from generator.pages.addresses import address, url

PATHS = st.lists(st.sampled_from(["en", "people", "a", "b", "events"]), max_size=3).map(
    lambda names: "/".join([*names, "index.md"])
)


@pytest.mark.parametrize(
    ("start", "target", "link"),
    [
        ("en/topics/trade.md", "en/places/koro.md", "../../places/koro/"),
        ("en/topics/trade.md", "topics/trade.md", "../../../topics/trade/"),
        ("events/2031/oruna-1.md", "events/2031/oruna-2.md", "../oruna-2/"),
        ("timeline/2031.md", "timeline/index.md", "../"),
        ("places/koro.md", "places/koro.md", "./"),
        ("en/index.md", "assets/x.js", "../assets/x.js"),
    ],
)
def test_link_is_short(start: str, target: str, link: str) -> None:
    """A link climbs no higher than the folder that both pages share."""
    assert link == url(start, target)


def test_link_within_a_page() -> None:
    """A place on the same page is its anchor."""
    assert "#m-1" == url("places/koro.md", "places/koro.md", "m-1")


@given(PATHS, PATHS)
def test_link_leads_to_its_target(start: str, target: str) -> None:
    """Whatever the two pages, the link resolved against the first gives the second."""
    resolved = normpath(join("/", address(start), url(start, target)))

    assert normpath(f"/{address(target)}") == resolved
