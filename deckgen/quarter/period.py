"""Periods of time: quarters of calendar and fiscal years, and any other span of days."""

from __future__ import annotations

import re
from dataclasses import dataclass
from datetime import date, timedelta

_QUARTER = re.compile(r"(FY)?(\d{4})[- ]?Q([1-4])", re.IGNORECASE)
_YEAR, _NUMBER = re.compile(r"\d{4}"), re.compile(r"Q *(\d+)", re.IGNORECASE)
_MONTHS = 12
_YEARS = range(1900, 3000)
"""Years beyond are slips of the pen, and the calendar ends somewhere."""


class NoPeriod(Exception):
    """A text or days that make no period; it says why, and what to write instead."""


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
    `begins` 2, `FY2026-Q1` are February to April 2025. Raises NoPeriod for any other text, and for
    a fiscal year where years begin in January.
    """
    found = _QUARTER.fullmatch(text.strip())
    if found is None:
        raise NoPeriod(f"{text!r} is no quarter: {_remedy(text)}")
    if found[1] and begins == 1:
        raise NoPeriod(
            f"{text!r} is of a fiscal year: say the month in which yours begin with "
            "--fiscal-year-starts, or leave out FY"
        )
    year = int(found[2])
    _check_year(text, year)
    return _quarter(year, int(found[3]), begins)


def _remedy(text: str) -> str:
    """Return what to do about a text that is no quarter."""
    year, number = _YEAR.search(text), _NUMBER.search(text)
    if number and not 1 <= int(number[1]) <= 4:
        return "a year has Q1 to Q4"
    return f"write it like {year[0] if year else 2025}-Q{number[1] if number else 3}"


def _check_year(said: str, year: int) -> None:
    if year not in _YEARS:
        raise NoPeriod(f"{said} lies outside the years {_YEARS[0]} to {_YEARS[-1]}")


def quarter_of(day: date, begins: int = 1) -> Period:
    """Return the quarter in which `day` lies, of years that begin with the month `begins`.

    Raises NoPeriod where the year is none that people live in.
    """
    _check_year(f"{day}", day.year)
    return _quarter_of(day, begins)


def _quarter_of(day: date, begins: int) -> Period:
    months = (day.month - begins) % _MONTHS
    begun = day.year if day.month >= begins else day.year - 1
    return _quarter(begun + (begins > 1), months // 3 + 1, begins)


def span(first: date, last: date) -> Period:
    """Return the days from `first` to `last`; raises NoPeriod where `last` comes first."""
    if last < first:
        raise NoPeriod(f"{last} lies before {first}: give the first day first")
    for day in (first, last):
        _check_year(f"{day}", day.year)
    return _span(first, last)


def _span(first: date, last: date) -> Period:
    return Period(first, last, f"{first} to {last}")


def period_before(period: Period) -> Period:
    """Return the quarter before a quarter, and of another span as many days right before it."""
    found = _QUARTER.fullmatch(period.name)
    last = period.first - timedelta(days=1)
    if found is None:
        return _span(last - timedelta(days=period.days - 1), last)
    return _quarter_of(last, _begins(period, int(found[3])))


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
