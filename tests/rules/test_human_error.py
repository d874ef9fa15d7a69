"""The label "human error"."""

from __future__ import annotations

import pytest

from deckgen.rule import Finding
from deckgen.rules import human_error
from tests.rules.cases import found, messages


def test_the_label_is_found() -> None:
    assert found(human_error, root_cause={"primary_cause": "Human error in an upgrade"}) == [
        Finding(
            ("root_cause", "primary_cause"),
            "'Human error' explains nothing",
            "say what made the action look right, and what did not stop it",
            (0, 11),
        )
    ]


@pytest.mark.parametrize(
    "text", ["Assumed user error", "A case of PEBKAC", "The config was fat-fingered", "Pilot error"]
)
def test_its_other_names_are_found(text: str) -> None:
    assert len(messages(human_error, summary=text)) == 1


@pytest.mark.parametrize(
    "text",
    [
        "The user error rate rose to 4%",
        "The operator error log was empty",
        "The user error-rate doubled",
        "User errors rose",
        "The `human error` metric",
    ],
)
def test_errors_that_are_counted_or_shown_are_left_alone(text: str) -> None:
    assert messages(human_error, summary=text) == []
