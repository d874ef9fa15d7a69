"""The readings of a postmortem's measurements: those in CSV files, and the order of all."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import UTC, date, datetime, tzinfo
from itertools import pairwise

from deckgen.diagnostics import Diagnostic, InputError
from deckgen.postmortem.impact import Point
from deckgen.readers.beside import Beside, NotBeside
from deckgen.readers.measurement_csv import Readings, readings
from deckgen.readers.nodes import Loc, Plain
from deckgen.readers.remarks import Remark, items_at, text_at, value_at
from deckgen.readers.source import decoded
from deckgen.readers.zones import zone_of

LARGEST_CSV = 20_000_000
"""How many bytes a CSV file may hold."""

MOST_ROWS = 200_000
"""How many rows a CSV file may have."""

MOST_READINGS = 500_000
"""How many readings all CSV files of a postmortem may hold together."""

KIND = "CSV file"
"""What is expected where `points` leads."""

_UNKNOWN: tuple[Point, ...] = ((datetime(2000, 1, 1, tzinfo=UTC), 0.0),)
"""Stands for the readings of a file with faults, so that their lack is not a further one."""


@dataclass(frozen=True)
class Measured:
    """The readings of the CSV files by the place that names them, and what there is to say.

    `remarks` are about the postmortem, `said` about the files.
    """

    values: Mapping[Loc, tuple[Point, ...]]
    remarks: tuple[Remark, ...]
    said: tuple[Diagnostic, ...]


def measurements(data: Plain, times: Mapping[Loc, datetime | date], beside: Beside) -> Measured:
    """Return the readings in the CSV files that `data` names, and the faults of all readings.

    `times` are the instants that were read in `data`. The files are read from `beside`.
    """
    zone, _ = zone_of(text_at(data, "timezone"))
    started = times.get(("started_at",))
    begin = started if isinstance(started, datetime) else None
    values: dict[Loc, tuple[Point, ...]] = {}
    remarks: list[Remark] = []
    said: list[Diagnostic] = []
    room = MOST_READINGS
    for n, series in enumerate(items_at(data, "impact", "series")):
        loc, written = ("impact", "series", n, "points"), value_at(series, "points")
        remarks += _out_of_order(loc, written, times)
        if not isinstance(written, str):
            continue
        try:
            csv = beside.content(written.strip(), KIND, LARGEST_CSV)
        except NotBeside as fault:
            remarks.append(Remark(loc, str(fault), fault.hint))
            continue
        found = _read(csv, beside.shown(written.strip()), zone, begin)
        said += found.said
        room -= len(found.points)
        if room < 0:
            message = f"the CSV files together hold more than {MOST_READINGS:,} readings"
            remarks.append(Remark(loc, message, "leave some out, or thin them out"))
            break
        values[loc] = found.points or _UNKNOWN
    return Measured(values, tuple(remarks), tuple(said))


def _read(csv: bytes, path: str, zone: tzinfo, begin: datetime | None) -> Readings:
    try:
        lines, faults = decoded(csv, path, LARGEST_CSV, MOST_ROWS)
    except InputError as error:
        return Readings((), error.diagnostics)
    found = readings(lines, zone, begin)
    return found._replace(said=(*faults, *found.said))


def _out_of_order(
    loc: Loc, written: Plain, times: Mapping[Loc, datetime | date]
) -> Iterator[Remark]:
    """Yield a fault for each reading that does not lie after the one before it."""
    count = len(written) if isinstance(written, list) else 0
    for n, later in pairwise(range(count)):
        places = (*loc, n, 0), (*loc, later, 0)
        first, second = (times.get(place) for place in places)
        if not (isinstance(first, datetime) and isinstance(second, datetime)) or first < second:
            continue
        same = "there is a reading of this instant already"
        message = same if first == second else "this reading lies before the one above it"
        yield Remark(places[1], message, "sort the readings by time, each of another instant")
