"""Durations that are told and are not what the times say."""

from __future__ import annotations

from typing import Any

import pytest

from deckgen.rule import Finding
from deckgen.rules import reported_measures
from tests.builders import at
from tests.rules.cases import found

TIMES: dict[str, Any] = {
    "detected_at": at("02:19"),
    "mitigated_at": at("03:00"),
    "resolved_at": at("06:32"),
}
"""Detected after 4 m, mitigated after 45 m, resolved after 4 h 17 m."""


def test_a_reported_figure_that_differs_is_found() -> None:
    assert found(reported_measures, **TIMES, reported={"time_to_mitigate": "50m"}) == [
        Finding(
            ("reported", "time_to_mitigate"),
            "time_to_mitigate is reported as 50m; the times say 45m",
            "correct the one that is wrong, or say beside it what it counts",
        )
    ]


@pytest.mark.parametrize(
    ("reported", "resolved", "right"),
    [
        ("4h 17m", "06:32", True),
        ("257m 30s", "06:32", True),
        ("4h 18m", "06:32", False),
        ("4h", "06:32", False),
        ("18h", "20:48", True),
        ("18h", "21:15", False),
    ],
)
def test_a_figure_of_many_whole_hours_may_be_rounded(
    reported: str, resolved: str, right: bool
) -> None:
    fields: dict[str, Any] = {
        "resolved_at": at(resolved),
        "reported": {"time_to_resolve": reported},
    }
    assert (found(reported_measures, **fields) == []) is right


def test_a_figure_that_cannot_be_computed_is_left_alone() -> None:
    assert found(reported_measures, reported={"time_to_resolve": "1h"}) == []


@pytest.mark.parametrize(
    ("section", "text", "words"),
    [
        ("title", "Checkout down for 52 minutes", "52 minutes"),
        ("title", "Checkout down for almost three hours", "three hours"),
        ("title", "A 30-minute outage of checkout", "30-minute"),
        ("summary", "The incident lasted about 2 hours and 5 minutes", "2 hours and 5 minutes"),
        ("statement", "12,000 customers could not pay in a 50-minute fault", "50-minute"),
    ],
)
def test_a_told_length_that_no_measure_has_is_found(section: str, text: str, words: str) -> None:
    fields = {"impact": {"statement": text}} if section == "statement" else {section: text}
    start = text.index(words)
    findings = found(reported_measures, **TIMES, **fields)
    assert [(it.message, it.span) for it in findings] == [
        (f"'{words}': by its times, the impact lasted 45m", (start, start + len(words)))
    ]


@pytest.mark.parametrize(
    "text",
    [
        "Checkout down for 45 minutes",
        "Checkout down for four hours",
        "A 45-minute outage of checkout",
        "A 10-minute outage of one page in a 4-hour incident",
        "Checkout down after 20 minutes of load",
        "Checkout keeps data for 30 days too long",
        "Checkout down",
    ],
)
def test_what_is_right_or_tells_no_length_is_left_alone(text: str) -> None:
    fields = {**TIMES, "summary": text}
    assert found(reported_measures, **fields) == []


def test_only_the_title_takes_any_for() -> None:
    assert found(reported_measures, **TIMES, summary="Reads failed for 20 minutes") == []


def test_without_an_end_nothing_is_said() -> None:
    assert found(reported_measures, title="Checkout down for 20 minutes") == []
