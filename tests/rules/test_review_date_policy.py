"""Reviews that are too late, or too early."""

from __future__ import annotations

from datetime import date
from typing import Any

from deckgen.policy import Policy
from deckgen.rule import Finding
from deckgen.rules import review_date_policy
from tests.builders import at
from tests.rules.cases import found

LOC = ("follow_up", "review_at")


def reviewed(day: date, policy: Policy | None = None, **more: Any) -> list[Finding]:
    return found(review_date_policy, policy, follow_up={"review_at": day}, **more)


def test_a_review_after_the_days_allowed_is_found() -> None:
    over: dict[str, Any] = {"resolved_at": at("03:20")}
    assert reviewed(date(2025, 3, 5), **over) == []
    assert reviewed(date(2025, 3, 6), **over) == [
        Finding(
            LOC,
            "the review is 57 days after the incident; 56 are allowed",
            "set it to 5 Mar 2025 or earlier",
        )
    ]
    assert reviewed(date(2025, 3, 6), Policy(review_within_days=90), **over) == []


def test_a_review_before_the_last_due_date_is_found() -> None:
    actions = [
        {"action": "Page", "due": "2025-02-10"},
        {"action": "Add a canary", "due": "2025-02-20"},
        {"action": "Purge", "due": "2025-04-01", "status": "done"},
    ]
    assert reviewed(date(2025, 2, 20), actions=actions) == []
    assert reviewed(date(2025, 2, 19), actions=actions) == [
        Finding(
            LOC,
            "the review is before action A2 is due, on 20 Feb 2025",
            "review after the last due date, or bring that date forward",
        )
    ]


def test_an_instant_is_taken_as_its_day_in_the_zone_of_the_file() -> None:
    actions = [{"action": "Page", "due": "2025-02-20"}]
    late: dict[str, Any] = {
        "follow_up": {"review_at": at("20:00", "2025-02-19")},
        "actions": actions,
    }
    assert found(review_date_policy, timezone="Pacific/Auckland", **late) == []
    assert len(found(review_date_policy, **late)) == 1


def test_without_a_review_nothing_is_said() -> None:
    assert found(review_date_policy, resolved_at=at("03:20")) == []
