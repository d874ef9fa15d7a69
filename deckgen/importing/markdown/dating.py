"""From written times to instants: each day, zone and year that is not written is a guess."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field
from datetime import UTC, date, datetime, time, timedelta, tzinfo
from typing import NamedTuple

from deckgen.importing.markdown.chat_zone import zone_of_chats
from deckgen.importing.markdown.evidence import Evidence
from deckgen.importing.markdown.marks import DayMark, Loose, Mark, NewList, Row, ZoneMark
from deckgen.importing.markdown.meant_days import meant_day
from deckgen.importing.markdown.stamps import Stamp
from deckgen.importing.markdown.zones import Zone, out_of_season
from deckgen.postmortem.durations import short_duration
from deckgen.postmortem.times import HALF_A_DAY, instants

_FAR = timedelta(days=30)
_AN_HOUR = timedelta(hours=1)
_NO_ZONE = Zone("UTC", UTC)
_NOTHING_NAMED = "the document names no time zone; UTC is assumed"


class Note(NamedTuple):
    """A remark on a time: which line it is about, what was assumed, and whether on the zone."""

    line: int
    reason: str
    of_zone: bool = False


class Dated(NamedTuple):
    """A row with its instant, None where it cannot be told; `notes` say what was assumed."""

    row: Row
    at: datetime | None
    zone: Zone
    notes: tuple[Note, ...] = ()
    why_not: str = ""


@dataclass
class _Clock:
    """Where the reading of a timeline stands: the day, the zone and the time of the row before."""

    day: date | None = None
    fresh: bool = False
    earlier: date | None = None
    of_all: date | None = None
    zone: Zone | None = None
    zone_line: int = 0
    before: datetime | None = None
    before_zone: Zone | None = None
    said: set[str] = field(default_factory=set)


def dated(marks: Iterable[Mark], evidence: Evidence) -> tuple[list[Dated], list[Loose]]:
    """Return the rows of a document's timelines with their instants, and what belongs to none."""
    marks = list(marks)
    clock = _Clock()
    rows: list[Dated] = []
    begun = 0
    loose: list[Loose] = []
    common = _common_zone(marks, evidence)
    for mark in marks:
        if isinstance(mark, Loose):
            loose.append(mark)
        elif isinstance(mark, ZoneMark):
            clock.zone, clock.zone_line = mark.zone, mark.line
        elif isinstance(mark, NewList):
            rows[begun:] = _with_inversions(rows[begun:])
            begun = len(rows)
            clock.earlier = clock.day or clock.earlier
            clock.day, clock.before, clock.of_all = None, None, None
        elif isinstance(mark, DayMark):
            rows_note = _take_day(clock, mark, evidence)
            if rows_note:
                loose.append(Loose(mark.line, mark.line))
        else:
            rows.append(_row(mark, clock, evidence, common))
    return [*rows[:begun], *_with_inversions(rows[begun:])], loose


def _with_inversions(rows: Sequence[Dated]) -> list[Dated]:
    """Return the rows of one timeline, each that lies well after a later one with a note on it."""
    noted: list[Dated] = []
    earliest: Dated | None = None
    for row in reversed(rows):
        if row.at and earliest and earliest.at and row.at - earliest.at >= _AN_HOUR:
            said = f"the time in line {earliest.row.line}, below it, is earlier, as written"
            row = row._replace(notes=(*row.notes, Note(row.row.line, said)))
        elif row.at and (earliest is None or earliest.at is None or row.at < earliest.at):
            earliest = row
        noted.append(row)
    return noted[::-1]


def _common_zone(marks: Sequence[Mark], evidence: Evidence) -> tuple[Zone, str]:
    """Return the zone of rows for which none is stated, and what is to be said about it."""
    named = [mark.stamp.zone for mark in marks if isinstance(mark, Row) and mark.stamp.zone]
    names = {zone.name for zone in named}
    if evidence.given and not evidence.zone_stated:
        other = evidence.zone.name if evidence.zone else ""
        said = f"line {evidence.zone_line} names {other}; the zone that was given is taken"
        return Zone(str(evidence.given), evidence.given), said if other else ""
    if len(names) == 1:
        return named[0], f"times without a zone are taken to be in {named[0].name}, as others are"
    if evidence.zone:
        where = f"line {evidence.zone_line} names it"
        return evidence.zone, f"the times are taken to be in {evidence.zone.name}: {where}"
    return zone_of_chats(marks, evidence) or (_NO_ZONE, _NOTHING_NAMED)


def _take_day(clock: _Clock, mark: DayMark, evidence: Evidence) -> bool:
    """Let rows below have the day of a line of its own; return whether it could not be told."""
    day, _ = meant_day(mark.day, clock.day, evidence)
    if day is None:
        return True
    if mark.of_all:
        clock.of_all = day
    if mark.stated or clock.day is None:
        clock.day, clock.fresh = day, True
    return False


def _row(row: Row, clock: _Clock, evidence: Evidence, common: tuple[Zone, str]) -> Dated:
    stamp = row.stamp
    if row.year and stamp.day and not stamp.day.year and not stamp.day.odd:
        stamp = stamp._replace(day=stamp.day._replace(year=row.year))
    zone, notes = _zone(stamp, clock, common, row.line)
    if stamp.is_open:
        if stamp.day and (known := meant_day(stamp.day, clock.day, evidence)[0]):
            clock.day, clock.fresh = known, True
        return Dated(row, None, zone, (), "the document leaves the time open")
    day, more, why_not = _day(stamp, clock, evidence, row.line)
    if day is None:
        return Dated(row, None, zone, (), why_not)
    notes += more
    local = stamp.clock.at if stamp.clock and stamp.clock.at is not None else None
    day, more = _past_midnight(day, local, stamp, clock, row.line)
    at, written = _instant(day, local, zone, stamp, row.line)
    notes += more + written + _order_notes(at, stamp, clock, row.line)
    clock.day, clock.fresh = day, False
    if clock.of_all and stamp.day:
        clock.day, clock.fresh = clock.of_all, True
    clock.before, clock.before_zone = at, zone
    return Dated(row, at, zone, notes)


def _zone(
    stamp: Stamp, clock: _Clock, common: tuple[Zone, str], line: int
) -> tuple[Zone, tuple[Note, ...]]:
    zone = stamp.zone or clock.zone
    notes: tuple[Note, ...] = ()
    if zone is None:
        zone, said = common
        if stamp.other and zone is _NO_ZONE:
            return zone, ()
        notes = _once(clock, line, said)
    if zone.doubt:
        notes += _once(clock, line, zone.doubt)
    return zone, notes


def _once(clock: _Clock, line: int, reason: str) -> tuple[Note, ...]:
    if not reason or reason in clock.said:
        return ()
    clock.said.add(reason)
    return (Note(line, reason, True),)


def _day(
    stamp: Stamp, clock: _Clock, evidence: Evidence, line: int
) -> tuple[date | None, tuple[Note, ...], str]:
    """Return the day of a row, what was assumed for it, or why it cannot be told."""
    if stamp.day:
        day, reason = meant_day(stamp.day, clock.day, evidence)
        if day is None:
            return None, (), reason
        clock.fresh = True
        return day, (Note(line, reason),) if reason else (), ""
    if clock.day is not None:
        return clock.day, (), ""
    if not evidence.days and clock.earlier is not None:
        return clock.earlier, (Note(line, "the date is that of the timeline above"),), ""
    if not evidence.days:
        return None, (), "the document states no date for this time"
    clue = evidence.days[0]
    others = {one.day for one in evidence.days[:6] if one.where[:4] == "the "} - {clue.day}
    said = f"the date is that of {clue.where}, {clue.day}"
    if others:
        said += f"; {', '.join(sorted(map(str, others)))} stands elsewhere"
    return clue.day, (Note(line, said),), ""


def _past_midnight(
    day: date, local: time | None, stamp: Stamp, clock: _Clock, line: int
) -> tuple[date, tuple[Note, ...]]:
    """Return the day of a clock time: the next one where it would run back by half a day."""
    if stamp.day or clock.fresh or local is None or clock.before is None:
        return day, ()
    before = clock.before.astimezone((clock.before_zone or _NO_ZONE).zone).replace(tzinfo=None)
    ahead = datetime.combine(day, local) - before
    if ahead >= -HALF_A_DAY:
        return day, ()
    later = day + timedelta(days=1)
    return later, (Note(line, f"midnight has passed since the time before it, so {later}"),)


def _instant(
    day: date, local: time | None, zone: Zone, stamp: Stamp, line: int
) -> tuple[datetime, tuple[Note, ...]]:
    notes: tuple[Note, ...] = ()
    if local is None:
        notes += (Note(line, "no time of day is written; the beginning of the day is taken"),)
    if stamp.approximate:
        notes += (Note(line, "the time is approximate"),)
    if stamp.until:
        notes += (Note(line, f"the beginning of a range that goes to {stamp.until}"),)
    if stamp.clock and stamp.clock.odd:
        notes += (Note(line, stamp.clock.odd),)
        if stamp.clock.odd.startswith("24:00"):
            day += timedelta(days=1)
    at, odd = _of_clock(datetime.combine(day, local or time()), zone.zone)
    notes += (Note(line, odd),) if odd else ()
    season = out_of_season(zone, at)
    notes += (Note(line, season, True),) if season else ()
    return _second_opinion(at, zone, stamp, notes, line)


def _of_clock(local: datetime, zone: tzinfo) -> tuple[datetime, str]:
    found = instants(local, zone)
    if len(found) == 1:
        return found[0], ""
    at = found[0] if found else local.replace(tzinfo=zone).astimezone(UTC)
    what = "twice; the first is taken" if found else "not: the clocks were put forward over it"
    return at, f"{local:%H:%M} is on the clocks of {zone} on {local:%Y-%m-%d} {what}"


def _second_opinion(
    at: datetime, zone: Zone, stamp: Stamp, notes: tuple[Note, ...], line: int
) -> tuple[datetime, tuple[Note, ...]]:
    """Return the instant held against the same moment in another zone, where that is written."""
    if not stamp.other or stamp.other[0].at is None:
        return at, notes
    clock, other = stamp.other
    there = at.astimezone(other.zone)
    days = [there.date() + timedelta(days=step) for step in (-1, 0, 1)]
    read = [_of_clock(datetime.combine(day, clock.at or time()), other.zone)[0] for day in days]
    nearest = min(read, key=lambda one: abs(one - at))
    if nearest == at:
        return at, notes
    if zone is _NO_ZONE and stamp.zone is None:
        return nearest, (*notes, Note(line, f"the zone is that of the time in {other.name}"))
    apart = short_duration(nearest - at)
    said = f"the time in {other.name} beside it is another, {apart} apart; the first is taken"
    return at, (*notes, Note(line, said))


def _order_notes(at: datetime, stamp: Stamp, clock: _Clock, line: int) -> tuple[Note, ...]:
    """Return a note where a row lies before the one above it, or far from it."""
    if clock.before is None:
        return ()
    ahead = at - clock.before
    if ahead <= -timedelta(minutes=1):
        return (Note(line, f"lies {short_duration(ahead)} before the time above it, as written"),)
    if ahead >= _FAR:
        return (Note(line, f"lies {short_duration(ahead)} after the time above it, as written"),)
    return ()
