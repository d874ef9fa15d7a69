"""Boxes on a line: as near as possible to where they want to be, in order and apart."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import accumulate, pairwise


def place(
    wanted: Sequence[float], widths: Sequence[float], low: float, high: float, gap: float = 0.0
) -> list[float]:
    """Return the centres of boxes of `widths`, in the given order, that lie in [`low`, `high`].

    Neighbours are at least `gap` apart, and the sum of the squared distances from the `wanted`
    centres is the least possible. All lengths are of one unit. Less the room that the boxes
    before it need, every box may stand at or after the one before: that is isotonic regression,
    solved by pooling adjacent violators (Ayer et al. 1955; Best and Chakravarti 1990) in linear
    time, and cutting its solution off at the bounds is the solution within the bounds.

    Raises ValueError where the boxes are wider than the line.
    """
    if not wanted:
        return []
    steps = [(a + b) / 2 + gap for a, b in pairwise(widths)]
    offsets = list(accumulate(steps, initial=0.0))
    first, last = low + widths[0] / 2, high - widths[-1] / 2 - offsets[-1]
    if last < first - 1e-6:
        raise ValueError(f"boxes need {first - last:.1f} more than there is")
    free = isotonic([want - offset for want, offset in zip(wanted, offsets, strict=True)])
    return [
        min(max(value, first), last) + offset for value, offset in zip(free, offsets, strict=True)
    ]


def isotonic(values: Sequence[float]) -> list[float]:
    """Return the nowhere falling sequence with the least squared distance from `values`."""
    pools: list[tuple[float, int]] = []
    for value in values:
        mean, count = value, 1
        while pools and pools[-1][0] > mean:
            other, others = pools.pop()
            mean, count = (mean * count + other * others) / (count + others), count + others
        pools.append((mean, count))
    return [mean for mean, count in pools for _ in range(count)]
