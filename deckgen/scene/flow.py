"""Blocks one below the other: onto how many pages they go, and where each stands."""

from __future__ import annotations

from collections.abc import Sequence


def page_ranges(heights: Sequence[int], available: int, gap: int = 0) -> list[range]:
    """Return which blocks go onto each page, in order, each page at least one.

    `heights`, `available` and `gap` are EMU. A last page with a single block takes another from
    the page before, where that leaves it two and the room suffices.
    """
    ends, used = [], 0
    for n, height in enumerate(heights):
        if n and used + gap + height > available:
            ends.append(n)
            used = height
        else:
            used += height + (gap if used else 0)
    starts = [0, *ends]
    lonely = len(heights) - starts[-1] == 1 and len(starts) > 1
    if lonely and starts[-1] - starts[-2] > 2 and sum(heights[-2:]) + gap <= available:
        starts[-1] -= 1
    return [range(a, b) for a, b in zip(starts, [*starts[1:], len(heights)], strict=True) if b > a]


def spread(
    heights: Sequence[int], available: int, gap: int, most: float = 1.3
) -> list[tuple[int, int]]:
    """Return the top and height of each block, grown by up to a factor `most` to fill the room."""
    gaps = gap * (len(heights) - 1)
    grown = min(most, max(1.0, (available - gaps) / max(1, sum(heights))))
    places, top = [], 0
    for height in heights:
        share = int(height * grown)
        places.append((top, share))
        top += share + gap
    return places
