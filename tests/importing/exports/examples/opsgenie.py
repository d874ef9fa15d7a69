"""An export of Opsgenie, by the schema of opsgenie/opsgenie-oas and the Incident Timeline API."""

from __future__ import annotations

from deckgen.importing.exports.json_text import JsonObject

OPSGENIE: JsonObject = {
    "data": {
        "id": "70413a06-38d6-4c85-92b8-5ebc900d42e2",
        "tinyId": "1791",
        "message": "Warehouse scanners offline",
        "description": "No scanner could sign in.",
        "status": "closed",
        "priority": "P2",
        "tags": ["warehouse"],
        "createdAt": "2025-01-08T02:20:00Z",
        "updatedAt": "2025-01-08T05:00:00Z",
        "impactStartDate": "2025-01-08T02:10:00.5Z",
        "impactEndDate": "2025-01-08T03:30:00Z",
        "impactedServices": ["5b9b"],
        "ownerTeam": "4513b7ea",
        "responders": [{"type": "team", "id": "fc1448b7"}],
        "extraProperties": {"site": "Hamburg"},
        "links": {"web": "https://app.opsgenie.com/incident/1791", "api": "https://api"},
    },
    "entries": [
        {
            "id": "1",
            "group": "custom",
            "type": "CustomUserEntry",
            "eventTime": "2025-01-08T02:45:00Z",
            "hidden": False,
            "actor": {"name": "pat@example.com", "type": "user"},
            "title": {"type": "plain_text", "content": "Note"},
            "description": {"type": "plain_text", "content": "The certificate ran out at 02:10"},
        }
    ],
    "took": 0.1,
    "requestId": "9ae63dd7",
}
