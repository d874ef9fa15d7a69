"""Actions that are all as urgent as each other."""

from __future__ import annotations

from deckgen.rule import Finding
from deckgen.rules import one_priority
from tests.rules.cases import found

P1 = {"action": "Page", "priority": "P1"}


def test_three_of_one_priority_are_found() -> None:
    assert found(one_priority, actions=[P1, P1, P1]) == [
        Finding(
            ("actions",),
            "all three actions are P1",
            "lower those that can wait, so that the first one shows",
            of_key=True,
        )
    ]


def test_two_or_unequal_or_unknown_or_closed_ones_are_left_alone() -> None:
    assert found(one_priority, actions=[P1, P1]) == []
    assert found(one_priority, actions=[P1, P1, {**P1, "priority": "P2"}]) == []
    assert found(one_priority, actions=[P1, P1, {"action": "Page"}]) == []
    assert found(one_priority, actions=[{**P1, "status": "done"}] * 3) == []
    assert found(one_priority, actions=[P1, P1, {**P1, "status": "dropped"}]) == []
