"""What a measurement over time tells: how it usually reads, how bad it got, and for how long."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import datetime, timedelta
from itertools import pairwise
from statistics import median
from typing import Literal, NamedTuple

from deckgen.postmortem.impact import Point, Series


class Course(NamedTuple):
    """The course of a measurement through an incident.

    `usual` is what it reads without an incident. `worse` says on which side of that the incident
    lies; `worst` is the farthest reading on this side. `beyond` is how long the threshold was
    passed from the start of the incident on, None where the measurement has none.
    """

    usual: float
    worse: Literal["above", "below"]
    worst: Point
    beyond: timedelta | None


def course(series: Series, started_at: datetime) -> Course:
    """Return the course of `series` through an incident that started at `started_at`.

    The usual reading is the median of those until the start. Where there is none it is the last
    one: a measurement that begins within an incident begins with bad readings.
    The worse side is that on which it does not lie of the threshold; without a threshold the side
    to which the readings go farther.
    """
    points, threshold = series.points, series.threshold
    usual = median([value for at, value in points if at <= started_at] or [points[-1][1]])
    high = max(points, key=lambda point: point[1])
    low = min(points, key=lambda point: point[1])
    is_above = high[1] - usual >= usual - low[1] if threshold is None else usual <= threshold
    beyond = None
    if threshold is not None:
        signed = [(at, value if is_above else -value) for at, value in _since(points, started_at)]
        beyond = time_above(signed, threshold if is_above else -threshold)
    return Course(usual, "above" if is_above else "below", high if is_above else low, beyond)


def _since(points: Sequence[Point], start: datetime) -> list[Point]:
    """Return the readings from `start` on, with that at which the line passes it."""
    since = [point for point in points if point[0] >= start]
    before = points[len(points) - len(since) - 1] if len(since) < len(points) else None
    if not since or before is None or since[0][0] == start:
        return since
    share = (start - before[0]) / (since[0][0] - before[0])
    return [(start, before[1] + (since[0][1] - before[1]) * share), *since]


def time_above(points: Sequence[Point], threshold: float) -> timedelta:
    """Return how long straight lines through `points`, in order of time, run above `threshold`."""
    total = timedelta()
    for (begin, first), (end, last) in pairwise(points):
        if first > threshold and last > threshold:
            total += end - begin
        elif (first > threshold) != (last > threshold):
            share = (max(first, last) - threshold) / abs(last - first)
            total += (end - begin) * share
    return total
