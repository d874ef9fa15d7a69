"""Severities that the figures contradict."""

from __future__ import annotations

from typing import Any

import pytest

from deckgen.policy import Policy, SeverityLevel
from deckgen.postmortem.vocabulary import Severity
from deckgen.rule import Finding
from deckgen.rules import severity_impact
from tests.rules.cases import found, messages

POLICY = Policy(
    severities={
        Severity.SEV1: SeverityLevel(customers_from=5000, percent_from=25),
        Severity.SEV2: SeverityLevel(customers_from=100),
    }
)
CUSTOMERS = {"label": "Customers affected", "value": 12000}


def said(severity: str, *metrics: dict[str, Any], policy: Policy | None = None) -> list[str]:
    return messages(severity_impact, policy, severity=severity, impact={"metrics": metrics})


def test_a_severity_below_what_the_policy_asks_is_found_at_the_figure() -> None:
    impact = {"metrics": [{"label": "Wrong charges", "value": 0}, CUSTOMERS]}
    assert found(severity_impact, POLICY, severity="SEV2", impact=impact) == [
        Finding(
            ("impact", "metrics", 1, "value"),
            "SEV2: 12,000 'Customers affected' (from 5,000 on) make it SEV1 at least",
            "correct the severity or the figure; the severity counts what customers felt",
        )
    ]


def test_a_share_counts_as_well() -> None:
    errors = {"label": "Checkout errors", "value": 31.5, "unit": "%"}
    assert said("SEV3", errors, policy=POLICY) == [
        "SEV3: 31.5% 'Checkout errors' (from 25% on) make it SEV1 at least"
    ]


@pytest.mark.parametrize("severity", ["SEV0", "SEV1"])
def test_a_severity_that_is_grave_enough_is_left_alone(severity: str) -> None:
    assert said(severity, CUSTOMERS, policy=POLICY) == []


def test_a_worst_severity_without_a_customer_is_found() -> None:
    none = {**CUSTOMERS, "value": 0}
    assert said("SEV1", none) == ["SEV1, and no customer: 'Customers affected' is 0"]
    assert said("SEV1", none, {"label": "New accounts", "value": 7}) == []
    assert said("SEV2", none) == []
    assert said("SEV1", {"label": "Wrong charges", "value": 0}) == []


def test_a_mild_severity_with_half_of_all_failing_is_found() -> None:
    assert said("SEV4", {"label": "Failed logins", "value": 50, "unit": "%"}) == [
        "SEV4, and 'Failed logins' is 50%"
    ]
    assert said("SEV3", {"label": "Failed logins", "value": 50, "unit": "%"}) == []
    assert said("SEV4", {"label": "Login success", "value": 99, "unit": "%"}) == []


def test_without_a_severity_and_in_an_exercise_nothing_is_said() -> None:
    impact = {"metrics": [{**CUSTOMERS, "value": 0}]}
    assert found(severity_impact, impact=impact) == []
    assert found(severity_impact, severity="SEV1", drill=True, impact=impact) == []
