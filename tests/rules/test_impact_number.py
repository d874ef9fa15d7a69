"""Impacts without a number."""

from __future__ import annotations

from typing import Any

import pytest

from deckgen.rule import Finding
from deckgen.rules import impact_number
from tests.builders import series
from tests.rules.cases import found

HINT = "say how many customers or requests, which share of them, and for how long"


def test_a_statement_without_a_number_is_found() -> None:
    assert found(impact_number, status="resolved", impact={"statement": "Many were hit"}) == [
        Finding(
            ("impact", "statement"),
            "the impact is stated without a number, and no metric is given",
            HINT,
        )
    ]


@pytest.mark.parametrize("fields", [{}, {"impact": {}}])
def test_no_impact_at_all_is_found_at_the_nearest_key(fields: dict[str, Any]) -> None:
    loc = ("impact",) if fields else ("title",)
    assert found(impact_number, status="mitigated", **fields) == [
        Finding(loc, "the impact is not stated", HINT, of_key=True)
    ]


@pytest.mark.parametrize(
    "impact",
    [
        {"statement": "A third of checkouts failed"},
        {"statement": "Half of the users could not log in"},
        {"statement": "All reads failed for an hour"},
        {"statement": "All of our customers were logged out"},
        {"statement": "No customer noticed"},
        {"statement": "One account lost its data"},
        {"statement": "Nobody could log in"},
        {"metrics": [{"label": "Customers", "value": 12}]},
        {"series": [series("Errors", ("02:15", 3))]},
    ],
)
def test_a_number_anywhere_will_do(impact: dict[str, Any]) -> None:
    assert found(impact_number, status="resolved", impact=impact) == []


@pytest.mark.parametrize(
    "statement",
    [
        "S3 answered with HTTP 500",
        "Checkout failed from 02:15",
        "Deploy 4812 was hit",
        "All was slow",
    ],
)
def test_times_and_names_are_no_numbers(statement: str) -> None:
    assert len(found(impact_number, status="resolved", impact={"statement": statement})) == 1


@pytest.mark.parametrize("more", [{}, {"status": "open"}, {"status": "resolved", "drill": True}])
def test_open_incidents_and_exercises_are_left_alone(more: dict[str, Any]) -> None:
    assert found(impact_number, **more) == []
