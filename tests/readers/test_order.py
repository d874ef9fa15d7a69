"""Milestones that contradict each other are told at the one that should be later."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from deckgen.diagnostics import InputError
from deckgen.postmortem.measures import measures
from tests.readers.files import HEAD, document, faults_in, postmortem


@pytest.mark.parametrize("name", ["detected", "mitigated", "resolved"])
def test_nothing_comes_before_the_start(name: str) -> None:
    assert faults_in(f"{name}_at: 02:05\n") == [
        f"3:{len(name) + 6} '{name}_at' lies 10m before 'started_at'"
    ]


def test_a_resolution_does_not_come_before_the_mitigation() -> None:
    assert faults_in("mitigated_at: 03:00\nresolved_at: 02:50\n") == [
        "4:14 'resolved_at' lies 10m before 'mitigated_at'"
    ]


def test_an_acknowledgement_does_not_come_before_the_detection() -> None:
    assert faults_in("detected_at: 02:30\nacknowledged_at: 02:20\n") == [
        "4:18 'acknowledged_at' lies 10m before 'detected_at'"
    ]


def test_an_acknowledgement_after_the_resolution_is_legitimate() -> None:
    text = "detected_at: 02:16\nacknowledged_at: 04:00\nmitigated_at: 03:00\nresolved_at: 03:20\n"
    assert [str(one.duration) for one in measures(postmortem(text))] == [
        *("0:01:00", "1:44:00", "0:45:00", "1:05:00", "0:45:00")
    ]


def test_all_at_one_instant_is_legitimate() -> None:
    names = ("detected", "acknowledged", "mitigated", "resolved")
    assert postmortem("".join(f"{name}_at: 02:15\n" for name in names)).resolved_at is not None


def test_a_milestone_from_the_timeline_is_told_at_its_event() -> None:
    text = """\
resolved_at: 02:50
timeline:
  - {at: 02:10, kind: detection, text: a}
  - {at: 03:05, kind: mitigation, text: b}
  - {at: 03:00, kind: mitigation, text: c}
"""
    assert faults_in(text) == [
        "3:14 'resolved_at' lies 10m before the first event of kind mitigation",
        "5:10 the first event of kind detection lies 5m before 'started_at'",
    ]


def test_one_place_has_one_fault() -> None:
    assert faults_in("mitigated_at: 03:00\nresolved_at: 02:00\n") == [
        "4:14 'resolved_at' lies 15m before 'started_at'"
    ]


def test_where_a_time_has_a_fault_nothing_follows_from_the_others() -> None:
    text = """\
mitigated_at: 25:00
resolved_at: 02:50
timeline:
  - {at: 25:00, kind: detection, text: a}
  - {at: 02:10, kind: detection, text: b}
  - {at: 02:55, kind: mitigation, text: c}
"""
    assert faults_in(text) == [
        "3:15 25:00 is no time of day: it goes from 00:00 to 23:59",
        "6:10 25:00 is no time of day: it goes from 00:00 to 23:59",
    ]


_MINUTES = st.none() | st.integers(0, 59)


@given(st.fixed_dictionaries({name: st.tuples(_MINUTES, _MINUTES) for name in "damr"}))
def test_no_measure_of_a_postmortem_that_is_read_runs_backwards(
    minutes: dict[str, tuple[int | None, int | None]],
) -> None:
    names = {"d": "detected", "a": "acknowledged", "m": "mitigated", "r": "resolved"}
    kinds = {"d": "detection", "a": "acknowledgement", "m": "mitigation", "r": "resolution"}
    lines = [HEAD, "timeline:\n  - {at: 02:15, text: start}\n"]
    for key, (_, event) in minutes.items():
        if event is not None:
            lines.append(f"  - {{at: 02:{event:02d}, kind: {kinds[key]}, text: a}}\n")
    for key, (stated, _) in minutes.items():
        if stated is not None:
            lines.append(f"{names[key]}_at: 02:{stated:02d}\n")
    try:
        read = document("".join(lines)).postmortem
    except InputError as error:
        assert all(" before " in fault.message for fault in error.diagnostics)
    else:
        taken = (one.duration for one in measures(read))
        assert all(duration is None or duration.total_seconds() >= 0 for duration in taken)
