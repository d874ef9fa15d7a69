"""Times as they are written, and the instants that they are read as."""

from __future__ import annotations

import json
from datetime import UTC, date, datetime, timedelta
from zoneinfo import ZoneInfo

import pytest
from hypothesis import given
from hypothesis import strategies as st

from deckgen.postmortem.fields import MOMENT_PATTERN
from deckgen.postmortem.model import Postmortem
from deckgen.readers.chronology import chronology
from deckgen.readers.nodes import Loc, Plain
from tests.builders import at
from tests.readers.files import HEAD, document, faults, faults_in, hints, notices, postmortem


def events(*clocks: str) -> str:
    """Return a timeline of events at these times."""
    return "timeline:\n" + "".join(f"  - {{at: '{clock}', text: a}}\n" for clock in clocks)


def times(*clocks: str, started: str = "2025-01-08 02:15", zone: str = "UTC") -> list[datetime]:
    """Return the instants of events at these times."""
    text = f"title: a\nstarted_at: {started}\ntimezone: {zone}\n{events(*clocks)}"
    return [event.at for event in document(text).postmortem.timeline]


@pytest.mark.parametrize(
    ("written", "meant"),
    [
        ("2025-01-08 02:15", at("02:15")),
        ("2025-01-08T02:15", at("02:15")),
        ("2025-01-08 2:15", at("02:15")),
        ("2025-01-08 02:15:30", at("02:15") + timedelta(seconds=30)),
        ("2025-01-08T02:15:30.25Z", at("02:15") + timedelta(seconds=30.25)),
        ("2025-01-08 02:15:30.1234567", at("02:15") + timedelta(seconds=30, microseconds=123456)),
        ("2025-01-08 02:15 UTC", at("02:15")),
        ("2025-01-08 02:15 Z", at("02:15")),
        ("2025-01-08 02:15+01:00", at("01:15")),
        ("2025-01-08T02:15:00-0530", at("07:45")),
        ("2025-01-08 02:15+14:00", at("12:15", "2025-01-07")),
    ],
)
def test_a_full_time_is_read_in_every_form(written: str, meant: datetime) -> None:
    assert document(f"title: a\nstarted_at: {written}\n").postmortem.started_at == meant


def test_a_time_without_offset_is_in_the_zone_of_the_file() -> None:
    assert times("02:16", zone="Europe/Berlin") == [at("01:16")]


def test_a_time_with_an_offset_takes_the_day_before_it_in_that_offset() -> None:
    assert times("21:20-05:00", "02:25Z") == [at("02:20"), at("02:25")]


def test_a_clock_time_takes_the_day_of_the_event_before_it() -> None:
    assert times("02:16", "2025-01-10 09:00", "09:05") == [
        at("02:16"),
        at("09:00", "2025-01-10"),
        at("09:05", "2025-01-10"),
    ]


def test_an_event_may_lie_before_the_one_above_it() -> None:
    assert times("09:00", "08:30", "2025-01-07 23:00") == [
        at("09:00"),
        at("08:30"),
        at("23:00", "2025-01-07"),
    ]


def test_a_clock_time_moves_past_midnight_and_says_so() -> None:
    text = "started_at: 2025-01-08 23:50\ntitle: a\n" + events("23:55", "00:05", "00:10")
    read = document(text)
    assert [event.at for event in read.postmortem.timeline] == [
        at("23:55"),
        at("00:05", "2025-01-09"),
        at("00:10", "2025-01-09"),
    ]
    (notice,) = read.notices
    assert (notice.line, notice.column, notice.severity) == (5, 10, "warning")
    assert notice.message == (
        "00:05 is taken as 2025-01-09, not 2025-01-08, where it would be 23h 50m before 23:55"
    )
    assert notice.hint == "write 2025-01-08 00:05 if that is meant"


def test_twelve_hours_back_are_the_same_day_and_a_minute_more_is_the_next() -> None:
    noon = "2025-01-08 12:00"
    assert times("20:00", "08:00", started=noon) == [at("20:00"), at("08:00")]
    assert times("20:00", "07:59", started=noon) == [at("20:00"), at("07:59", "2025-01-09")]


def test_the_first_event_may_lie_on_the_day_before_the_start() -> None:
    started = "2025-01-08 00:10"
    assert times("23:55", "00:05", started=started) == [at("23:55", "2025-01-07"), at("00:05")]


def test_only_the_first_event_moves_back() -> None:
    assert times("00:05", "23:55", started="2025-01-08 00:10") == [at("00:05"), at("23:55")]


def test_milestones_take_the_day_of_the_milestone_before_them() -> None:
    read = document(
        "title: a\nstarted_at: 2025-01-08 23:00\nresolved_at: 12:30\nmitigated_at: 00:30\n"
        "detected_at: 23:10\nacknowledged_at: 23:20\n"
    ).postmortem
    assert (read.detected_at, read.acknowledged_at) == (at("23:10"), at("23:20"))
    assert read.mitigated_at == at("00:30", "2025-01-09")
    assert read.resolved_at == at("12:30", "2025-01-09")


def test_points_take_the_day_of_the_point_before_them() -> None:
    (series,) = postmortem(
        "impact:\n  series:\n    - {label: a, points: [['02:10', 1], [23:00, 2], [00:30, 3]]}\n"
    ).impact.series
    assert series.points == (
        (at("02:10"), 1.0),
        (at("23:00"), 2.0),
        (at("00:30", "2025-01-09"), 3.0),
    )


def test_a_day_is_a_day_and_a_time_is_an_instant() -> None:
    read = postmortem(
        "timezone: Europe/Berlin\npublished_at: 2025-01-09\n"
        "follow_up: {review_at: 2025-02-08 10:00}\nactions: [{action: a, due: 2025-01-15}]\n"
    )
    assert read.published_at == date(2025, 1, 9)
    assert read.follow_up.review_at == at("09:00", "2025-02-08")
    assert read.actions[0].due == date(2025, 1, 15)


FAULTS = {
    "2025-02-30 02:15": "2025-02-30 is no date: that month has 28 days",
    "2025-13-01 02:15": "2025-13-01 is no date: there is no month 13",
    "2025-00-01 02:15": "2025-00-01 is no date: there is no month 0",
    "25:61": "25:61 is no time of day: it goes from 00:00 to 23:59",
    "02:60": "02:60 is no time of day: it goes from 00:00 to 23:59",
    "24:00": "the day ends before 24:00",
    "23:59:60": "there is no second 60: they go to 59",
    "20202-01-16 02:15": "the year 20202 has too many digits",
    "1969-12-31 02:15": "the year 1969 lies outside 1970 to 2200",
    "2201-01-01 02:15": "the year 2201 lies outside 1970 to 2200",
    "2025-01-08": "a time of day is missing",
    "02:15+15:00": "+15:00 is no offset from UTC: they go from -12:00 to +14:00",
    "02:15-12:30": "-12:30 is no offset from UTC: they go from -12:00 to +14:00",
    "02:15+01:75": "+01:75 is no offset from UTC: they go from -12:00 to +14:00",
    "02:15 CET": "'CET' is not read: such letters stand for more than one offset from UTC",
    "02:15 (IST)": "'IST' is not read: such letters stand for more than one offset from UTC",
    "02:15 GMT": "'GMT' is not read behind a time",
    "02:15 Europe/Berlin": "a time cannot hold the name of a zone",
    "2:15 pm": "'2:15 pm' is a time of twelve hours",
    "2025/01/08 02:15": "the day is not written as year-month-day",
    "08.01.2025 02:15": "the day is not written as year-month-day",
    "8 January 2025 02:15": "the day is not written as year-month-day",
    "2025-1-8 02:15": "the day is not written as year-month-day",
    "2.15": "'2.15' has no ':' between hours and minutes",
    "0215": "'0215' has no ':' between hours and minutes",
    "soon": "'soon' is not a time",
    "XX:XX": "'XX:XX' is not a time",
    "２:15": "'２:15' is not a time",
}


@pytest.mark.parametrize(("written", "fault"), FAULTS.items())
def test_what_is_no_time_is_told_in_plain_words(written: str, fault: str) -> None:
    assert faults_in(events(written)) == [f"4:10 {fault}"]


@pytest.mark.parametrize(
    ("written", "hint"),
    [
        ("2:15 pm", "write 14:15"),
        ("2025-01-08 12am", "write 2025-01-08 00:00"),
        ("12 p.m.", "write 12:00"),
        ("0215", "write 02:15"),
        ("2025-01-08", "write 2025-01-08 02:15"),
        ("02:15 CET", "write the offset, such as 02:15+01:00, or set 'timezone'"),
        ("24:00", "write 00:00 and the date of the next day"),
    ],
)
def test_what_to_write_instead_is_told(written: str, hint: str) -> None:
    assert hints(HEAD + events(written)) == [hint]


def test_the_start_needs_a_date_and_a_time() -> None:
    assert faults("title: a\nstarted_at: 02:15\n") == ["2:13 a date is missing"]
    assert faults("title: a\nstarted_at: 2025-01-08\n") == ["2:13 a time of day is missing"]


def test_a_day_is_not_a_time_of_day() -> None:
    assert faults_in(
        "published_at: 02:15\nfollow_up: {review_at: '10:00'}\n"
        "actions: [{action: a, due: 10:00}, {action: b, due: 2025-01-08 10:00}]\n"
    ) == [
        "3:15 a date is missing",
        "4:24 a date is missing",
        "5:28 a date is missing",
        "5:53 an action is due on a day, not at a time",
    ]


def test_a_time_that_is_a_list_is_told_once() -> None:
    assert faults_in("detected_at: [a]\ntimeline: [{at: {a: b}, text: c}]\n") == [
        "3:14 'detected_at' expects a time such as 02:15, found a list",
        "4:17 'at' expects a time such as 02:15, found keys and values",
    ]


def test_a_start_with_a_fault_is_the_only_fault() -> None:
    more = "detected_at: 02:19\nresolved_at: 02:00\n" + events("00:05", "23:55")
    assert faults(f"title: a\nstarted_at: 25:00\n{more}") == [
        "2:13 25:00 is no time of day: it goes from 00:00 to 23:59"
    ]
    assert faults(f"title: a\n{more}") == ["1:1 a postmortem needs 'started_at'"]


def test_an_event_after_one_with_a_fault_takes_the_day_before_that() -> None:
    assert faults_in(events("02:16", "2025-01-40 02:17", "02:18")) == [
        "5:10 2025-01-40 is no date: that month has 31 days"
    ]


def test_a_zone_that_nobody_knows_is_one_fault_with_the_nearest_name() -> None:
    text = f"title: a\nstarted_at: 2025-03-30 02:30\ntimezone: Europe/Berlln\n{events('02:31')}"
    assert faults(text) == ["3:11 'Europe/Berlln' is not the name of a time zone"]


@pytest.mark.parametrize(
    ("zone", "hint"),
    [
        ("Europe/Berlln", "did you mean 'Europe/Berlin'?"),
        ("berlin", "did you mean 'Europe/Berlin'?"),
        ("new york", "did you mean 'America/New_York'?"),
        ("PST", "write America/Los_Angeles"),
        ("IST", "write Asia/Kolkata, Europe/Dublin or Asia/Jerusalem"),
        ("../../etc/passwd", "write an IANA name, such as UTC or Europe/Berlin"),
        ("Europe", "write an IANA name, such as UTC or Europe/Berlin"),
    ],
)
def test_the_zone_that_is_meant_is_named(zone: str, hint: str) -> None:
    assert hints(HEAD + f"timezone: {zone}\n") == [hint]


def test_an_hour_that_the_clocks_skip_is_a_fault() -> None:
    text = "title: a\nstarted_at: 2025-03-30 02:30\ntimezone: Europe/Berlin\n"
    assert faults(text) == [
        "2:13 there is no 02:30 on 2025-03-30 in Europe/Berlin: the clocks were put forward by 1h"
    ]
    assert hints(text) == ["write 03:30, or the time with its offset"]


def test_an_hour_that_comes_twice_is_the_one_that_keeps_the_order() -> None:
    zone = {"started": "2025-10-26 02:50+02:00", "zone": "Europe/Berlin"}
    assert times("02:55", "02:10", "02:20", **zone) == [
        at("00:55", "2025-10-26"),
        at("01:10", "2025-10-26"),
        at("01:20", "2025-10-26"),
    ]


def test_an_hour_that_comes_twice_is_the_first_and_says_so() -> None:
    text = "title: a\nstarted_at: 2025-10-26 02:30\ntimezone: Europe/Berlin\n"
    read = document(text)
    assert read.postmortem.started_at == at("00:30", "2025-10-26")
    assert [(notice.message, notice.hint) for notice in read.notices] == [
        (
            "02:30 is on the clocks of Europe/Berlin twice on 2025-10-26; "
            "the first is taken, 2025-10-26 02:30+02:00",
            "write 2025-10-26 02:30+01:00 or 2025-10-26 02:30+02:00",
        )
    ]


def test_times_that_need_no_choice_are_not_noticed() -> None:
    assert notices("detected_at: 02:19\n" + events("02:10", "02:16", "14:00")) == []


MOMENTS: set[tuple[str, ...]] = {
    ("started_at",),
    ("detected_at",),
    ("acknowledged_at",),
    ("mitigated_at",),
    ("resolved_at",),
    ("published_at",),
    ("follow_up", "review_at"),
    ("timeline", "at"),
    ("impact", "series", "points"),
    ("actions", "due"),
    ("actions", "completed"),
}


def test_every_time_of_the_model_is_one_that_is_read_here() -> None:
    schema = Postmortem.model_json_schema()
    records = {"Postmortem": schema, **schema["$defs"]}
    dated = {
        (name, key)
        for name, record in records.items()
        for key, field in record.get("properties", {}).items()
        if json.dumps(MOMENT_PATTERN)[:-1] in json.dumps(field) or '"date"' in json.dumps(field)
    }
    assert dated == {
        *{("Postmortem", key) for (key, *inner) in MOMENTS if not inner},
        ("FollowUp", "review_at"),
        ("Event", "at"),
        ("Series", "points"),
        ("ActionItem", "due"),
        ("ActionItem", "completed"),
    }


def test_no_time_of_the_model_is_left_to_pydantic() -> None:
    text = (
        HEAD + "detected_at: 02:16\nacknowledged_at: 02:16\nmitigated_at: 02:16\n"
        "resolved_at: 02:16\npublished_at: 2025-01-08\nfollow_up: {review_at: 2025-01-08}\n"
        "timeline: [{at: 02:16, text: a}]\nimpact: {series: [{label: a, points: [[02:16, 1]]}]}\n"
        "actions: [{action: a, due: 2025-01-08, completed: 2025-01-08}]\n"
    )
    source = document(text).postmortem.model_dump(mode="python")
    assert set(_dated(source)) == MOMENTS


def _dated(value: object, path: tuple[str, ...] = ()) -> list[tuple[str, ...]]:
    """Return where in plain data an instant or a day stands, without indices."""
    if isinstance(value, dict):
        return [found for key, inner in value.items() for found in _dated(inner, (*path, key))]
    if isinstance(value, (list, tuple)):
        return [found for inner in value for found in _dated(inner, path)]
    return [path] if isinstance(value, date) else []


_ZONES = st.sampled_from(["UTC", "Asia/Kolkata", "Pacific/Kiritimati"])
_STARTS = st.datetimes(datetime(1971, 1, 1), datetime(2199, 1, 1)).map(
    lambda start: start.replace(second=0, microsecond=0)
)


@given(
    _STARTS,
    st.integers(-719, 719),
    st.lists(st.integers(-719, 719), max_size=30),
    _ZONES,
)
def test_clock_times_less_than_twelve_hours_apart_are_read_back(
    started: datetime, first: int, gaps: list[int], zone: str
) -> None:
    moments = [started + timedelta(minutes=first)]
    for gap in gaps:
        following = moments[-1] + timedelta(minutes=gap)
        if following.date() >= moments[-1].date():
            moments.append(following)
    data: Plain = {
        "timezone": zone,
        "started_at": f"{started:%Y-%m-%d %H:%M}",
        "timeline": [{"at": f"{moment:%H:%M}"} for moment in moments],
    }
    read = chronology(data)
    places: list[Loc] = [("timeline", n, "at") for n in range(len(moments))]
    assert [read.values[place] for place in places] == [
        moment.replace(tzinfo=ZoneInfo(zone)).astimezone(UTC) for moment in moments
    ]
    assert all(remark.severity == "warning" for remark in read.remarks)
