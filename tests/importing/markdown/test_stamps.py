"""Times as people write them, at the beginning, the end and in the middle of a text."""

from __future__ import annotations

from datetime import time

import pytest

from deckgen.importing.markdown.days import WrittenDay
from deckgen.importing.markdown.stamps import Stamp, stamp_at_end, stamp_at_start, stamps_within


def clock(stamp: Stamp | None) -> str:
    assert stamp is not None and stamp.clock is not None and stamp.clock.at is not None
    return stamp.clock.at.isoformat(timespec="minutes")


@pytest.mark.parametrize(
    ("text", "at", "rest"),
    [
        ("14:08 - queue stops", "14:08", "queue stops"),
        ("[12:30] queue stops", "12:30", "queue stops"),
        ("`02:42` - queue stops", "02:42", "queue stops"),
        ("8:40: queue stops", "08:40", "queue stops"),
        ("14:08:33 queue stops", "14:08", "queue stops"),
        ("2:54 PM: queue stops", "14:54", "queue stops"),
        ("12:05am queue stops", "00:05", "queue stops"),
        ("7am – queue stops", "07:00", "queue stops"),
        ("17:14pm queue stops", "17:14", "queue stops"),
        ("1600 UTC - queue stops", "16:00", "queue stops"),
        ("10:45~ queue stops", "10:45", "queue stops"),
        ("ca. 18:30 queue stops", "18:30", "queue stops"),
        ("14h05 queue stops", "14:05", "queue stops"),
    ],
)
def test_a_clock_time_at_the_start(text: str, at: str, rest: str) -> None:
    stamp = stamp_at_start(text)
    assert clock(stamp) == at
    assert stamp is not None and text[stamp.rest :] == rest


@pytest.mark.parametrize(("text", "at"), [("11.50", "11:50"), ("1600", "16:00"), ("930", None)])
def test_a_time_without_a_colon_is_read_in_a_column_of_times(text: str, at: str | None) -> None:
    assert stamp_at_start(text) is None
    stamp = stamp_at_start(text, column=True)
    assert (clock(stamp) if stamp else None) == at


@pytest.mark.parametrize(
    "text",
    ["14:?? restart", "??:?? restart", "--:-- restart", "HH:mm restart", "2X:XX", "(Time TBC) x"],
)
def test_a_time_that_is_left_open_is_known_as_that(text: str) -> None:
    stamp = stamp_at_start(text)
    assert stamp is not None and stamp.is_open


@pytest.mark.parametrize(
    "text", ["5 pods died", "1.6.1 is out", "78% failed", "2021 was bad", "May be"]
)
def test_a_number_is_no_time(text: str) -> None:
    assert stamp_at_start(text) is None


@pytest.mark.parametrize(
    ("text", "day"),
    [
        ("2023-01-31 10:00", WrittenDay(2023, 1, 31)),
        ("2023/01/31 10:00", WrittenDay(2023, 1, 31)),
        ("31/01/2023 10:00", WrittenDay(2023, 1, 31)),
        ("01-31-2023 10:00", WrittenDay(2023, 1, 31)),
        ("03/04/2023 10:00", WrittenDay(2023, 0, 0, (3, 4))),
        ("31.01.2023 10:00", WrittenDay(2023, 1, 31)),
        ("Jan 14 10:00", WrittenDay(None, 1, 14)),
        ("14th January 2021, 10:00", WrittenDay(2021, 1, 14)),
        ("January 14th, 2021 at 10:00", WrittenDay(2021, 1, 14)),
        ("Monday, 3 February 2020 at 10:00", WrittenDay(2020, 2, 3)),
        ("10:00 PM PST Saturday Oct 30th:", WrittenDay(None, 10, 30)),
        ("03-26 10:00", WrittenDay(None, 3, 26)),
        ("20202-01-16 10:00", WrittenDay(None, 1, 16, None, "20202")),
        ("11/23/202 10:00", WrittenDay(None, 11, 23, None, "202")),
    ],
)
def test_a_day_beside_a_clock_time(text: str, day: WrittenDay) -> None:
    stamp = stamp_at_start(text)
    assert stamp is not None and stamp.day == day and stamp.has_clock


def test_of_a_range_the_end_is_kept() -> None:
    stamp = stamp_at_start("12:26-12:?? fix is deployed")
    assert clock(stamp) == "12:26"
    assert stamp is not None and stamp.until == "12:??"


def test_a_second_zone_is_a_second_time_of_the_same_moment() -> None:
    stamp = stamp_at_start("20:07 EDT (00:07 UTC) - call ends")
    assert stamp is not None and stamp.zone and stamp.other
    assert (stamp.zone.name, stamp.other[0].at, stamp.other[1].name) == ("EDT", time(0, 7), "UTC")


def test_a_time_at_the_end_of_a_label() -> None:
    text = "Incident declared: 2021-01-31 10:14"
    stamp = stamp_at_end(text)
    assert clock(stamp) == "10:14"
    assert stamp is not None and text[: stamp.start].strip() == "Incident declared:"
    assert stamp_at_end("at 10:14 it was over") is None


def test_times_within_a_sentence() -> None:
    text = "From November 11, 4:02 PM UTC to November 14 the queue, v1.2.3, lagged until 10:17pm."
    found = [stamp for stamp in stamps_within(text) if stamp.has_clock]
    assert [clock(stamp) for stamp in found] == ["16:02", "22:17"]
