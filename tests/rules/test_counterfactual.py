"""What did not happen."""

from __future__ import annotations

import pytest

from deckgen.policy import Policy, Words
from deckgen.rule import Finding
from deckgen.rules import counterfactual
from tests.rules.cases import found, messages

HINT = "say what happened, and what information, check or tool was missing for the other way"


def said(text: str, policy: Policy | None = None) -> list[str]:
    return messages(counterfactual, policy, lessons={"went_wrong": [text]})


def test_it_is_found_up_to_its_verb() -> None:
    assert found(counterfactual, summary="This should have been caught in review") == [
        Finding(
            ("summary",),
            "'should have been caught' is about what did not happen",
            HINT,
            (5, 28),
        )
    ]


@pytest.mark.parametrize(
    "text",
    [
        "We should have tested the restore",
        "Robin Example wrote that we could've failed over by hand",
        "The team should not have deployed on Friday",
        "The DBA, alone at night, should have called for help",
        "The engineers could have automatically rolled back",
        "We should never have merged it",
        "This could have been avoided",
        "More load tests should have been done",
        "If only we had kept the old snapshot",
        "Had we known about the limit, the change would wait",
        "If someone had read the alert, the disk would be empty",
        "We did not check the replica lag",
        "We did not take into account that clients keep links",
        "We could have had more confidence in the artifacts",
        "Ideally this bug should have been found on the testnet",
        "If we'd known about the limit, the change would wait",
        "The team didn’t notice the alert for 40 minutes",
    ],
)
def test_what_people_did_not_do_is_found(text: str) -> None:
    assert len(said(text)) == 1


@pytest.mark.parametrize(
    "text",
    [
        "The pod should have restarted within 30 seconds",
        "The cache could have served stale entries",
        "We should have alerts on queue depth",
        "We should have automated tests for the parser",
        "Every service should have an owner",
        "We would have expected a timeout",
        "It could also have been a network issue",
        "Downstream jobs should have been automatically corrected",
        "The validation did not notice the negative value",
        "Each team should have read access",
        "The rows should have been deleted by the nightly job",
        "We did not see errors",
        "Users would be affected, too, if we had a larger user base",
        "We should have",
    ],
)
def test_what_machines_should_have_done_and_duties_are_left_alone(text: str) -> None:
    assert said(text) == []


def test_the_policy_says_who_else_is_somebody() -> None:
    text = "The gremlins should have tested the restore"
    assert said(text) == []
    assert len(said(text, Policy(words=Words(people=("gremlins",))))) == 1
