"""Resolved incidents without a cause."""

from __future__ import annotations

from typing import Any

import pytest

from deckgen.rule import Finding
from deckgen.rules import no_cause
from tests.rules.cases import found


def test_a_resolved_incident_needs_a_cause() -> None:
    assert found(no_cause, status="resolved") == [
        Finding(
            ("title",),
            "the incident is resolved and nothing says why it happened",
            "write 'root_cause' with its 'primary_cause' and 'contributing_factors'",
            of_key=True,
        )
    ]


@pytest.mark.parametrize(
    "more",
    [
        {"root_cause": {"primary_cause": "A reply was left"}},
        {"root_cause": {"five_whys": ["Checkouts failed"]}},
        {"root_cause": {"contributing_factors": [{"text": "No alert"}]}},
        {"status": "mitigated"},
        {"drill": True},
    ],
)
def test_any_cause_will_do_and_some_need_none(more: dict[str, Any]) -> None:
    assert found(no_cause, **{"status": "resolved", **more}) == []
