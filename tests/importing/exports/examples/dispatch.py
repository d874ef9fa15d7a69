"""An export of Dispatch, by the schema of src/dispatch/*/models.py of Netflix/dispatch."""

from __future__ import annotations

from deckgen.importing.exports.json_text import JsonObject

DISPATCH: JsonObject = {
    "id": 12,
    "name": "dispatch-default-default-12",
    "title": "Encoder farm stalls",
    "description": "New titles were not encoded.",
    "resolution": "The queue was drained by hand.",
    "status": "Closed",
    "visibility": "Open",
    "reported_at": "2025-01-08T02:20:00.000Z",
    "stable_at": "2025-01-08T04:00:00",
    "closed_at": "2025-01-09T09:00:00.000000Z",
    "created_at": "2025-01-08T02:20:01Z",
    "commander": {"individual": {"name": "Hal Ives", "email": "hal@example.com"}},
    "reporter": {"individual": {"name": None, "email": "ida@example.com"}},
    "incident_priority": {"id": 1, "name": "High", "description": "Drop everything"},
    "incident_severity": {"id": 2, "name": "SEV2", "description": None},
    "incident_type": {"id": 3, "name": "Customer Data"},
    "events": [
        {
            "uuid": "1d9c8a8e-7f2e-4c4e-9c6e-6d9ef1a7f001",
            "started_at": "2025-01-08T02:20:00Z",
            "ended_at": "2025-01-08T02:20:00Z",
            "source": "Dispatch Core App",
            "description": "Incident created",
            "details": {},
            "type": "Other",
            "owner": "ida@example.com",
            "pinned": False,
        },
        {
            "uuid": "1d9c8a8e-7f2e-4c4e-9c6e-6d9ef1a7f002",
            "started_at": "2025-01-08T02:21:00Z",
            "description": "Hal Ives added to incident",
            "type": "Participant updated",
        },
        {
            "uuid": "1d9c8a8e-7f2e-4c4e-9c6e-6d9ef1a7f003",
            "started_at": "2025-01-08T03:10:00Z",
            "description": "Workers were killed at 64 GB",
            "type": "Imported message",
            "pinned": True,
        },
    ],
    "tasks": [
        {
            "id": 5,
            "description": "Give encoders a memory limit of their own",
            "status": "Resolved",
            "owner": {"individual": {"name": "Hal Ives"}},
            "assignees": [{"individual": {"name": "Jo Kim"}}],
            "resolve_by": "2025-01-15T00:00:00Z",
            "resolved_at": "2025-01-14T16:20:00Z",
            "weblink": "https://docs.example.com/task/5",
            "priority": "Low",
            "source": "Post Incident Review",
        }
    ],
    "tags": [{"id": 1, "name": "encoding"}],
    "total_cost": 1520.5,
    "last_executive_report": {"details": {"overview": "No title is late any more"}},
}
