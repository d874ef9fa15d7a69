"""Round values along an axis."""

from __future__ import annotations

from math import ceil, floor, log10
from typing import NamedTuple

_STEPS = (1.0, 2.0, 2.5, 5.0, 10.0)
_NEAR_ZERO = 0.5
_NO_SPREAD = 1e-9
_NOUGHT = 1e-303  # parts of what is smaller are no numbers any more


class ValueAxis(NamedTuple):
    """An axis from `lowest` to `highest`, with ticks at round values in between."""

    lowest: float
    highest: float
    ticks: tuple[float, ...]


def value_axis(lowest: float, highest: float, most: int) -> ValueAxis:
    """Return an axis that holds the values from `lowest` to `highest`, with about `most` ticks.

    It starts at nought, unless that would leave more than half of it empty.
    """
    low, high = min(lowest, highest), max(lowest, highest)
    if low >= 0 and low <= _NEAR_ZERO * high:
        low = 0.0
    elif high <= 0 and high >= _NEAR_ZERO * low:
        high = 0.0
    farthest = max(abs(low), abs(high))
    if high - low <= max(_NO_SPREAD * farthest, _NOUGHT):
        room = farthest / 10 if farthest > _NOUGHT else 1.0
        low, high = low - room, high + room
    step = _step((high - low) / max(1, most))
    first, last = floor(low / step + 1e-9), ceil(high / step - 1e-9)
    ticks = tuple(float(f"{n * step:.15g}") for n in range(first, last + 1))
    return ValueAxis(min(low, ticks[0]), max(high, ticks[-1]), ticks)


def _step(least: float) -> float:
    """Return the smallest round step that is not under `least`."""
    unit: float = 10.0 ** floor(log10(least))
    return next(factor * unit for factor in _STEPS if factor * unit >= least * (1 - 1e-9))
