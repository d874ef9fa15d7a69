"""Clock times as people write them: `14:08`, `8:40`, `2:54 PM`, `11.50`, `1600`, `14:??`."""

from __future__ import annotations

import re
from datetime import time
from typing import NamedTuple


class WrittenClock(NamedTuple):
    """A clock time; `at` is None where it is left open, as in `14:??`. `odd` says what is odd."""

    at: time | None
    odd: str = ""


class FoundClock(NamedTuple):
    """A written clock time and where it ends in the text."""

    clock: WrittenClock
    end: int


_HALF = r"(?:\s{0,2}(?P<half>[ap])\.?\s?m\b\.?)"
_FLAGS = re.IGNORECASE | re.ASCII
_USUAL = re.compile(
    rf"(?P<hour>\d{{1,2}}):(?P<minute>\d{{2}})(?!\d)(?::(?P<second>\d{{2}})(?:[.,]\d{{1,9}})?)?{_HALF}?",
    _FLAGS,
)
_FULL_HOUR = re.compile(rf"(?P<hour>\d{{1,2}})(?![\d:.]){_HALF}", _FLAGS)
_LOOSE = (
    re.compile(rf"(?P<hour>\d{{1,2}})\.(?P<minute>[0-5]\d)(?![\d.]){_HALF}?(?!\s?%)", _FLAGS),
    re.compile(r"(?P<hour>\d{1,2})h(?P<minute>[0-5]\d)(?!\w)", _FLAGS),
    re.compile(
        rf"(?P<hour>[01]\d|2[0-3])(?P<minute>[0-5]\d)(?!\d){_HALF}?(?:\s?h(?:rs|ours)?\b)?", _FLAGS
    ),
)
_OPEN = re.compile(
    r"(?:\d{1,2}|\?\?|\dX|XX|HH|--|__|\d\?)\s?:\s?(?:\?\?|XX|mm|MM|--|__|\d\?|\?)"
    r"|\dX:\d\d|(?:XX|\?\?|HH):\d\d|\[?\?{2,}\]?(?!\w)"
    r"|\(?(?:time\s+)?(?:tbc|tbd|unknown|n/a)\)?(?=\s|$|[:|-])"
    r"|<time>|\{time\}",
    _FLAGS,
)
_NAMED = re.compile(r"(?P<name>noon|midday|midnight)\b", _FLAGS)


def written_clock(text: str, start: int = 0, *, column: bool = False) -> FoundClock | None:
    """Return the clock time that stands at `start`, None where none does.

    `11.50` and `1600` are read in a `column` of times only: elsewhere they are numbers.
    """
    left_open = _OPEN.match(text, start)
    if left_open:
        return FoundClock(WrittenClock(None), left_open.end())
    forms = (_USUAL, _FULL_HOUR, *(_LOOSE if column else _LOOSE[1:2]))
    for form in forms:
        match = form.match(text, start)
        clock = _clock(match) if match else None
        if match and clock:
            return FoundClock(clock, match.end())
    named = _NAMED.match(text, start)
    if named and (column or named.start() == 0):
        hour = 0 if named["name"].lower() == "midnight" else 12
        return FoundClock(WrittenClock(time(hour)), named.end())
    return None


def loose_clock(text: str, start: int = 0) -> FoundClock | None:
    """Return a clock time without a colon, such as `11.50` or `1600`, that stands at `start`."""
    for form in _LOOSE:
        match = form.match(text, start)
        clock = _clock(match) if match else None
        if match and clock:
            return FoundClock(clock, match.end())
    return None


def _clock(match: re.Match[str]) -> WrittenClock | None:
    parts = match.groupdict()
    hour, minute = int(parts["hour"]), int(parts.get("minute") or 0)
    second = int(parts.get("second") or 0)
    half = (parts.get("half") or "").lower()
    if (hour, minute, second) == (24, 0, 0):
        return WrittenClock(time(0), "24:00 is read as the beginning of the next day")
    if hour > 23 or minute > 59 or second > 59:
        return None
    if not half:
        return WrittenClock(time(hour, minute, second))
    return _of_half(time(hour, minute, second), half, match[0].strip())


def _of_half(clock: time, half: str, written: str) -> WrittenClock:
    """Return a time of the twelve-hour clock; one of 24 hours with am or pm keeps its hour."""
    hour = clock.hour
    if hour > 12 or hour == 0:
        fits = (half == "p") == (hour >= 12)
        said = f"'{written}' is a time of 24 hours with {half}m behind it"
        return WrittenClock(clock, said if fits else f"{said}, which contradicts it")
    return WrittenClock(clock.replace(hour=hour % 12 + (12 if half == "p" else 0)))
