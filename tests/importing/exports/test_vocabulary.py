"""The words of incident tools."""

from __future__ import annotations

import pytest

from deckgen.importing.exports import vocabulary


@pytest.mark.parametrize(
    ("name", "level", "is_sure"),
    [
        *(("SEV1", 1, True), ("sev-2", 2, True), ("SEV 0", 0, True), ("Sev_3", 3, True)),
        *(("S2", 2, False), ("P1", 1, False), ("P5", 5, False), ("Severity 1", 1, False)),
        *(("severity::2", 2, False), ("SEV-1: Critical", 1, False), ("1 - Critical", 1, False)),
        *(("Critical", 1, False), ("MAJOR", 2, False), ("high", 2, False), ("Low", 4, False)),
    ],
)
def test_severities(name: str, level: int, is_sure: bool) -> None:
    assert vocabulary.severity(name) == (f"SEV{level}", is_sure)


@pytest.mark.parametrize("name", ["SEV9", "P12", "Gameday", "", "services 3", "sev"])
def test_what_is_no_severity(name: str) -> None:
    assert vocabulary.severity(name) is None


@pytest.mark.parametrize(
    ("name", "field"),
    [
        *(("Impact started at", "started_at"), ("started", "started_at")),
        *(("Detected at", "detected_at"), ("acknowledged", "acknowledged_at")),
        *(("Impact ended", "mitigated_at"), ("RESOLVED_AT", "resolved_at")),
    ],
)
def test_milestones_that_say_outright_what_they_are(name: str, field: str) -> None:
    assert vocabulary.milestone(name) == (field, True)


def test_milestones_that_only_let_one_infer_it() -> None:
    assert vocabulary.milestone("Fixed at") == ("mitigated_at", False)
    assert vocabulary.milestone("Monitoring at") == ("mitigated_at", False)


@pytest.mark.parametrize("name", ["Identified at", "Closed at", "Reported at", "Restarted"])
def test_other_milestones_are_no_field(name: str) -> None:
    assert vocabulary.milestone(name) is None


@pytest.mark.parametrize(
    ("word", "status"),
    [
        *(("outstanding", "open"), ("TODO", "open"), ("in_progress", "in_progress")),
        *(("Resolved", "done"), ("not_doing", "dropped"), ("cancelled", "dropped")),
    ],
)
def test_how_far_an_action_is(word: str, status: str) -> None:
    assert vocabulary.action_status(word) == status
    assert vocabulary.action_status("perhaps") is None
