"""What the whole document says about its days and its zone, for rows that do not say it."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from datetime import UTC, date, datetime, tzinfo
from typing import NamedTuple

from deckgen.importing.markdown.days import WrittenDay
from deckgen.importing.markdown.stamps import stamps_within
from deckgen.importing.markdown.zones import Zone, zone_of_times

_PAIR = re.compile(
    r"(?<![\d/.-])(\d{1,2})([-/])(\d{1,2})(?:\2\d{2,4}(?!\d)|(?=[ T]\d{1,2}:\d\d))", re.ASCII
)
_CHAT = re.compile(r"/archives/\w+/p(1\d{9})\d{6}\b", re.ASCII)
"""A link to a chat message: its name is the second at which it was sent."""

_MOST_CHATS = 50
_MOST_LINES = 5_000
"""How many lines are searched for days: those of a long document, not of the log in it."""


class DayClue(NamedTuple):
    """A day that something other than a row states, and what that is."""

    day: date
    line: int
    where: str


class Evidence(NamedTuple):
    """What the document says besides its rows: days, the order of day and month, its zone.

    `given` is the zone that the user gave for times without one; `chats` are the instants that
    links to chat messages carry.
    """

    days: tuple[DayClue, ...]
    day_first: bool | None
    zone: Zone | None
    zone_line: int
    zone_stated: bool
    years: frozenset[int]
    given: tzinfo | None = None
    chats: tuple[datetime, ...] = ()


def evidence_of(
    lines: Sequence[str],
    title: str,
    fields: Iterable[tuple[str, str, int]],
    name: str,
    given: tzinfo | None = None,
) -> Evidence:
    """Return what the title, fields such as the front matter's date, and the text say.

    `fields` are triples of what the field is, its text, and its line.
    """
    day_first = _order(lines)
    texts = [("the title", title, 1), *fields, ("the file's name", _spaced(name), 0)]
    clues = [clue for where, text, line in texts for clue in _days(text, line, where, day_first)]
    prose = [
        clue
        for n, line in enumerate(lines[:_MOST_LINES], 1)
        if len(line) < 5_000
        for clue in _days(line, n, f"line {n}", day_first)
    ]
    zone, zone_line, stated = _zone(lines)
    days = tuple(clues + prose)
    years = frozenset(clue.day.year for clue in days)
    return Evidence(days, day_first, zone, zone_line, stated, years, given, _chats(lines))


def _chats(lines: Sequence[str]) -> tuple[datetime, ...]:
    """Return the instants of the chat messages that the document links to."""
    found = (match for line in lines[:_MOST_LINES] for match in _CHAT.finditer(line[:5_000]))
    instants = dict.fromkeys(int(match[1]) for match in found)
    return tuple(datetime.fromtimestamp(seconds, UTC) for seconds in list(instants)[:_MOST_CHATS])


def _spaced(name: str) -> str:
    return re.sub(r"(?<=\d\d)[-_](?=\D)|_+", " ", name)


def _days(text: str, line: int, where: str, day_first: bool | None) -> Iterator[DayClue]:
    for stamp in stamps_within(text):
        day = calendar_day(stamp.day, None, day_first) if stamp.day and stamp.day.year else None
        if day:
            yield DayClue(day, line, where)


def calendar_day(day: WrittenDay, year: int | None, day_first: bool | None) -> date | None:
    """Return the day of the calendar, None where there is none or it cannot be told."""
    month, number = day.month, day.day
    if day.pair:
        if day_first is None:
            return None
        month, number = day.pair[::-1] if day_first else day.pair
    year = day.year or year
    if year is None or not 1970 <= year <= 2200:
        return None
    try:
        return date(year, month, number)
    except ValueError:
        return None


def _order(lines: Sequence[str]) -> bool | None:
    """Return whether days such as `31/01/2021` have the day first; None where none shows it."""
    shows = set()
    for line in lines[:_MOST_LINES]:
        for first, _, second in _PAIR.findall(line[:5_000]):
            if 12 < int(first) <= 31 and int(second) <= 12:
                shows.add(True)
            elif 12 < int(second) <= 31 and int(first) <= 12:
                shows.add(False)
    return shows.pop() if len(shows) == 1 else None


def _zone(lines: Sequence[str]) -> tuple[Zone | None, int, bool]:
    """Return the zone that a line anywhere gives to the times, else one that stands by a time.

    With it come the line, and whether it is given to the times.
    """
    for n, line in enumerate(lines[:_MOST_LINES], 1):
        zone = zone_of_times(line[:1_000])
        if zone:
            return zone, n, True
    for n, line in enumerate(lines[:_MOST_LINES], 1):
        if not line.lstrip().startswith((">", "`", "    ")):
            found = [stamp.zone for stamp in stamps_within(line[:1_000]) if stamp.zone]
            if found:
                return found[0], n, False
    return None, 0, False
