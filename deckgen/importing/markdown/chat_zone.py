"""The zone of a document that names none: told by links to chat messages, which carry instants."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import datetime, timedelta, timezone

from deckgen.importing.markdown.evidence import Evidence, calendar_day
from deckgen.importing.markdown.marks import Mark, Row
from deckgen.importing.markdown.zones import Zone

_CLOSE = timedelta(minutes=3)
"""How far the message about something may lie from it, to be counted as one with it."""

_HOURS = range(-11, 14)
_MOST_ROWS = 500


def zone_of_chats(marks: Iterable[Mark], evidence: Evidence) -> tuple[Zone, str] | None:
    """Return the offset with which the most messages were sent when something happened.

    Rows with a full date count; of two offsets the smaller is taken. None where UTC fits as well.
    """
    locals_ = [at for mark in marks if (at := _local(mark, evidence))][:_MOST_ROWS]
    fits = {hours: _matches(hours, locals_, evidence) for hours in _HOURS}
    most = max(fits.values())
    if not most or fits[0] == most:
        return None
    hours = min((one for one, count in fits.items() if count == most), key=abs)
    name = f"UTC{hours:+d}"
    zone = Zone(name, timezone(timedelta(hours=hours)))
    said = f"the document names no time zone; {name} is taken, in which linked chat messages"
    return zone, f"{said} were sent at the times of events"


def _matches(hours: int, local: Iterable[datetime], evidence: Evidence) -> int:
    ahead = timedelta(hours=hours)
    local = list(local)
    sent = [at.replace(tzinfo=None) + ahead for at in evidence.chats]
    return sum(any(abs(one - at) <= _CLOSE for one in local) for at in sent)


def _local(mark: Mark, evidence: Evidence) -> datetime | None:
    if not isinstance(mark, Row) or not mark.stamp.day or not mark.stamp.clock:
        return None
    day = calendar_day(mark.stamp.day, None, evidence.day_first)
    clock = mark.stamp.clock.at
    return datetime.combine(day, clock) if day and clock and not mark.stamp.zone else None
