"""Actions of which none prevents."""

from __future__ import annotations

from typing import Any

import pytest

from deckgen.rule import Finding
from deckgen.rules import nothing_preventive
from tests.rules.cases import found

DETECT, CONTAIN = {"action": "Page", "kind": "detect"}, {"action": "Purge", "kind": "mitigate"}
PREVENT = {"action": "Close the connection", "kind": "prevent"}


def test_actions_of_other_kinds_alone_are_found_once() -> None:
    assert found(nothing_preventive, status="resolved", actions=[CONTAIN, DETECT]) == [
        Finding(
            ("actions",),
            "no action prevents the incident; their kinds are detect and mitigate",
            "add one that takes a cause out of the system: kind: prevent",
            of_key=True,
        )
    ]


def test_a_dropped_action_prevents_nothing() -> None:
    actions = [DETECT, {**PREVENT, "status": "dropped"}]
    assert len(found(nothing_preventive, status="resolved", actions=actions)) == 1


@pytest.mark.parametrize(
    "fields",
    [
        {"status": "resolved", "actions": [DETECT, {**PREVENT, "status": "done"}]},
        {"status": "resolved", "actions": [DETECT, {"action": "Add a canary"}]},
        {"status": "resolved", "actions": []},
        {"status": "open", "actions": [DETECT]},
        {"status": "resolved", "actions": [DETECT], "drill": True},
    ],
)
def test_what_prevents_or_may_is_left_alone(fields: dict[str, Any]) -> None:
    assert found(nothing_preventive, **fields) == []
