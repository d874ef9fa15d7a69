"""Actions that nobody owns."""

from __future__ import annotations

import pytest

from deckgen.policy import Policy, Words
from deckgen.rule import Finding
from deckgen.rules import action_owner
from tests.rules.cases import found, messages

HINT = "name the one person or team that answers for it: owner: Platform"


def test_an_open_action_without_an_owner_is_found_at_its_owner() -> None:
    assert found(action_owner, actions=[{"action": "Add a canary"}]) == [
        Finding(("actions", 0, "owner"), "action A1 has no owner", HINT)
    ]


@pytest.mark.parametrize("owner", ["TBD", "???", "-", "Unassigned", "someone", "To be decided"])
def test_words_that_name_nobody_are_no_owner(owner: str) -> None:
    said = messages(action_owner, actions=[{"action": "Add a canary", "owner": owner}])
    assert said == [f"action A1: '{owner}' is nobody"]


def test_the_policy_knows_further_placeholders() -> None:
    actions = [{"action": "Add a canary", "owner": "Name here"}]
    assert messages(action_owner, actions=actions) == []
    policy = Policy(words=Words(placeholders=("name here",)))
    assert messages(action_owner, policy, actions=actions) == ["action A1: 'Name here' is nobody"]


@pytest.mark.parametrize("status", ["done", "dropped"])
def test_a_closed_action_needs_no_owner(status: str) -> None:
    assert found(action_owner, actions=[{"action": "Add a canary", "status": status}]) == []


def test_an_owner_is_left_alone() -> None:
    assert found(action_owner, actions=[{"action": "Add a canary", "owner": "Platform"}]) == []
