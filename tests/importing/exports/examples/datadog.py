"""An export of Datadog, by the schema of v2 of DataDog/datadog-api-client-python."""

from __future__ import annotations

from deckgen.importing.exports.json_text import JsonObject

DATADOG: JsonObject = {
    "data": {
        "id": "00000000-0000-0000-1234-000000000000",
        "type": "incidents",
        "attributes": {
            "public_id": 415,
            "title": "Uploads time out",
            "severity": "SEV-2",
            "state": "resolved",
            "customer_impacted": True,
            "customer_impact_scope": "12 % of uploads failed",
            "customer_impact_start": "2025-01-08T02:15:00+00:00",
            "customer_impact_end": "2025-01-08T03:00:00+00:00",
            "customer_impact_duration": 2700,
            "created": "2025-01-08T02:25:00+00:00",
            "declared": "2025-01-08T02:24:00+00:00",
            "detected": "2025-01-08T02:20:00+00:00",
            "resolved": "2025-01-08T03:30:00+00:00",
            "time_to_detect": 300,
            "time_to_resolve": 3900,
            "is_test": False,
            "fields": {
                "root_cause": {"type": "textbox", "value": "The disk of one shard was full"},
                "services": {"type": "autocomplete", "value": ["uploads"]},
                "summary": {"type": "textbox", "value": None},
                "teams": {"type": "autocomplete", "value": ["storage"]},
            },
        },
        "relationships": {"commander_user": {"data": {"id": "1", "type": "users"}}},
    },
    "todos": {
        "data": [
            {
                "id": "t1",
                "type": "incident_todos",
                "attributes": {
                    "content": "Alert on shards that are 80 % full",
                    "assignees": ["@rae@example.com"],
                    "due_date": "2025-01-31T00:00:00+00:00",
                    "completed": None,
                },
            },
            {
                "id": "t2",
                "type": "incident_todos",
                "attributes": {
                    "content": "Raise the quota of shard 4",
                    "assignees": [],
                    "completed": "2025-01-09T11:00:00+00:00",
                },
            },
        ]
    },
    "timeline": {
        "data": [
            {
                "id": "c1",
                "type": "incident_timeline_cells",
                "attributes": {
                    "cell_type": "markdown",
                    "content": {"content": "Shard 4 refuses writes"},
                    "important": True,
                    "created": "2025-01-08T02:35:00+00:00",
                },
            }
        ]
    },
}
