"""Work split among this process and its children."""

from __future__ import annotations

import os
from typing import Any

import pytest

from generator.errors import ContentError, Problem
from generator.rendering.forks import ChildError, Share, in_child, in_parallel

pytestmark = pytest.mark.skipif(not hasattr(os, "fork"), reason="there are no children here")


@pytest.mark.parametrize("jobs", [1, 2, 5])
def test_results_come_in_the_order_of_workers(jobs: int) -> None:
    """Whoever is done first, the results stand in their order."""
    found = in_parallel(jobs, lambda share: (share.number, share.of))

    assert [(number, jobs) for number in range(jobs)] == found


def test_every_worker_hears_what_all_met_with() -> None:
    """A meeting gives this process and every child the same answer, of all shares."""
    found = in_parallel(3, lambda share: share.meet(share.number * 10), meeting=sorted)

    assert [[0, 10, 20]] * 3 == found


def test_long_shares_meet() -> None:
    """Shares that no pipe holds at once are heard too."""
    long = "слово" * 100_000
    found = in_parallel(2, lambda share: share.meet(long), meeting=lambda shares: len(shares[1]))

    assert [len(long)] * 2 == found


@pytest.mark.parametrize("jobs", [1, 2, 3])
def test_each_parcel_is_taken_once(jobs: int) -> None:
    """No parcel of work is lost, none is done twice."""
    taken = in_parallel(jobs, lambda share: list(share.parcels), parcels=1000)

    assert list(range(1000)) == sorted(parcel for own in taken for parcel in own)


def test_every_step_is_told() -> None:
    """The progress of the children is told as well as this process's own."""
    steps: list[int] = []

    def work(share: Share) -> None:
        for _ in range(10):
            share.step(share.number + 1)

    in_parallel(3, work, step=steps.append)

    assert 10 * (1 + 2 + 3) == sum(steps)


@pytest.mark.parametrize("number", [0, 1])
def test_a_users_problem_in_a_worker_is_raised(number: int) -> None:
    """What a user can mend is told as such, whichever worker met it."""

    def work(share: Share) -> None:
        if share.number == number:
            raise ContentError(Problem("events/1.md", "no title", "add it"))

    with pytest.raises(ContentError, match="no title"):
        in_parallel(2, work)


def test_a_fault_in_a_child_has_its_traceback() -> None:
    """A fault of the program shows where in the child it was."""

    def faulty(share: Share) -> float:
        return 1 / (1 - share.number)

    with pytest.raises(ChildError, match="faulty"):
        in_parallel(2, faulty)


@pytest.mark.parametrize("meets", [False, True])
def test_a_killed_child_is_noticed(meets: bool) -> None:
    """A child that dies ends the work instead of being waited for."""

    def work(share: Share) -> Any:
        if share.number == 1:
            os.kill(os.getpid(), 9)
        return share.meet(1) if meets else 1

    with pytest.raises(ChildError, match="died"):
        in_parallel(2, work)


def test_a_fault_here_ends_the_children() -> None:
    """No child outlives the work: one that waits for the meeting is ended."""
    told, tell = os.pipe()

    def work(share: Share) -> None:
        if share.number == 0:
            assert os.read(told, 1)  # the child runs
            raise ValueError
        os.write(tell, f"{os.getpid()}\n".encode())
        share.meet(None)

    with pytest.raises(ValueError):
        in_parallel(2, work)
    os.close(tell)

    assert b"" == os.read(told, 100).partition(b"\n")[2]
    assert b"" == os.read(told, 1)  # nobody holds the other end any more
    os.close(told)


def test_work_in_a_child_leaves_this_process_as_it_is() -> None:
    """What a child changes is gone with it; its result is not."""
    here: list[int] = []

    def work() -> int:
        here.append(1)
        return len(here)

    assert 1 == in_child(work)
    assert [] == here
