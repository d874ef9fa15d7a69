"""An export of FireHydrant, by the schema of openapi.yaml of firehydrant/firehydrant-go-sdk."""

from __future__ import annotations

from deckgen.importing.exports.json_text import JsonObject

FIREHYDRANT: JsonObject = {
    "incident": {
        "id": "7c0d1c2e-5f5f-4c53-9e3a-0d7a3f1d2a11",
        "name": "Search returns nothing",
        "created_at": "2025-01-08T02:20:00.000Z",
        "started_at": "2025-01-08T02:15:00.000Z",
        "discarded_at": None,
        "summary": "Search answered with an empty list for 40 minutes.",
        "customer_impact_summary": "8,200 customers found nothing",
        "description": None,
        "current_milestone": "retrospective_completed",
        "number": 27,
        "priority": "P2",
        "severity": "SEV2",
        "severity_color": "orange",
        "tag_list": ["search"],
        "milestones": [{"id": "1", "type": "started", "occurred_at": "2025-01-08T02:14:00Z"}],
        "lifecycle_phases": [
            {
                "id": "p1",
                "name": "Started",
                "type": "started",
                "milestones": [
                    {
                        "id": "m1",
                        "slug": "started",
                        "name": "Started",
                        "occurred_at": "2025-01-08T02:15:00Z",
                    },
                    {
                        "id": "m2",
                        "slug": "detected",
                        "name": "Detected",
                        "occurred_at": "2025-01-08T02:19:00Z",
                    },
                    {"id": "m3", "slug": "investigating", "occurred_at": "2025-01-08T02:25:00Z"},
                    {
                        "id": "m4",
                        "slug": "mitigated",
                        "occurred_at": "2025-01-08T02:55:00Z",
                        "duration": "PT30M",
                    },
                    {"id": "m5", "slug": "resolved", "occurred_at": None},
                ],
            }
        ],
        "role_assignments": [
            {
                "id": "r1",
                "status": "active",
                "incident_role": {"id": "1", "name": "Commander", "summary": "Leads"},
                "user": {"id": "1", "name": "Dee Fox", "email": "dee@example.com"},
            }
        ],
        "incident_url": "https://app.firehydrant.io/incidents/27",
        "customers_impacted": 8200,
        "monetary_impact": 0,
        "services": [{"id": "s1", "name": "search-api"}],
        "environments": [{"id": "e1", "name": "production"}],
        "labels": {"region": "eu"},
        "incident_tickets": [],
    },
    "events": [
        {
            "id": "ev1",
            "incident_id": "7c0d1c2e-5f5f-4c53-9e3a-0d7a3f1d2a11",
            "type": "note",
            "data": {"body": "The index of last night is empty"},
            "occurred_at": "2025-01-08T02:41:00.123456789Z",
            "visibility": "private_to_org",
            "author": {"id": "1", "name": "Dee Fox"},
        },
        {
            "id": "ev2",
            "type": "general_update",
            "data": {"message": "Search is slow; we are on it", "is_starred": True},
            "occurred_at": "2025-01-08T02:30:00Z",
            "visibility": "open_to_public",
        },
        {"id": "ev3", "type": "bulk_update", "data": {}, "occurred_at": "2025-01-08T02:31:00Z"},
    ],
    "tasks": [
        {
            "id": "t1",
            "title": "Refuse to swap in an empty index",
            "description": None,
            "state": "in_progress",
            "assignee": {"id": "1", "name": "Eli Park"},
            "due_at": "2025-01-20T00:00:00.000Z",
        }
    ],
    "tickets": [
        {
            "id": "k1",
            "summary": "Alert on the number of results",
            "state": "open",
            "type": "follow_up",
            "assignees": [{"name": "Flo Ito"}, {"name": "Gus Hay"}],
            "priority": {"name": "High"},
            "due_at": None,
            "link": {"type": "jira", "href_url": "https://jira.example.com/browse/SRCH-9"},
        }
    ],
    "report": {
        "id": "pm1",
        "name": "Search returns nothing",
        "questions": [
            {"id": "q1", "title": "What went well?", "body": "- The rollback took 5 minutes"},
            {"id": "q2", "title": "What surprised you?", "body": "Nobody watched result counts"},
        ],
        "reasons": [{"id": "c1", "summary": "The job swaps an index without looking into it"}],
    },
}
