"""Blocks one below the other: onto how many pages they go, and where each stands."""

from __future__ import annotations

from collections.abc import Sequence

from deckgen.scene.geometry import EMU_PER_POINT

_TOLERANCE = EMU_PER_POINT


def page_ranges(heights: Sequence[int], available: int, gap: int = 0) -> list[range]:
    """Return which blocks go onto each page, in order, on as few pages as can be, evenly filled.

    `heights`, `available` and `gap` are EMU. A page has at least one block, even if it is higher
    than `available`. Even filling is the smallest limit to a page's height that needs no further
    page, found by bisection.
    """
    pages = _filled(heights, available, gap)
    low, high = 0, available
    while high - low > _TOLERANCE:
        middle = (low + high) // 2
        evener = _filled(heights, middle, gap)
        if len(evener) > len(pages):
            low = middle
        else:
            high, pages = middle, evener
    return pages


def _filled(heights: Sequence[int], limit: int, gap: int) -> list[range]:
    """Return the pages of blocks that are filled one after the other up to `limit`."""
    pages, start, used = [], 0, 0
    for n, height in enumerate(heights):
        if n > start and used + gap + height > limit:
            pages.append(range(start, n))
            start, used = n, height
        else:
            used += height + (gap if n > start else 0)
    return [*pages, range(start, len(heights))] if heights else []


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
