"""Claims without a number."""

from __future__ import annotations

import pytest

from deckgen.policy import Policy, Words
from deckgen.rule import Finding
from deckgen.rules import vague_claim
from tests.rules.cases import found, messages


def test_a_claim_is_found() -> None:
    assert found(vague_claim, summary="Checkout was significantly slower") == [
        Finding(
            ("summary",),
            "'significantly' without a number",
            "give the number, from what to what or of how many, or leave the claim out",
            (13, 26),
        )
    ]


@pytest.mark.parametrize(
    "text",
    [
        "Checkout was significantly slower, 1.2 s instead of 80 ms",
        "Most significantly, the alert came late",
        "Some users might see an old page",
        "Did many users leave?",
        "We have a much better understanding of the cache",
        "The pool was much larger, more than double what it was",
        "The output says `a lot of` errors",
    ],
)
def test_numbers_questions_and_what_claims_nothing_pass(text: str) -> None:
    assert messages(vague_claim, summary=text) == []


def test_the_policy_adds_claims() -> None:
    policy = Policy(words=Words(vague_claims=("oodles of",)))
    assert messages(vague_claim, policy, summary="It took oodles of memory") == [
        "'oodles of' without a number"
    ]
