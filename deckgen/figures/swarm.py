"""Dots along a line, moved aside where they would cover each other: a beeswarm."""

from __future__ import annotations

from collections.abc import Sequence
from math import inf

LARGEST, SMALLEST = 7.0, 1.5
"""The largest and the smallest radius of a dot in pixels."""

_STEP = 0.85


def swarm(xs: Sequence[float], half: float) -> tuple[float, list[float]]:
    """Return the radius of all dots, and how far each stands from the line through `xs`, sorted.

    Dots stand in lanes, the nearest to the line that is free. They are as large as `half`, the room
    on either side, allows; where even the smallest have no room, those too many share the lanes
    that there are.
    """
    radius = LARGEST
    while True:
        most = int((half - radius) // (2 * radius))
        lanes, have_room = _lanes(xs, 2 * radius, max(0, most))
        if radius <= SMALLEST or (have_room and most >= 0):
            return radius, [lane * 2 * radius for lane in lanes]
        radius = max(SMALLEST, radius * _STEP)


def _lanes(xs: Sequence[float], wide: float, most: int) -> tuple[list[int], bool]:
    """Return the lane of each dot, and whether all of them have room.

    0 is the line, then -1 and 1, -2 and 2 and so on as far as `most`. Where none is free, the one
    is taken that has been for the longest.
    """
    ends = dict.fromkeys(sorted(range(-most, most + 1), key=lambda one: (abs(one), one)), -inf)
    lanes, have_room = list[int](), True
    for x in xs:
        free = next((lane for lane, end in ends.items() if x - end >= wide), None)
        have_room &= free is not None
        lane = min(ends, key=ends.__getitem__) if free is None else free
        ends[lane] = x
        lanes.append(lane)
    return lanes, have_room
