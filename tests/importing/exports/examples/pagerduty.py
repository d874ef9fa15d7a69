"""An export of PagerDuty, by the schema of PagerDuty/api-schema reference/REST/openapiv3.json."""

from __future__ import annotations

from deckgen.importing.exports.json_text import Json, JsonObject


def _user(name: str) -> JsonObject:
    return {"id": "U1", "type": "user_reference", "summary": name, "self": None, "html_url": None}


def _pagerduty_entry(number: int, kind: str, at: str, text: str, **more: Json) -> JsonObject:
    return {
        "id": f"R{number}",
        "type": f"{kind}_log_entry",
        "summary": text,
        "created_at": at,
        "agent": _user("Ana Ruiz"),
        "channel": {"type": "web_ui"},
        "incident": {"id": "PT4KHLK", "type": "incident_reference", "summary": "[#1234] Checkout"},
        **more,
    }


PAGERDUTY: JsonObject = {
    "incident": {
        "id": "PT4KHLK",
        "type": "incident",
        "summary": "[#1234] Checkout errors above 5%",
        "self": "https://api.pagerduty.com/incidents/PT4KHLK",
        "html_url": "https://acme.pagerduty.com/incidents/PT4KHLK",
        "incident_number": 1234,
        "title": "Checkout errors above 5%",
        "created_at": "2025-01-08T02:17:42Z",
        "updated_at": "2025-01-08T03:20:00Z",
        "status": "resolved",
        "incident_key": "baf7cf21b1da41b4b0221008339ff357",
        "service": {"id": "PF9KMXH", "type": "service_reference", "summary": "checkout-api"},
        "assignments": [{"at": "2025-01-08T02:17:43Z", "assignee": _user("Ana Ruiz")}],
        "assigned_via": "escalation_policy",
        "last_status_change_at": "2025-01-08T03:20:00Z",
        "resolved_at": None,
        "alert_counts": {"all": 2, "triggered": 0, "resolved": 2},
        "escalation_policy": {"id": "PT20YPA", "summary": "Payments"},
        "teams": [{"id": "PQ9K7I8", "type": "team_reference", "summary": "Payments"}],
        "priority": {"id": "P53ZZH5", "type": "priority_reference", "summary": "P1"},
        "urgency": "high",
        "body": {"type": "incident_body", "details": "Error rate at 31.5 %"},
    },
    "log_entries": [
        _pagerduty_entry(5, "resolve", "2025-01-08T03:20:00Z", "Resolved by Ana Ruiz"),
        _pagerduty_entry(
            4,
            "annotate",
            "2025-01-08T03:00:10Z",
            "Note added by Ana Ruiz",
            channel={"type": "note", "summary": "Rolled back 4812"},
        ),
        _pagerduty_entry(3, "acknowledge", "2025-01-08T02:22:05Z", "Acknowledged by Ana Ruiz"),
        _pagerduty_entry(2, "notify", "2025-01-08T02:17:42Z", "Notified Ana Ruiz by SMS"),
        _pagerduty_entry(
            1,
            "trigger",
            "2025-01-08T02:17:42Z",
            "Triggered through the API",
            channel={"type": "api", "details": {"alert": "p99 above 2 s"}},
            html_url="https://acme.pagerduty.com/log_entries/R1",
        ),
    ],
    "notes": [
        {
            "id": "N1",
            "user": _user("Ana Ruiz"),
            "content": "Rolled back 4812",
            "created_at": "2025-01-08T03:00:10Z",
        }
    ],
}
