"""An export of GitLab, by the schema of GitLab's REST API v4."""

from __future__ import annotations

from deckgen.importing.exports.json_text import JsonObject

GITLAB: JsonObject = {
    "id": 900,
    "iid": 42,
    "project_id": 7,
    "title": "2025-01-08: Runners do not start",
    "description": None,
    "state": "closed",
    "created_at": "2025-01-08T02:21:00.000Z",
    "closed_at": "2025-01-09T10:00:00.000Z",
    "labels": ["Incident::Resolved", "severity::2", "Service::CI Runners", "RootCause::Saturation"],
    "assignees": [{"id": 1, "username": "mo", "name": "Mo Nye"}],
    "author": {"id": 2, "username": "op", "name": "Op Q"},
    "issue_type": "incident",
    "severity": "UNKNOWN",
    "web_url": "https://gitlab.example.com/infra/production/-/issues/42",
}
