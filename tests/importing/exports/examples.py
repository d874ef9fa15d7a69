"""An export of every tool, written from the vendors' published schemas; the incidents are made up.

The schemas: PagerDuty/api-schema reference/REST/openapiv3.json; client.gen.go of
incident-io/terraform-provider-incident; openapi.yaml of firehydrant/firehydrant-go-sdk;
swagger.json of rootlyhq/rootly-go; src/dispatch/*/models.py of Netflix/dispatch; client.gen.go of
grafana/incident-go; GitLab's REST API v4; the Statuspage API; opsgenie/opsgenie-oas and the
Incident Timeline API; v2 of DataDog/datadog-api-client-python.
"""

from __future__ import annotations

from collections.abc import Mapping

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

EXAMPLES: Mapping[str, JsonObject] = {
    "pagerduty": PAGERDUTY,
    "incident-io": INCIDENT_IO,
    "firehydrant": FIREHYDRANT,
    "rootly": ROOTLY,
    "dispatch": DISPATCH,
    "grafana": GRAFANA,
    "gitlab": GITLAB,
    "statuspage": STATUSPAGE,
    "opsgenie": OPSGENIE,
    "datadog": DATADOG,
}
"""An export by the name of its format."""
