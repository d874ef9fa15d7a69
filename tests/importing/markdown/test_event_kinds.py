"""What an event says outright that it is."""

from __future__ import annotations

import pytest

from deckgen.importing.markdown.event_kinds import Said, said_kind
from deckgen.postmortem.vocabulary import EventKind


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("OUTAGE BEGINS -- empty results", Said(EventKind.TRIGGER, True)),
        ("Fault occurs", Said(EventKind.TRIGGER, True)),
        ("Pipeline starts. (problem started)", Said(EventKind.TRIGGER, True)),
        ("First detected", Said(EventKind.DETECTION)),
        ("Detection: an alert", Said(EventKind.DETECTION)),
        ("Acknowledged by on-call", Said(EventKind.ACKNOWLEDGEMENT)),
        ("INCIDENT BEGINS, incident declared by mira", Said(EventKind.ESCALATION)),
        ("Root cause identified", Said(EventKind.DIAGNOSIS)),
        ("Repaired", Said(EventKind.MITIGATION)),
        ("OUTAGE MITIGATED", Said(EventKind.MITIGATION)),
        ("Target group attached again (resolved).", Said(EventKind.RESOLUTION)),
        ("Incident declared as resolved", Said(EventKind.RESOLUTION)),
        ("OUTAGE ENDS", Said(EventKind.RESOLUTION)),
        ("Incident was not declared", None),
        ("Deploy reaches all regions", None),
    ],
)
def test_milestone_words(text: str, said: Said | None) -> None:
    assert said_kind(text) == said
