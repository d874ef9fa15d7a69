"""Late publications."""

from __future__ import annotations

from datetime import date
from typing import Any

import pytest

from deckgen.policy import Policy
from deckgen.rule import Finding
from deckgen.rules import publish_late
from tests.builders import at
from tests.rules.cases import found, messages


def published(moment: date, policy: Policy | None = None, **more: Any) -> list[str]:
    fields = {"resolved_at": at("03:20"), "published_at": moment, **more}
    return messages(publish_late, policy, **fields)


def test_a_publication_behind_the_last_moment_is_found() -> None:
    fields: dict[str, Any] = {"resolved_at": at("03:20"), "published_at": at("05:20", "2025-01-10")}
    assert found(publish_late, **fields) == [
        Finding(
            ("published_at",),
            "published 2 days 2 hours after the incident; 48 hours are allowed",
            "publish a first version next time, and go on from there",
        )
    ]


@pytest.mark.parametrize("moment", [at("03:20", "2025-01-10"), date(2025, 1, 10)])
def test_the_last_moment_and_the_whole_last_day_are_on_time(moment: date) -> None:
    assert published(moment) == []


def test_the_day_after_is_late() -> None:
    assert published(date(2025, 1, 11)) == [
        "published 3 days after the incident; 48 hours are allowed"
    ]


def test_days_are_those_of_the_zone_of_the_file() -> None:
    late: dict[str, Any] = {"resolved_at": at("20:00")}
    assert published(date(2025, 1, 11), **late, timezone="Pacific/Auckland") == []
    assert len(published(date(2025, 1, 11), **late)) == 1


def test_the_policy_says_how_many_hours() -> None:
    assert published(date(2025, 1, 11), Policy(publish_within_hours=120)) == []


@pytest.mark.parametrize("more", [{"status": "mitigated"}, {"drill": True}])
def test_what_is_not_resolved_or_an_exercise_is_left_alone(more: dict[str, Any]) -> None:
    assert published(date(2025, 1, 31), **more) == []
