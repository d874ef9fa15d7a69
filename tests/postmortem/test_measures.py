"""Milestones, where they come from, and the measures between them."""

from __future__ import annotations

from datetime import timedelta

from deckgen.postmortem.measures import (
    Milestone,
    Origin,
    first_of_kind,
    measures,
    milestones,
    status,
)
from deckgen.postmortem.vocabulary import EventKind, Status
from tests.builders import at, event, postmortem


def minutes(count: int) -> timedelta:
    return timedelta(minutes=count)


def test_measures_count_from_the_start_save_the_acknowledgement() -> None:
    incident = postmortem(
        detected_at=at("02:19"),
        acknowledged_at=at("02:22"),
        mitigated_at=at("03:00"),
        resolved_at=at("03:20"),
    )
    assert [(one.key, one.duration, one.origin) for one in measures(incident)] == [
        ("time_to_detect", minutes(4), Origin.STATED),
        ("time_to_acknowledge", minutes(3), Origin.STATED),
        ("time_to_mitigate", minutes(45), Origin.STATED),
        ("time_to_resolve", minutes(65), Origin.STATED),
        ("impact_lasted", minutes(45), Origin.STATED),
    ]


def test_what_is_not_recorded_has_no_duration() -> None:
    assert {(one.duration, one.origin) for one in measures(postmortem())} == {
        (None, Origin.NOT_RECORDED)
    }


def test_without_a_mitigation_the_impact_lasted_until_the_resolution() -> None:
    assert measures(postmortem(resolved_at=at("03:20"))).impact_lasted.duration == minutes(65)


def test_a_milestone_defaults_to_the_earliest_event_of_its_kind() -> None:
    incident = postmortem(
        mitigated_at=at("03:00"),
        timeline=[
            event("02:30", "second", "detection"),
            event("02:19", "first", "detection"),
            event("02:19", "also", "detection"),
            event("02:50", "other", "mitigation"),
        ],
    )
    found = milestones(incident)
    assert found.detected == Milestone(
        "detected", at("02:19"), Origin.TIMELINE, incident.timeline[1]
    )
    assert found.mitigated == Milestone("mitigated", at("03:00"), Origin.STATED)
    assert found.resolved == Milestone("resolved", None, Origin.NOT_RECORDED)
    assert measures(incident).time_to_detect.origin is Origin.TIMELINE


def test_the_first_of_a_kind_is_none_where_there_is_none() -> None:
    assert first_of_kind(postmortem().timeline, EventKind.NOTE) is None


def test_a_reported_figure_disagrees_from_a_minute_on() -> None:
    def disagrees(reported: str) -> bool:
        incident = postmortem(resolved_at=at("03:20"), reported={"time_to_resolve": reported})
        return measures(incident).time_to_resolve.disagrees

    assert [disagrees(text) for text in ("65m", "64m 1s", "64m", "66m", "2h")] == [
        *(False, False, True, True, True)
    ]
    assert not measures(postmortem(reported={"time_to_detect": "4m"})).time_to_detect.disagrees


def test_the_status_is_what_is_stated_else_what_the_milestones_say() -> None:
    assert status(postmortem()) is Status.OPEN
    assert status(postmortem(mitigated_at=at("03:00"))) is Status.MITIGATED
    assert status(postmortem(timeline=[event("03:20", kind="resolution")])) is Status.RESOLVED
    assert status(postmortem(resolved_at=at("03:20"), status="open")) is Status.OPEN


def test_an_incident_ended_with_the_resolution_else_with_the_mitigation() -> None:
    ends = {"mitigated_at": at("03:00"), "resolved_at": at("03:20")}
    assert milestones(postmortem(**ends)).ended_at == at("03:20")
    assert milestones(postmortem(mitigated_at=at("03:00"))).ended_at == at("03:00")
    assert milestones(postmortem()).ended_at is None
