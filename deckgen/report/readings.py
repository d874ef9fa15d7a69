"""Many times on little room: each day is said once."""

from __future__ import annotations

import textwrap
from collections.abc import Iterator, Sequence
from itertools import groupby
from zoneinfo import ZoneInfo

from deckgen.postmortem.impact import Point
from deckgen.writers.yaml_scalars import moment_scalar, number_scalar

_WIDTH = 96
_DAY = len("2025-01-08")


def one_day(times: Sequence[str]) -> tuple[str, Sequence[str]]:
    """Return the day that all `times` (`2025-01-08 02:15`) share, and their clock times.

    Without one, or where one of them is in UTC, that is no day and the times as they are.
    """
    days = {time[:_DAY] for time in times}
    if len(days) != 1 or any(time.endswith("Z") for time in times):
        return "", times
    return days.pop(), [time[_DAY + 1 :] for time in times]


def readings(points: Sequence[Point], zone: ZoneInfo) -> Iterator[str]:
    """Yield lines: a day, then its readings as `02:15,0.5`; `2025-01-08T01:30Z,2` is one in UTC."""
    written = [(moment_scalar(at, zone), number_scalar(value)) for at, value in points]
    for day, of_day in groupby(written, key=lambda one: "" if one[0][-1] == "Z" else one[0][:_DAY]):
        if day:
            yield day
        start = _DAY + 1 if day else 0
        said = "  ".join(f"{at[start:].replace(' ', 'T')},{value}" for at, value in of_day)
        yield from textwrap.wrap(said, _WIDTH, break_long_words=False, break_on_hyphens=False)
