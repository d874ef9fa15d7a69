"""Done actions without their day, and those done in the future."""

from __future__ import annotations

from deckgen.rule import Finding
from deckgen.rules import action_completed
from tests.rules.cases import found

DATED = {"action": "Page", "completed": "2025-01-20"}
UNDATED = {"action": "Add a canary", "status": "done"}
OPEN = {"action": "Rehearse the failover"}


def test_one_without_its_day_is_found() -> None:
    assert found(action_completed, actions=[DATED, UNDATED, OPEN]) == [
        Finding(
            ("actions", 1, "status"),
            "action A2 is done, and no day says since when",
            "write the day: completed: 2025-02-01",
        )
    ]


def test_most_without_their_day_are_one_finding() -> None:
    assert found(action_completed, actions=[UNDATED, UNDATED, OPEN, UNDATED]) == [
        Finding(
            ("actions",),
            "all 3 done actions do not say on which day: A1, A2 and A4",
            "write the day of each: completed",
            of_key=True,
        )
    ]


def test_nothing_is_done_in_the_future() -> None:
    ahead = {"action": "Page", "completed": "2025-03-01"}
    assert found(action_completed, actions=[ahead]) == [
        Finding(
            ("actions", 0, "completed"),
            "action A1 is done on 2025-03-01, which is after 2025-02-01",
            "correct the day, or the status",
        )
    ]
