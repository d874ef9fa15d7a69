"""The time that a picture of the impact shows."""

from __future__ import annotations

from datetime import datetime, timedelta
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from deckgen.figures.impact_span import impact_span, is_within
from tests.builders import at, postmortem, series


def span(*measurements: dict[str, Any], **fields: Any) -> tuple[datetime, datetime]:
    incident = postmortem(impact={"series": list(measurements)}, **fields)
    return impact_span(incident, incident.impact.series)


DAY = series("Errors", ("00:00", 1), ("23:59", 2))


def test_a_day_of_readings_is_cut_to_the_incident_and_a_quarter_of_it_around() -> None:
    assert span(DAY, mitigated_at=at("02:55"), resolved_at=at("03:15")) == (
        at("02:00"),
        at("03:30"),
    )


def test_around_the_incident_no_more_is_shown_than_there_are_readings() -> None:
    short = series("Errors", ("02:10", 1), ("03:20", 2))
    assert span(short, resolved_at=at("03:15")) == (at("02:10"), at("03:20"))


def test_the_whole_incident_is_shown_where_readings_do_not_reach_its_ends() -> None:
    short = series("Errors", ("02:30", 1), ("02:40", 2))
    assert span(short, resolved_at=at("03:15")) == (at("02:15"), at("03:15"))


def test_an_incident_that_goes_on_is_shown_to_the_last_reading() -> None:
    assert span(series("Errors", ("02:00", 1), ("03:15", 2))) == (at("02:00"), at("03:15"))


def test_several_measurements_share_one_span() -> None:
    early, late = series("a", ("02:05", 1), ("02:20", 2)), series("b", ("03:00", 1), ("03:20", 1))
    assert span(early, late, resolved_at=at("03:15")) == (at("02:05"), at("03:20"))


@pytest.mark.parametrize(
    "measurements",
    [
        [series("a", ("00:10", 1), ("00:20", 2))],
        [series("a", ("05:10", 1), ("05:20", 2))],
        [series("a", ("00:10", 1)), series("b", ("05:20", 2))],
    ],
    ids=["before", "after", "both"],
)
def test_where_no_reading_lies_around_the_incident_all_readings_are_shown(
    measurements: list[dict[str, Any]],
) -> None:
    begins, ends = span(*measurements, resolved_at=at("03:15"))
    moments = [moment for one in measurements for moment, _ in one["points"]]
    assert begins <= min(moments)
    assert ends >= max(moments)


def test_an_instant_gets_a_minute_before_and_after() -> None:
    instant = series("Errors", ("02:15", 9))
    assert span(instant, resolved_at=at("02:15")) == (at("02:14"), at("02:16"))


_MOMENTS = st.integers(-10_000, 10_000).map(lambda n: at("02:15") + timedelta(minutes=n))


@given(
    st.lists(st.lists(_MOMENTS, min_size=1, max_size=4), min_size=1, max_size=3),
    st.none() | st.integers(0, 5_000),
)
def test_the_span_holds_the_incident_and_a_measurement_whatever_was_measured(
    moments: list[list[datetime]], minutes: int | None
) -> None:
    over = None if minutes is None else at("02:15") + timedelta(minutes=minutes)
    incident = postmortem(
        resolved_at=over,
        impact={
            "series": [
                {"label": "Errors", "points": [(moment, 1) for moment in sorted(one)]}
                for one in moments
            ]
        },
    )
    begins, ends = impact_span(incident, incident.impact.series)
    assert begins < ends
    assert begins <= incident.started_at <= (over or incident.started_at) <= ends
    assert any(is_within(one, begins, ends) for one in incident.impact.series)
