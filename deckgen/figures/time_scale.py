"""From instants to pixels: a scale between linear and equally spaced."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterator, Sequence
from datetime import datetime
from itertools import accumulate, pairwise
from typing import NamedTuple

from deckgen.figures.placement import place


class Anchor(NamedTuple):
    """An instant with a mark of `size` pixels. `room` is its share where events are spread."""

    at: datetime
    size: float
    room: float


class Knot(NamedTuple):
    """An instant and the pixels from its first to its last mark."""

    at: datetime
    first: float
    last: float


class TimeScale(NamedTuple):
    """A rising, piecewise linear scale.

    `positions` are the centres of the anchors in pixels, in their order, `knots` the instants
    between which the scale is linear. `distortion` is how far an anchor stands from its place on
    a linear axis at most, as a share of the width.
    """

    positions: tuple[float, ...]
    knots: tuple[Knot, ...]
    distortion: float

    def position(self, at: datetime) -> float:
        """Return the x of an instant; instants before or after the scale get its ends."""
        right = bisect_right(self.knots, at, key=lambda knot: knot.at)
        if right == 0:
            return self.knots[0].first
        before = self.knots[right - 1]
        if before.at == at or right == len(self.knots):
            return before.first if before.at == at else before.last
        after = self.knots[right]
        return before.last + (after.first - before.last) * (
            (at - before.at) / (after.at - before.at)
        )


def time_scale(anchors: Sequence[Anchor], left: float, right: float, linear: float) -> TimeScale:
    """Return a scale through `anchors`, which must be in the order of time, from `left` to `right`.

    `linear` is 1 for positions in proportion to time and 0 for positions in proportion to the
    anchors' room alone. Marks never cover each other, those of one instant stand side by side,
    unless there are more than the width holds: then all are closer by the same factor.
    """
    true = _linear_positions(anchors, left, right)
    spread = _spread_positions(anchors, left, right)
    wanted = [linear * a + (1 - linear) * b for a, b in zip(true, spread, strict=True)]
    sizes = _sizes(anchors, right - left)
    positions = place(wanted, sizes, left - sizes[0] / 2, right + sizes[-1] / 2)
    farthest = max(abs(a - b) for a, b in zip(positions, true, strict=True))
    distortion = farthest / (right - left) if right > left else 0.0
    return TimeScale(tuple(positions), tuple(_knots(anchors, positions)), distortion)


def _linear_positions(anchors: Sequence[Anchor], left: float, right: float) -> list[float]:
    begins, span = anchors[0].at, anchors[-1].at - anchors[0].at
    if not span:
        return _spread_positions(anchors, left, right)
    return [left + (right - left) * ((anchor.at - begins) / span) for anchor in anchors]


def _spread_positions(anchors: Sequence[Anchor], left: float, right: float) -> list[float]:
    steps = [(a.room + b.room) / 2 for a, b in pairwise(anchors)]
    passed = list(accumulate(steps, initial=0.0))
    if not passed[-1]:
        return [(left + right) / 2] * len(anchors)
    return [left + (right - left) * (step / passed[-1]) for step in passed]


def _sizes(anchors: Sequence[Anchor], width: float) -> list[float]:
    needed = sum(anchor.size for anchor in anchors)
    shrink = min(1.0, width / needed)
    return [anchor.size * shrink for anchor in anchors]


def _knots(anchors: Sequence[Anchor], positions: Sequence[float]) -> Iterator[Knot]:
    first = last = positions[0]
    for n, anchor in enumerate(anchors):
        last = positions[n]
        if n + 1 == len(anchors) or anchors[n + 1].at != anchor.at:
            yield Knot(anchor.at, first, last)
            first = positions[min(n + 1, len(anchors) - 1)]
