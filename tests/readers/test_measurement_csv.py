"""CSV files of times and values: what is read, and what is said of each row that is not."""

from __future__ import annotations

from datetime import UTC, datetime
from zoneinfo import ZoneInfo

import pytest

from deckgen.diagnostics import Source
from deckgen.readers.measurement_csv import Readings, readings
from tests.builders import at

DAY = "2025-01-08"


def read(text: str, zone: str = "UTC", started: datetime | None = None) -> Readings:
    lines = Source("metrics/latency.csv", tuple(text.split("\n")))
    return readings(lines, ZoneInfo(zone), started or at("02:15"))


def said(text: str) -> list[tuple[int, int, str, str]]:
    return [(it.line, it.column, it.message, it.hint) for it in read(text).said]


def test_rows_are_readings_in_their_order() -> None:
    found = read(f"{DAY} 02:10,0.2\n{DAY} 02:16:30,31.5\n")
    assert found.points == ((at("02:10"), 0.2), (at("02:16").replace(second=30), 31.5))
    assert found.said == ()


@pytest.mark.parametrize("heading", ["time,value", "Time,p99 latency (ms)", '"Time","a, b"'])
def test_a_row_of_headings_is_passed_over(heading: str) -> None:
    assert read(f"{heading}\n{DAY} 02:10,1\n") == Readings(((at("02:10"), 1.0),), ())


def test_blank_lines_quotes_and_spaces_change_nothing() -> None:
    text = f'\n"{DAY} 02:10" , "1e3"\n\n  {DAY}T02:11:00Z,  -2\n'
    assert read(text).points == ((at("02:10"), 1000.0), (at("02:11"), -2.0))


def test_a_clock_time_takes_the_day_of_the_row_before_past_midnight() -> None:
    found = read("23:50,1\n00:10,2\n", started=at("23:55"))
    assert [when for when, _ in found.points] == [at("23:50"), at("00:10", "2025-01-09")]


def test_times_without_an_offset_are_in_the_zone_and_others_where_they_say() -> None:
    found = read(f"{DAY} 03:10,1\n{DAY} 02:11Z,2\n{DAY} 04:12+02:00,3\n", zone="Europe/Berlin")
    assert [when for when, _ in found.points] == [at("02:10"), at("02:11"), at("02:12")]


SHAPE = "write two columns, time,value, such as 2025-01-08 02:15,31.5"


@pytest.mark.parametrize(
    ("row", "column", "message", "hint"),
    [
        (f"{DAY} 02:11;2", 1, "the columns are separated by ';', not by ','", SHAPE),
        (f"{DAY} 02:11;2,5", 1, "the columns are separated by ';', not by ','", SHAPE),
        (f"{DAY} 02:11,3,5", 18, "the value has a decimal comma", "write 3.5"),
        (f'{DAY} 02:11,"3,5"', 18, "the value has a decimal comma", "write 3.5"),
        (f"{DAY} 02:11", 1, "there is no value in this row", SHAPE),
        (
            f"{DAY} 02:11,", 18, "there is no value in this row",
            "leave the row out if nothing was measured",
        ),
        (",5", 1, "there is no time in this row", SHAPE),
        (f"{DAY} 02:11,x", 18, "'x' is no number", "write it like 31.5, without a unit"),
        (f"{DAY} 02:11,31 ms", 18, "'31 ms' is no number", "write it like 31.5, without a unit"),
        (f"{DAY} 02:11,NaN", 18, "NaN is no number that can be drawn", "leave the row out"),
        (f"{DAY} 02:11,-inf", 18, "-inf is no number that can be drawn", "leave the row out"),
        (f"{DAY} 02:11,1e16", 18, "1e16 is too large to be drawn", ""),
        (f"{DAY} 02:11,1,2,3", 20, "there are 4 columns, not two", SHAPE),
        (
            f"{DAY} 02:09,1", 1, "lies before the row above it, 2025-01-08 02:10:00+00:00",
            "sort the rows by time",
        ),
        (
            f"{DAY} 02:10,9", 1, "there is a reading of 2025-01-08 02:10:00+00:00 already",
            "keep one of the two rows",
        ),
        (
            "1736302500,3", 1, "'1736302500' is not a time",
            "if it counts from 1970, write 2025-01-08 02:15:00Z",
        ),
        (
            "1736302500000,3", 1, "'1736302500000' is not a time",
            "if it counts from 1970, write 2025-01-08 02:15:00Z",
        ),
        ("2025-02-30 02:11,1", 1, "2025-02-30 is no date: that month has 28 days", ""),
    ],
)  # fmt: skip
def test_a_row_that_is_no_reading_is_told_by_row_and_column(
    row: str, column: int, message: str, hint: str
) -> None:
    assert said(f"{DAY} 02:10,1\n{row}\n") == [(2, column, f"row 2: {message}", hint)]


def test_every_fault_is_told_and_the_other_rows_are_read() -> None:
    found = read(f"time,value\n{DAY} 02:10,x\n{DAY} 02:11,1\nnever,2\n{DAY} 02:12,2\n")
    assert [it.line for it in found.said] == [2, 4]
    assert [value for _, value in found.points] == [1.0, 2.0]


def test_a_file_without_readings_says_what_it_should_hold() -> None:
    assert said("time,value\n\n") == [(0, 0, "holds no readings", SHAPE)]


def test_a_time_that_clocks_show_twice_is_told_once_with_what_was_taken() -> None:
    rows = "2025-10-26 02:10,1\n2025-10-26 02:20,2\n2025-10-26 03:10,3\n"
    found = read(rows, "Europe/Berlin", datetime(2025, 10, 25, 22, tzinfo=UTC))
    assert [when.hour for when, _ in found.points] == [0, 0, 2]
    [choice] = found.said
    assert (choice.line, choice.severity) == (1, "warning")
    assert "twice on 2025-10-26; the first is taken" in choice.message
