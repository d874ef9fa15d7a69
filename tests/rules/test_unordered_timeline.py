"""Events out of their order."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from deckgen.rule import Finding
from deckgen.rules import unordered_timeline
from tests.builders import event
from tests.rules.cases import found

MINUTES = st.lists(st.integers(0, 59), max_size=12)


def test_an_event_behind_a_later_one_is_found() -> None:
    timeline = [event("02:31"), event("02:22"), event("02:25")]
    assert found(unordered_timeline, timeline=timeline) == [
        Finding(
            ("timeline", 1, "at"),
            "this event lies 9 minutes before the one above it",
            "correct the wrong one of the two times, or move the event up",
        )
    ]


@given(MINUTES)
def test_only_a_sorted_timeline_is_left_alone(minutes: list[int]) -> None:
    timeline = [event(f"02:{minute:02d}") for minute in minutes]
    findings = found(unordered_timeline, timeline=timeline)
    assert (findings == []) is (minutes == sorted(minutes))
