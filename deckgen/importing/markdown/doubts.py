"""Where a document contradicts the days of its own timeline: each contradiction is a guess."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from datetime import date

from deckgen.importing.markdown.dating import Dated
from deckgen.importing.markdown.found import Found, Remark

_TIMELINE = ("timeline",)
_NAMES = ("monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday")
_WEEKDAY = re.compile(rf"\b(?:on|early|late|this|that|a)\s+({'|'.join(_NAMES)})\b", re.IGNORECASE)
_LOGGED = re.compile(r"(?<![\d/-])((?:19|20)\d{2})-(\d{2})-(\d{2})[ T]\d{2}:\d{2}:\d{2}", re.ASCII)
_MOST_LINES = 5_000
_NEAR = 3
"""How many days a logged time may lie from the timeline, to be about the incident at all."""


def contradictions(rows: Sequence[Dated], lines: Sequence[str]) -> Iterator[Found]:
    """Yield a guess where logs or weekdays in the text are of other days than all rows."""
    told = {row.at.astimezone(row.zone.zone).date(): row for row in rows if row.at is not None}
    if not told:
        return
    yield from _logged(frozenset(told), lines)
    yield from _named(frozenset(told), lines)


def _logged(days: frozenset[date], lines: Sequence[str]) -> Iterator[Found]:
    """Yield a guess where the logs that are quoted begin before every day of the timeline."""
    quoted = [
        (day, n)
        for n, line in enumerate(lines[:_MOST_LINES], 1)
        for match in _LOGGED.finditer(line[:1_000])
        if (day := _day(*map(int, match.groups()))) is not None
    ]
    off = [(day, n) for day, n in quoted if day not in days]
    near = [(day, n) for day, n in off if min(abs((day - one).days) for one in days) <= _NEAR]
    if near and len(off) == len(quoted):
        day, n = near[0]
        said = f"the times quoted in line {n} are of {day}, which is no day of the timeline"
        yield Found(_TIMELINE, None, n, False, (Remark(n, said),))


def _day(year: int, month: int, day: int) -> date | None:
    try:
        return date(year, month, day)
    except ValueError:
        return None


def _named(days: frozenset[date], lines: Sequence[str]) -> Iterator[Found]:
    """Yield a guess where the one weekday that the text names is none of the timeline's days."""
    named = [
        (match[1].casefold(), n)
        for n, line in enumerate(lines[:_MOST_LINES], 1)
        for match in _WEEKDAY.finditer(line[:5_000])
    ]
    names = {name for name, _ in named}
    if len(names) != 1 or any(_NAMES[day.weekday()] in names for day in days):
        return
    name, n = named[0]
    first = min(days)
    other = _NAMES[first.weekday()].capitalize()
    said = f"line {n} speaks of a {name.capitalize()}; {first} is a {other}"
    yield Found(_TIMELINE, None, n, False, (Remark(n, said),))
