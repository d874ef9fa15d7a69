"""Incidents that customers noticed first."""

from __future__ import annotations

from typing import Any

import pytest

from deckgen.rule import Finding
from deckgen.rules import detected_by_customer
from tests.builders import at, event
from tests.rules.cases import found


def noticed(text: str, **more: Any) -> list[Finding]:
    timeline = [event("02:10"), event("02:19", text, "detection")]
    return found(detected_by_customer, **{"status": "resolved", "timeline": timeline, **more})


def test_customers_that_report_are_found_where_it_is_said() -> None:
    assert noticed("First customers report failing checkouts") == [
        Finding(
            ("timeline", 1, "text"),
            "'customers report': customers noticed first, and no action detects it sooner",
            "add an action of kind 'detect': 'Page when checkout errors pass 1% for 2 minutes'",
            (6, 22),
        )
    ]


@pytest.mark.parametrize(
    "text",
    [
        "Reported by several users in the forum",
        "Customer complaints reach the office",
        "Support tickets pile up",
        "Tweets about a blank page",
        "Users have complained about logins",
        "A customer emailed us",
        "Support received complaints",
        "Complaints about failing logins",
        "The helpdesk is flooded with calls",
    ],
)
def test_ways_to_say_so(text: str) -> None:
    assert len(noticed(text)) == 1


@pytest.mark.parametrize(
    "text",
    [
        "Alert fires on a checkout error rate above 5%",
        "Monitoring reports that users cannot log in",
        "Synthetic user reports a failing login",
        "Page for failing requests of customers",
        "On-call notices slow queries",
        "Sign-in of customer-facing tools fails",
    ],
)
def test_other_detections_are_left_alone(text: str) -> None:
    assert noticed(text) == []


@pytest.mark.parametrize(
    "action",
    [
        {"action": "Page on errors above 1%", "kind": "detect"},
        {"action": "Add an alert on failing checkouts"},
    ],
)
def test_an_action_that_detects_answers_it(action: dict[str, str]) -> None:
    assert noticed("Customers report it", actions=[action]) == []
    assert len(noticed("Customers report it", actions=[{**action, "status": "dropped"}])) == 1


def test_the_event_is_found_where_the_time_is_stated() -> None:
    assert len(noticed("Customers report it", detected_at=at("02:20"))) == 1


@pytest.mark.parametrize("more", [{"status": "open"}, {"drill": True}])
def test_open_incidents_and_exercises_are_left_alone(more: dict[str, Any]) -> None:
    assert noticed("Customers report it", **more) == []
