"""Measurements in words."""

from __future__ import annotations

from typing import Any

from hypothesis import given
from hypothesis import strategies as st

from deckgen.figures.impact_alt import impact_alt
from deckgen.figures.timeline_alt import MOST_CHARACTERS
from tests.builders import at, postmortem, series
from tests.strategies import texts as any_text

READINGS = ("02:05", 0.5), ("02:15", 0.5), ("02:25", 38), ("02:45", 0.5)


def told(*measurements: dict[str, Any], **fields: Any) -> str:
    incident = postmortem(impact={"series": list(measurements)}, **fields)
    return impact_alt(incident, incident.impact.series)


def test_how_bad_it_got_when_and_for_how_long_is_said() -> None:
    assert told(series("error rate", *READINGS, unit="%", threshold=19.25)) == (
        "Line chart of 1 measurement over the incident. Error rate peaked at 38% at 02:25 UTC and "
        "was above 19.25% for 15 minutes."
    )


def test_a_fall_below_a_threshold_is_said() -> None:
    orders = series("Orders", ("02:15", 900), ("02:25", 100), ("02:35", 900), threshold=500)
    assert told(orders).endswith(
        "Orders fell to 100 at 02:25 UTC and was below 500 for 10 minutes."
    )


def test_without_a_threshold_the_usual_reading_is_said() -> None:
    assert told(series("Latency", *READINGS, unit="s")).endswith(
        "Latency peaked at 38 s at 02:25 UTC, from 0.5 s before."
    )


def test_a_threshold_that_held_is_said() -> None:
    assert told(series("Latency", *READINGS, unit="s", threshold=40)).endswith(
        "Latency peaked at 38 s at 02:25 UTC and never passed its threshold of 40 s."
    )


def test_times_are_in_the_incident_s_zone_and_of_another_day_with_their_day() -> None:
    late = {"label": "Errors", "points": [(at("02:15"), 1), (at("02:15", "2025-01-09"), 9)]}
    assert "at 9 Jan 2025, 03:15 CET" in told(late, timezone="Europe/Berlin")


def test_what_finds_no_room_is_left_out_as_a_whole() -> None:
    several = [series(f"Queue {n} of the payment service", *READINGS) for n in range(24)]
    text = told(*several)
    assert text.startswith("Line chart of 24 measurements over the incident. Queue 0 of")
    assert text.endswith("from 0.5 before.")
    assert len(text) <= MOST_CHARACTERS


@given(st.lists(any_text(), min_size=1, max_size=24), st.none() | any_text(3))
def test_the_words_are_never_longer_than_readers_speak_them(
    labels: list[str], unit: str | None
) -> None:
    text = told(*(series(label, *READINGS, unit=unit) for label in labels))
    assert len(text) <= MOST_CHARACTERS
    assert text.endswith(".")
