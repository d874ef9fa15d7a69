"""What a timeline shows: events, and milestones that no event tells."""

from __future__ import annotations

from deckgen.figures.moments import Moment, milestone_moments, moments
from deckgen.postmortem.vocabulary import EventKind
from tests.builders import at, event, postmortem


def test_only_a_start_is_a_moment() -> None:
    start = Moment("milestone:started", at("02:15"), None, "Start of impact")
    assert moments(postmortem()) == (start,)


def test_events_are_named_by_their_place_in_time_and_keep_their_words() -> None:
    incident = postmortem(
        timeline=[
            event("02:20", "Page acknowledged", "acknowledgement", key=True),
            event("02:15", "Deploy", "trigger"),
            event("02:40", "Coffee"),
        ]
    )
    assert moments(incident) == (
        Moment("event:E01", at("02:15"), EventKind.TRIGGER, "Trigger", "Deploy", is_event=True),
        Moment(
            name="event:E02",
            at=at("02:20"),
            kind=EventKind.ACKNOWLEDGEMENT,
            title="Acknowledgement",
            text="Page acknowledged",
            is_event=True,
            is_key=True,
            is_boundary=False,
        ),
        Moment(
            name="event:E03",
            at=at("02:40"),
            kind=EventKind.NOTE,
            title="",
            text="Coffee",
            is_event=True,
            is_milestone=False,
            is_boundary=False,
        ),
    )


def test_a_stated_milestone_without_an_event_is_a_moment_of_its_own() -> None:
    incident = postmortem(
        detected_at=at("02:19"), timeline=[event("02:15"), event("02:30", kind="detection")]
    )
    shown = [(one.name, one.title) for one in moments(incident) if not one.is_event]
    assert shown == [("milestone:detected", "Detected")]


def test_milestones_of_one_instant_are_one_moment() -> None:
    incident = postmortem(mitigated_at=at("03:00"), resolved_at=at("03:00"))
    last = moments(incident)[-1]
    assert (last.title, last.kind) == ("Mitigated and resolved", EventKind.RESOLUTION)


def test_a_milestone_is_told_by_the_event_of_its_kind_at_its_instant() -> None:
    incident = postmortem(
        mitigated_at=at("03:00"),
        timeline=[
            event("02:15"),
            event("02:40", kind="mitigation"),
            event("03:00", kind="communication"),
            event("03:00", kind="mitigation"),
        ],
    )
    assert [one.name for one in moments(incident) if one.is_boundary] == ["event:E01", "event:E04"]


def test_the_first_trigger_and_the_last_resolution_must_be_seen() -> None:
    incident = postmortem(
        started_at=at("02:00"),
        resolved_at=at("03:00"),
        timeline=[
            event("02:00"),
            event("02:10", kind="trigger"),
            event("02:20", kind="trigger"),
            event("03:00", kind="resolution"),
            event("03:10", kind="resolution"),
            event("03:20", kind="resolution"),
        ],
    )
    seen = [one.name for one in moments(incident) if one.is_milestone]
    assert seen == ["event:E01", "event:E02", "event:E04", "event:E06"]


def test_the_diagnosis_that_divides_the_response_is_a_boundary() -> None:
    incident = postmortem(
        detected_at=at("02:15"),
        mitigated_at=at("03:00"),
        timeline=[
            event("02:15"),
            event("02:30", kind="diagnosis"),
            event("02:40", kind="diagnosis"),
            event("03:00", kind="mitigation"),
        ],
    )
    boundaries = [one.name for one in moments(incident) if one.is_boundary]
    assert boundaries == ["event:E01", "event:E02", "event:E04"]


def test_an_event_keeps_the_link_to_where_it_is_recorded() -> None:
    [moment] = moments(postmortem(timeline=[event("02:15", source="https://example.com/1")]))
    assert moment.source == "https://example.com/1"


def test_milestones_stand_for_themselves_even_where_events_tell_them() -> None:
    incident = postmortem(
        timeline=[event("02:20", "Alert fires", "detection")],
        mitigated_at=at("02:15"),
        resolved_at=at("02:50"),
    )
    assert milestone_moments(incident) == (
        Moment("milestone:started", at("02:15"), None, "Start of impact and mitigated"),
        Moment("milestone:detected", at("02:20"), EventKind.DETECTION, "Detected"),
        Moment("milestone:resolved", at("02:50"), EventKind.RESOLUTION, "Resolved"),
    )
