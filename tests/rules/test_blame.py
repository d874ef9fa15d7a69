"""Blame."""

from __future__ import annotations

import pytest

from deckgen.policy import Policy, Words
from deckgen.rule import Finding
from deckgen.rules import blame
from tests.rules.cases import found, messages

HINT = "say what the tool, the process or the alert allowed or lacked at that moment"


def said(text: str, policy: Policy | None = None) -> list[str]:
    return messages(blame, policy, lessons={"went_wrong": [text]})


def test_an_act_is_found_from_its_subject_to_its_end() -> None:
    assert found(blame, summary="Then the on-call engineer forgot to drain the node") == [
        Finding(("summary",), "'forgot to' blames 'engineer'", HINT, (17, 35))
    ]


def test_an_act_within_words_that_judge_is_one_finding_with_them() -> None:
    assert messages(blame, summary="He should have known better") == [
        "'should have known better' judges and explains nothing"
    ]


def test_a_judgement_is_found_without_a_subject() -> None:
    assert found(blame, summary="The rollout was careless") == [
        Finding(("summary",), "'careless' judges and explains nothing", HINT, (16, 24))
    ]


@pytest.mark.parametrize(
    "text",
    [
        "We failed to notice the alert",
        "Two engineers failed to hand over the incident",
        "The developer who wrote the script didn't read the documentation",
        "An engineer mistakenly deleted the volume",
        "Reviews were done hastily",
        "Nobody on the team read the page, and the lead forgot to call",
        "He should have known that the index was missing",
        "The team wasn’t paying attention",
        "Whoever is on call needs to be more careful",
        "The volume was deleted by mistake",
    ],
)
def test_blame_is_found(text: str) -> None:
    assert len(said(text)) == 1


@pytest.mark.parametrize(
    "text",
    [
        "The ingress controller failed to start",
        "The operator failed to reconcile the resource",
        "The leader failed to renew its lease",
        "Requests from the mobile team failed to authenticate",
        "Users failed to log in",
        "The load balancer mistakenly marked hosts as healthy",
        "They failed to start because of a missing volume",
        "The engineers' laptops failed to connect",
        "Our monitoring failed to detect the error",
        "The migration that the team started failed to finish",
        "The API returns `we failed to connect`",
        'The log says "we forgot to connect"',
        "The team had no alert for a full disk",
    ],
)
def test_what_machines_do_and_what_is_quoted_is_left_alone(text: str) -> None:
    assert said(text) == []


def test_the_policy_adds_phrases_and_people() -> None:
    words = Words(blame=("fumbled",), people=("gremlins",))
    assert said("The gremlins fumbled the failover", Policy(words=words)) == [
        "'fumbled' blames 'gremlins'"
    ]
    assert said("The gremlins fumbled the failover") == []
