"""From the times as they are written to instants, and what contradicts the order of things."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import UTC, date, datetime, tzinfo

from deckgen.postmortem.measures import MILESTONE_EVENTS
from deckgen.postmortem.time_faults import TimeFault
from deckgen.postmortem.times import parse_time, resolve
from deckgen.readers.nodes import Loc, Plain
from deckgen.readers.order import contradictions
from deckgen.readers.remarks import Remark, Understood, items_at, text_at
from deckgen.readers.zones import zone_of

_UNKNOWN = datetime(2000, 1, 1, tzinfo=UTC)
"""Stands for an instant that follows from one with a fault, so that it is not a second one."""

_DAYS: tuple[Loc, ...] = (("published_at",), ("follow_up", "review_at"))

_ACTION_DAYS = {"due": "is due", "completed": "is completed"}
"""The keys of an action that are days, and what the action then does."""


@dataclass(frozen=True)
class _Read:
    """A time that was read: its value, None where it is no time, and what there is to say."""

    loc: Loc
    value: datetime | date | None
    remark: Remark | None = None

    @property
    def at(self) -> datetime | None:
        """The instant, None where it is not known."""
        if not isinstance(self.value, datetime) or self.value is _UNKNOWN:
            return None
        return self.value


def chronology(data: Plain) -> Understood[datetime | date]:
    """Return the instants (UTC) and days of `data`, by their place, with faults and notices.

    A text that is no time has no value and one fault. Where the start or the zone is not known,
    nothing is said that would follow from a guess.
    """
    zone, unknown_zone = zone_of(text_at(data, "timezone"))
    start = list(_in_row(_start(data), zone, None, needs_day=True))
    started = start[0].at if start else None
    reads = [
        *start,
        *_in_row(_stated(data), zone, started),
        *_in_row(_events(data), zone, started, opens=True),
        *_series(data, zone, started),
        *_days_or_instants(data, zone),
        *_action_days(data),
    ]
    said = [read.remark for read in reads if read.remark]
    if unknown_zone:
        said = [unknown_zone, *(remark for remark in said if remark.severity == "error")]
    else:
        said += contradictions(data, {read.loc: read.at for read in reads if read.at})
    return Understood({r.loc: r.value for r in reads if r.value is not None}, tuple(said))


def _start(data: Plain) -> Iterator[tuple[Loc, str]]:
    text = text_at(data, "started_at")
    if text is not None:
        yield ("started_at",), text


def _stated(data: Plain) -> Iterator[tuple[Loc, str]]:
    for name in MILESTONE_EVENTS:
        text = text_at(data, f"{name}_at")
        if text is not None:
            yield (f"{name}_at",), text


def _events(data: Plain) -> Iterator[tuple[Loc, str]]:
    for n, event in enumerate(items_at(data, "timeline")):
        text = text_at(event, "at")
        if text is not None:
            yield ("timeline", n, "at"), text


def _series(data: Plain, zone: tzinfo, started: datetime | None) -> Iterator[_Read]:
    for n, series in enumerate(items_at(data, "impact", "series")):
        yield from _in_row(_points(series, n), zone, started, opens=True)


def _points(series: Plain, number: int) -> Iterator[tuple[Loc, str]]:
    for n, point in enumerate(items_at(series, "points")):
        if isinstance(point, list) and point and isinstance(point[0], str):
            yield ("impact", "series", number, "points", n, 0), point[0]


def _in_row(
    written: Iterable[tuple[Loc, str]],
    zone: tzinfo,
    previous: datetime | None,
    *,
    opens: bool = False,
    needs_day: bool = False,
) -> Iterator[_Read]:
    """Yield the instants of times of which each follows the one before, the first `previous`.

    Where the one before is not known, a clock time alone is not known either; that is its own
    fault only where it `needs_day`.
    """
    for loc, text in written:
        try:
            time = parse_time(text)
            if time.day is None and time.clock is not None and previous is None and not needs_day:
                yield _Read(loc, _UNKNOWN)
                continue
            found = resolve(time, zone, previous, opens=opens)
        except TimeFault as fault:
            yield _Read(loc, None, Remark(loc, str(fault), fault.hint))
            continue
        choice = Remark(loc, found.choice, found.hint, "warning") if found.choice else None
        yield _Read(loc, found.at, choice)
        previous, opens = found.at, False


def _days_or_instants(data: Plain, zone: tzinfo) -> Iterator[_Read]:
    """Yield what is a day or an instant, and follows nothing."""
    for loc in _DAYS:
        text = text_at(data, *map(str, loc))
        if text is None:
            continue
        try:
            written = parse_time(text)
        except TimeFault as fault:
            yield _Read(loc, None, Remark(loc, str(fault), "write 2025-01-08, or with a time"))
            continue
        if written.clock is None:
            yield _Read(loc, written.day)
        else:
            yield from _in_row([(loc, text)], zone, None, needs_day=True)


def _action_days(data: Plain) -> Iterator[_Read]:
    for n, action in enumerate(items_at(data, "actions")):
        for key, does in _ACTION_DAYS.items():
            text = text_at(action, key)
            if text is not None:
                yield _day(("actions", n, key), text, does)


def _day(loc: Loc, text: str, does: str) -> _Read:
    """Return the day in `text`, of an action that on it `does` something."""
    try:
        written = parse_time(text)
    except TimeFault as fault:
        return _Read(loc, None, Remark(loc, str(fault), "write 2025-01-08"))
    if written.day is None:
        return _Read(loc, None, Remark(loc, "a date is missing", "write 2025-01-08"))
    if written.clock is not None:
        message = f"an action {does} on a day, not at a time"
        return _Read(loc, None, Remark(loc, message, f"write {written.day}"))
    return _Read(loc, written.day)
