"""Questions in place of actions."""

from __future__ import annotations

import pytest

from deckgen.rule import Finding
from deckgen.rules import action_question
from tests.rules.cases import found, in_action

HINT = "write what will be done, or who decides it by when; questions go to 'decisions'"


def test_a_question_mark_makes_a_question() -> None:
    assert found(action_question, actions=[{"action": "Cull old nodes?"}]) == [
        Finding(("actions", 0, "action"), "action A1 is a question", HINT, (14, 15))
    ]


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("Should we alert on disk usage", "Should we"),
        ("How can the canary see it", "How can"),
        ("What if the cache is full", "What if"),
        ("Is it possible to roll back in one step", "Is it"),
        ("Alert on disks? Or on inodes?", "?"),
    ],
)
def test_questions(text: str, words: str) -> None:
    assert in_action(action_question, text) == [words]


@pytest.mark.parametrize(
    "text",
    [
        'Ask "Delete production?" before a host is wiped',
        "Ask 'Are you sure?' before a host is wiped",
        "Reject `GET /search?` without a query",
        "Block https://example.com/?a=1 at the edge",
        "How to restore is a page of the runbook",
        "What the canary measures is compared with production",
        "Replace the ??? in the template",
    ],
)
def test_what_does_not_ask_is_left_alone(text: str) -> None:
    assert in_action(action_question, text) == []


def test_closed_actions_are_left_alone() -> None:
    assert in_action(action_question, "Cull old nodes?", status="done") == []
