"""Open actions without a date."""

from __future__ import annotations

from deckgen.rule import Finding
from deckgen.rules import action_due
from tests.rules.cases import found

DATED = {"action": "Page", "due": "2025-03-03"}
UNDATED = {"action": "Add a canary"}


def test_one_without_a_date_is_found_with_a_working_day_to_write() -> None:
    assert found(action_due, actions=[DATED, UNDATED]) == [
        Finding(
            ("actions", 1, "due"),
            "action A2 has no due date",
            "agree with its owner on a day: due: 2025-02-11",
        )
    ]


def test_most_without_a_date_are_one_finding() -> None:
    assert found(action_due, actions=[DATED, UNDATED, UNDATED, UNDATED]) == [
        Finding(
            ("actions",),
            "3 of the 4 open actions have no due date: A2, A3 and A4",
            "agree with each owner on a day: due: 2025-02-11",
            of_key=True,
        )
    ]


def test_closed_actions_need_no_date() -> None:
    actions = [{**UNDATED, "status": "done"}, {**UNDATED, "status": "dropped"}]
    assert found(action_due, actions=actions) == []
