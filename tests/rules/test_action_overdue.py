"""Open actions that are past their date."""

from __future__ import annotations

import pytest

from deckgen.rule import Finding
from deckgen.rules import action_overdue
from tests.rules.cases import found


def test_an_open_action_past_its_date_is_found() -> None:
    assert found(action_overdue, actions=[{"action": "Page", "due": "2025-01-31"}]) == [
        Finding(
            ("actions", 0, "due"),
            "action A1 was due on 31 Jan 2025, 1 day ago",
            "write 'status: done', or agree with its owner on a new day",
        )
    ]


@pytest.mark.parametrize(
    ("due", "status"), [("2025-02-01", "open"), ("2025-01-01", "done"), ("2025-01-01", "dropped")]
)
def test_what_is_due_today_or_closed_is_left_alone(due: str, status: str) -> None:
    actions = [{"action": "Page", "due": due, "status": status}]
    assert found(action_overdue, actions=actions) == []
