"""The timeline in words."""

from __future__ import annotations

from datetime import timedelta

from hypothesis import given
from hypothesis import strategies as st

from deckgen.figures.timeline_alt import MOST_CHARACTERS, timeline_alt
from tests.builders import at, event, postmortem


def test_all_that_the_picture_says_is_said() -> None:
    incident = postmortem(
        detected_at=at("02:19"),
        mitigated_at=at("03:00"),
        resolved_at=at("03:20"),
        timeline=[event("02:00"), event("02:15"), event("02:22", kind="acknowledgement")],
    )
    assert timeline_alt(incident) == (
        "Timeline of 3 events, 8 Jan 2025, 02:00 to 03:20 UTC. Started 02:15, detected 02:19, "
        "acknowledged 02:22, mitigated 03:00 and resolved 03:20. Time to detect 4 minutes, time "
        "to mitigate 45 minutes and time to resolve 1 hour 5 minutes. Phases: Undetected "
        "4 minutes, Responding 41 minutes and Monitoring 20 minutes."
    )


def test_what_is_not_recorded_is_said() -> None:
    assert timeline_alt(postmortem(detected_at=at("02:19"))) == (
        "Timeline of no events yet, 8 Jan 2025, 02:15 to 02:19 UTC. Started 02:15 and detected "
        "02:19. Time to detect 4 minutes. Not recorded: when it was mitigated and resolved. "
        "Phases: Undetected 4 minutes."
    )


def test_a_milestone_on_another_day_is_said_with_its_day() -> None:
    incident = postmortem(timezone="Europe/Berlin", resolved_at=at("03:20", "2025-01-09"))
    told = timeline_alt(incident)
    assert "8 Jan 2025, 03:15 to 9 Jan 2025, 04:20 CET." in told
    assert "Started 03:15 and resolved 9 Jan 2025, 04:20." in told


def test_a_span_over_a_change_of_clocks_says_the_zone_of_both_ends() -> None:
    incident = postmortem(
        timezone="Europe/Berlin",
        started_at=at("00:30", "2025-10-26"),
        resolved_at=at("01:30", "2025-10-26"),
    )
    assert "26 Oct 2025, 02:30 CEST to 02:30 CET." in timeline_alt(incident)


@given(st.lists(st.integers(0, 600_000), min_size=4, max_size=4).map(sorted), st.booleans())
def test_it_is_never_longer_than_can_be_listened_to(minutes: list[int], diagnosed: bool) -> None:
    detected, found, mitigated, resolved = (at("02:15") + timedelta(minutes=n) for n in minutes)
    incident = postmortem(
        timezone="America/Argentina/ComodRivadavia",
        detected_at=detected,
        acknowledged_at=detected,
        mitigated_at=mitigated,
        resolved_at=resolved,
        timeline=[{"at": found, "text": "Found", "kind": "diagnosis"}] if diagnosed else [],
    )
    assert 100 < len(timeline_alt(incident)) <= MOST_CHARACTERS
