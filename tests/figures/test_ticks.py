"""Round times along an axis."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta
from itertools import pairwise
from zoneinfo import ZoneInfo

from hypothesis import given
from hypothesis import strategies as st

from deckgen.figures.ticks import SPACING, ticks
from deckgen.figures.time_scale import Anchor, TimeScale, time_scale
from tests.builders import at

BERLIN = ZoneInfo("Europe/Berlin")


def scale(*instants: datetime, width: float = 1200, linear: float = 1) -> TimeScale:
    return time_scale([Anchor(one, 10, 50) for one in instants], 0, width, linear)


def shown(found: TimeScale, zone: ZoneInfo) -> list[str]:
    """The ticks as local times; a tick of a day as its date."""
    return [
        f"{tick.at.astimezone(zone):{'%Y-%m-%d' if tick.is_day else '%H:%M'}}"
        for tick in ticks(found, zone)
    ]


def test_an_even_axis_gets_an_even_step() -> None:
    axis = scale(at("02:07"), at("04:10"))
    expected = ["02:15", "02:30", "02:45", "03:00", "03:15", "03:30", "03:45", "04:00"]
    assert shown(axis, ZoneInfo("UTC")) == expected


def test_ticks_are_round_in_the_zone_shown() -> None:
    axis = scale(at("02:07"), at("08:10"), width=500)
    expected = ["08:00", "09:00", "10:00", "11:00", "12:00", "13:00"]
    assert shown(axis, ZoneInfo("Asia/Kolkata")) == expected


def test_a_stretched_stretch_gets_a_finer_step() -> None:
    axis = scale(at("02:00"), at("02:30"), at("06:00"), linear=0)
    found = shown(axis, ZoneInfo("UTC"))
    assert {"02:05", "02:10", "03:00", "04:00"} <= set(found)
    assert not {"03:05", "03:10"} & set(found)


def test_days_come_before_hours() -> None:
    axis = scale(at("22:00", "2025-01-07"), at("02:00", "2025-01-10"))
    days = [text for text in shown(axis, ZoneInfo("UTC")) if "-" in text]
    assert days == ["2025-01-08", "2025-01-09", "2025-01-10"]


def test_a_year_shows_months() -> None:
    axis = scale(at("12:00", "2025-01-08"), at("12:00", "2026-01-08"))
    assert shown(axis, ZoneInfo("UTC"))[:3] == ["2025-02-01", "2025-03-01", "2025-04-01"]


def test_a_year_shows_days_only_where_it_is_stretched() -> None:
    days = "2025-01-08", "2025-05-03", "2025-05-28", "2026-01-08"
    found = shown(scale(*[at("12:00", day) for day in days], linear=0), ZoneInfo("UTC"))
    inside = ["2025-05-07", "2025-05-11", "2025-05-15", "2025-05-19", "2025-05-23"]
    assert [day for day in found if not day.endswith("-01")] == inside


def test_centuries_show_years_without_counting_days() -> None:
    axis = scale(datetime(1800, 1, 2, tzinfo=UTC), datetime(2025, 1, 2, tzinfo=UTC))
    found = shown(axis, ZoneInfo("UTC"))
    assert all(text.endswith("-01-01") for text in found)
    assert len(found) > 10


def test_an_hour_that_the_clock_leaves_out_gets_no_tick() -> None:
    axis = scale(at("00:30", "2025-03-30"), at("02:30", "2025-03-30"))
    found = shown(axis, BERLIN)
    assert "01:45" in found
    assert "03:00" in found
    assert not [text for text in found if text.startswith("02:")]


def test_an_hour_that_the_clock_repeats_is_told_once() -> None:
    axis = scale(at("23:30", "2025-10-25"), at("02:30", "2025-10-26"))
    found = [tick.at for tick in ticks(axis, BERLIN)]
    assert found == sorted(set(found))


@given(
    st.datetimes(datetime(2020, 1, 1), datetime(2030, 1, 1), timezones=st.just(UTC)),
    st.lists(st.floats(0, 1), max_size=20),
    st.sampled_from([0.02, 5, 180, 2880, 30_240, 525_600]),
    st.sampled_from(["UTC", "Europe/Berlin", "America/St_Johns", "Pacific/Apia"]),
    st.floats(0, 1),
)
def test_ticks_never_crowd_and_always_rise(
    begins: datetime, parts: list[float], minutes: float, zone: str, linear: float
) -> None:
    instants = [begins + timedelta(minutes=minutes * part) for part in sorted([0, *parts, 1])]
    axis = scale(*instants, linear=linear)
    found = ticks(axis, ZoneInfo(zone))
    assert all(b.x - a.x >= SPACING - 1e-6 and b.at > a.at for a, b in pairwise(found))
    assert all(instants[0] <= tick.at <= instants[-1] for tick in found)
