"""Criteria without a number."""

from __future__ import annotations

import pytest

from deckgen.rule import Finding
from deckgen.rules import success_criteria_number
from tests.rules.cases import found


def test_a_criterion_without_a_number_is_found() -> None:
    criteria = ["0 lost checkouts in 30 days", "Fewer failed checkouts"]
    assert found(success_criteria_number, follow_up={"success_criteria": criteria}) == [
        Finding(
            ("follow_up", "success_criteria", 1),
            "a success criterion without a number",
            "write how many, how much or how long: '0 checkouts lost to a deploy in 30 days'",
        )
    ]


def test_no_longer_is_no_number() -> None:
    assert (
        len(found(success_criteria_number, follow_up={"success_criteria": ["No longer slow"]})) == 1
    )


@pytest.mark.parametrize(
    "text",
    [
        "99.9% of reads succeed",
        "Every change passes the canary",
        "Rollback within five minutes",
        "No checkout is lost to a deploy",
    ],
)
def test_numbers_in_digits_and_words(text: str) -> None:
    assert found(success_criteria_number, follow_up={"success_criteria": [text]}) == []
