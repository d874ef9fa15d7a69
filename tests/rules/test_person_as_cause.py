"""Persons as causes."""

from __future__ import annotations

from deckgen.policy import Policy, Words
from deckgen.rule import Finding
from deckgen.rules import person_as_cause
from tests.rules.cases import found, messages

HINT = "say what let the action through: no check, no guard, a misleading prompt"


def test_somebody_who_acts_is_found_wherever_a_cause_stands() -> None:
    cause = {
        "primary_cause": "An engineer ran the script",
        "five_whys": [
            {"why": "Why was it run?", "because": "The team deployed it"},
            "The index was dropped by Robin",
        ],
        "contributing_factors": [{"text": "Someone deleted the backup"}],
    }
    people = [{"name": "Robin Example", "role": "DBA"}]
    assert found(person_as_cause, root_cause=cause, people=people) == [
        Finding(
            ("root_cause", "primary_cause"), "'engineer' acts here, not the system", HINT, (3, 11)
        ),
        Finding(
            ("root_cause", "five_whys", 0, "because"),
            "'team' acts here, not the system",
            HINT,
            (4, 8),
        ),
        Finding(
            ("root_cause", "five_whys", 1, "why"),
            "'Robin' acts here, not the system",
            HINT,
            (25, 30),
        ),
        Finding(
            ("root_cause", "contributing_factors", 0, "text"),
            "'Someone' acts here, not the system",
            HINT,
            (0, 7),
        ),
    ]


def test_a_question_is_no_cause() -> None:
    cause = {"five_whys": [{"why": "An engineer ran it, and why?", "because": "No guard"}]}
    assert messages(person_as_cause, root_cause=cause) == []


def test_what_somebody_did_may_stand_elsewhere() -> None:
    assert messages(person_as_cause, summary="An engineer ran the script") == []


def test_the_policy_says_who_else_is_somebody() -> None:
    cause = {"primary_cause": "Gremlins deleted the backup"}
    policy = Policy(words=Words(people=("gremlins",)))
    assert messages(person_as_cause, root_cause=cause) == []
    assert messages(person_as_cause, policy, root_cause=cause) == [
        "'Gremlins' acts here, not the system"
    ]
