"""Actions that answer no learning."""

from __future__ import annotations

from typing import Any

from deckgen.rule import Finding
from deckgen.rules import action_without_learning
from tests.rules.cases import found, messages

KEY = {"statement": "A canary must validate consistency"}
ANSWER, STRAY = {"action": "Replay load", "learning": "L1"}, {"action": "Page"}


def test_an_action_without_a_learning_is_found_with_the_known_ones() -> None:
    learnings = [{"id": "L2", "text": "A rollback must undo writes"}]
    fields: dict[str, Any] = {
        "key_learning": KEY,
        "learnings": learnings,
        "actions": [ANSWER, STRAY],
    }
    assert found(action_without_learning, **fields) == [
        Finding(
            ("actions", 1, "learning"),
            "action A2 answers no learning",
            "name the learning that it answers, such as 'learning: L1'; known: L1 or L2",
        )
    ]


def test_many_are_one_finding() -> None:
    assert messages(action_without_learning, key_learning=KEY, actions=[STRAY] * 3) == [
        "all 3 open actions answer no learning: A1, A2 and A3"
    ]


def test_without_learnings_there_is_nothing_to_answer() -> None:
    assert found(action_without_learning, actions=[STRAY]) == []


def test_closed_actions_are_left_alone() -> None:
    actions = [{**STRAY, "status": "done"}]
    assert found(action_without_learning, key_learning=KEY, actions=actions) == []
