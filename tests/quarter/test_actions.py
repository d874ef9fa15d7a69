"""The actions of a period, those carried over, their ages, owners and completion in time."""

from __future__ import annotations

from datetime import date, timedelta
from typing import Any

import pytest

from deckgen.postmortem.vocabulary import ActionStatus, Priority
from deckgen.quarter.actions import actions_review, completion
from deckgen.quarter.incident import Action, Incident
from deckgen.quarter.values import ActionsReview, AgeBand, Completion, OwnerCount
from tests.quarter.builders import AS_OF, action, incident

DONE, DROPPED = ActionStatus.DONE, ActionStatus.DROPPED
EARLY = date(2025, 5, 2)


def aged(days: int, id: str = "A1", **more: Any) -> Action:
    return action(id, opened=AS_OF - timedelta(days=days), **more)


def acting(*actions: Action, day: date = date(2025, 8, 4)) -> Incident:
    return incident("INC-1", day, actions=actions)


def test_own_actions_and_those_carried_over_are_counted_apart_and_shown_together() -> None:
    late = action("A1", priority=Priority.P0, opened=date(2025, 9, 20))
    now = acting(
        late,
        action("A2", status=DONE, completed=date(2025, 8, 20)),
        action("A3", status=DROPPED),
        action("A4", status=ActionStatus.IN_PROGRESS, owner=None, due=None, opened=AS_OF),
    )
    old = action("A5", opened=date(2025, 5, 10), priority=Priority.P2)
    before = acting(old, action("A6", status=DONE), day=EARLY)
    assert actions_review([now], [before], [before], AS_OF) == ActionsReview(
        total=4,
        done=1,
        open=2,
        overdue=1,
        dropped=1,
        unassigned=1,
        undated=1,
        carried_over=1,
        carried_overdue=1,
        urgent_overdue=1,
        owners=(OwnerCount("Platform", 2, 2), OwnerCount(None, 1, 0)),
        ages=(AgeBand(0, 30, 2, 1), AgeBand(30, 60, 0, 0), AgeBand(60, 90, 0, 0),
              AgeBand(90, None, 1, 1)),
        oldest=(old, late, now.actions[3]),
        completion=Completion(1, 1, 0),
        completion_before=Completion(0, 1, 1),
    )  # fmt: skip


@pytest.mark.parametrize(
    ("days", "band"), [(-3, 0), (0, 0), (29, 0), (30, 1), (59, 1), (60, 2), (89, 2), (90, 3)]
)
def test_an_age_lies_in_the_band_that_begins_with_it(days: int, band: int) -> None:
    ages = actions_review([acting(aged(days))], [], [], AS_OF).ages
    assert [one.open for one in ages] == [int(n == band) for n in range(4)]


def test_only_the_ten_oldest_open_actions_are_told() -> None:
    many = [aged(n, f"A{n}") for n in range(14)]
    oldest = actions_review([acting(*many)], [], [], AS_OF).oldest
    assert [one.id for one in oldest] == [f"A{n}" for n in range(13, 3, -1)]


@pytest.mark.parametrize(
    ("one", "counted"),
    [
        (aged(30), Completion(0, 1, 0)),
        (aged(29), Completion(0, 0, 0)),
        (aged(40, status=DROPPED), Completion(0, 0, 0)),
        (aged(40, status=DONE), Completion(0, 0, 1)),
        (aged(40, status=DONE, completed=AS_OF - timedelta(days=10)), Completion(1, 1, 0)),
        (aged(40, status=DONE, completed=AS_OF - timedelta(days=9)), Completion(0, 1, 0)),
        (aged(40, status=DONE, completed=AS_OF - timedelta(days=50)), Completion(1, 1, 0)),
        (aged(5, status=DONE, completed=AS_OF), Completion(0, 0, 0)),
    ],
)
def test_an_action_counts_for_completion_when_it_has_had_its_days(
    one: Action, counted: Completion
) -> None:
    assert completion([one], AS_OF) == counted
