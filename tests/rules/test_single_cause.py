"""One cause alone."""

from __future__ import annotations

from deckgen.rule import Finding
from deckgen.rules import single_cause
from tests.rules.cases import found

CAUSE = {"primary_cause": "A reply was left on the connection"}


def test_a_cause_without_factors_is_found() -> None:
    assert found(single_cause, status="resolved", root_cause=CAUSE) == [
        Finding(
            ("root_cause", "primary_cause"),
            "one cause and no contributing factor",
            "add under 'contributing_factors' what let it happen, spread or go unseen",
            of_key=True,
        )
    ]


def test_a_factor_an_open_incident_or_no_cause_is_left_alone() -> None:
    factors = {**CAUSE, "contributing_factors": [{"text": "No alert compared the states"}]}
    assert found(single_cause, status="resolved", root_cause=factors) == []
    assert found(single_cause, status="open", root_cause=CAUSE) == []
    assert found(single_cause, status="resolved") == []
