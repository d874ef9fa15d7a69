"""Blocks one below the other: onto how many pages they go, and where each stands."""

from __future__ import annotations

import sys
from collections.abc import Iterable, Iterator, Sequence

from deckgen.scene.geometry import EMU_PER_POINT

BEYOND = sys.maxsize
"""The number of the page that there is not: that of a block which is higher than a page."""

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


def page_numbers(heights: Iterable[int], available: int, gap: int = 0) -> Iterator[int]:
    """Yield the page of each block, counted from 0, as pages are filled one after the other.

    Of what is higher than a page, and of all behind it, the page is BEYOND.
    """
    page, used = 0, -gap
    for height in heights:
        used += gap + height
        if used > available and page < BEYOND:
            page, used = page + 1, height
        if height > available:
            page = BEYOND
        yield page


def pages_left(heights: Sequence[int], available: int, gap: int = 0) -> list[int]:
    """Return for each block how many pages it needs, with all behind it, where it starts one."""
    used, end, following = -gap, 0, list[int]()
    for number, height in enumerate(heights):
        while end < len(heights) and (end == number or used + gap + heights[end] <= available):
            used, end = used + gap + heights[end], end + 1
        following.append(end)
        used -= gap + height
    left = [0] * (len(heights) + 1)
    for number in reversed(range(len(heights))):
        left[number] = 1 + left[following[number]]
    return left[:-1]


def need_no_more(numbers: Iterable[int], least: Sequence[int], last: int) -> bool:
    """Whether blocks on the pages `numbers` end on page `last` or before.

    `least` are the `pages_left` of the same blocks where none is higher. So it is seen with the
    first block of each page whether the rest could end in time, and what cannot is given up.
    """
    page = -1
    for number, left in zip(numbers, least, strict=True):
        if number > page and number + left - 1 > last:
            return False
        page = number
    return page <= last


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
