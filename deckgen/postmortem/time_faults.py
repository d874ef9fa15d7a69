"""Why a text is no time, in plain words, and what to write instead."""

from __future__ import annotations

import re
from collections.abc import Callable

_HINT = "write 2025-01-08 02:15, or 02:15 alone for the day of the time before it"
_LONGEST_SHOWN = 40
_LONGEST_EXPLAINED = 100
"""How many characters a text may have to be looked into: no time has half as many."""

_TWELVE_HOURS = r"(.*?)\b(\d{1,2})(?::(\d{2}))?\s*([ap])\.?\s*m\.?"
_ZONE_NAME = r".*\d\s*\(?([a-z_]+/[a-z_/]+)\)?"
_ABBREVIATION = r".*\d\s*\(?([a-z]{2,5})\)?"
_LONG_YEAR = r"(\d{5,})-\d{1,2}-\d{1,2}.*"
_OTHER_DAY = (
    r"\d{1,4}([./-])\d{1,2}\1\d{1,4}(?!\d).*"
    r"|.*\b(?:jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec)[a-z]*\b.*\d.*"
)
_OTHER_CLOCK = r"(\d{1,2})(?:[.h]|(?=\d\d$))(\d{2})"


class TimeFault(ValueError):
    """What is wrong with a written time, and in `hint` what to write."""

    def __init__(self, message: str, hint: str = _HINT) -> None:
        super().__init__(message)
        self.hint = hint


def misspelt(text: str) -> TimeFault:
    """Return why `text`, which is not written as a time is, is none."""
    for pattern, explain in _EXPLAINED if len(text) <= _LONGEST_EXPLAINED else ():
        match = re.fullmatch(pattern, text, re.IGNORECASE | re.ASCII)
        if match:
            return explain(match)
    shown = text if len(text) <= _LONGEST_SHOWN else text[:_LONGEST_SHOWN] + " …"
    return TimeFault(f"'{shown}' is not a time")


def _twelve_hours(match: re.Match[str]) -> TimeFault:
    day, hour, minute, half = match.groups()
    clock = f"{int(hour) % 12 + (12 if half in 'pP' else 0):02d}:{minute or '00'}"
    return TimeFault(f"'{match[0]}' is a time of twelve hours", f"write {day}{clock}")


def _zone_name(match: re.Match[str]) -> TimeFault:
    hint = f"write 'timezone: {match[1]}' once for the file, or the offset here, such as +01:00"
    return TimeFault("a time cannot hold the name of a zone", hint)


def _abbreviation(match: re.Match[str]) -> TimeFault:
    if match[1].upper() in {"GMT", "UTC"}:
        return TimeFault(f"'{match[1]}' is not read behind a time", "write UTC or Z")
    message = f"'{match[1]}' is not read: such letters stand for more than one offset from UTC"
    return TimeFault(message, "write the offset, such as 02:15+01:00, or set 'timezone'")


def _long_year(match: re.Match[str]) -> TimeFault:
    return TimeFault(f"the year {match[1]} has too many digits", "write it with four")


def _other_day(match: re.Match[str]) -> TimeFault:
    return TimeFault("the day is not written as year-month-day", "write it like 2025-01-08")


def _other_clock(match: re.Match[str]) -> TimeFault:
    hint = f"write {int(match[1]):02d}:{match[2]}"
    return TimeFault(f"'{match[0]}' has no ':' between hours and minutes", hint)


_EXPLAINED: tuple[tuple[str, Callable[[re.Match[str]], TimeFault]], ...] = (
    (_TWELVE_HOURS, _twelve_hours),
    (_ZONE_NAME, _zone_name),
    (_ABBREVIATION, _abbreviation),
    (_LONG_YEAR, _long_year),
    (_OTHER_DAY, _other_day),
    (_OTHER_CLOCK, _other_clock),
)
