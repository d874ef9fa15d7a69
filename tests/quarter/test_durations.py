"""Durations as distributions, and medians of enough of them only."""

from __future__ import annotations

from datetime import timedelta

import pytest

from deckgen.postmortem.vocabulary import Severity
from deckgen.quarter.durations import median_of, spreads
from deckgen.quarter.values import Spread, SpreadPoint
from tests.quarter.builders import incident


def minutes(*amounts: float) -> list[timedelta]:
    return [timedelta(minutes=amount) for amount in amounts]


@pytest.mark.parametrize("few", [[], minutes(1), minutes(1, 2, 3, 4)])
def test_of_fewer_than_five_there_is_no_median(few: list[timedelta]) -> None:
    assert median_of(few) is None


def test_the_median_lies_in_the_middle_whatever_the_longest_is() -> None:
    assert median_of(minutes(9, 1, 2, 3, 100_000)) == timedelta(minutes=3)
    assert median_of(minutes(1, 2, 3, 4, 5, 6)) == timedelta(minutes=3.5)


def test_every_incident_is_a_point_and_what_is_not_recorded_is_counted() -> None:
    slow, fast = timedelta(hours=2), timedelta(minutes=5)
    now = [
        incident("A", time_to_detect=slow),
        incident("B"),
        incident("C", time_to_detect=fast, severity=None),
    ]
    before = [incident(f"D{n}", time_to_detect=fast) for n in range(5)]
    detect, mitigate, _ = spreads(now, before)
    points = (SpreadPoint("C", None, fast), SpreadPoint("A", Severity.SEV2, slow))
    assert detect == Spread("time_to_detect", "Time to detect", points, 1, None, fast, 5)
    assert mitigate == Spread("time_to_mitigate", "Time to mitigate", (), 3, None, None, 0)
