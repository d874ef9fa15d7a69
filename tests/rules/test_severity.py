"""Incidents without a severity."""

from __future__ import annotations

from deckgen.rule import Finding
from deckgen.rules import severity
from tests.rules.cases import found


def test_a_severity_is_asked_for_from_the_first_hour_on() -> None:
    assert found(severity) == [
        Finding(
            ("title",),
            "the incident has no severity",
            "write 'severity: SEV2', from SEV0 (worst) to SEV5",
            of_key=True,
        )
    ]


def test_a_severity_is_enough_and_an_exercise_needs_none() -> None:
    assert found(severity, severity="SEV3") == []
    assert found(severity, drill=True) == []
