"""Times as a timeline writes them."""

from __future__ import annotations

from zoneinfo import ZoneInfo

from deckgen.figures.time_text import TimeText
from tests.builders import at

UTC = ZoneInfo("UTC")


def test_one_day_needs_no_date() -> None:
    times = TimeText(at("02:15"), at("03:20"), UTC)
    assert (times.moment(at("02:19")), times.span()) == ("02:19", "8 Jan 2025")


def test_whether_it_is_one_day_depends_on_the_zone() -> None:
    times = TimeText(at("22:15"), at("23:20"), ZoneInfo("Europe/Berlin"))
    assert times.moment(at("23:10")) == "9 Jan 00:10"
    assert times.span() == "8 – 9 Jan 2025"


def test_a_moment_carries_its_zone_where_clocks_were_changed_within_the_span() -> None:
    ends = at("00:30", "2025-10-26"), at("01:30", "2025-10-26")
    times = TimeText(*ends, ZoneInfo("Europe/Berlin"))
    assert [times.moment(end) for end in ends] == ["02:30 CEST", "02:30 CET"]


def test_several_days_are_told_by_their_dates() -> None:
    times = TimeText(at("02:15"), at("03:20", "2025-02-03"), UTC)
    assert (times.moment(at("02:19")), times.span()) == ("8 Jan 02:19", "8 Jan – 3 Feb 2025")


def test_a_turn_of_the_year_is_told_once() -> None:
    times = TimeText(at("23:15", "2024-12-31"), at("03:20", "2025-01-01"), UTC)
    assert times.moment(at("23:19", "2024-12-31")) == "31 Dec 23:19"
    assert times.span() == "31 Dec 2024 – 1 Jan 2025"


def test_a_year_is_told_with_every_date() -> None:
    times = TimeText(at("02:15"), at("03:20", "2026-01-08"), UTC)
    assert times.moment(at("02:19")) == "8 Jan 2025 02:19"


def test_a_tick_is_a_time_or_the_day_that_begins_and_names_a_new_year() -> None:
    times = TimeText(at("23:15", "2024-12-30"), at("03:20", "2025-01-01"), UTC)
    midnights = at("00:00", "2024-12-31"), at("00:00", "2025-01-01")
    assert times.tick(at("06:00"), is_day=False) == "06:00"
    assert [times.tick(one, is_day=True) for one in midnights] == ["31 Dec", "1 Jan 2025"]
