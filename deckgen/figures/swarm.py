"""Dots along a line, moved aside where they would cover each other: a beeswarm."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import count

LARGEST, SMALLEST = 7.0, 1.5
"""The largest and the smallest radius of a dot in pixels."""

_STEP = 0.85


def swarm(xs: Sequence[float], half: float) -> tuple[float, list[float]]:
    """Return the radius of all dots, and how far each stands from the line through `xs`, sorted.

    Dots stand in lanes, the nearest to the line that is free. They are as large as `half`, the room
    on either side, allows; where even the smallest have no room, those too many share the outmost
    lanes.
    """
    radius = LARGEST
    while True:
        lanes = _lanes(xs, 2 * radius)
        if max(map(abs, lanes), default=0) * 2 * radius + radius <= half:
            break
        if radius <= SMALLEST:
            most = max(0, int((half - radius) // (2 * radius)))
            lanes = [max(-most, min(most, lane)) for lane in lanes]
            break
        radius = max(SMALLEST, radius * _STEP)
    return radius, [lane * 2 * radius for lane in lanes]


def _lanes(xs: Sequence[float], wide: float) -> list[int]:
    """Return the lane of each dot: 0 is the line, then -1 and 1, -2 and 2 and so on."""
    last: dict[int, float] = {}
    lanes = []
    for x in xs:
        for n in count():
            lane = n // 2 if n % 2 == 0 else -(n // 2 + 1)
            if lane not in last or x - last[lane] >= wide:
                break
        last[lane] = x
        lanes.append(lane)
    return lanes
