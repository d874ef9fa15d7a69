"""An export of Grafana, by the schema of client.gen.go of grafana/incident-go."""

from __future__ import annotations

from deckgen.importing.exports.json_text import JsonObject

GRAFANA: JsonObject = {
    "incident": {
        "incidentID": "1702",
        "severity": "Minor",
        "labels": [{"key": "team", "label": "billing", "description": "", "colorHex": "#aabbcc"}],
        "isDrill": True,
        "createdTime": "2025-01-08T02:20:11.123Z",
        "modifiedTime": "2025-01-08T03:00:00Z",
        "createdByUser": {"userID": "grafana:1", "name": "Kay Lo", "photoURL": "https://x.example"},
        "closedTime": "2025-01-08T03:10:00Z",
        "durationSeconds": 3000,
        "status": "resolved",
        "title": "Invoices are generated twice",
        "overviewURL": "/a/grafana-incident-app/incidents/1702/title",
        "incidentMembership": {
            "assignments": [
                {
                    "user": {"userID": "grafana:1", "name": "Kay Lo"},
                    "role": {"roleID": 1, "name": "Commander", "description": "Leads"},
                    "roleID": 1,
                }
            ],
            "totalAssignments": 1,
        },
        "taskList": {
            "tasks": [
                {
                    "taskID": "t1",
                    "immutable": False,
                    "createdTime": "2025-01-08T02:30:00Z",
                    "text": "Make the invoice job idempotent",
                    "status": "todo",
                    "authorUser": {"name": "Kay Lo"},
                    "assignedUser": {"userID": "grafana:2", "name": "Lee Mo"},
                },
                {"taskID": "t2", "text": "Stop the job", "status": "done", "assignedUser": None},
            ],
            "todoCount": 1,
            "doneCount": 1,
        },
        "summary": "",
        "incidentStart": "2025-01-08T02:15:00Z",
        "incidentEnd": "",
    },
    "activityItems": [
        {
            "activityItemID": "a1",
            "incidentID": "1702",
            "user": {"name": "Kay Lo"},
            "createdTime": "2025-01-08T02:36:00Z",
            "eventTime": "2025-01-08T02:35:00Z",
            "activityKind": "userNote",
            "body": "A retry starts the job again",
            "url": "",
            "tags": None,
            "relevance": "high",
        },
        {
            "activityItemID": "a2",
            "incidentID": "1702",
            "createdTime": "2025-01-08T02:21:00Z",
            "eventTime": "",
            "activityKind": "roleAssigned",
            "body": "Kay Lo is now Commander",
            "relevance": "automatic",
        },
    ],
}
