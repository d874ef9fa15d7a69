"""Due dates on a weekend."""

from __future__ import annotations

import pytest

from deckgen.rule import Finding
from deckgen.rules import action_due_weekend
from tests.rules.cases import found


@pytest.mark.parametrize(
    ("due", "said"),
    [("2025-03-01", "Saturday, 1 Mar 2025"), ("2025-03-02", "Sunday, 2 Mar 2025")],
)
def test_a_weekend_is_found_with_the_working_days_beside_it(due: str, said: str) -> None:
    assert found(action_due_weekend, actions=[{"action": "Page", "due": due}]) == [
        Finding(
            ("actions", 0, "due"),
            f"action A1 is due on a {said}",
            "write 2025-02-28 (Friday) or 2025-03-03 (Monday)",
        )
    ]


@pytest.mark.parametrize(
    ("due", "status"),
    [
        ("2025-02-28", "open"),
        ("2025-03-03", "open"),
        ("2025-03-01", "done"),
        ("2025-01-25", "open"),
    ],
)
def test_working_days_closed_and_past_ones_are_left_alone(due: str, status: str) -> None:
    actions = [{"action": "Page", "due": due, "status": status}]
    assert found(action_due_weekend, actions=actions) == []
