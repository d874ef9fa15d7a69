"""Incidents from which nothing follows."""

from __future__ import annotations

from typing import Any

import pytest

from deckgen.rules import no_actions
from tests.builders import at
from tests.rules.cases import found, messages

DROPPED = {"action": "Page", "status": "dropped"}


def test_an_incident_that_is_over_needs_an_action() -> None:
    assert messages(no_actions, resolved_at=at("03:20")) == [
        "the incident is resolved and no action is written"
    ]


def test_dropped_actions_are_none() -> None:
    findings = found(no_actions, status="mitigated", actions=[DROPPED])
    assert [(it.loc, it.message) for it in findings] == [
        (("actions",), "the incident is mitigated and every action was dropped")
    ]


@pytest.mark.parametrize(
    "fields",
    [{"status": "open"}, {}, {"status": "resolved", "drill": True}],
)
def test_open_incidents_and_exercises_may_have_none(fields: dict[str, Any]) -> None:
    assert messages(no_actions, **fields) == []


def test_a_done_action_is_one() -> None:
    assert messages(no_actions, status="resolved", actions=[{**DROPPED, "status": "done"}]) == []
