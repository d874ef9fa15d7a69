"""An export of Rootly, by the schema of swagger.json of rootlyhq/rootly-go."""

from __future__ import annotations

from deckgen.importing.exports.json_text import JsonObject


def _named(kind: str, name: str) -> JsonObject:
    return {"data": {"id": "1", "type": kind, "attributes": {"name": name, "slug": name}}}


ROOTLY: JsonObject = {
    "data": {
        "id": "9f7d",
        "type": "incidents",
        "attributes": {
            "title": "Login codes arrive late",
            "kind": "normal",
            "slug": "login-codes-arrive-late",
            "sequential_id": 77,
            "summary": "Codes by SMS arrived after they had expired.",
            "private": False,
            "status": "resolved",
            "severity": {
                "data": {
                    "id": "s",
                    "type": "severities",
                    "attributes": {"name": "SEV1", "severity": "critical", "description": "Bad"},
                }
            },
            "environments": [_named("environments", "production")],
            "services": [_named("services", "login"), _named("services", "sms-gateway")],
            "labels": None,
            "url": "https://rootly.com/account/incidents/77",
            "mitigation_message": "Switched to the second provider",
            "resolution_message": None,
            "retrospective_progress_status": "active",
            "in_triage_at": None,
            "started_at": "2025-01-08T02:15:00.000-08:00",
            "detected_at": "2025-01-08T02:31:00.000-08:00",
            "acknowledged_at": None,
            "mitigated_at": "2025-01-08T03:05:00.000-08:00",
            "resolved_at": "2025-01-08T03:40:00.000-08:00",
            "created_at": "2025-01-08T02:33:00.000-08:00",
        },
    },
    "included": [
        {
            "id": "e1",
            "type": "incident_events",
            "attributes": {
                "event": "The provider's queue holds 40,000 messages",
                "visibility": "internal",
                "occurred_at": "2025-01-08T02:50:00.000-08:00",
            },
        },
        {
            "id": "a1",
            "type": "incident_action_items",
            "attributes": {
                "summary": "Fail over by itself when codes take longer than 30 s",
                "description": "",
                "kind": "follow_up",
                "assigned_to_user_id": 4711,
                "priority": "high",
                "status": "open",
                "due_date": "2025-02-01",
                "jira_issue_url": "https://jira.example.com/browse/ID-3",
            },
        },
        {
            "id": "c1",
            "type": "causes",
            "attributes": {"name": "One provider for all codes", "description": "No second route"},
        },
        {
            "id": "p1",
            "type": "incident_post_mortems",
            "attributes": {"title": "Login codes", "content": "<p>What happened</p>"},
        },
    ],
}
