"""An export of Statuspage, by the schema of the Statuspage API."""

from __future__ import annotations

from deckgen.importing.exports.json_text import JsonObject

_COMPONENT: JsonObject = {
    "id": "c1",
    "name": "API",
    "status": "operational",
    "description": "The public API",
    "created_at": "2014-05-14T14:22:39.441-06:00",
}

STATUSPAGE: JsonObject = {
    "page": {
        "id": "y2j98763l56x",
        "name": "Acme",
        "url": "https://status.example.com",
        "time_zone": "America/Denver",
        "updated_at": "2025-01-08T08:00:00Z",
    },
    "incidents": [
        {
            "id": "cp306tmzcl0y",
            "name": "Errors in the API",
            "status": "postmortem",
            "impact": "critical",
            "created_at": "2025-01-07T19:25:39.441-07:00",
            "started_at": "2025-01-07T19:15:00.000-07:00",
            "updated_at": "2025-01-09T10:00:00.000-07:00",
            "monitoring_at": "2025-01-07T20:00:00.000-07:00",
            "resolved_at": "2025-01-07T20:30:00.000-07:00",
            "shortlink": "https://stspg.io/abc",
            "page_id": "y2j98763l56x",
            "components": [_COMPONENT],
            "incident_updates": [
                {
                    "id": "u2",
                    "incident_id": "cp306tmzcl0y",
                    "status": "resolved",
                    "body": "All requests succeed again.<br/>See <a href='https://x.example'>why</a>",
                    "created_at": "2025-01-07T20:30:00.000-07:00",
                    "display_at": "2025-01-07T20:30:00.000-07:00",
                    "affected_components": [
                        {"code": "c1", "name": "API", "new_status": "operational"}
                    ],
                },
                {
                    "id": "u1",
                    "incident_id": "cp306tmzcl0y",
                    "status": "investigating",
                    "body": "We are looking into errors &amp; timeouts.",
                    "created_at": "2025-01-07T19:25:39.441-07:00",
                    "display_at": None,
                },
            ],
            "postmortem_body": "A deploy broke the cache.",
            "postmortem_published_at": "2025-01-09T17:00:00Z",
        },
        {
            "id": "qmbrzm0q2pb6",
            "name": "Database upgrade",
            "status": "completed",
            "impact": "maintenance",
            "created_at": "2025-01-02T10:00:00Z",
            "scheduled_for": "2025-01-05T10:00:00Z",
            "incident_updates": [],
        },
    ],
}
