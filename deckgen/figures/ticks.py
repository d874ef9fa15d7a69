"""Round times along an axis that may be stretched: each stretch gets the step it has room for."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterator, Sequence
from datetime import UTC, date, datetime, time, timedelta
from itertools import pairwise
from typing import NamedTuple
from zoneinfo import ZoneInfo

from deckgen.figures.time_scale import TimeScale

SPACING = 64.0
"""The least distance between two ticks in pixels: a label of five digits and some air."""

_STEPS = tuple(timedelta(minutes=minutes) for minutes in (720, 360, 180, 60, 30, 15, 5, 1))
_MOST_DAYS = 1_500
_FEW = 62
_WIDE = 4 * SPACING


class Tick(NamedTuple):
    """A round time `at` (UTC) at `x` pixels; `is_day` says that a local day begins there."""

    x: float
    at: datetime
    is_day: bool


def ticks(scale: TimeScale, zone: ZoneInfo) -> list[Tick]:
    """Return ticks from left to right, no two closer than SPACING, round in `zone`.

    Years, months and days come first, each wherever it has room; where there are many, only in
    gaps that hold several. Then every gap between two ticks is divided by ever finer steps of the
    clock, as long as all ticks of a step have room in the gap; so an even axis gets an even step,
    and a stretched one is finer where it is wide.
    """
    days = _days(scale, zone)
    ends = [None, *days, None]
    found = list(days)
    for before, after in pairwise(ends):
        found += _divided(scale, zone, before, after, 0)
    return sorted(found, key=lambda tick: tick.x)


def _days(scale: TimeScale, zone: ZoneInfo) -> list[Tick]:
    begins, ends = scale.knots[0].at, scale.knots[-1].at
    found: list[Tick] = []
    for days in _calendar(begins.astimezone(zone).date(), ends.astimezone(zone).date()):
        instants = [datetime.combine(day, time(), zone).astimezone(UTC) for day in days]
        inside = [at for at in instants if begins <= at <= ends]
        finer = [Tick(scale.position(at), at, is_day=True) for at in inside]
        if len(finer) > _FEW:
            finer = list(_in_wide_gaps(finer, found, scale))
        found = _added(found, finer)
    return found


def _calendar(first: date, last: date) -> Iterator[Sequence[date]]:
    """Yield the days on which a year begins, then a month, then any, where those are countable."""
    yield [date(year, 1, 1) for year in range(first.year + 1, last.year + 1)]
    if (last - first).days <= 30 * _MOST_DAYS:
        months = range(first.year * 12 + first.month, last.year * 12 + last.month)
        yield [date(month // 12, month % 12 + 1, 1) for month in months]
    if (last - first).days <= _MOST_DAYS:
        yield [first + timedelta(days=n) for n in range((last - first).days + 1)]


def _in_wide_gaps(finer: Sequence[Tick], found: Sequence[Tick], scale: TimeScale) -> Iterator[Tick]:
    """Yield the ticks that stand where those found leave room for several more."""
    edges = [scale.knots[0].first, *(tick.x for tick in found), scale.knots[-1].last]
    for tick in finer:
        after = min(max(bisect_left(edges, tick.x), 1), len(edges) - 1)
        if edges[after] - edges[after - 1] >= _WIDE:
            yield tick


def _added(found: Sequence[Tick], finer: Sequence[Tick]) -> list[Tick]:
    """Return the ticks found and those of the finer that have room beside them, in order."""
    taken = list(found)
    for tick in finer:
        place = bisect_left(taken, tick.x, key=lambda one: one.x)
        if all(abs(tick.x - near.x) >= SPACING for near in taken[max(place - 1, 0) : place + 1]):
            taken.insert(place, tick)
    return taken


def _divided(
    scale: TimeScale, zone: ZoneInfo, before: Tick | None, after: Tick | None, level: int
) -> list[Tick]:
    """Return the ticks between two others, None being an end of the axis."""
    if level == len(_STEPS):
        return []
    begins = before.at if before else scale.knots[0].at
    ends = after.at if after else scale.knots[-1].at
    width = scale.position(ends) - scale.position(begins)
    if (ends - begins) / _STEPS[level] > width / SPACING + 2:
        return []
    times = _clock_times(begins, ends, _STEPS[level], zone)
    inner = [Tick(scale.position(at), at, is_day=False) for at in times]
    row: Sequence[Tick | None] = [before, *inner, after]
    if any(a and b and b.x - a.x < SPACING for a, b in pairwise(row)):
        return []
    return inner + [
        tick for a, b in pairwise(row) for tick in _divided(scale, zone, a, b, level + 1)
    ]


def _clock_times(
    begins: datetime, ends: datetime, step: timedelta, zone: ZoneInfo
) -> Iterator[datetime]:
    """Yield, in UTC, the local times of a step of the clock strictly between two instants.

    Times that a clock change leaves out are none, of those that it repeats the first counts.
    """
    local = begins.astimezone(zone).replace(tzinfo=None)
    midnight = datetime.combine(local.date(), time())
    local = midnight + step * ((local - midnight) // step)
    last = ends.astimezone(zone).replace(tzinfo=None)
    while local <= last:
        at = local.replace(tzinfo=zone).astimezone(UTC)
        if begins < at < ends and at.astimezone(zone).replace(tzinfo=None) == local:
            yield at
        local += step
