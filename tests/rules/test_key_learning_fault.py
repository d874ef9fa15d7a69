"""Key learnings that tell a fault."""

from __future__ import annotations

import pytest

from deckgen.rule import Finding
from deckgen.rules import key_learning_fault
from tests.rules.cases import found, messages


def test_a_fault_is_found() -> None:
    learning = {"statement": "The deploy script was broken"}
    assert found(key_learning_fault, key_learning=learning) == [
        Finding(
            ("key_learning", "statement"),
            "the key learning tells a fault",
            "say what holds from now on: 'A deploy script must stop at the first failed host'",
        )
    ]


@pytest.mark.parametrize(
    "statement", ["The deploy script failed.", "Nobody noticed the full disk", "No alert fired"]
)
def test_what_only_tells_what_was_is_found(statement: str) -> None:
    assert len(messages(key_learning_fault, key_learning={"statement": statement})) == 1


@pytest.mark.parametrize(
    "statement",
    [
        "A deploy script must stop at the first failed host",
        "A rollback restores the code and leaves the cache as it was",
        "Cached entries outlive the code that wrote them if nothing deletes them",
        "We learned that a timeout was a change of behaviour",
        "Small changes, shipped often",
    ],
)
def test_what_holds_from_now_on_passes(statement: str) -> None:
    assert messages(key_learning_fault, key_learning={"statement": statement}) == []


def test_none_tells_nothing() -> None:
    assert messages(key_learning_fault) == []
