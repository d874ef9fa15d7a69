"""Times as exports write them: ISO 8601 of any precision and offset, or counted from 1970."""

from __future__ import annotations

import re
from datetime import UTC, date, datetime, timedelta, tzinfo
from typing import NamedTuple

from deckgen.postmortem.times import EARLIEST_YEAR, LATEST_YEAR

_ISO = re.compile(
    r"(\d{4}-\d{2}-\d{2})[T ]\s*(\d{1,2}:\d{2}(?::\d{2})?)(?:[.,](\d+))?"
    r"\s*(Z|UTC|[+-]\d{2}(?::?\d{2})?)?",
    re.IGNORECASE | re.ASCII,
)
_DAY = re.compile(r"(\d{4}-\d{2}-\d{2})(?![\d])", re.ASCII)
_MILLISECONDS_FROM = 100_000_000_000
"""A number of seconds of this size would lie in the year 5138."""

_NOT_SET = "0001-01-01"
"""How Go writes a time that was never set."""


class Instant(NamedTuple):
    """An instant in UTC; `assumed` says what was taken for granted, else it is empty."""

    at: datetime
    assumed: str = ""


def is_blank_time(value: str | float) -> bool:
    """Return whether `value` is how a tool writes that there is no time."""
    return value == 0 or (isinstance(value, str) and value.strip()[:10] in {"", _NOT_SET})


def instant(value: str | float, zone: tzinfo) -> Instant | None:
    """Return the instant that `value` says, None where it says none.

    A time without an offset is in `zone`. A number counts seconds, or milliseconds, from 1970.
    """
    if not isinstance(value, str):
        return _since_1970(float(value))
    match = _ISO.fullmatch(value.strip())
    if not match:
        return None
    day, clock, fraction, offset = match.groups()
    clock = clock if len(clock.split(":")[0]) == 2 else f"0{clock}"
    fraction = (fraction or "0")[:6].ljust(6, "0")
    seconds = clock if clock.count(":") == 2 else f"{clock}:00"
    try:
        local = datetime.fromisoformat(f"{day}T{seconds}.{fraction}{_offset(offset)}")
        at = (local if offset else local.replace(tzinfo=zone)).astimezone(UTC)
    except (ValueError, OverflowError):
        return None
    if not EARLIEST_YEAR < at.year < LATEST_YEAR:
        return None
    return Instant(at, "" if offset else f"'{value.strip()}' has no offset; taken as {zone}")


def day(value: str) -> date | None:
    """Return the day that a date, or a time with its own offset, says."""
    match = _DAY.match(value.strip())
    try:
        found = date.fromisoformat(match[1]) if match else None
    except ValueError:
        return None
    return found if found and EARLIEST_YEAR < found.year < LATEST_YEAR else None


def _offset(written: str | None) -> str:
    if not written or written.upper() in {"Z", "UTC"}:
        return "+00:00" if written else ""
    return written if len(written) > 3 else f"{written}:00"


def _since_1970(number: float) -> Instant | None:
    unit = "milliseconds" if abs(number) >= _MILLISECONDS_FROM else "seconds"
    seconds = number / 1_000 if unit == "milliseconds" else number
    try:
        at = datetime(1970, 1, 1, tzinfo=UTC) + timedelta(seconds=seconds)
    except (OverflowError, ValueError):
        return None
    if not EARLIEST_YEAR < at.year < LATEST_YEAR:
        return None
    return Instant(at, f"{number:.0f} is read as {unit} since 1970")
