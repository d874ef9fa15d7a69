"""The closed vocabularies and the other spellings that are read."""

from __future__ import annotations

import re

import pytest

from deckgen.postmortem.vocabulary import (
    PRIORITY_SPELLINGS,
    SEVERITY_SPELLINGS,
    ActionStatus,
    Priority,
    Severity,
)


@pytest.mark.parametrize(
    ("written", "meant"),
    [
        *((level.value, level) for level in Severity),
        *(("sev1", Severity.SEV1), ("SEV-2", Severity.SEV2), ("Sev 3", Severity.SEV3)),
        *(("S0", Severity.SEV0), ("P4", Severity.SEV4), ("sev_5", Severity.SEV5)),
        *(("critical", Severity.SEV1), ("major", Severity.SEV2), ("minor", Severity.SEV3)),
    ],
)
def test_a_severity_is_read_in_every_spelling(written: str, meant: Severity) -> None:
    assert Severity(written) is meant
    assert re.search(SEVERITY_SPELLINGS, written)


@pytest.mark.parametrize(
    ("written", "meant"),
    [
        *((level.value, level) for level in Priority),
        *(("p1", Priority.P1), ("P-2", Priority.P2), ("high", Priority.P1)),
        *(("medium", Priority.P2), ("low", Priority.P3)),
    ],
)
def test_a_priority_is_read_in_every_spelling(written: str, meant: Priority) -> None:
    assert Priority(written) is meant
    assert re.search(PRIORITY_SPELLINGS, written)


@pytest.mark.parametrize("written", ["SEV6", "SEV", "SEV11", "P9", "urgent", "", "severe"])
def test_other_words_are_no_severity(written: str) -> None:
    with pytest.raises(ValueError, match="is not a valid Severity"):
        Severity(written)
    assert not re.search(SEVERITY_SPELLINGS, written)


def test_an_action_is_closed_when_it_is_done_or_dropped() -> None:
    assert [status for status in ActionStatus if status.is_closed] == [
        ActionStatus.DONE,
        ActionStatus.DROPPED,
    ]
