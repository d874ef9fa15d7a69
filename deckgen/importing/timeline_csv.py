"""From a timeline kept in a spreadsheet, saved as CSV, to events, or to all its faults at once."""

from __future__ import annotations

import codecs
import csv
import io
import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import UTC, datetime, tzinfo
from typing import NamedTuple
from zoneinfo import ZoneInfo

from pydantic import TypeAdapter, ValidationError

from deckgen.diagnostics import Diagnostic, InputError, did_you_mean, one_of
from deckgen.files import too_large
from deckgen.postmortem.fields import FORBIDDEN_CHARACTER, LONGEST_TEXT, Link
from deckgen.postmortem.model import Event
from deckgen.postmortem.time_faults import TimeFault
from deckgen.postmortem.times import parse_time, resolve
from deckgen.postmortem.vocabulary import EventKind

LARGEST_CSV = 5_000_000
"""How many bytes a timeline may hold."""

MOST_REPORTED = 50
_SHAPE = "name the columns time,event and, if you like, kind and source"
_TIMES = ("time", "timestamp", "at", "when", "datetime", "date time", "date", "day")
_SYNONYMS: Mapping[str, tuple[str, ...]] = {
    "time": _TIMES,
    "event": (
        *("event", "text", "description", "what", "what happened", "message", "summary", "details"),
        *("event description", "activity", "action", "entry", "note", "notes", "comment"),
    ),
    "kind": ("kind", "type", "category"),
    "source": ("source", "link", "url", "evidence", "data link"),
}
_ZONE = re.compile(r"\(([^()]+)\)\s*$|[\s,]+(UTC|GMT)\s*$", re.IGNORECASE)
_DELIMITERS = "\t;,"
_LINK: TypeAdapter[str] = TypeAdapter(Link)


class CsvTimeline(NamedTuple):
    """The events of a file in its order, and what there is to say about it."""

    events: tuple[Event, ...]
    said: tuple[Diagnostic, ...]


@dataclass(frozen=True)
class _Columns:
    """At which place in a row each thing stands; `day` where date and time stand apart."""

    time: int
    event: int
    day: int | None = None
    kind: int | None = None
    source: int | None = None
    zone: tzinfo | None = None


class _Row(NamedTuple):
    line: int
    cells: Sequence[str]

    def cell(self, column: int | None) -> str:
        return self.cells[column].strip() if column is not None and column < len(self.cells) else ""


class _Fault(Exception):
    """What is wrong with a row, and what to do."""

    def __init__(self, message: str, hint: str = "") -> None:
        super().__init__(message)
        self.hint = hint


def csv_timeline(content: bytes, name: str, zone: tzinfo, started: datetime | None) -> CsvTimeline:
    """Return the events in the rows of `content`, which was read from `name`.

    Columns are told by their headings, in any order, and are separated by commas, semicolons or
    tabs; without headings they are time, event, kind. Times are written as in a postmortem: without
    an offset they are in `zone`, or in that of the heading `Time (UTC)`; without a date they take
    that of the row before, the first that of `started` (UTC). A cell is text, also behind a `=`.
    Raises InputError with every fault of the file.
    """
    if len(content) > LARGEST_CSV:
        raise InputError.about(name, too_large(len(content), LARGEST_CSV))
    text, said = _decoded(content, name)
    rows = list(_rows(text, name))
    if not rows:
        raise InputError.about(name, "the file is empty", _SHAPE)
    columns, remarks = _columns(rows[0], name)
    body = rows[1:] if columns is not None else rows
    columns = columns or _Columns(0, 1, kind=2)
    events, faults = _events(body, columns, name, columns.zone or zone, started)
    if faults:
        raise InputError(_bounded(faults, name))
    if not events:
        raise InputError.about(name, "holds no events", _SHAPE)
    return CsvTimeline(tuple(events), (*said, *remarks))


def _decoded(content: bytes, name: str) -> tuple[str, list[Diagnostic]]:
    """Return the text of UTF-8 or UTF-16, else of what Excel on Windows writes, and say so."""
    if content.startswith((codecs.BOM_UTF16_LE, codecs.BOM_UTF16_BE)):
        return content.decode("utf-16", "replace"), []
    try:
        return content.decode("utf-8-sig"), []
    except UnicodeDecodeError as error:
        line = content.count(b"\n", 0, error.start) + 1
        message = "the text is not UTF-8; read as Windows-1252"
        hint = "look at its letters with accents; Excel also saves as 'CSV UTF-8'"
        return content.decode("cp1252", "replace"), [
            Diagnostic(name, line, 1, message, hint, severity="warning")
        ]


def _rows(text: str, name: str) -> Iterator[_Row]:
    """Yield the rows that are not blank, each with the line in which it begins."""
    lines = io.StringIO(text, newline="")
    first = lines.readline()
    begun = 0
    if first.strip().casefold().startswith("sep=") and len(first.strip()) == 5:
        delimiter, begun = first.strip()[4], 1
    else:
        delimiter = _delimiter(next((it for it in text.splitlines() if it.strip()), ""))
        lines.seek(0)
    reader = csv.reader(lines, delimiter=delimiter, strict=True, skipinitialspace=True)
    before = 0
    while True:
        try:
            cells = next(reader, None)
        except csv.Error as error:
            place = begun + before + 1
            message = f"the row that begins here cannot be read: {error}"
            raise InputError(
                [Diagnostic(name, place, 1, message, "is a quotation mark missing?")]
            ) from None
        if cells is None:
            return
        if any(cell.strip() for cell in cells):
            yield _Row(begun + before + 1, cells)
        before = reader.line_num


def _delimiter(line: str) -> str:
    """Return by which sign the cells of `line` are separated."""
    outside = "".join(line.split('"')[::2])
    return max(_DELIMITERS, key=lambda sign: (outside.count(sign), sign == ","))


def _columns(row: _Row, name: str) -> tuple[_Columns | None, list[Diagnostic]]:
    """Return what the headings in the first row say, None where it is a row of values."""
    found: dict[str, int] = {}
    days: list[int] = []
    unknown: list[str] = []
    zone_name = ""
    for place, cell in enumerate(row.cells):
        heading, zone = _heading(cell)
        thing = next((it for it, words in _SYNONYMS.items() if heading in words), None)
        if thing == "time" and heading in {"date", "day"}:
            days.append(place)
        elif thing is not None and thing not in found:
            found[thing] = place
            zone_name = zone if thing == "time" else zone_name
        elif heading:
            unknown.append(cell.strip())
    day = days[0] if days else None
    if "time" not in found and day is not None:
        found["time"], day = day, None
    if not {"time", "event"} <= found.keys():
        _check_is_value(row, name)
        return None, []
    said = [_said(row.line, name, f"the column '{it}' is not read") for it in unknown]
    zone_found = _zone(zone_name)
    if zone_name and zone_found is None:
        said.append(_said(row.line, name, f"'{zone_name}' in the heading is no zone that is read"))
    columns = _Columns(
        found["time"], found["event"], day, found.get("kind"), found.get("source"), zone_found
    )
    return columns, said


def _heading(cell: str) -> tuple[str, str]:
    """Return a heading's words in small letters, and the name of a zone behind it."""
    zone = _ZONE.search(cell)
    words = cell[: zone.start()] if zone else cell
    named = (zone[1] or zone[2] or "").strip() if zone else ""
    return " ".join(re.split(r"[\W_]+", words.casefold())).strip(), named


def _zone(name: str) -> tzinfo | None:
    if name.upper() in {"UTC", "GMT", "Z"}:
        return UTC
    try:
        return ZoneInfo(name) if "/" in name else None
    except (KeyError, ValueError, OSError):
        return None


def _check_is_value(row: _Row, name: str) -> None:
    """Raise InputError where the first row is neither headings nor an event."""
    if len(row.cells) < 2:
        message = "there is only one column"
    elif not re.match(r"\s*[\d=]", row.cells[0]):
        shown = one_of([f"'{cell.strip()[:40]}'" for cell in row.cells[:6]])
        message = f"the columns are not known: {shown}"
    else:
        return
    raise InputError([Diagnostic(name, row.line, 1, message, _SHAPE)])


def _events(
    rows: Sequence[_Row], columns: _Columns, name: str, zone: tzinfo, started: datetime | None
) -> tuple[list[Event], list[Diagnostic]]:
    events: list[Event] = []
    faults: list[Diagnostic] = []
    previous, opens = started, True
    for row in rows:
        try:
            at = _time(row, columns, zone, previous, opens)
            events.append(_event(row, columns, at))
        except _Fault as fault:
            faults.append(Diagnostic(name, row.line, 1, str(fault), fault.hint))
            continue
        previous, opens = at, False
    return events, faults


def _time(
    row: _Row, columns: _Columns, zone: tzinfo, previous: datetime | None, opens: bool
) -> datetime:
    day, clock = row.cell(columns.day), row.cell(columns.time)
    text = f"{day} {clock}".strip()
    if not text:
        raise _Fault("there is no time in this row", "write it, or leave the row out")
    try:
        return resolve(parse_time(text), zone, previous, opens=opens).at
    except TimeFault as fault:
        raise _Fault(str(fault), fault.hint) from None


def _event(row: _Row, columns: _Columns, at: datetime) -> Event:
    text = " ".join(FORBIDDEN_CHARACTER.sub("\ufffd", row.cell(columns.event)).split())
    if not text:
        raise _Fault("there is no event in this row", "write what happened, or leave the row out")
    if len(text) > LONGEST_TEXT:
        raise _Fault(f"the event is longer than {LONGEST_TEXT:,} characters", "shorten it")
    return Event(at=at, text=text, kind=_kind(row.cell(columns.kind)), source=_source(row, columns))


def _kind(word: str) -> EventKind:
    if not word:
        return EventKind.NOTE
    try:
        return EventKind(word.casefold())
    except ValueError:
        hint = f"{did_you_mean(word, EventKind)} known: {one_of(list(EventKind))}".strip()
        raise _Fault(f"there is no kind '{word[:40]}'", hint) from None


def _source(row: _Row, columns: _Columns) -> str | None:
    link = row.cell(columns.source)
    try:
        return _LINK.validate_python(link) if link else None
    except ValidationError:
        raise _Fault(f"'{link[:60]}' is no link", "write https://… or leave it out") from None


def _said(line: int, name: str, message: str) -> Diagnostic:
    return Diagnostic(name, line, 1, message, severity="warning")


def _bounded(faults: Sequence[Diagnostic], name: str) -> list[Diagnostic]:
    more = len(faults) - MOST_REPORTED
    shown = list(faults[:MOST_REPORTED])
    if more > 0:
        line = faults[MOST_REPORTED].line
        shown.append(Diagnostic(name, line, 1, f"{more:,} more faults from here on"))
    return shown
