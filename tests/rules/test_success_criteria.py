"""Actions without a measure of success."""

from __future__ import annotations

from typing import Any

import pytest

from deckgen.rule import Finding
from deckgen.rules import success_criteria
from tests.rules.cases import found

OPEN = {"action": "Add a canary"}


def test_open_actions_need_a_criterion() -> None:
    assert found(success_criteria, status="resolved", actions=[OPEN]) == [
        Finding(
            ("actions",),
            "nothing says by what we shall know that the actions worked",
            "write under 'success_criteria' what must be true, with a number: '0 in 30 days'",
            of_key=True,
        )
    ]


@pytest.mark.parametrize(
    "more",
    [
        {"follow_up": {"success_criteria": ["0 in 30 days"]}},
        {"actions": []},
        {"actions": [{**OPEN, "status": "done"}]},
        {"status": "open"},
    ],
)
def test_what_has_one_or_needs_none_is_left_alone(more: dict[str, Any]) -> None:
    assert found(success_criteria, **{"status": "resolved", "actions": [OPEN], **more}) == []
