"""Durations as people write and read them: `65m`, `1h 5m`, `1 hour 5 minutes`."""

from __future__ import annotations

import re
from datetime import timedelta

_UNIT_SECONDS = {"d": 86_400, "h": 3_600, "m": 60, "s": 1}
_PART = re.compile(
    r"(\d++(?:\.\d++)?) ?(d(?:ays?)?|h(?:ours?|rs?)?|m(?:in(?:ute)?s?)?|s(?:ec(?:ond)?s?)?) ?",
    re.IGNORECASE | re.ASCII,
)
DURATION_PATTERN = (
    r"^\s*(\d+(\.\d+)?\s*([dD](ays?)?|[hH](ours?|rs?)?|[mM](in(ute)?s?)?|[sS](ec(ond)?s?)?)\s*)+$"
)
"""A duration as a pattern of JSON Schema, for editors."""


def parse_duration(text: str) -> timedelta:
    """Return the duration that `text` states, such as `65m`, `1h 5m`, `2 days` or `90 s`.

    Raises ValueError when it is none, or when a unit stands twice.
    """
    seconds = (float(number) * _UNIT_SECONDS[unit] for unit, number in _numbers(text).items())
    try:
        return timedelta(seconds=sum(seconds))
    except OverflowError:
        raise ValueError("is longer than any incident") from None


def _numbers(text: str) -> dict[str, str]:
    """Return the number of each unit in `text`, by the unit's first letter."""
    text, numbers, start = " ".join(text.split()), dict[str, str](), 0
    while start < len(text) or not numbers:
        part = _PART.match(text, start)
        unit = part[2][0].lower() if part else ""
        if not part or unit in numbers:
            raise ValueError("is not a duration: write it like 65m, 1h 5m or 2d")
        numbers[unit] = part[1]
        start = part.end()
    return numbers


def short_duration(duration: timedelta) -> str:
    """Return `duration` in its two largest units, as `45m`, `1h 05m`, `2d 3h` or `40s`."""
    (count, unit), *rest = _parts(duration)
    tail = "".join(f" {n:02d}{u[0]}" if u[0] in "ms" else f" {n}{u[0]}" for n, u in rest)
    return f"{count}{unit[0]}{tail}"


def long_duration(duration: timedelta) -> str:
    """Return `duration` in words, as `45 minutes`, `1 hour 5 minutes` or `2 days 3 hours`."""
    return " ".join(f"{n} {unit}{'' if n == 1 else 's'}" for n, unit in _parts(duration))


def _parts(duration: timedelta) -> list[tuple[int, str]]:
    """Return the one or two largest units of `duration`; seconds count only below ten minutes."""
    seconds = round(abs(duration.total_seconds()))
    if seconds >= 172_770:  # two days, less the half minute that is rounded up to them
        hours = round(seconds / 3_600)
        pair = (hours // 24, "day"), (hours % 24, "hour")
    elif seconds >= 600:
        minutes = round(seconds / 60)
        if minutes < 60:
            return [(minutes, "minute")]
        pair = (minutes // 60, "hour"), (minutes % 60, "minute")
    elif seconds >= 60:
        pair = (seconds // 60, "minute"), (seconds % 60, "second")
    else:
        return [(seconds, "second")] if seconds else [(0, "minute")]
    return [part for part in pair if part[0] or part is pair[0]]
