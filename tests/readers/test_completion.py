"""The day an action was completed: beside its status, and beside the start of the incident."""

from __future__ import annotations

from datetime import date

import pytest

from deckgen.postmortem.vocabulary import ActionStatus
from tests.readers.files import HEAD, faults_in, hints, postmortem


def action(rest: str) -> str:
    return f"actions: [{{action: Add a canary stage, {rest}}}]\n"


def test_a_completed_action_has_its_day() -> None:
    [found] = postmortem(action("status: done, completed: 2025-01-20")).actions
    assert (found.status, found.completed) == (ActionStatus.DONE, date(2025, 1, 20))


def test_a_completed_action_is_done_without_saying_so() -> None:
    assert postmortem(action("completed: 2025-01-20")).actions[0].status is ActionStatus.DONE


def test_a_done_action_needs_no_day() -> None:
    assert postmortem(action("status: done")).actions[0].completed is None


@pytest.mark.parametrize("status", ["open", "in_progress", "dropped"])
def test_what_is_not_done_was_not_completed(status: str) -> None:
    text = action(f"status: {status}, completed: 2025-01-20")
    [fault] = faults_in(text)
    assert fault.endswith(f"'completed' is given, and the status is '{status}'")
    assert hints(HEAD + text) == ["write 'status: done', or leave 'completed' out"]


def test_an_action_is_not_completed_before_the_incident() -> None:
    text = action("status: done, completed: 2024-12-30")
    [fault] = faults_in(text)
    assert fault.endswith("'completed' lies 9 days before 'started_at'")


def test_a_day_apart_may_be_the_same_day_elsewhere() -> None:
    assert faults_free(action("status: done, completed: 2025-01-07"))


@pytest.mark.parametrize(
    ("written", "message"),
    [
        ("'12:00'", "a date is missing"),
        ("2025-01-20 12:00", "an action is completed on a day, not at a time"),
        ("2025-02-30", "2025-02-30 is no date: that month has 28 days"),
    ],
)
def test_what_is_no_day_is_a_fault(written: str, message: str) -> None:
    [fault] = faults_in(action(f"status: done, completed: {written}"))
    assert message in fault


def faults_free(text: str) -> bool:
    """Whether the two lines that all have and `text` are read."""
    return bool(postmortem(text).actions)
