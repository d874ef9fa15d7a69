"""An export of incident.io, by client.gen.go of incident-io/terraform-provider-incident."""

from __future__ import annotations

from deckgen.importing.exports.json_text import JsonObject


def _timestamp(name: str, at: str | None) -> JsonObject:
    return {
        "incident_timestamp": {"id": "01FCNDV6P870EA6S7TK1DSYD5H", "name": name, "rank": 1},
        "value": {"value": at} if at else None,
    }


_STATUS_CLOSED: JsonObject = {
    "category": "closed",
    "created_at": "2021-08-17T13:28:57.801578Z",
    "description": "Everything that had to be done was done.",
    "id": "01FCNDV6P870EA6S7TK1DSYD5H",
    "name": "Closed",
    "rank": 4,
}

INCIDENT_IO: JsonObject = {
    "incident": {
        "call_url": "https://meet.example.com/abc",
        "created_at": "2025-01-08T02:25:57.801578Z",
        "creator": {"user": {"id": "01FC", "name": "Bo Lind", "email": "bo@example.com"}},
        "custom_field_entries": [
            {
                "custom_field": {"id": "01FC", "name": "Affected services", "options": []},
                "values": [{"value_option": {"id": "1", "value": "payments"}}],
            },
            {
                "custom_field": {"id": "02FC", "name": "Regions"},
                "values": [{"value_text": "eu-west-1"}, {"value_text": "us-east-1"}],
            },
        ],
        "duration_metrics": [
            {
                "duration_metric": {"id": "1", "name": "Time to resolve"},
                "status": "success",
                "value_seconds": 3900,
            }
        ],
        "id": "01FDAG4SAP5TYPT98WGR2N7W91",
        "incident_role_assignments": [
            {
                "assignee": {"id": "01FC", "name": "Bo Lind", "email": "bo@example.com"},
                "role": {"id": "1", "name": "Incident Lead", "role_type": "lead"},
            },
            {"assignee": None, "role": {"id": "2", "name": "Communications Lead"}},
        ],
        "incident_status": _STATUS_CLOSED,
        "incident_timestamp_values": [
            _timestamp("Impact started at", "2025-01-08T02:15:00Z"),
            _timestamp("Identified at", "2025-01-08T02:40:30.25Z"),
            _timestamp("Fixed at", "2025-01-08T03:00:00+00:00"),
            _timestamp("Resolved at", "2025-01-08T04:20:00+01:00"),
            _timestamp("Declined at", None),
        ],
        "incident_type": {"id": "1", "name": "Production"},
        "mode": "standard",
        "name": "Card payments fail in two regions",
        "permalink": "https://app.incident.io/acme/incidents/123",
        "postmortem_document_url": "https://docs.example.com/pm/123",
        "reference": "INC-123",
        "severity": {"id": "1", "name": "Major", "description": "Many customers.", "rank": 2},
        "slack_channel_id": "C02AW36C1M5",
        "slack_channel_name": "inc-123",
        "slack_team_id": "T02A1FSLE8J",
        "summary": "Payments by card failed for 45 minutes.",
        "updated_at": "2025-01-09T10:00:00Z",
        "visibility": "public",
    },
    "incident_updates": [
        {
            "created_at": "2025-01-08T02:45:00.000001Z",
            "id": "02",
            "incident_id": "01FDAG4SAP5TYPT98WGR2N7W91",
            "message": "The cache held torn entries; a rollback is on its way.",
            "new_incident_status": {"name": "Fixing", "category": "live"},
            "new_severity": None,
            "updater": {"user": {"name": "Bo Lind"}},
        },
        {
            "created_at": "2025-01-08T02:26:00Z",
            "id": "01",
            "incident_id": "01FDAG4SAP5TYPT98WGR2N7W91",
            "message": None,
            "new_incident_status": {"name": "Investigating", "category": "live"},
            "new_severity": {"name": "Major"},
            "updater": {"user": {"name": "Bo Lind"}},
        },
    ],
    "follow_ups": [
        {
            "assignee": {"id": "1", "name": "Cy Ode", "email": "cy@example.com", "role": "viewer"},
            "assignee_team": {"id": "9", "name": "Platform"},
            "completed_at": None,
            "created_at": "2025-01-08T04:00:00Z",
            "creator": {"user": {"name": "Bo Lind"}},
            "description": "The pipeline has no canary for cache changes.",
            "external_issue_reference": {
                "issue_name": "PAY-7",
                "issue_permalink": "https://jira.example.com/browse/PAY-7",
                "provider": "jira",
            },
            "id": "01F1",
            "incident_id": "01FDAG4SAP5TYPT98WGR2N7W91",
            "labels": ["deploys"],
            "priority": {"id": "1", "name": "High", "description": "This month.", "rank": 1},
            "status": "outstanding",
            "title": "Add a canary stage to the deploy pipeline",
            "updated_at": "2025-01-08T04:00:00Z",
        },
        {
            "id": "01F2",
            "title": "Page the cache team directly",
            "status": "not_doing",
            "labels": [],
        },
        {
            "id": "01F3",
            "title": "Alert on torn entries",
            "status": "completed",
            "completed_at": "2025-01-10T09:30:00.123456Z",
            "labels": [],
        },
    ],
    "actions": [
        {"id": "1", "description": "Tell support", "status": "completed", "assignee": None},
        {"id": "2", "description": "Delete the torn entries", "status": "outstanding"},
    ],
}
