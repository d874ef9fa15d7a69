"""Days as people write them: `2021-01-31`, `31/01/2021`, `Jan 14`, `14th of January, 2021`."""

from __future__ import annotations

import re
from typing import NamedTuple

_NAMES = ("jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec")
MONTH = (
    r"(?P<month>jan(?:uary)?|feb(?:ruary)?|mar(?:ch)?|apr(?:il)?|may|june?|july?|aug(?:ust)?"
    r"|sept?(?:ember)?|oct(?:ober)?|nov(?:ember)?|dec(?:ember)?)\b\.?"
)
_ORDINAL = r"(?:st|nd|rd|th)?"
_DAY = r"(?P<day>\d{1,2})(?:(?:st|nd|rd|th)\b|(?!\w|:\d|\.\d|\s*[ap]m\b))"
_YEAR = r"(?P<year>(?:19|20)\d{2})(?!\d|:\d)"
WEEKDAY = r"(?:mon|tues?|wed(?:nes)?|thu(?:rs?)?|fri|sat(?:ur)?|sun)(?:day)?\b\.?"


class WrittenDay(NamedTuple):
    """A day as it is written.

    `year` is None where none is written. Where the order of day and month cannot be seen in the
    text, `pair` holds its two numbers as they stand and `month` and `day` are 0. `odd` is a
    year of three or five digits as it stands; the year is then None.
    """

    year: int | None
    month: int
    day: int
    pair: tuple[int, int] | None = None
    odd: str = ""


class FoundDay(NamedTuple):
    """A written day and where it ends in the text."""

    day: WrittenDay
    end: int


_FORMS = tuple(
    re.compile(form, re.IGNORECASE | re.ASCII)
    for form in (
        r"(?P<year>\d{4,5})(?P<mark>[-/.])(?P<first>\d{1,2})(?P=mark)(?P<day>\d{1,2})(?!\d)",
        r"(?P<first>\d{1,2})(?P<mark>[-/])(?P<second>\d{1,2})(?P=mark)(?P<year>\d{2,5})(?!\d)",
        r"(?P<first>\d{1,2})(?P<mark>\.) ?(?P<second>\d{1,2})\. ?(?P<year>(?:19|20)\d{2})(?!\d)",
        rf"{MONTH}[\s-]+(?:the\s+)?{_DAY}(?:,?[\s-]+{_YEAR})?",
        rf"(?:the\s+)?(?P<day>\d{{1,2}}){_ORDINAL}\.?[\s/-]*(?:of\s+)?{MONTH}(?:,?[\s/-]+{_YEAR})?",
    )
)
_SHORT = re.compile(
    r"(?P<first>\d{1,2})(?P<mark>[-/])(?P<second>\d{1,2})(?=[ T]+\d{1,2}[:.]\d\d|$)", re.ASCII
)
_UNKNOWN = re.compile(r"(?:\d{4}(?:/\d{2})?|YYYY)-(?:\d{2}|\?\?|MM|XX)-(?:\?\?|DD|XX)(?!\w)")


def written_day(text: str, start: int = 0, *, column: bool = False) -> FoundDay | None:
    """Return the day that stands at `start`, None where none does.

    A day of two numbers alone, such as `03-26`, is read in front of a clock time, or in a
    `column` of days.
    """
    for form in _FORMS:
        match = form.match(text, start)
        found = _day(match.groupdict()) if match else None
        if match and found:
            return FoundDay(found, match.end())
    short = _SHORT.match(text, start)
    if short and (column or short.end() < len(text)):
        found = _day(short.groupdict())
        return FoundDay(found, short.end()) if found else None
    return None


def unknown_day(text: str, start: int = 0) -> int | None:
    """Return the end of a day that is left open, such as `2021-??-??`, None where none is."""
    match = _UNKNOWN.match(text, start)
    return match.end() if match else None


def _day(parts: dict[str, str | None]) -> WrittenDay | None:
    year, odd = _year(parts.get("year") or "")
    if parts.get("second"):
        first, second = int(parts["first"] or 0), int(parts["second"] or 0)
        return _of_pair(first, second, year, odd, dotted=parts.get("mark") == ".")
    name = parts.get("month")
    month = _NAMES.index(name[:3].lower()) + 1 if name else int(parts.get("first") or 0)
    day = int(parts.get("day") or 0)
    return WrittenDay(year, month, day, None, odd) if _possible(month, day) else None


def _year(text: str) -> tuple[int | None, str]:
    if len(text) == 4:
        return int(text), ""
    if len(text) == 2:
        return 2000 + int(text), ""
    return None, text


def _of_pair(
    first: int, second: int, year: int | None, odd: str, *, dotted: bool
) -> WrittenDay | None:
    """Return the day of two numbers: which of them is the month can be seen where one is large."""
    month_first, day_first = _possible(first, second), _possible(second, first)
    if dotted or not month_first:
        return WrittenDay(year, second, first, None, odd) if day_first else None
    if not day_first or first == second:
        return WrittenDay(year, first, second, None, odd)
    return WrittenDay(year, 0, 0, (first, second), odd)


def _possible(month: int, day: int) -> bool:
    return 1 <= month <= 12 and 1 <= day <= 31
