"""One definition of a meeting: who was there in person, on which day, whose guest."""

from __future__ import annotations

from datetime import date

import pytest

from generator.model import Event, Milestone, Place, Speaker
from generator.pages.facts import meetings
from generator.pages.facts.meetings import Meeting, by_day, meetings_of
from generator.pages.facts.presence import in_person, present, tells_of_meeting
from tests.pages.hub_site import TODAY, make_chronicle, make_event, make_milestone, make_sites

TALV = Place(id="talv", kind="city", names={}, country="XB", sources=("https://example.org/t",))


def met(*events: Event, milestones: tuple[Milestone, ...] = ()) -> tuple[Meeting, ...]:
    """The meetings of Oruna and Talvia."""
    archive = make_chronicle(events, milestones, places=[TALV])
    return meetings_of(make_sites(archive)[0]).get("XA-XB", ())


def spoke(*people: str) -> tuple[Speaker, ...]:
    """Speakers, each with a turn."""
    return tuple(Speaker(label=person, person=person, turns=1) for person in people)


def test_format_wins_over_kind() -> None:
    """A meeting by video is not in person."""
    assert not in_person(make_event(format="video"))


def test_who_is_named_in_a_speech_is_not_there() -> None:
    """A speech about somebody brings only its speaker into the room."""
    speech = make_event(kind="speech", format="in-person", speakers=spoke("orest-damm"))

    assert ("orest-damm",) == present(speech)


def test_joint_statement_is_a_meeting() -> None:
    """Two who speak to the press in one place were there together."""
    statement = make_event(
        kind="statement", format="in-person", speakers=spoke("elena-vark", "orest-damm")
    )

    assert 1 == len(met(statement))


def test_documents_of_one_day_are_one_meeting() -> None:
    """Talks and the press conference behind them are one meeting, named by the talks."""
    press = make_event(
        "a", kind="press-conference", speakers=spoke("elena-vark", "orest-damm"), host="XB"
    )
    (meeting,) = met(press, make_event("b", kind="talks"))

    assert ("b", "XB", 2) == (
        meeting.document and meeting.document.id,
        meeting.host,
        len(meeting.entries),
    )


def test_two_hosts_of_one_day_are_two_meetings() -> None:
    """On one day ministers may meet in one country and presidents in another."""
    assert 2 == len(met(make_event("a", host="XA"), make_event("b", host="XB")))


def test_visit_and_its_document_are_one_meeting() -> None:
    """A milestone of the same day adds no meeting, but tells the host."""
    visit = make_milestone("v", "2031-08-19", "visit", place="talv")
    (meeting,) = met(make_event("a"), milestones=(visit,))

    assert ("a", "XB") == (meeting.document and meeting.document.id, meeting.host)


def test_visit_names_the_day_better_than_a_statement() -> None:
    """Where the only document is a statement to the press, the meeting is the visit."""
    statement = make_event(
        kind="statement", format="in-person", speakers=spoke("elena-vark", "orest-damm")
    )
    (meeting,) = met(statement, milestones=(make_milestone("v", "2031-08-19", "visit"),))

    assert (None, "v") == (meeting.document, meeting.milestone and meeting.milestone.id)


@pytest.mark.parametrize(
    ("kind", "day", "parties", "organisation"),
    [
        pytest.param("treaty", "2031-08-19", ("XA", "XB"), None, id="a treaty"),
        pytest.param("visit", "2031-08", ("XA", "XB"), None, id="no known day"),
        pytest.param("visit", "2031-08-19~", ("XA", "XB"), None, id="an uncertain day"),
        pytest.param("visit", "2032-11-25", ("XA", "XB"), None, id="a planned visit"),
        pytest.param("summit", "2031-08-19", ("XA", "XB", "XC"), None, id="many parties"),
        pytest.param("summit", "2031-08-19", ("XA", "XB"), "union", id="an organisation's"),
    ],
)
def test_milestone_that_may_be_no_meeting(
    kind: str, day: str, parties: tuple[str, ...], organisation: str | None
) -> None:
    """What may not have brought the two together on that day is not counted."""
    milestone = make_milestone("m", day, kind, parties=parties, organisation=organisation)

    assert not tells_of_meeting(milestone, TODAY)


def test_document_without_a_date_is_no_day() -> None:
    """Talks of which no source gives the date cannot be put among the days of meetings."""
    assert () == met(make_event(day=None))


def test_first_and_last_meeting_of_two_people() -> None:
    """Their first and last meeting are found, a phone call between is not one."""
    events = [
        make_event("a", "2030-01-01"),
        make_event("b", "2030-02-01", kind="phone-call"),
        make_event("c", "2030-03-01"),
    ]
    (two,) = meetings.acquaintances(met(*events), ["elena-vark"], ["orest-damm"])

    assert ("a", "c", 2) == (two.first.id, two.last.id, len(two.meetings))


def test_people_of_two_meetings_of_a_day_did_not_all_meet() -> None:
    """Who came in the morning need not have met who came in the evening."""
    day = by_day(
        [make_event("a", people=("ida", "uno")), make_event("b", people=("eda", "una"))], {}
    )
    found = meetings.acquaintances(day, ["ida", "eda"], ["uno", "una"])

    assert [("eda", "una"), ("ida", "uno")] == [two.people for two in found]


def test_gap_counts_from_the_last_meeting() -> None:
    """The silence lasts from the last meeting in person until today."""
    found = met(make_event("a", "2032-11-14"), make_event("b", "2032-11-20", kind="message"))
    gap = meetings.last_meeting(found, date(2032, 11, 24))

    assert gap is not None
    assert 10 == gap.days


def test_no_meeting_no_gap() -> None:
    """Without a meeting there is no gap to count."""
    assert None is meetings.last_meeting([], date(2032, 11, 24))


def test_hosting_by_country() -> None:
    """Meetings are counted for their host; those without a place are told apart."""
    events = [
        make_event("a", "2030-01-01", host="XA"),
        make_event("b", "2030-01-02", host="XG"),
        make_event("c", "2030-01-03"),
    ]
    hosted = meetings.hosting(met(*events))

    assert (1, ["XG"], 1) == (
        len(hosted.of("XA")),
        [code for code, _ in hosted.elsewhere("XA", "XB")],
        len(hosted.unknown),
    )
