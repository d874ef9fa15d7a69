"""Events that cannot lie where they stand."""

from __future__ import annotations

from datetime import date
from typing import Any

import pytest

from deckgen.rule import Finding
from deckgen.rules import event_outside_incident
from tests.builders import at, event
from tests.rules.cases import found, messages


def said(*events: dict[str, Any], **more: Any) -> list[str]:
    return messages(event_outside_incident, timeline=events, **more)


def on(day: str, clock: str = "09:00", **more: Any) -> dict[str, Any]:
    return {**event(clock, **more), "at": at(clock, day)}


def test_a_response_before_the_start_is_one_finding() -> None:
    timeline = [event("01:10", kind="escalation"), event("02:00", kind="diagnosis")]
    assert found(event_outside_incident, timeline=timeline) == [
        Finding(
            ("timeline", 0, "at"),
            "this escalation lies 1 hour 5 minutes before the start, "
            "as does 1 other event of the response",
            "set 'started_at' to when the impact began, or make the event a note or a trigger",
        )
    ]


@pytest.mark.parametrize("kind", ["trigger", "note", "communication"])
def test_what_led_to_it_may_lie_before(kind: str) -> None:
    assert said(on("2024-06-01", kind=kind)) == []


def test_a_mitigation_after_the_resolution_is_found() -> None:
    late = event("04:00", kind="mitigation")
    assert said(late, mitigated_at=at("03:00"), resolved_at=at("03:20")) == [
        "this mitigation lies 40 minutes after the resolution"
    ]


def test_an_event_long_after_the_end_is_found() -> None:
    fields = {"resolved_at": at("03:20")}
    assert said(on("2025-01-20"), **fields) == []
    assert said(on("2025-01-28"), **fields) == ["this event lies 20 days 6 hours after the end"]


def test_an_event_ahead_is_found() -> None:
    assert said(on("2025-02-02")) == []
    assert said(on("2025-02-03", kind="diagnosis")) == [
        "this diagnosis lies in the future, on 3 Feb 2025"
    ]
    assert found(event_outside_incident, as_of=date(2025, 2, 3), timeline=[on("2025-02-03")]) == []
