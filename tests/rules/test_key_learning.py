"""No key learning."""

from __future__ import annotations

import pytest

from deckgen.rule import Finding
from deckgen.rules import key_learning
from tests.builders import at
from tests.rules.cases import found

MISSING = Finding(
    ("key_learning",),
    "there is no key learning",
    "write it as one sentence: key_learning: {statement: A canary must run under load}",
)


def test_a_resolved_incident_needs_one() -> None:
    assert found(key_learning, resolved_at=at("03:00")) == [MISSING]
    assert found(key_learning, status="resolved") == [MISSING]


@pytest.mark.parametrize("status", ["open", "mitigated"])
def test_one_that_is_not_resolved_has_time_for_it(status: str) -> None:
    assert found(key_learning, status=status) == []


def test_one_is_enough() -> None:
    learning = {"statement": "A canary must run under load"}
    assert found(key_learning, status="resolved", key_learning=learning) == []
