"""Many readings drawn as few, with the same picture: the M4 method.

Of all readings that fall into one column of pixels, a line goes through at most four: the first,
the lowest, the highest and the last (Jugel et al., "M4: A Visualization-Oriented Time Series Data
Aggregation", PVLDB 7, 2014). So every peak is kept with its true value.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from datetime import datetime
from itertools import groupby, pairwise

from deckgen.postmortem.impact import Point


def reduced(points: Sequence[Point], begins: datetime, ends: datetime, columns: int) -> list[Point]:
    """Return the readings to draw of `points`, in order of time, from `begins` to `ends`.

    There are at most four for each of `columns` equal parts of that time. Where the line crosses
    an end of it, the reading there is interpolated.
    """
    span = ends - begins
    inside = list(_within(points, begins, ends))
    if len(inside) <= columns:
        return inside

    def column(point: Point) -> int:
        return min(int((point[0] - begins) / span * columns), columns - 1)

    return [kept for _, group in groupby(inside, key=column) for kept in _telling(list(group))]


def _telling(group: Sequence[Point]) -> list[Point]:
    """Return the first, lowest, highest and last reading of a column, each once, in order."""
    numbers = range(len(group))
    low = min(numbers, key=lambda n: group[n][1])
    high = max(numbers, key=lambda n: group[n][1])
    return [group[n] for n in sorted({0, low, high, len(group) - 1})]


def _within(points: Sequence[Point], begins: datetime, ends: datetime) -> Iterator[Point]:
    """Yield the readings from `begins` to `ends`, with those at which the line crosses these."""
    if len(points) == 1:
        yield from (point for point in points if begins <= point[0] <= ends)
        return
    for n, (before, after) in enumerate(pairwise(points)):
        if before[0] < begins < after[0]:
            yield _between(before, after, begins)
        if begins <= before[0] <= ends:
            yield before
        if before[0] < ends < after[0]:
            yield _between(before, after, ends)
        if n == len(points) - 2 and begins <= after[0] <= ends:
            yield after


def _between(before: Point, after: Point, at: datetime) -> Point:
    share = (at - before[0]) / (after[0] - before[0])
    return at, before[1] + (after[1] - before[1]) * share
