"""An axis of durations: linear from nought, or logarithmic where they differ by far."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import timedelta
from math import log
from typing import NamedTuple

_ROUND = tuple(
    timedelta(seconds=seconds)
    for seconds in (
        1, 2, 5, 10, 15, 30, 60, 120, 300, 600, 900, 1_800, 3_600, 7_200, 14_400, 28_800, 43_200,
        86_400, 172_800, 345_600, 604_800, 1_209_600, 2_592_000, 5_184_000, 10_368_000, 31_536_000,
        63_072_000, 157_680_000, 315_360_000,
    )
)  # fmt: skip
"""Durations that axes are marked at, such as 15 minutes, 4 hours and a week."""

_FAR = 20
_SHORTEST = timedelta(minutes=1)


class DurationAxis(NamedTuple):
    """An axis from `lowest` to `highest`; durations below it stand at its left end."""

    lowest: timedelta
    highest: timedelta
    is_logarithmic: bool

    def share(self, duration: timedelta) -> float:
        """Return where on the axis a duration stands, from 0 to 1."""
        held = min(max(duration, self.lowest), self.highest)
        if self.is_logarithmic:
            return log(held / self.lowest) / log(self.highest / self.lowest)
        return (held - self.lowest) / (self.highest - self.lowest)

    def ticks(self, most: int) -> list[timedelta]:
        """Return at most so many round durations on the axis, evenly chosen."""
        inside = [one for one in _ROUND if self.lowest <= one <= self.highest]
        if not self.is_logarithmic:
            inside = _multiples(self, most)
        every = max(1, -(-len(inside) // max(1, most)))
        return inside[::every]


def duration_axis(durations: Iterable[timedelta]) -> DurationAxis:
    """Return the axis for `durations`, at least one of them.

    It is logarithmic where the longest is over twenty times the shortest that is a minute or more:
    what lasts less stands at its left end.
    """
    found = sorted(durations)
    longest = max(found[-1], _SHORTEST)
    shortest = max(_SHORTEST, next((one for one in found if one >= _SHORTEST), _SHORTEST))
    if longest / shortest <= _FAR:
        return DurationAxis(timedelta(), _above(longest), is_logarithmic=False)
    return DurationAxis(_below(shortest), _above(longest), is_logarithmic=True)


def _below(duration: timedelta) -> timedelta:
    return max((one for one in _ROUND if one <= duration), default=_ROUND[0])


def _above(duration: timedelta) -> timedelta:
    return min((one for one in _ROUND if one >= duration), default=duration)


def _multiples(axis: DurationAxis, most: int) -> list[timedelta]:
    """Return the multiples of the least round duration that are few enough on a linear axis."""
    step = next((one for one in _ROUND if axis.highest / one <= most), axis.highest)
    return [step * n for n in range(int(axis.highest / step) + 1)]
