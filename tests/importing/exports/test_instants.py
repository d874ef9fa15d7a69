"""Times of any precision and offset; what is none is not taken for one."""

from __future__ import annotations

from datetime import UTC, date, datetime
from zoneinfo import ZoneInfo

import pytest

from deckgen.importing.exports.instants import Instant, day, instant, is_blank_time

AT = datetime(2025, 1, 8, 2, 15, tzinfo=UTC)


@pytest.mark.parametrize(
    "text",
    [
        *("2025-01-08T02:15:00Z", "2025-01-08T02:15:00.000Z", "2025-01-08T02:15:00.000000000Z"),
        *("2025-01-08T03:15:00+01:00", "2025-01-07T20:15:00-06:00", "2025-01-08T03:15:00+0100"),
        *("2025-01-08T02:15:00,000+00", "2025-01-08 02:15:00 UTC", "2025-01-08T02:15Z"),
        *(" 2025-01-08t02:15:00z ", "2025-01-08T2:15:00Z"),
    ],
)
def test_one_instant_in_many_forms(text: str) -> None:
    assert instant(text, ZoneInfo("Asia/Tokyo")) == Instant(AT)


def test_nanoseconds_are_cut_to_microseconds() -> None:
    found = instant("2025-01-08T02:15:00.123456789Z", UTC)
    assert found == Instant(AT.replace(microsecond=123456))


def test_a_time_without_an_offset_is_in_the_zone_and_says_so() -> None:
    found = instant("2025-01-08T03:15:00", ZoneInfo("Europe/Berlin"))
    assert found == Instant(AT, "'2025-01-08T03:15:00' has no offset; taken as Europe/Berlin")


@pytest.mark.parametrize(("number", "unit"), [(1736302500, "seconds"), (1736302500000, "milli")])
def test_a_number_counts_from_1970_and_says_in_what(number: int, unit: str) -> None:
    found = instant(number, UTC)
    assert found is not None
    assert found.at == AT
    assert unit in found.assumed


@pytest.mark.parametrize(
    "text",
    [
        *("yesterday", "02:15", "2025-01-08", "2025-13-45T99:99:99Z", "0900-01-01T00:00:00Z"),
        *("9999-12-31T23:59:59Z", "2025-01-08T02:15:00+99:00", "x" * 10_000, -1, 1e300, 10**40),
    ],
)
def test_what_is_no_instant_is_none(text: str | float) -> None:
    assert instant(text, UTC) is None


@pytest.mark.parametrize("value", ["", "  ", "0001-01-01T00:00:00Z", 0])
def test_a_time_that_was_never_set_is_blank(value: str | float) -> None:
    assert is_blank_time(value)


@pytest.mark.parametrize("text", ["2025-01-15", "2025-01-15T23:30:00-08:00", " 2025-01-15 "])
def test_a_day_is_the_one_that_is_written(text: str) -> None:
    assert day(text) == date(2025, 1, 15)


@pytest.mark.parametrize("text", ["", "2025-02-30", "15.01.2025", "20250-01-15", "soon"])
def test_what_is_no_day_is_none(text: str) -> None:
    assert day(text) is None
