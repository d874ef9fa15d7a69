"""Due dates beyond what the severity allows."""

from __future__ import annotations

from datetime import date
from typing import Any

import pytest

from deckgen.policy import Policy, SeverityLevel
from deckgen.postmortem.vocabulary import Severity
from deckgen.rules import action_due_policy
from tests.builders import at
from tests.rules.cases import found, messages

EARLY = date(2025, 1, 12)


def due(day: str, **fields: Any) -> list[str]:
    actions = [{"action": "Add a canary", "due": day}]
    return messages(action_due_policy, as_of=EARLY, actions=actions, **fields)


@pytest.mark.parametrize(
    ("severity", "last", "late"),
    [("SEV0", "2025-01-25", "2025-01-26"), ("SEV2", "2025-02-09", "2025-02-10")],
)
def test_the_days_count_from_the_publication(severity: str, last: str, late: str) -> None:
    fields = {"severity": severity, "published_at": date(2025, 1, 10)}
    assert due(last, **fields) == []
    days = (date.fromisoformat(late) - date(2025, 1, 10)).days
    assert due(late, **fields) == [
        f"action A1 is due {days} days after the publication; a {severity} allows {days - 1}"
    ]


def test_without_a_publication_they_count_from_the_end_in_the_zone_of_the_file() -> None:
    fields = {"severity": "SEV1", "timezone": "Pacific/Auckland", "resolved_at": at("12:00")}
    assert due("2025-01-24", **fields) == []
    assert due("2025-01-25", **fields) == [
        "action A1 is due 16 days after the end of the incident; a SEV1 allows 15"
    ]


def test_without_an_end_they_count_from_the_start() -> None:
    assert due("2025-01-24", severity="SEV1") == [
        "action A1 is due 16 days after the start of the incident; a SEV1 allows 15"
    ]


@pytest.mark.parametrize("severity", ["SEV3", None])
def test_other_severities_allow_any(severity: str | None) -> None:
    assert due("2026-01-01", severity=severity) == []


def test_the_policy_says_how_many_days() -> None:
    policy = Policy(severities={Severity.SEV3: SeverityLevel(due_within_days=5)})
    assert due("2025-01-14", policy=policy, severity="SEV3") == [
        "action A1 is due 6 days after the start of the incident; a SEV3 allows 5"
    ]


def test_the_hint_names_no_day_that_has_passed() -> None:
    actions = [{"action": "Add a canary", "due": "2025-03-03"}]
    fields: dict[str, Any] = {"severity": "SEV1", "actions": actions}
    early = found(action_due_policy, as_of=EARLY, **fields)
    late = found(action_due_policy, as_of=date(2025, 2, 1), **fields)
    assert early[0].hint == "bring it forward to 23 Jan 2025, or split off what can be done by then"
    assert late[0].hint == "bring it forward, or split off what can be done at once"


def test_what_is_overdue_or_closed_is_left_alone() -> None:
    actions = [
        {"action": "Add a canary", "due": "2025-01-30"},
        {"action": "Page", "due": "2025-03-03", "status": "done"},
    ]
    assert messages(action_due_policy, severity="SEV1", actions=actions) == []
