"""One time as people write it, and the instant that it stands for.

A written time has a day, a clock time, or both, and may have an offset. Where it has no day it
takes the day of the time before it; where it has no offset it is in the zone of the file.
"""

from __future__ import annotations

import re
from calendar import monthrange
from dataclasses import dataclass
from datetime import UTC, date, datetime, time, timedelta, timezone, tzinfo

from deckgen.postmortem.durations import short_duration
from deckgen.postmortem.time_faults import TimeFault, misspelt

EARLIEST_YEAR, LATEST_YEAR = 1970, 2200
HALF_A_DAY = timedelta(hours=12)

_WRITTEN = re.compile(
    r"(?:(?P<day>\d{4}-\d{2}-\d{2})(?:(?:[Tt]|[ ]+)(?=\d)|$))?"
    r"(?:(?P<hour>\d{1,2}):(?P<minute>\d{2})(?::(?P<second>\d{2})(?:\.(?P<fraction>\d+))?)?"
    r"[ ]*(?P<offset>[Zz]|UTC|[+-]\d{2}:?\d{2})?)?",
    re.ASCII,
)


@dataclass(frozen=True)
class WrittenTime:
    """A time as it is written; what is not written is None. One of day and clock is."""

    day: date | None
    clock: time | None
    offset: tzinfo | None


@dataclass(frozen=True)
class Resolved:
    """The instant, in UTC, that a written time stands for.

    `choice` says what was chosen where more than one was possible, else it is empty; `hint` is
    how to write the one that was not.
    """

    at: datetime
    choice: str = ""
    hint: str = ""


def parse_time(text: str) -> WrittenTime:
    """Return what `text` says; raise TimeFault where it is no time or there is no such one."""
    match = _WRITTEN.fullmatch(text.strip())
    if not match or not match[0]:
        raise misspelt(text.strip())
    return WrittenTime(
        _day(match["day"]) if match["day"] else None,
        _clock(match) if match["hour"] else None,
        _offset(match["offset"]) if match["offset"] else None,
    )


def resolve(
    written: WrittenTime, zone: tzinfo, previous: datetime | None, *, opens: bool = False
) -> Resolved:
    """Return the instant of `written`, which follows the instant `previous`.

    A clock time takes the day of `previous`, or the next one where it would run backwards by more
    than twelve hours. A time that `opens` a list may lie before `previous`, the start: where it
    would lie more than twelve hours after, it takes the day before.

    Raises TimeFault where there is no such time: the clocks were put forward over it, there is
    no day to take, or no clock time.
    """
    if written.clock is None:
        raise TimeFault("a time of day is missing", f"write {written.day} 02:15")
    where = written.offset or zone
    day, choice, hint = written.day, "", ""
    if day is None:
        if previous is None:
            raise TimeFault("a date is missing", f"write 2025-01-08 {_short(written.clock)}")
        day, choice, hint = _carried(written.clock, previous.astimezone(where), opens)
    local = datetime.combine(day, written.clock)
    found = instants(local, where)
    if not found:
        raise _skipped(local, where)
    if len(found) == 1:
        return Resolved(found[0], choice, hint)
    return _chosen(local, where, found, previous, choice)


def instants(local: datetime, zone: tzinfo) -> tuple[datetime, ...]:
    """Return the instants, in UTC and in order, at which clocks in `zone` show `local`.

    None where they are put forward over it, two where they are put back over it.
    """
    both = (local.replace(tzinfo=zone, fold=fold).astimezone(UTC) for fold in (0, 1))
    shown = {at for at in both if at.astimezone(zone).replace(tzinfo=None) == local}
    return tuple(sorted(shown))


def _carried(clock: time, before: datetime, opens: bool) -> tuple[date, str, str]:
    """Return the day of a clock time after `before`, which is local, and why if it is another."""
    same = before.date()
    ahead = datetime.combine(same, clock) - before.replace(tzinfo=None)
    if ahead < -HALF_A_DAY:
        day, there = same + timedelta(days=1), "before"
    elif opens and ahead > HALF_A_DAY:
        day, there = same - timedelta(days=1), "after"
    else:
        return same, "", ""
    choice = (
        f"{_short(clock)} is taken as {day}, not {same}, where it would be "
        f"{short_duration(ahead)} {there} {_short(before.time())}"
    )
    return day, choice, f"write {same} {_short(clock)} if that is meant"


def _chosen(
    local: datetime,
    zone: tzinfo,
    found: tuple[datetime, ...],
    previous: datetime | None,
    moved: str,
) -> Resolved:
    """Return which of two instants with the same clock time is meant."""
    first, second = found
    later = previous is not None and first < previous <= second
    at, other = (second, first) if later else (first, second)
    choice = (
        f"{_short(local.time())} is on the clocks of {zone} twice on {local.date()}; "
        f"the {'second' if later else 'first'} is taken, {_with_offset(at, zone)}"
    )
    hint = f"write {_with_offset(other, zone)} or {_with_offset(at, zone)}"
    return Resolved(at, f"{moved}; {choice}" if moved else choice, hint)


def _skipped(local: datetime, zone: tzinfo) -> TimeFault:
    before, after = (local.replace(tzinfo=zone, fold=fold).utcoffset() for fold in (0, 1))
    gap = (after or timedelta()) - (before or timedelta())
    return TimeFault(
        f"there is no {_short(local.time())} on {local.date()} in {zone}: "
        f"the clocks were put forward by {short_duration(gap)}",
        f"write {_short((local + gap).time())}, or the time with its offset",
    )


def _with_offset(at: datetime, zone: tzinfo) -> str:
    return at.astimezone(zone).isoformat(sep=" ", timespec="minutes")


def _short(clock: time) -> str:
    return clock.isoformat(timespec="seconds" if clock.second else "minutes")


def _day(text: str) -> date:
    year, month, day = map(int, text.split("-"))
    if not EARLIEST_YEAR <= year <= LATEST_YEAR:
        message = f"the year {year} lies outside {EARLIEST_YEAR} to {LATEST_YEAR}"
        raise TimeFault(message, "correct the year")
    if not 1 <= month <= 12:
        raise TimeFault(f"{text} is no date: there is no month {month}", "write year-month-day")
    last = monthrange(year, month)[1]
    if not 1 <= day <= last:
        raise TimeFault(f"{text} is no date: that month has {last} days", "")
    return date(year, month, day)


def _clock(match: re.Match[str]) -> time:
    hour, minute, second = (int(match[part] or 0) for part in ("hour", "minute", "second"))
    written = match[0][match.start("hour") - match.start() : match.end("minute") - match.start()]
    if (hour, minute, second) == (24, 0, 0):
        raise TimeFault("the day ends before 24:00", "write 00:00 and the date of the next day")
    if hour > 23 or minute > 59:
        raise TimeFault(f"{written} is no time of day: it goes from 00:00 to 23:59", "")
    if second > 59:
        raise TimeFault(f"there is no second {second}: they go to 59", "")
    microsecond = int((match["fraction"] or "0")[:6].ljust(6, "0"))
    return time(hour, minute, second, microsecond)


def _offset(text: str) -> tzinfo:
    if text in {"Z", "z", "UTC"}:
        return UTC
    hours, minutes = int(text[1:3]), int(text[-2:])
    ahead = timedelta(hours=hours, minutes=minutes)
    if minutes > 59 or ahead > timedelta(hours=14 if text[0] == "+" else 12):
        raise TimeFault(f"{text} is no offset from UTC: they go from -12:00 to +14:00", "")
    return timezone(ahead if text[0] == "+" else -ahead)
