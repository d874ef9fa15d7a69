"""Local times and the instants that they stand for."""

from __future__ import annotations

from datetime import UTC, date, datetime, time, timedelta, timezone
from zoneinfo import ZoneInfo

import pytest
from hypothesis import given
from hypothesis import strategies as st

from deckgen.postmortem.time_faults import TimeFault
from deckgen.postmortem.times import Resolved, WrittenTime, instants, parse_time, resolve
from tests.builders import at

BERLIN = ZoneInfo("Europe/Berlin")


def test_what_is_not_written_is_not_known() -> None:
    assert parse_time("2025-01-08") == WrittenTime(date(2025, 1, 8), None, None)
    assert parse_time("2:15") == WrittenTime(None, time(2, 15), None)
    assert parse_time(" 02:15Z ") == WrittenTime(None, time(2, 15), UTC)


@given(
    st.none() | st.dates(date(1970, 1, 1), date(2200, 12, 31)),
    st.times(),
    st.none() | st.integers(-720, 840).map(lambda n: timezone(timedelta(minutes=n))),
)
def test_a_time_in_iso_form_is_read_back(
    day: date | None, clock: time, offset: timezone | None
) -> None:
    written = f"{day}T{clock}" if day else f"{clock}"
    if offset is not None:
        written += f"{datetime(2025, 1, 8, tzinfo=offset):%z}"
    assert parse_time(written) == WrittenTime(day, clock, offset)


@given(st.text(max_size=30) | st.text("0123456789:-+ TZapmCET./", max_size=20))
def test_any_text_is_a_time_or_says_why_not(text: str) -> None:
    try:
        written = parse_time(text)
    except TimeFault as fault:
        assert str(fault)
    else:
        assert written.day is not None or written.clock is not None


@given(
    st.datetimes(datetime(1970, 1, 2), datetime(2200, 1, 1), timezones=st.just(UTC)),
    st.sampled_from(["Europe/Berlin", "America/New_York", "Australia/Lord_Howe", "UTC"]).map(
        ZoneInfo
    ),
)
def test_an_instant_is_one_of_those_that_its_local_time_stands_for(
    moment: datetime, zone: ZoneInfo
) -> None:
    local = moment.astimezone(zone).replace(tzinfo=None)
    found = instants(local, zone)
    assert moment in found
    assert list(found) == sorted(found)
    assert len(found) <= 2


@pytest.mark.parametrize("text", ["jan ", "1", "1 ", "1a/", "02:15:00.1", "2025-01-08 ", "1 pm "])
def test_a_text_without_end_is_told_by_its_beginning(text: str) -> None:
    with pytest.raises(TimeFault) as caught:
        parse_time(text * 200_000 + "x")
    assert str(caught.value) == f"'{(text * 40)[:40]} …' is not a time"


def test_clocks_skip_an_hour_in_spring_and_repeat_one_in_autumn() -> None:
    assert instants(datetime(2025, 3, 30, 2, 30), BERLIN) == ()
    assert instants(datetime(2025, 10, 26, 2, 30), BERLIN) == (
        at("00:30", "2025-10-26"),
        at("01:30", "2025-10-26"),
    )
    assert instants(datetime(2025, 7, 1, 2, 30), BERLIN) == (at("00:30", "2025-07-01"),)


def test_a_repeated_hour_is_the_second_only_where_the_first_would_run_backwards() -> None:
    written = WrittenTime(date(2025, 10, 26), time(2, 30), None)
    first, second = at("00:30", "2025-10-26"), at("01:30", "2025-10-26")
    minute = timedelta(minutes=1)
    assert resolve(written, BERLIN, None).at == first
    assert resolve(written, BERLIN, first).at == first
    assert resolve(written, BERLIN, first + minute).at == second
    assert resolve(written, BERLIN, second).at == second
    assert resolve(written, BERLIN, second + minute).at == first


def test_a_repeated_hour_after_midnight_says_both_choices() -> None:
    written = WrittenTime(None, time(2, 30), None)
    found = resolve(written, BERLIN, at("21:00", "2025-10-25"))
    assert (found.at, found.hint) == (
        at("00:30", "2025-10-26"),
        "write 2025-10-26 02:30+01:00 or 2025-10-26 02:30+02:00",
    )
    assert found.choice == (
        "02:30 is taken as 2025-10-26, not 2025-10-25, where it would be 20h 30m before 23:00; "
        "02:30 is on the clocks of Europe/Berlin twice on 2025-10-26; "
        "the first is taken, 2025-10-26 02:30+02:00"
    )


def test_a_time_with_an_offset_is_never_ambiguous() -> None:
    written = parse_time("2025-10-26 02:30+01:00")
    assert resolve(written, BERLIN, None) == Resolved(at("01:30", "2025-10-26"))


def test_a_clock_time_without_a_time_before_it_has_no_date() -> None:
    with pytest.raises(TimeFault, match="a date is missing"):
        resolve(parse_time("02:15"), UTC, None)
