"""The course of a measurement: how it usually reads, how bad it got, and for how long."""

from __future__ import annotations

from datetime import timedelta
from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from deckgen.postmortem.impact import Point, Series
from deckgen.postmortem.readings import Course, course, time_above
from tests.builders import at, series

START = at("02:15")


def measured(*readings: tuple[str, float], threshold: float | None = None) -> Course:
    """The course of readings through an incident that starts at 02:15."""
    found = series("Error rate", *readings, threshold=threshold)
    return course(Series.model_validate(found), START)


def test_the_course_tells_the_usual_reading_the_worst_one_and_the_time_beyond() -> None:
    readings = ("02:05", 1.0), ("02:15", 1.0), ("02:25", 9.0), ("02:35", 5.0), ("02:45", 1.0)
    assert measured(*readings, threshold=5.0) == Course(
        1.0, "above", (at("02:25"), 9.0), timedelta(minutes=15)
    )


def test_the_usual_reading_is_the_median_until_the_start_that_of_the_start_included() -> None:
    readings = ("02:00", 1.0), ("02:05", 90.0), ("02:10", 3.0), ("02:15", 2.0), ("02:16", 50.0)
    assert measured(*readings).usual == 2.5


def test_a_measurement_that_begins_within_the_incident_is_not_told_upside_down() -> None:
    readings = ("02:20", 9.0), ("02:30", 22.0), ("02:50", 3.0), ("03:00", 0.2)
    found = measured(*readings, threshold=5.0)
    assert (found.usual, found.worse, found.worst) == (0.2, "above", (at("02:30"), 22.0))


@pytest.mark.parametrize(
    ("values", "worse", "worst"),
    [
        ([10, 14, 7], "above", 14),
        ([10, 12, 3], "below", 3),
        ([10, 13, 7], "above", 13),
        ([10, 10, 10], "above", 10),
        ([-10, -30, -5], "below", -30),
    ],
)
def test_without_a_threshold_the_worse_side_is_that_of_the_farthest_reading(
    values: list[float], worse: str, worst: float
) -> None:
    found = measured(*zip(("02:15", "02:20", "02:25"), values, strict=True))
    assert (found.worse, found.worst[1], found.beyond) == (worse, worst, None)


@pytest.mark.parametrize(
    ("threshold", "worse", "worst"), [(11, "above", 12), (10, "above", 12), (9, "below", -90)]
)
def test_with_a_threshold_the_worse_side_is_beyond_it(
    threshold: float, worse: str, worst: float
) -> None:
    found = measured(("02:15", 10), ("02:20", -90), ("02:25", 12), threshold=threshold)
    assert (found.worse, found.worst[1]) == (worse, worst)


def test_of_equally_bad_readings_the_first_is_the_worst() -> None:
    assert measured(("02:15", 0), ("02:20", 9), ("02:25", 9)).worst == (at("02:20"), 9)


def test_below_a_threshold_is_beyond_it_where_the_usual_reading_is_above() -> None:
    readings = ("02:15", 100), ("02:25", 90), ("02:35", 100)
    assert measured(*readings, threshold=95).beyond == timedelta(minutes=10)


def test_a_threshold_that_is_only_reached_is_not_passed() -> None:
    assert measured(("02:15", 1), ("02:20", 5), ("02:25", 1), threshold=5).beyond == timedelta()


def test_the_time_beyond_counts_from_the_start_of_the_incident_on() -> None:
    readings = ("02:00", 1), ("02:05", 1), ("02:10", 9), ("02:20", 9), ("02:30", 1)
    assert measured(*readings, threshold=5).beyond == timedelta(minutes=10)


def test_where_the_line_passes_the_start_it_counts_from_there() -> None:
    readings = ("02:05", 1), ("02:10", 1), ("02:20", 9), ("02:30", 9)
    assert measured(*readings, threshold=5).beyond == timedelta(minutes=15)
    assert measured(*readings, threshold=7).beyond == timedelta(minutes=12.5)


def test_readings_before_the_start_alone_were_never_beyond() -> None:
    assert measured(("02:00", 1), ("02:05", 1), ("02:10", 9), threshold=5).beyond == timedelta()


def test_a_single_reading_was_beyond_for_no_time() -> None:
    found = measured(("02:20", 9), threshold=5)
    assert found == Course(9, "below", (at("02:20"), 9), timedelta())


def test_two_readings_of_one_instant_are_a_step() -> None:
    steps = [(at("02:15"), 1.0), (at("02:20"), 1.0), (at("02:20"), 9.0), (at("02:30"), 9.0)]
    assert time_above(steps, 5) == timedelta(minutes=10)


_VALUES = st.floats(-1e15, 1e15)
_STEPS = st.lists(st.tuples(st.integers(0, 3_600), _VALUES), min_size=1, max_size=30)


@given(_STEPS, _VALUES)
def test_the_times_above_and_below_make_up_the_whole(
    steps: list[tuple[int, float]], threshold: float
) -> None:
    points: list[Point] = []
    moment = START
    for seconds, value in steps:
        moment += timedelta(seconds=seconds)
        points.append((moment, value))
    above = time_above(points, threshold)
    below = time_above([(when, -value) for when, value in points], -threshold)
    level = sum(
        (b[0] - a[0] for a, b in pairwise(points) if a[1] == b[1] == threshold), timedelta()
    )
    whole = points[-1][0] - points[0][0]
    assert abs(above + below + level - whole) < timedelta(milliseconds=1)
    assert timedelta() <= above <= whole
