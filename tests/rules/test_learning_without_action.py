"""Learnings that nothing answers."""

from __future__ import annotations

from typing import Any

import pytest

from deckgen.rule import Finding
from deckgen.rules import learning_without_action
from tests.rules.cases import found

FIELDS: dict[str, Any] = {
    "status": "resolved",
    "key_learning": {"statement": "A canary must validate consistency"},
    "learnings": [{"id": "L2", "text": "A rollback must undo writes"}],
}


def answering(*learnings: str | None, **more: Any) -> list[dict[str, Any]]:
    return [{"action": "Replay load", "learning": one, **more} for one in learnings]


def test_each_learning_without_an_action_is_found_at_its_text() -> None:
    hint = "add an action that does, or write 'learning: {}' in the one that already does"
    assert found(learning_without_action, **FIELDS, actions=answering(None)) == [
        Finding(
            ("key_learning", "statement"),
            "no action answers the key learning (L1)",
            hint.format("L1"),
        ),
        Finding(("learnings", 0, "text"), "no action answers learning L2", hint.format("L2")),
    ]


def test_done_actions_answer_and_dropped_ones_do_not() -> None:
    done, dropped = answering("L1", status="done"), answering("L2", status="dropped")
    findings = found(learning_without_action, **FIELDS, actions=[*done, *dropped])
    assert [it.message for it in findings] == ["no action answers learning L2"]


@pytest.mark.parametrize("more", [{"actions": []}, {"status": "open", "actions": answering(None)}])
def test_without_actions_or_an_end_nothing_is_said(more: dict[str, Any]) -> None:
    assert found(learning_without_action, **{**FIELDS, **more}) == []
