"""Decks of drafts, judged."""

from __future__ import annotations

from datetime import UTC, datetime

from benchmarks.import_decks import deck_findings
from deckgen.importing.draft import Draft

STARTED = datetime(2025, 1, 8, 2, 15, tzinfo=UTC)


def test_the_deck_of_a_whole_draft_is_sound() -> None:
    event = {"at": STARTED, "text": "The queue stops"}
    data = {"title": "Queue stops", "started_at": STARTED, "timeline": [event]}
    assert deck_findings(Draft("outage", data)) == []


def test_a_draft_that_lacks_what_a_deck_needs_makes_none() -> None:
    found = deck_findings(Draft("outage", {"title": "Queue stops"}))
    assert [one.startswith("no deck: outage.yaml") for one in found] == [True]
    assert "started_at" in found[0]
