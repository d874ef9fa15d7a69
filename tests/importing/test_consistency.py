"""Times that contradict each other are taken away, with the reason."""

from __future__ import annotations

from datetime import date

from deckgen.importing.consistency import consistent
from deckgen.importing.draft import Left
from tests.builders import at, event


def test_what_is_in_order_stays() -> None:
    data = {"started_at": at("02:15"), "detected_at": at("02:15"), "mitigated_at": at("03:00")}
    assert consistent(data).data == data
    assert consistent(data).left == ()


def test_an_acknowledgement_after_the_mitigation_is_legitimate() -> None:
    data = {"started_at": at("02:15"), "mitigated_at": at("02:20"), "acknowledged_at": at("02:30")}
    assert consistent(data).left == ()


def test_a_milestone_before_the_start_is_left() -> None:
    found = consistent({"started_at": at("02:15"), "detected_at": at("02:10")})
    assert found.data == {"started_at": at("02:15")}
    reason = "detected_at: 2025-01-08 02:10:00Z, which lies before started_at, 2025-01-08 02:15:00Z"
    assert found.left == (Left(("detected_at",), 0, reason),)


def test_events_of_a_milestones_kind_before_the_start_become_notes() -> None:
    early, late = event("02:10", kind="detection"), event("02:20", kind="detection")
    found = consistent({"started_at": at("02:15"), "timeline": [early, late]})
    assert found.data["timeline"] == [{"at": early["at"], "text": early["text"]}, late]
    assert [it.loc for it in found.left] == [("timeline", 0)]


def test_one_fault_behind_another_is_found() -> None:
    data = {
        "started_at": at("02:15"),
        "mitigated_at": at("03:00"),
        "resolved_at": at("02:50"),
        "detected_at": at("02:00"),
        "acknowledged_at": at("01:00"),
        "timeline": [event("02:40", kind="resolution"), event("02:30", kind="detection")],
    }
    found = consistent(data)
    assert set(found.data) == {"started_at", "mitigated_at", "timeline"}
    assert len(found.left) == 4


def test_an_action_that_was_completed_before_the_incident_stays_done_without_the_day() -> None:
    early: dict[str, object] = {"action": "a", "status": "done", "completed": date(2025, 1, 6)}
    fine: dict[str, object] = {"action": "b", "status": "done", "completed": date(2025, 1, 7)}
    found = consistent({"started_at": at("02:15"), "actions": [fine, early]})
    assert found.data["actions"] == [fine, {"action": "a", "status": "done"}]
    reason = "completed: 2025-01-06, which lies before started_at, 2025-01-08 02:15:00Z"
    assert found.left == (Left(("actions", 1), 0, reason),)


def test_an_action_is_dated_as_it_stands_where_the_start_is_not_known() -> None:
    data = {"actions": [{"action": "a", "status": "done", "completed": date(1999, 1, 6)}]}
    assert consistent(data).data == data
