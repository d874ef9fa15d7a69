"""Durations as distributions: every incident a value, a median only where it means something."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import timedelta
from statistics import median

from deckgen.quarter.definitions import LEAST_FOR_MEDIAN
from deckgen.quarter.incident import Incident
from deckgen.quarter.values import Spread, SpreadPoint

MEASURES = {
    "time_to_detect": "Time to detect",
    "time_to_mitigate": "Time to mitigate",
    "time_to_resolve": "Time to resolve",
}
"""The measures that are shown as distributions, with their names."""


def spreads(now: Sequence[Incident], before: Sequence[Incident]) -> tuple[Spread, ...]:
    """Return each measure over the incidents `now`, beside its median over those `before`."""
    return tuple(_spread(key, name, now, before) for key, name in MEASURES.items())


def _spread(key: str, name: str, now: Sequence[Incident], before: Sequence[Incident]) -> Spread:
    points = sorted(
        (
            SpreadPoint(one.id, one.severity, taken)
            for one in now
            if (taken := _of(one, key)) is not None
        ),
        key=lambda point: (point.duration, point.incident),
    )
    earlier = [taken for one in before if (taken := _of(one, key)) is not None]
    return Spread(
        key,
        name,
        tuple(points),
        len(now) - len(points),
        median_of([point.duration for point in points]),
        median_of(earlier),
        len(earlier),
    )


def _of(incident: Incident, key: str) -> timedelta | None:
    found: timedelta | None = getattr(incident, key)
    return found


def median_of(durations: Sequence[timedelta]) -> timedelta | None:
    """Return the median; None of fewer than LEAST_FOR_MEDIAN, which it would not tell anything of.

    Of an even number it is the mean of the two in the middle.
    """
    if len(durations) < LEAST_FOR_MEDIAN:
        return None
    return timedelta(seconds=median(one.total_seconds() for one in durations))
