"""Alarm and ridicule."""

from __future__ import annotations

import pytest

from deckgen.policy import Policy, Words
from deckgen.rule import Finding
from deckgen.rules import animated_language
from tests.rules.cases import found, messages


def test_words_and_marks_are_found() -> None:
    assert found(animated_language, summary="A disaster!") == [
        Finding(
            ("summary",),
            "'disaster' is a feeling, not a fact",
            "say what happened, and how much of it, in plain words",
            (2, 10),
        ),
        Finding(("summary",), "an exclamation mark", "end the sentence with a full stop", (10, 11)),
    ]


@pytest.mark.parametrize(
    "text",
    [
        "It helps!",
        "No thanks to us, it helps!",
        "Thanks. It helps!",
        "(it helps!)",
        "It helps!!! Then",
        "We can’t believe it",
        "It was ridiculous",
    ],
)
def test_alarm_is_found(text: str) -> None:
    assert len(messages(animated_language, summary=text)) == 1


@pytest.mark.parametrize(
    "text",
    [
        "A kernel panic on two nodes",
        "The thread panicked",
        "The disaster recovery plan worked",
        "A chaos engineering drill",
        "Zone b was cut off by the chaos tool",
        "Catastrophic backtracking in a regular expression",
        "a != b and !important",
        "No disaster testing was done",
        "Thanks for reading!",
        "It was over at noon. Kudos to the night shift!",
        'The page says "Welcome!" to everybody',
    ],
)
def test_terms_of_the_trade_and_code_are_left_alone(text: str) -> None:
    assert messages(animated_language, summary=text) == []


def test_the_policy_adds_words() -> None:
    policy = Policy(words=Words(animated=("bonkers",)))
    assert messages(animated_language, policy, summary="It went bonkers") == [
        "'bonkers' is a feeling, not a fact"
    ]
