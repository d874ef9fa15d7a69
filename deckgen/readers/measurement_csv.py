"""From a CSV file of times and values to readings, or to all its faults at once."""

from __future__ import annotations

import csv
import re
from collections.abc import Iterator, Sequence
from dataclasses import replace
from datetime import UTC, datetime, tzinfo
from math import isfinite
from typing import NamedTuple

from deckgen.diagnostics import Diagnostic, Place, Source
from deckgen.postmortem.impact import LARGEST_READING, Point
from deckgen.postmortem.time_faults import TimeFault
from deckgen.postmortem.times import Resolved, parse_time, resolve

_HEADING = re.compile(r"[^\d\s]")
_DECIMAL_COMMA = re.compile(r"[+-]?\d+,\d+")
_SINCE_1970 = re.compile(r"\d{10}(?:\d{3})?(?:\.\d+)?")
_SHAPE = "write two columns, time,value, such as 2025-01-08 02:15,31.5"


class Fault(Exception):
    """What is wrong with a cell: its number in the row, from 0, and what to do."""

    def __init__(self, cell: int, message: str, hint: str = "") -> None:
        super().__init__(message)
        self.cell = cell
        self.hint = hint


class Readings(NamedTuple):
    """The readings of a file in order of time, and what there is to say about its rows."""

    points: tuple[Point, ...]
    said: tuple[Diagnostic, ...]


def readings(lines: Source, zone: tzinfo, started: datetime | None) -> Readings:
    """Return what the rows `time,value` say; a first row of headings is passed over.

    Times are written as in a postmortem: without an offset they are in `zone`, without a date they
    take that of the row before, the first that of `started` (UTC). Rows must be in order of time,
    each of another instant; a value is a finite number with a decimal point.
    """
    points: list[Point] = []
    said: list[Diagnostic] = []
    previous, opens, has_chosen = started, True, False
    for number, row in _rows(lines):
        try:
            _check_shape(row)
            time = _time(row[0], zone, previous, opens)
            at, value = time.at, _value(row[1])
            if points and at <= points[-1][0]:
                raise _out_of_order(at, points[-1][0], zone)
        except Fault as fault:
            said.append(_said(lines, number, row, fault))
            continue
        if time.choice and not has_chosen:  # what holds for one row holds for those after it
            choice = Fault(0, time.choice, time.hint)
            said.append(replace(_said(lines, number, row, choice), severity="warning"))
            has_chosen = True
        points.append((at, value))
        previous, opens = at, False
    if not points and not said:
        said.append(Diagnostic(lines.path, 0, 0, "holds no readings", _SHAPE))
    return Readings(tuple(points), tuple(said))


def _rows(lines: Source) -> Iterator[tuple[int, list[str]]]:
    """Yield the rows that are not blank with their line numbers, without the headings."""
    seen = 0
    for number, line in enumerate(lines.lines, 1):
        if not line.strip():
            continue
        row = [cell.strip() for cell in next(csv.reader([line], skipinitialspace=True))]
        seen += 1
        if seen > 1 or not _is_heading(row):
            yield number, row


def _is_heading(row: Sequence[str]) -> bool:
    """Whether no cell of the first row starts as a time or a number does."""
    return all(_HEADING.match(cell) and not cell.startswith(("+", "-", ".")) for cell in row)


def _check_shape(row: Sequence[str]) -> None:
    if ";" in row[0]:
        raise Fault(0, "the columns are separated by ';', not by ','", _SHAPE)
    if len(row) == 2:
        return
    if len(row) == 1:
        raise Fault(0, "there is no value in this row", _SHAPE)
    if len(row) == 3 and _DECIMAL_COMMA.fullmatch(f"{row[1]},{row[2]}"):
        raise Fault(1, "the value has a decimal comma", f"write {row[1]}.{row[2]}")
    raise Fault(2, f"there are {len(row)} columns, not two", _SHAPE)


def _time(text: str, zone: tzinfo, previous: datetime | None, opens: bool) -> Resolved:
    if not text:
        raise Fault(0, "there is no time in this row", _SHAPE)
    try:
        return resolve(parse_time(text), zone, previous, opens=opens)
    except TimeFault as fault:
        raise Fault(0, str(fault), _instead(text) or fault.hint) from None


def _instead(text: str) -> str:
    """Return how to write a time that is counted from 1970, in seconds or milliseconds."""
    if not _SINCE_1970.fullmatch(text):
        return ""
    seconds = float(text) / (1_000 if len(text.split(".")[0]) == 13 else 1)
    meant = datetime.fromtimestamp(seconds, UTC)
    return f"if it counts from 1970, write {meant:%Y-%m-%d %H:%M:%S}Z"


def _value(text: str) -> float:
    if not text:
        raise Fault(1, "there is no value in this row", "leave the row out if nothing was measured")
    if _DECIMAL_COMMA.fullmatch(text):
        raise Fault(1, "the value has a decimal comma", f"write {text.replace(',', '.')}")
    try:
        value = float(text)
    except ValueError:
        raise Fault(1, f"{text!r} is no number", "write it like 31.5, without a unit") from None
    if not isfinite(value):
        raise Fault(1, f"{text} is no number that can be drawn", "leave the row out")
    if abs(value) > LARGEST_READING:
        raise Fault(1, f"{text} is too large to be drawn", "")
    return value


def _out_of_order(at: datetime, before: datetime, zone: tzinfo) -> Fault:
    shown = before.astimezone(zone).isoformat(sep=" ", timespec="seconds")
    if at == before:
        return Fault(0, f"there is a reading of {shown} already", "keep one of the two rows")
    return Fault(0, f"lies before the row above it, {shown}", "sort the rows by time")


def _said(lines: Source, number: int, row: Sequence[str], fault: Fault) -> Diagnostic:
    line = lines.lines[number - 1]
    cells = line.split(",")
    column = sum(len(cell) + 1 for cell in cells[: fault.cell]) + 1
    width = len(row[fault.cell]) if fault.cell < len(row) else 1
    column += len(line[column - 1 :]) - len(line[column - 1 :].lstrip())
    message = f"row {number}: {fault}"
    return lines.diagnostic(Place(number, column, max(1, width)), message, fault.hint)
