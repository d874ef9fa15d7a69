"""Impacts that say only how long."""

from __future__ import annotations

from typing import Any

import pytest

from deckgen.rule import Finding
from deckgen.rules import impact_only_duration
from tests.builders import series
from tests.rules.cases import found

MINUTES = {"label": "Downtime", "value": 45, "unit": "min"}


@pytest.mark.parametrize(
    ("impact", "loc"),
    [
        ({"statement": "Down for 45 minutes"}, ("impact", "statement")),
        ({"metrics": [MINUTES]}, ("impact", "metrics", 0, "value")),
        ({"statement": "Down for an hour", "metrics": [MINUTES]}, ("impact", "statement")),
    ],
)
def test_durations_alone_are_found(impact: dict[str, Any], loc: tuple[str | int, ...]) -> None:
    assert found(impact_only_duration, status="resolved", impact=impact) == [
        Finding(
            loc,
            "the only numbers of the impact are durations",
            "add how many customers or requests were hit, or which share of them",
        )
    ]


@pytest.mark.parametrize(
    "impact",
    [
        {},
        {"statement": "Many were hit"},
        {"statement": "12 customers could not pay for 45 minutes"},
        {"metrics": [MINUTES, {"label": "Customers", "value": 12}]},
        {"statement": "Every checkout failed for 45 minutes"},
        {"metrics": [MINUTES], "series": [series("Errors", ("02:15", 3))]},
    ],
)
def test_another_number_or_none_is_left_alone(impact: dict[str, Any]) -> None:
    assert found(impact_only_duration, status="resolved", impact=impact) == []


@pytest.mark.parametrize("more", [{"status": "open"}, {"status": "resolved", "drill": True}])
def test_open_incidents_and_exercises_are_left_alone(more: dict[str, Any]) -> None:
    assert found(impact_only_duration, impact={"metrics": [MINUTES]}, **more) == []
