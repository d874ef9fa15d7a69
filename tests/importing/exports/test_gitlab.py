"""GitLab issues: their fields, and the description that tells the rest."""

from __future__ import annotations

import json

from deckgen.importing.draft import Draft, Left
from deckgen.importing.exports.json_text import Json
from deckgen.importing.formats import drafts_of
from tests.builders import at
from tests.importing.exports.examples import GITLAB

DESCRIPTION = """\
## Current Status

1. Customer Impact: 1,200 jobs waited

## Timeline

All times UTC.

`2025-01-08`

- `02:15` - Deploy of the runner manager
- `02:30` - Alert: no runner starts

## Corrective Actions

- [ ] Test the manager with a real job
"""


def read(**fields: Json) -> Draft:
    (draft,) = drafts_of(json.dumps({**GITLAB, **fields}).encode(), "issue.json")
    return draft


def test_the_description_tells_the_timeline_and_the_fields_the_rest() -> None:
    data = read(description=DESCRIPTION).data
    timeline, actions = data["timeline"], data["actions"]
    assert isinstance(timeline, list | tuple)
    assert isinstance(actions, list | tuple)
    assert [(it["at"], it["text"]) for it in timeline] == [
        (at("02:15"), "Deploy of the runner manager"),
        (at("02:30"), "Alert: no runner starts"),
    ]
    assert [it["action"] for it in actions] == ["Test the manager with a real job"]
    assert (data["id"], data["severity"], data["status"]) == ("42", "SEV2", "resolved")
    assert data["started_at"] == at("02:15")
    assert data["sources"] == [GITLAB["web_url"]]


def test_lines_of_the_description_are_said_in_words() -> None:
    draft = read(description=DESCRIPTION + "\n## Notes\n\nNobody knows these words\n")
    assert {it.line for it in draft.guesses} == {it.line for it in draft.left} == {0}
    (left,) = (it for it in draft.left if "Nobody knows" in it.text)
    assert left.text.startswith("line 18 of the description: ")


def test_an_issue_without_a_description_starts_when_it_was_opened_as_a_guess() -> None:
    draft = read()
    assert draft.data["started_at"] == at("02:21")
    assert [it.loc for it in draft.guesses] == [("severity",), ("started_at",)]


def test_what_the_fields_say_otherwise_is_left() -> None:
    draft = read(description=f"**Severity:** SEV1\n\n{DESCRIPTION}")
    assert draft.data["severity"] == "SEV1"
    assert Left(("severity",), 0, "severity: SEV2, as the issue's fields say") in draft.left


def test_events_of_the_timeline_tab_and_comments() -> None:
    events: Json = [{"note": "Rolled back", "occurred_at": "2025-01-08T02:50:00Z"}]
    notes: Json = [{"body": "Why?", "system": False}, {"body": "changed labels", "system": True}]
    draft = read(description=DESCRIPTION, timeline_events=events, notes=notes)
    timeline = draft.data["timeline"]
    assert isinstance(timeline, list)
    assert timeline[-1]["text"] == "Rolled back"
    assert "comment: Why?" in [it.text for it in draft.left]
