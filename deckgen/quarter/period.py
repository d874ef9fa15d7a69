"""Periods of time: quarters of calendar and fiscal years, and any other span of days."""

from __future__ import annotations

import re
from dataclasses import dataclass
from datetime import date, timedelta

_QUARTER = re.compile(r"(?:FY)?(\d{4})-?Q([1-4])", re.IGNORECASE)
_MONTHS = 12


class NoPeriod(Exception):
    """A text that names no period; `hint` says what to write instead."""

    def __init__(self, message: str, hint: str = "") -> None:
        super().__init__(message)
        self.hint = hint


@dataclass(frozen=True)
class Period:
    """The days from `first` to `last`, both included, and what they are called: `2025-Q3`."""

    first: date
    last: date
    name: str

    @property
    def days(self) -> int:
        """How many days it has."""
        return (self.last - self.first).days + 1

    def __contains__(self, day: date) -> bool:
        """Whether `day` is one of its days."""
        return self.first <= day <= self.last


def named_quarter(text: str, begins: int = 1) -> Period:
    """Return the quarter `text`, such as `2025-Q3`, of years that begin with the month `begins`.

    A year that does not begin in January is called by the calendar year in which it ends: with
    `begins` 2, `FY2026-Q1` are February to April 2025. Raises NoPeriod for any other text.
    """
    found = _QUARTER.fullmatch(text.strip())
    if found is None:
        raise NoPeriod(f"{text!r} is no quarter", "write it like 2025-Q3")
    year, number = int(found[1]), int(found[2])
    try:
        return _quarter(year, number, begins)
    except ValueError:
        raise NoPeriod(f"{text!r} is no quarter of the calendar", "write it like 2025-Q3") from None


def quarter_of(day: date, begins: int = 1) -> Period:
    """Return the quarter in which `day` lies, of years that begin with the month `begins`."""
    months = (day.month - begins) % _MONTHS
    begun = day.year if day.month >= begins else day.year - 1
    return _quarter(begun + (begins > 1), months // 3 + 1, begins)


def span(first: date, last: date) -> Period:
    """Return the days from `first` to `last`; raises NoPeriod where `last` comes first."""
    if last < first:
        raise NoPeriod(f"{last} lies before {first}", "give the first day first")
    return Period(first, last, f"{first} to {last}")


def period_before(period: Period) -> Period:
    """Return the quarter before a quarter, and of another span as many days right before it."""
    found = _QUARTER.fullmatch(period.name)
    if found is None:
        last = period.first - timedelta(days=1)
        return span(last - timedelta(days=period.days - 1), last)
    return quarter_of(period.first - timedelta(days=1), _begins(period, int(found[2])))


def _begins(period: Period, number: int) -> int:
    """Return the month with which the years of a quarter begin."""
    return (period.first.month - 1 - 3 * (number - 1)) % _MONTHS + 1


def _quarter(year: int, number: int, begins: int) -> Period:
    first = _month(year - (begins > 1), begins + 3 * (number - 1))
    following = _month(first.year, first.month + 3)
    prefix = "FY" if begins > 1 else ""
    return Period(first, following - timedelta(days=1), f"{prefix}{year}-Q{number}")


def _month(year: int, month: int) -> date:
    """Return the first day of a month, counted from January of `year` on, beyond twelve too."""
    return date(year + (month - 1) // _MONTHS, (month - 1) % _MONTHS + 1, 1)
