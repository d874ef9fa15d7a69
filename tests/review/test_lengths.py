"""Durations as sentences tell them."""

from __future__ import annotations

from datetime import timedelta

import pytest

from deckgen.review.lengths import lengths

MINUTE, HOUR = timedelta(minutes=1), timedelta(hours=1)


@pytest.mark.parametrize(
    ("text", "written", "duration", "unit"),
    [
        ("a 45-minute fault", "45-minute", 45 * MINUTE, MINUTE),
        ("for four hours", "four hours", 4 * HOUR, HOUR),
        ("4 hours and 17 minutes", "4 hours and 17 minutes", 4 * HOUR + 17 * MINUTE, MINUTE),
        ("1h 5m", "1h 5m", HOUR + 5 * MINUTE, MINUTE),
        ("1.5 hours", "1.5 hours", 1.5 * HOUR, HOUR),
    ],
)
def test_a_duration_with_its_smallest_unit(
    text: str, written: str, duration: timedelta, unit: timedelta
) -> None:
    (found,) = lengths(text)
    assert (text[found.start : found.end], found.duration, found.unit) == (written, duration, unit)


def test_two_that_do_not_add_up_are_two() -> None:
    text = "72 minutes, up to 84 minutes; 5 minutes, 2 hours"
    assert [it.duration for it in lengths(text)] == [
        72 * MINUTE,
        84 * MINUTE,
        5 * MINUTE,
        2 * HOUR,
    ]


@pytest.mark.parametrize("text", ["at 02:15", "5M users", "12 requests", "v3 d", ""])
def test_what_is_no_duration(text: str) -> None:
    assert list(lengths(text)) == []
