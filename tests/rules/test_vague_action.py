"""Actions of which nobody can say when they are done."""

from __future__ import annotations

import pytest

from deckgen.policy import Policy, Words
from deckgen.rule import Finding
from deckgen.rules import vague_action
from tests.rules.cases import found, in_action


def test_a_vague_verb_is_found_where_it_stands() -> None:
    actions = [{"action": "Improve monitoring"}]
    assert found(vague_action, actions=actions) == [
        Finding(
            ("actions", 0, "action"),
            "action A1 begins with 'Improve': nobody can tell when that is done",
            "say what will be different, with a number or a means: 'Page when errors pass 1%'",
            (0, 7),
        )
    ]


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("Better alerts", "Better"),
        ("More robust handling of long jobs", "More"),
        ("Ensure that the pool is healthy", "Ensure"),
        ("Make sure engineers check the queue", "Make sure"),
        ("Review the runbooks", "Review"),
        ("Investigate the 12% of failing reads", "Investigate"),
        ("Look into retries", "Look into"),
        ("Consider adding a canary", "Consider"),
        ("Discuss how to call an incident resolved", "Discuss"),
        ("Maybe add a canary", "Maybe"),
        ("Be more careful with deploys", "Be more careful"),
        ("Keep an eye on the queue", "Keep an eye on"),
        ("Find a way to limit requests", "Find a way"),
        ("We should consider a versioned API", "consider"),
        ("[P1] Improve alerts", "Improve"),
        ("Make the deploy pipeline more robust", "Make the deploy pipeline more robust"),
        ("Make rollbacks faster", "Make rollbacks faster"),
        ("Add more alerts", "Add more"),
        ("Add better monitoring", "Add better"),
        ("Prevent this from happening again", "Prevent this"),
        ("Cache: improve alerts", "improve"),
        ("Please  also improve alerts", "improve"),
        ("We need to look at retries", "look at"),
    ],
)
def test_vague_openings(text: str, words: str) -> None:
    assert in_action(vague_action, " ".join(text.split())) == [words]


@pytest.mark.parametrize(
    "text",
    [
        "Improve p99 of checkout to below 300 ms",
        "Ensure hosts differ by showing the environment in the prompt",
        "Enhance the daily run with a synthetic check",
        "Make sure the restore steps are documented",
        "Review all 3,868 rules for backtracking",
        "Evaluate two retry libraries and decide on one",
        "Investigate the timeouts and fix the slowest query",
        "Monitor backups in Prometheus",
        "Add a canary stage that reviews every read",
        "Make rollbacks faster by keeping the last image on the host",
        "Make the job stop after 3 failures",
        "Add more than 1 replica",
        "Improvised tooling goes into the repository",
        "Better-sqlite is replaced",
        "Consideration list goes into the runbook",
    ],
)
def test_what_can_be_called_done_is_left_alone(text: str) -> None:
    assert in_action(vague_action, text) == []


@pytest.mark.parametrize("status", ["done", "dropped"])
def test_closed_actions_are_left_alone(status: str) -> None:
    assert in_action(vague_action, "Improve monitoring", status=status) == []


def test_the_policy_adds_verbs() -> None:
    policy = Policy(words=Words(vague_verbs=("harmonise",)))
    assert in_action(vague_action, "Harmonise the alerts") == []
    assert in_action(vague_action, "Harmonise the alerts", policy) == ["Harmonise"]
