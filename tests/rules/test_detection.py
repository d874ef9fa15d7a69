"""Incidents that nothing is said to have noticed."""

from __future__ import annotations

from typing import Any

import pytest

from deckgen.rule import Finding
from deckgen.rules import detection
from tests.builders import at, event
from tests.rules.cases import found

PLAIN = "write 'detected_at', or 'kind: detection' in the event that noticed it"


def test_an_incident_that_is_over_needs_a_time_of_detection() -> None:
    assert found(detection, resolved_at=at("03:20")) == [
        Finding(("started_at",), "nothing says when the incident was detected", PLAIN, of_key=True)
    ]


def test_the_hint_asks_for_the_event_that_may_be_it() -> None:
    timeline = [event("02:10", "Alert for a disk"), event("02:21", "Page for failing checkouts")]
    hint = found(detection, status="resolved", timeline=timeline)[0].hint
    assert hint == "write 'detected_at', or 'kind: detection' in its event; is it the one at 02:21?"


@pytest.mark.parametrize(
    "fields",
    [
        {},
        {"status": "resolved", "detected_at": at("02:19")},
        {"status": "resolved", "timeline": [event("02:19", kind="detection")]},
    ],
)
def test_open_and_detected_incidents_are_left_alone(fields: dict[str, Any]) -> None:
    assert found(detection, **fields) == []
