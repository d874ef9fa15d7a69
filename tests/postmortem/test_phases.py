"""The phases of an incident, for every combination of milestones that people record."""

from __future__ import annotations

from datetime import datetime, timedelta
from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from deckgen.postmortem.phases import Phase, PhaseKey, phases
from tests.builders import at, event, postmortem


def phase(name: str, key: PhaseKey, begins: str, ends: str) -> Phase:
    return Phase(name, key, at(begins), at(ends))


def stated(**clocks: str) -> tuple[Phase, ...]:
    """The phases of an incident that started at 02:15, with these milestones stated."""
    return phases(postmortem(**{f"{name}_at": at(clock) for name, clock in clocks.items()}))


def test_all_milestones_give_three_phases() -> None:
    assert stated(detected="02:19", mitigated="03:00", resolved="03:20") == (
        phase("Undetected", "undetected", "02:15", "02:19"),
        phase("Responding", "responding", "02:19", "03:00"),
        phase("Monitoring", "monitoring", "03:00", "03:20"),
    )


def test_a_diagnosis_between_detection_and_mitigation_divides_the_response() -> None:
    incident = postmortem(
        detected_at=at("02:19"),
        mitigated_at=at("03:00"),
        timeline=[event("02:41", kind="diagnosis"), event("02:50", kind="diagnosis")],
    )
    assert phases(incident) == (
        phase("Undetected", "undetected", "02:15", "02:19"),
        phase("Diagnosing", "diagnosing", "02:19", "02:41"),
        phase("Mitigating", "mitigating", "02:41", "03:00"),
    )


def test_a_key_diagnosis_counts_before_an_earlier_one() -> None:
    incident = postmortem(
        detected_at=at("02:19"),
        mitigated_at=at("03:00"),
        timeline=[
            event("02:31", "The provider is ruled out", "diagnosis"),
            event("02:38", "The cache is found at fault", "diagnosis", key=True),
        ],
    )
    assert [one.ends for one in phases(incident) if one.key == "diagnosing"] == [at("02:38")]


@pytest.mark.parametrize("clock", ["02:10", "02:19", "03:00", "03:10"])
def test_a_diagnosis_at_or_outside_the_ends_of_the_response_divides_nothing(clock: str) -> None:
    incident = postmortem(
        detected_at=at("02:19"),
        mitigated_at=at("03:00"),
        timeline=[event(clock, kind="diagnosis")],
    )
    assert [one.name for one in phases(incident)] == ["Undetected", "Responding"]


def test_a_diagnosis_after_the_first_attempt_to_mitigate_divides_nothing() -> None:
    incident = postmortem(
        detected_at=at("02:19"),
        mitigated_at=at("03:00"),
        timeline=[event("02:25", kind="mitigation"), event("02:41", kind="diagnosis")],
    )
    assert [one.name for one in phases(incident)] == ["Undetected", "Responding"]


def test_without_a_detection_the_time_to_the_mitigation_is_only_called_impact() -> None:
    assert stated(mitigated="03:00", resolved="03:20") == (
        phase("Impact", "responding", "02:15", "03:00"),
        phase("Monitoring", "monitoring", "03:00", "03:20"),
    )


def test_without_a_mitigation_the_response_lasts_until_the_resolution() -> None:
    assert stated(detected="02:19", resolved="03:20") == (
        phase("Undetected", "undetected", "02:15", "02:19"),
        phase("Responding", "responding", "02:19", "03:20"),
    )


def test_without_a_mitigation_a_diagnosis_is_followed_by_resolving() -> None:
    incident = postmortem(
        detected_at=at("02:19"),
        resolved_at=at("03:20"),
        timeline=[event("02:41", kind="diagnosis")],
    )
    assert phases(incident)[1:] == (
        phase("Diagnosing", "diagnosing", "02:19", "02:41"),
        phase("Resolving", "mitigating", "02:41", "03:20"),
    )


def test_a_resolution_alone_ends_the_impact() -> None:
    assert stated(resolved="03:20") == (phase("Impact", "responding", "02:15", "03:20"),)


def test_a_detection_alone_ends_the_undetected_time() -> None:
    assert stated(detected="02:19") == (phase("Undetected", "undetected", "02:15", "02:19"),)


def test_without_milestones_there_are_no_phases() -> None:
    assert stated() == ()


def test_a_detection_after_the_mitigation_leaves_no_response() -> None:
    assert stated(mitigated="02:30", detected="02:40", resolved="03:20") == (
        phase("Undetected", "undetected", "02:15", "02:40"),
        phase("Monitoring", "monitoring", "02:40", "03:20"),
    )


def test_a_detection_after_the_resolution_leaves_the_undetected_time_alone() -> None:
    assert stated(mitigated="02:30", resolved="02:35", detected="02:40") == (
        phase("Undetected", "undetected", "02:15", "02:40"),
    )


def test_a_detection_at_the_start_leaves_nothing_undetected() -> None:
    assert stated(detected="02:15", mitigated="03:00") == (
        phase("Responding", "responding", "02:15", "03:00"),
    )


def test_a_resolution_together_with_the_mitigation_leaves_no_monitoring() -> None:
    names = [one.name for one in stated(detected="02:19", mitigated="03:00", resolved="03:00")]
    assert names == ["Undetected", "Responding"]


def test_a_phase_knows_how_long_it_took() -> None:
    assert stated(detected="02:19")[0].duration == timedelta(minutes=4)


_INSTANTS = st.none() | st.integers(-60, 600).map(lambda n: at("02:15") + timedelta(minutes=n))


@given(_INSTANTS, _INSTANTS, _INSTANTS, st.lists(st.integers(0, 600), max_size=3))
def test_phases_follow_each_other_in_time_and_none_is_empty(
    detected: datetime | None,
    mitigated: datetime | None,
    resolved: datetime | None,
    diagnoses: list[int],
) -> None:
    found = phases(
        postmortem(
            detected_at=detected,
            mitigated_at=mitigated,
            resolved_at=resolved,
            timeline=[
                {"at": at("02:15") + timedelta(minutes=n), "kind": "diagnosis", "text": "Found"}
                for n in diagnoses
            ],
        )
    )
    assert all(one.begins < one.ends for one in found)
    assert all(one.ends <= other.begins for one, other in pairwise(found))
