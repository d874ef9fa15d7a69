"""Key learnings about people."""

from __future__ import annotations

import pytest

from deckgen.rule import Finding
from deckgen.rules import key_learning_person
from tests.rules.cases import found, messages

PEOPLE = [{"name": "Robin Example", "role": "DBA"}]


def said(statement: str) -> list[str]:
    learning = {"statement": statement}
    return messages(key_learning_person, key_learning=learning, people=PEOPLE)


def test_a_name_is_found() -> None:
    learning = {"statement": "A restore must work without Robin"}
    assert found(key_learning_person, key_learning=learning, people=PEOPLE) == [
        Finding(
            ("key_learning", "statement"),
            "the key learning is about 'Robin'",
            "say what holds whoever is on call: what the system must do, show or refuse",
            (28, 33),
        )
    ]


@pytest.mark.parametrize(
    ("statement", "who"),
    [
        ("@kim must be paged", "@kim"),
        ("The on-call engineer ran the script without a dry run", "engineer"),
        ("The index was dropped by a developer", "developer"),
    ],
)
def test_handles_and_those_who_acted_are_found(statement: str, who: str) -> None:
    assert said(statement) == [f"the key learning is about '{who}'"]


@pytest.mark.parametrize(
    "statement",
    [
        "On-call engineers need a dry run that shows what a script removes",
        "A backup counts only when someone owns its test",
        "We must test a restore before we rely on it",
    ],
)
def test_what_people_need_is_fine(statement: str) -> None:
    assert said(statement) == []


def test_none_is_about_nobody() -> None:
    assert messages(key_learning_person) == []
