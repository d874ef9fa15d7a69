"""A time at the beginning, at the end, or anywhere in a text: day, clock time, zone, and doubts."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import lru_cache
from typing import NamedTuple

from deckgen.importing.markdown.clocks import (
    FoundClock,
    WrittenClock,
    loose_clock,
    written_clock,
)
from deckgen.importing.markdown.days import WEEKDAY, WrittenDay, unknown_day, written_day
from deckgen.importing.markdown.zones import Zone, zone_at

_ABOUT = r"~|≈|ca?\.\s|circa\b|approx(?:\.|imately|imate)?|around\b|about\b|roughly\b|maybe\b"
_OPENING = re.compile(r"[\s\[(*_`\"'“‘>{]*")
_APPROXIMATE = re.compile(rf"(?:{_ABOUT})\s*", re.IGNORECASE)
_WORD = re.compile(r"(?:at|on|by|from|since|between|before|after|until)\s+", re.IGNORECASE)
_WEEKDAY = re.compile(rf"{WEEKDAY},?\s*", re.IGNORECASE)
_JOIN = re.compile(
    r"(?:T(?=\d)|[\s,;*_`\]\)\"'”’]*(?:\b(?:at|on|of)\b|@|\||(?:[-–—]|:)(?=\s|\d{1,2}:))?[\s,(*_`~\[]*)",
    re.IGNORECASE,
)
_CLOSING = re.compile(
    r"(?:\s*~|\s?-?ish\b|\s*\((?:approx|maybe|not sure|unsure|roughly|about|\?)[^()]{0,20}\)|\?)?"
    r"[\s\])*_`\"'”’}]*",
    re.IGNORECASE,
)
_DOUBTFUL_CLOSING = re.compile(r"~|ish|approx|maybe|sure|\?", re.IGNORECASE)
_RANGE = re.compile(
    r"\s*(?:[-–—→]+>?|to\b|until\b|till\b|through\b|and\b|/)\s*(?=[~(]?[\d?]|noon|midnight)",
    re.IGNORECASE,
)
_SEPARATOR = re.compile(r"\s*(?:(?:[-–—:|,;=]|->|=>|→)\s*)*")
_YEAR = re.compile(r"(?:19|20)[0-4]\d(?!\d)")
_BEHIND_BARE = re.compile(r"\s*(?:h|hrs|hours)\b|\s+[-–—]\s")
_SECOND = re.compile(r"\s*[(/]\s*")
_EDGE = re.compile(r"(?:(?<=[\s:(\[~,*`])|^)(?=[\d?~]|(?:on|at)\s+\d)", re.IGNORECASE)


class Stamp(NamedTuple):
    """A time as it is written. `start` and `end` are where it stands in its text.

    `rest` is where the text behind it begins. `until` is the end of a range as it is written,
    `other` a second time for the same moment. `led` says that a word such as `at` stands before
    it, so that it is part of a sentence.
    """

    start: int
    end: int
    rest: int
    day: WrittenDay | None = None
    clock: WrittenClock | None = None
    zone: Zone | None = None
    approximate: bool = False
    until: str = ""
    other: tuple[WrittenClock, Zone] | None = None
    unknown: bool = False
    led: bool = False

    @property
    def is_open(self) -> bool:
        """Whether the document itself leaves the time open, as with `14:??`."""
        return self.unknown or (self.clock is not None and self.clock.at is None)

    @property
    def has_clock(self) -> bool:
        """Whether a time of day is written."""
        return self.clock is not None and self.clock.at is not None


def stamp_at_start(text: str, *, column: bool = False) -> Stamp | None:
    """Return the time that a text begins with; a `column` of times is read less strictly."""
    return _stamp(text, 0, column)


def stamp_at_end(text: str) -> Stamp | None:
    """Return the time that a short text ends with, as `Resolved 2020-02-12 12:07` does."""
    for edge in _EDGE.finditer(text[:300]):
        found = _stamp(text, edge.start(), False)
        if found and (found.clock or found.day) and not text[found.end :].strip(" .)*]_`"):
            return found._replace(start=edge.start())
    return None


def stamps_within(text: str) -> Iterator[Stamp]:
    """Yield every time in a text, those with a clock time or a day, in their order."""
    position = 0
    for edge in _PLACES.finditer(text):
        if edge.start() >= position:
            found = _stamp(text, edge.start(), False)
            if found and not found.is_open:
                position = found.end
                yield found


_PLACES = re.compile(
    rf"(?<![\w.:/#-])(?=\d|~\d|(?:{WEEKDAY}|jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec))",
    re.IGNORECASE,
)


@lru_cache(maxsize=4_096)
def _stamp(text: str, start: int, column: bool) -> Stamp | None:
    """Return the time that stands at `start`; the same line is asked for more than once."""
    opening = _OPENING.match(text, start)
    position = opening.end() if opening else start
    led = _WORD.match(text, position)
    position = led.end() if led else position
    found = Stamp(start, position, position, led=led is not None)
    found = _approximate(text, found)
    read = _parts(text, found, column)
    if read is None:
        return None
    return _closed(text, _ranged(text, _doubled(text, read), column))


def _approximate(text: str, stamp: Stamp) -> Stamp:
    match = _APPROXIMATE.match(text, stamp.end)
    return stamp._replace(end=match.end(), approximate=True) if match else stamp


def _parts(text: str, stamp: Stamp, column: bool) -> Stamp | None:
    """Return the stamp with the day, the clock time and the zone, in whatever order they stand."""
    weekday = _WEEKDAY.match(text, stamp.end)
    position = weekday.end() if weekday else stamp.end
    read = stamp
    for _ in range(3):
        step = _next_part(text, position, read, column)
        if step is None:
            break
        position, approximate = _past_joint(text, step.end)
        read = step._replace(approximate=step.approximate or (approximate and not _full(step)))
    return read if read.day or read.clock or read.unknown else None


def _full(stamp: Stamp) -> bool:
    return stamp.day is not None and stamp.clock is not None


def _past_joint(text: str, position: int) -> tuple[int, bool]:
    """Return where the next part may begin, and whether a word such as `about` stands before it."""
    joint = _JOIN.match(text, position)
    position = joint.end() if joint else position
    weekday = _WEEKDAY.match(text, position)
    position = weekday.end() if weekday else position
    about = _APPROXIMATE.match(text, position)
    return (about.end(), True) if about else (position, False)


def _next_part(text: str, position: int, read: Stamp, column: bool) -> Stamp | None:
    if read.clock and not read.zone:
        zone = zone_at(text, read.end)
        if zone:
            return read._replace(zone=zone.zone, end=zone.end)
    if not read.day and not read.unknown:
        end = unknown_day(text, position)
        if end is not None:
            return read._replace(unknown=True, end=end)
        day = written_day(text, position, column=column)
        if day:
            return read._replace(day=day.day, end=day.end)
    if not read.clock:
        clock = written_clock(text, position, column=column) or _bare_clock(text, position)
        if clock:
            return read._replace(clock=clock.clock, end=clock.end)
    return None


def _bare_clock(text: str, position: int) -> FoundClock | None:
    """Return `1600` or `11.50` outside a column: only with a zone or a dash behind it."""
    found = loose_clock(text, position)
    if not found or _YEAR.match(text, position):
        return None
    return found if zone_at(text, found.end) or _BEHIND_BARE.match(text, found.end) else None


def _doubled(text: str, stamp: Stamp) -> Stamp:
    """Return the stamp with the same moment in another zone, as in `20:07 EDT (00:07 UTC)`."""
    match = _SECOND.match(text, stamp.end)
    if not match or not stamp.has_clock:
        return stamp
    clock = written_clock(text, match.end())
    zone = zone_at(text, clock.end) if clock else None
    if not clock or not zone or clock.clock.at is None:
        return stamp
    end = zone.end + (text[zone.end : zone.end + 1] == ")")
    return stamp._replace(other=(clock.clock, zone.zone), end=end)


def _ranged(text: str, stamp: Stamp, column: bool) -> Stamp:
    """Return the stamp with the end of a range, which is kept as it is written."""
    match = _RANGE.match(text, stamp.end)
    if not match or not (stamp.clock or stamp.day):
        return stamp
    until = _parts(text, _approximate(text, Stamp(match.end(), match.end(), match.end())), column)
    if until is None or (stamp.clock and not until.clock):
        return stamp
    read = stamp._replace(until=text[match.end() : until.end].strip(), end=until.end)
    return read._replace(zone=stamp.zone or until.zone, day=stamp.day or until.day)


def _closed(text: str, stamp: Stamp) -> Stamp:
    closing = _CLOSING.match(text, stamp.end)
    end = closing.end() if closing else stamp.end
    doubtful = bool(closing and _DOUBTFUL_CLOSING.search(closing[0]))
    separator = _SEPARATOR.match(text, end)
    rest = separator.end() if separator else end
    return stamp._replace(rest=rest, approximate=stamp.approximate or doubtful)
