"""Actions that change people."""

from __future__ import annotations

import pytest

from deckgen.policy import Policy, Words
from deckgen.rule import Finding
from deckgen.rules import action_people
from tests.rules.cases import found, in_action


def test_training_is_found_with_what_to_write_instead() -> None:
    assert found(action_people, actions=[{"action": "Train engineers on the tool"}]) == [
        Finding(
            ("actions", 0, "action"),
            "action A1: 'Train engineers' changes people, not the system",
            "write what in the system makes it hard to go wrong: a check, a limit, a default",
            (0, 15),
        )
    ]


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("Remind all on-call engineers of the runbook", "Remind all on-call engineers"),
        ("Retrain the operators", "Retrain the operators"),
        ("Teach the new hires how to restore", "Teach the new hires"),
        ("Tell the team not to deploy on Fridays", "Tell the team not to"),
        ("Training session for all engineers", "Training session for all engineers"),
        ("Raise awareness of the risk", "Raise awareness"),
        ("The developer needs to learn proper escaping", "developer needs to learn"),
        ("Engineers must be more careful", "Engineers must be more careful"),
        ("Encourage teams to write tests", "Encourage teams to"),
        ("Hold a training session on incident response", "Hold a training"),
        ("Schedule quarterly failover training", "Schedule quarterly failover training"),
    ],
)
def test_people_are_changed(text: str, words: str) -> None:
    assert in_action(action_people, text) == [words]


@pytest.mark.parametrize(
    "text",
    [
        "Train the fraud model on the last 30 days",
        "Remind owners of a flag automatically after 30 days",
        "Add a bot that reminds the team of open reviews",
        "Tell the operator in the prompt which host it is",
        "Warn the on-call when a disk is 80% full",
        "Page the team when errors pass 1%",
        "Add the training data to the backup",
        "Run a nightly training job on fewer hosts",
        "Run a model training in the canary",
        "The client needs to know the timeout",
    ],
)
def test_systems_are_left_alone(text: str) -> None:
    assert in_action(action_people, text) == []


def test_the_policy_adds_people() -> None:
    policy = Policy(words=Words(people=("wizards",)))
    assert in_action(action_people, "Train the wizards") == []
    assert in_action(action_people, "Train the wizards", policy) == ["Train the wizards"]


def test_closed_actions_are_left_alone() -> None:
    assert in_action(action_people, "Train engineers", status="done") == []
