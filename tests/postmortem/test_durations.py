"""Durations as people write them, and as slides show them."""

from __future__ import annotations

import re
from datetime import timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from deckgen.postmortem.durations import (
    DURATION_PATTERN,
    long_duration,
    parse_duration,
    short_duration,
)

READ = {
    "65m": timedelta(minutes=65),
    "1h 5m": timedelta(minutes=65),
    "1h5m": timedelta(minutes=65),
    "1 hour 5 minutes": timedelta(minutes=65),
    "1 HR 5 Min": timedelta(minutes=65),
    "1.5h": timedelta(minutes=90),
    "90 s": timedelta(seconds=90),
    "2d": timedelta(days=2),
    " 2 days 3 hours ": timedelta(days=2, hours=3),
    "0m": timedelta(0),
    "65\u00a0m": timedelta(minutes=65),
}


@pytest.mark.parametrize(("text", "meant"), READ.items())
def test_a_duration_is_read_in_every_form(text: str, meant: timedelta) -> None:
    assert parse_duration(text) == meant


@pytest.mark.parametrize("text", READ)
def test_editors_accept_what_is_read(text: str) -> None:
    if text != "1 HR 5 Min":  # JSON Schema cannot ignore case; only the first letter may be large
        assert re.search(DURATION_PATTERN, text)


@pytest.mark.parametrize(
    "text",
    [
        *("", "65", "m", "soon", "1h and 5m", "1h 1h", "-5m", "1:05", "5 months", "1,5h", "1h 5"),
        *(
            "5\u017f",
            "1.m",
            "1" * 1_000_000,
            "1." * 500_000,
            "1m" * 500_000,
            "1m" + " " * 1_000_000 + "x",
        ),
    ],
    ids=lambda text: text[:10],
)
def test_what_is_no_duration_is_refused(text: str) -> None:
    with pytest.raises(ValueError, match="is not a duration: write it like 65m, 1h 5m or 2d"):
        parse_duration(text)


@pytest.mark.parametrize("digits", [14, 400, 1_000_000])
def test_a_duration_beyond_all_measure_is_refused(digits: int) -> None:
    with pytest.raises(ValueError, match="is longer than any incident"):
        parse_duration("9" * digits + "d")


@pytest.mark.parametrize(
    ("seconds", "short", "long"),
    [
        (0, "0m", "0 minutes"),
        (1, "1s", "1 second"),
        (40, "40s", "40 seconds"),
        (60, "1m", "1 minute"),
        (90, "1m 30s", "1 minute 30 seconds"),
        (245, "4m 05s", "4 minutes 5 seconds"),
        (599.6, "10m", "10 minutes"),
        (2_700, "45m", "45 minutes"),
        (3_590, "1h", "1 hour"),
        (3_900, "1h 05m", "1 hour 5 minutes"),
        (86_400, "24h", "24 hours"),
        (172_760, "47h 59m", "47 hours 59 minutes"),
        (172_790, "2d", "2 days"),
        (172_800, "2d", "2 days"),
        (183_600, "2d 3h", "2 days 3 hours"),
        (-2_700, "45m", "45 minutes"),
    ],
)
def test_a_duration_is_shown_in_its_two_largest_units(
    seconds: float, short: str, long: str
) -> None:
    duration = timedelta(seconds=seconds)
    assert (short_duration(duration), long_duration(duration)) == (short, long)


@given(st.timedeltas(timedelta(0), timedelta(days=400)))
def test_what_is_shown_is_read_as_nearly_the_same(duration: timedelta) -> None:
    coarse = timedelta(seconds=max(1.0, duration.total_seconds() / 48))
    for shown in (short_duration(duration), long_duration(duration)):
        assert abs(parse_duration(shown) - duration) <= coarse
