"""Open actions that nobody comes back to."""

from __future__ import annotations

from typing import Any

import pytest

from deckgen.rule import Finding
from deckgen.rules import review_date
from tests.rules.cases import found

OPEN = {"action": "Add a canary"}


def test_open_actions_need_a_review() -> None:
    assert found(review_date, status="resolved", actions=[OPEN]) == [
        Finding(
            ("actions",),
            "no day is set on which the open actions are looked at again",
            "write under 'follow_up' a day after the last is due: review_at: 2025-03-03",
            of_key=True,
        )
    ]


def test_the_day_proposed_lies_behind_the_last_due_date() -> None:
    fields: dict[str, Any] = {
        "status": "resolved",
        "actions": [{**OPEN, "due": "2025-03-07"}],
        "follow_up": {"success_criteria": ["0 in 30 days"]},
    }
    (finding,) = found(review_date, **fields)
    assert finding.loc == ("follow_up",)
    assert finding.hint.endswith("review_at: 2025-03-10")


@pytest.mark.parametrize(
    "more",
    [
        {"follow_up": {"review_at": "2025-03-05T10:00:00Z"}},
        {"actions": [{**OPEN, "status": "done"}]},
        {"actions": []},
        {"status": "open"},
    ],
)
def test_what_has_one_or_needs_none_is_left_alone(more: dict[str, Any]) -> None:
    assert found(review_date, **{"status": "resolved", "actions": [OPEN], **more}) == []
